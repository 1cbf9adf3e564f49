import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.js';
import { fatalFrom, isWebhookInTheWay, TelegramRefusal, TelegramUnheard } from './errors.js';

export interface Persistence {
  readonly log: Log;
  /** Ends the waiting; the attempt in hand must heed it itself. */
  readonly signal: AbortSignal;
  /** Hears, in a sentence for whoever runs the bot, what is in the way: once for each kind of trouble. */
  readonly onTrouble?: (sentence: string) => void;
  /** The longest pause between two attempts. */
  readonly maxDelayMs?: number;
  /** For how long a refused token is tried again: Telegram has refused right ones for minutes. Not at all unless said. */
  readonly refusedTokenMs?: number;
}

const firstDelayMs = 500;
const defaultMaxDelayMs = 30_000;
const maxAskedDelayMs = 24 * 3_600_000;
const conflictDelayMs = 3_000;
/** While it goes on failing, every so many attempts say so again. */
const attemptsPerReminder = 20;

/**
 * Attempts until it succeeds, however long Telegram stays away, since nothing is lost by waiting. Rejects when the token
 * is refused (Fatal), and goes on being refused for `refusedTokenMs`; or when the signal ends the waiting.
 */
export async function persist<T>(attempt: () => Promise<T>, options: Persistence): Promise<T> {
  let trouble = '';
  let refusedSinceMs: number | null = null;
  for (let failures = 0; ; failures += 1) {
    try {
      const result = await attempt();
      if (trouble !== '') options.log.info({ attempts: failures + 1 }, 'Telegram answers again');
      return result;
    } catch (error) {
      options.signal.throwIfAborted();
      const fatal = fatalFrom(error);
      refusedSinceMs = fatal === null ? null : (refusedSinceMs ?? performance.now());
      if (fatal !== null && performance.now() - (refusedSinceMs ?? 0) >= (options.refusedTokenMs ?? 0)) throw fatal;
      const sentence = sentenceFor(error);
      if (sentence !== trouble || failures % attemptsPerReminder === 0) options.log.warn({ error }, sentence);
      if (sentence !== trouble) options.onTrouble?.(`${sentence}.`);
      trouble = sentence;
      await sleep(delayMsAfter(error, failures, options.maxDelayMs ?? defaultMaxDelayMs), undefined, options);
    }
  }
}

function sentenceFor(error: unknown): string {
  if (error instanceof TelegramUnheard) return 'Telegram cannot be reached; trying on until it can';
  if (!(error instanceof TelegramRefusal)) throw error;
  if (fatalFrom(error) !== null) return 'Telegram does not know the token any more; trying on for a while';
  if (isWebhookInTheWay(error)) return 'a webhook was set for this token; it is taken away, since this bot polls';
  if (error.code === 409) return 'another copy is polling with this token; trying on until it has stopped';
  if (error.code === 429) return 'Telegram asks for patience';
  return error.code >= 500 ? 'Telegram has trouble of its own; trying on' : 'Telegram refused; trying on';
}

function delayMsAfter(error: unknown, failures: number, maxDelayMs: number): number {
  const asked = error instanceof TelegramRefusal ? error.retryAfterMs : null;
  // What Telegram asks for is obeyed in full; only our own patience is capped.
  if (asked !== null) return Math.min(asked, maxAskedDelayMs) + Math.random() * 250;
  const isConflict = error instanceof TelegramRefusal && error.code === 409;
  const grownMs = isConflict ? conflictDelayMs : firstDelayMs * 2 ** Math.min(failures, 10);
  return Math.min(grownMs, maxDelayMs) * (0.75 + Math.random() * 0.5);
}
