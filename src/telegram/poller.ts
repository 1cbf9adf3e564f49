import type { Update } from 'telegraf/types';
import { newTrace, type Log } from '../log.js';
import type { Inbound } from '../store/store.js';
import type { Client } from './client.js';
import { isWebhookInTheWay, TelegramUnheard } from './errors.js';
import type { BotFlags } from './group-settings.js';
import { intake, type Me } from './intake.js';
import { persist } from './persist.js';

export interface PollerOptions {
  readonly client: Client;
  readonly log: Log;
  /** Applies what people sent, durably. Nothing is confirmed to Telegram before it resolves. */
  readonly onBatch: (inbound: readonly Inbound[]) => Promise<void>;
  /** Called once, when polling has ended for good: the store failed or the token is refused. */
  readonly onFatal: (error: unknown) => void;
  /** How long Telegram may keep a poll open. */
  readonly pollSeconds?: number;
  /** How much longer the answer may take before the connection counts as dead. */
  readonly graceMs?: number;
  /** The longest pause while Telegram stays away. */
  readonly maxDelayMs?: number;
  /** For how long a token that was right is tried again when Telegram refuses it. */
  readonly refusedTokenMs?: number;
  readonly read?: typeof intake;
}

const usualRefusedTokenMs = 10 * 60_000;
const usualMaxDelayMs = 30_000;

export interface Poller {
  start(): void;
  /** For how long no poll was answered, by the stopwatch. */
  unheardMs(): number;
  /** Lets the open poll go and waits for the batch in hand. */
  stop(): Promise<void>;
}

const allowedUpdates = [
  ...(['message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction'] as const),
];

/** Who this token belongs to. Waits for Telegram to be there; rejects with Fatal when the token is wrong. */
export async function introduce(
  client: Client,
  log: Log,
  signal: AbortSignal,
  onTrouble: (sentence: string) => void = () => undefined,
): Promise<Me & { readonly id: number; readonly flags: BotFlags }> {
  const me = await persist(() => client.call('getMe', undefined, { signal }), { log, signal, onTrouble });
  // Telegraf would ask by itself at the first update, without a time limit.
  client.bot.botInfo = me as unknown as NonNullable<typeof client.bot.botInfo>;
  return { id: me.id, username: me.username ?? '', flags: me };
}

/** Long polling with at-least-once delivery: a batch is confirmed by asking for what comes after it. */
export function createPoller(me: Me, options: PollerOptions): Poller {
  const { client, log, onBatch, onFatal, pollSeconds = 25, graceMs = 5_000, read = intake } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const { refusedTokenMs = usualRefusedTokenMs, maxDelayMs = usualMaxDelayMs } = options;
  const patience = { log, signal, refusedTokenMs, maxDelayMs };
  let heard: Inbound[] = [];
  let running: Promise<void> = Promise.resolve();
  let heardAtMs = performance.now();

  client.bot.use((context, next) => {
    const inbound = read(context.update, me);
    if (inbound !== null) heard.push(inbound);
    return next();
  });

  async function run(): Promise<void> {
    await persist(dropWebhook, patience);
    let offset: number | undefined;
    while (!signal.aborted) {
      const updates = await persist(() => poll(offset), patience);
      heardAtMs = performance.now();
      const inbound = await listen(updates);
      if (inbound.length > 0) await onBatch(inbound);
      offset = offsetAfter(updates);
    }
  }

  async function poll(offset: number | undefined): Promise<readonly unknown[]> {
    const params = { timeout: pollSeconds, limit: 100, allowed_updates: allowedUpdates };
    try {
      const updates: unknown = await client.call('getUpdates', offset === undefined ? params : { ...params, offset }, {
        signal,
        timeoutMs: pollSeconds * 1000 + graceMs,
      });
      // A batch that could never be confirmed would come back at once, for ever.
      if (isList(updates) && (updates.length === 0 || offsetAfter(updates) !== undefined)) return updates;
    } catch (error) {
      if (isWebhookInTheWay(error)) await dropWebhook();
      throw error;
    }
    throw new TelegramUnheard('getUpdates', 'unreadable', false);
  }

  async function dropWebhook(): Promise<void> {
    await client.call('deleteWebhook', { drop_pending_updates: false }, { signal });
  }

  /** One after another, so that order is kept; what goes wrong with one update stays with that one. */
  async function listen(updates: readonly unknown[]): Promise<readonly Inbound[]> {
    const trace = newTrace();
    heard = [];
    for (const update of updates) {
      try {
        await client.bot.handleUpdate(update as Update);
      } catch (error) {
        log.error({ trace, error }, 'an update could not be read and was passed over');
      }
    }
    if (updates.length > 0) log.debug({ trace, updates: updates.length, asked: heard.length }, 'updates came in');
    return heard;
  }

  return {
    start: () => {
      running = run().catch((error: unknown) => {
        if (!signal.aborted) onFatal(error);
        else if (!isAbort(error)) log.error({ error }, 'the last batch was not applied; Telegram will send it again');
      });
    },
    unheardMs: () => performance.now() - heardAtMs,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/**
 * What to ask for next. After an empty answer everything is confirmed, so no offset is sent: after a quiet week Telegram
 * goes on at a random update_id, which may be lower than the last one.
 */
function offsetAfter(updates: readonly unknown[]): number | undefined {
  const ids = updates.map(idOf).filter((id) => id !== null);
  return ids.length === 0 ? undefined : Math.max(...ids) + 1;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function idOf(update: unknown): number | null {
  if (typeof update !== 'object' || update === null || !('update_id' in update)) return null;
  return typeof update.update_id === 'number' && Number.isSafeInteger(update.update_id) ? update.update_id : null;
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
