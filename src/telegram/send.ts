import type { Row } from '../store/store.js';
import type { Client } from './client.js';
import { isWordsPicture } from './uploads.js';
import { fatalFrom, TelegramRefusal, TelegramUnheard, Undrawable } from './errors.js';

/** How an attempt to send ended. Every end is a value: what follows from it is courier/policy.ts. */
export type SendResult = Sent | RetryAfter | Unreachable | Failed;

export interface Sent {
  readonly kind: 'sent';
  /** The message it made or changed; null when it made none. */
  readonly messageId: number | null;
  /** It was to change a message that is gone, and was said below instead. */
  readonly isAnew?: true;
}

export interface RetryAfter {
  readonly kind: 'retry-after';
  readonly delayMs: number;
}

/** The person blocked the bot, left Telegram or never started: nothing arrives until they write again. */
export interface Unreachable {
  readonly kind: 'unreachable';
}

export interface Failed {
  readonly kind: 'failed';
  /**
   * `network`: no answer from Telegram itself; `server`: Telegram stumbled over it; `refused`: this message, as it is, will
   * never do; `undrawable`: its picture could not be made.
   */
  readonly reason:
    | 'network'
    | 'server'
    | 'refused'
    | 'voice-forbidden'
    | 'voice-gone'
    | 'photo-gone'
    | 'undrawable'
    | 'migrated'
    | 'unauthorized';
  /** True when it may have arrived all the same. */
  readonly isInDoubt: boolean;
  readonly error: Error;
}

export type Send = (row: Row, signal?: AbortSignal) => Promise<SendResult>;

/** A tap that is answered later than this has long stopped waiting. */
const answerTimeoutMs = 8_000;
/** When Telegram asks to wait without saying how long. */
const defaultRetryMs = 3_000;

const unreachable = /chat not found|PEER_ID_INVALID|USER_IS_BLOCKED|INPUT_USER_DEACTIVATED|user is deactivated/i;
/** A file that another bot was sent, or that Telegram let go of. */
const unknownFile = /wrong (?:remote )?file identifier|FILE_REFERENCE_/i;
/** A message that was deleted by hand, or that Telegram lets nobody change any more. */
const uneditable = /message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i;
/** The wished-for state is there already, or can no longer be had: a message deleted by hand, a tap of a minute ago. */
const alreadyDone =
  /message is not modified|query is too old|query ID is invalid|message to (?:edit|delete) not found|message can't be (?:edited|deleted)|MESSAGE_ID_INVALID/i;

export function createSend(client: Client, timeoutMs = 15_000): Send {
  const send: Send = async (row, signal) => {
    try {
      const result = await client.callRaw(row.method, row.params, {
        timeoutMs: row.kind === 'answer' ? Math.min(timeoutMs, answerTimeoutMs) : timeoutMs,
        ...(signal === undefined ? {} : { signal }),
      });
      return { kind: 'sent', messageId: messageIdOf(result) ?? messageIdOf(row.params) };
    } catch (error) {
      if (error instanceof TelegramRefusal) {
        return isLostAnswer(error, row) ? saidAnew(await send(asNewMessage(row), signal)) : readRefusal(error, row);
      }
      if (error instanceof Undrawable) {
        const words = wordsAlone(row);
        return words === null ? failed('undrawable', error) : await send(words, signal);
      }
      if (error instanceof TelegramUnheard) return failed('network', error, error.isInDoubt);
      throw error;
    }
  };
  return send;
}

/** What somebody asked for is confirmed in words by an edit alone, and the message that was to say it is gone. */
function isLostAnswer({ description }: TelegramRefusal, { method, lane }: Row): boolean {
  return method === 'editMessageText' && lane === 'reply' && uneditable.test(description);
}

const saidAnew = (result: SendResult): SendResult => (result.kind === 'sent' ? { ...result, isAnew: true } : result);

/** What stands below a picture and nowhere else goes without it when it cannot be made. */
function wordsAlone(row: Row): Row | null {
  const { photo, picture, media, caption, caption_entities: entities, has_spoiler: _, ...rest } = row.params;
  const file = photo ?? picture;
  if (!isWordsPicture(file) || !file.holdsWords) return null;
  const below = (media ?? { caption, caption_entities: entities }) as { caption: string; caption_entities?: unknown };
  const said = {
    text: below.caption,
    ...(below.caption_entities === undefined ? {} : { entities: below.caption_entities }),
  };
  const method = row.method === 'sendPhoto' ? 'sendMessage' : 'editMessageText';
  return { ...row, method, params: { ...rest, ...said } };
}

/**
 * The same, said below without a sound; it takes the other's place. What may be passed on stands on no edit, so nobody can
 * pass it on.
 */
function asNewMessage(row: Row): Row {
  const params = Object.entries(row.params).filter(([name]) => name !== 'message_id');
  return {
    ...row,
    method: 'sendMessage',
    params: { ...Object.fromEntries(params), disable_notification: true, protect_content: true },
  };
}

function readRefusal(error: TelegramRefusal, row: Row): SendResult {
  if (error.code === 429) return { kind: 'retry-after', delayMs: error.retryAfterMs ?? defaultRetryMs };
  const fatal = fatalFrom(error);
  if (fatal !== null) return failed('unauthorized', fatal);
  // A gateway's error says nothing about the message; Telegram's own 500 may be about this one only.
  if (error.code >= 500) return failed(error.code === 500 ? 'server' : 'network', error, true);
  if (error.description.includes('VOICE_MESSAGES_FORBIDDEN')) return failed('voice-forbidden', error);
  if (['sendVoice', 'sendPhoto'].includes(row.method) && unknownFile.test(error.description))
    return failed(row.method === 'sendPhoto' ? 'photo-gone' : 'voice-gone', error);
  if (error.code === 403 || unreachable.test(error.description)) return { kind: 'unreachable' };
  if (alreadyDone.test(error.description)) return { kind: 'sent', messageId: messageIdOf(row.params) };
  return failed(error.hasMigrated ? 'migrated' : 'refused', error);
}

function failed(reason: Failed['reason'], error: Error, isInDoubt = false): Failed {
  return { kind: 'failed', reason, isInDoubt, error };
}

function messageIdOf(value: unknown): number | null {
  const id = typeof value === 'object' && value !== null && 'message_id' in value ? value.message_id : null;
  return typeof id === 'number' ? id : null;
}
