import type { Command } from '../core/command.js';
import type { Instant } from '../core/ids.js';
import type { Lane, Row, Settlement } from '../store/store.js';
import type { Failed, SendResult } from '../telegram/send.js';
import { minuteMs, dayMs } from '../core/time/durations.js';

/** Whether a row whose turn has come goes out, as it is or without a sound; or how it is settled instead. */
export type Turn = { readonly goes: Row } | { readonly settled: Settlement };

/**
 * A row may come late, after an outage or behind many others. What the clock started waits for the end of its receiver's
 * quiet hours; what came from the partner goes, without a sound.
 */
export function turnOf(row: Row, now: Instant): Turn {
  if (row.dropAfter !== null && now > row.dropAfter) return { settled: dropped(row) };
  const until = quietUntil(row, now);
  if (until === null) return { goes: row };
  if (row.lane === 'scheduled') return { settled: retry(row, until) };
  return { goes: { ...row, params: { ...row.params, disable_notification: true } } };
}

/** The end of the quiet hours that an instant falls in. They come every day, also before: the clock may have been set. */
function quietUntil({ quiet }: Row, now: Instant): Instant | null {
  if (quiet === null) return null;
  const since = quiet.from + Math.floor((now - quiet.from) / dayMs) * dayMs;
  const until = since + (quiet.until - quiet.from);
  return now < until ? until : null;
}

/** What follows from a send: how its row is settled, and what core should hear of it. */
export interface Consequence {
  readonly settlement: Settlement;
  readonly report: Extract<Command, { type: 'unreachable' | 'voiceRefused' | 'voiceGone' }> | null;
}

interface Patience {
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  /** When nobody answers at all; that says nothing against the row, so it may last for hours. */
  readonly maxUnheard: number;
  /** When Telegram itself stumbles over it. */
  readonly maxStumbles: number;
}

const forever = Number.POSITIVE_INFINITY;

/** What both sealed is opened to both, whatever happens: a reveal is never given up, only tried less and less often. */
const patienceOf: Readonly<Record<Lane | 'answer', Patience>> = {
  answer: { firstDelayMs: 500, maxDelayMs: 2_000, maxUnheard: 4, maxStumbles: 4 },
  reply: { firstDelayMs: 1_000, maxDelayMs: minuteMs, maxUnheard: 300, maxStumbles: 20 },
  reveal: { firstDelayMs: 1_000, maxDelayMs: 10 * minuteMs, maxUnheard: forever, maxStumbles: forever },
  scheduled: { firstDelayMs: 2_000, maxDelayMs: 5 * minuteMs, maxUnheard: 100, maxStumbles: 20 },
  // As long as Telegram would still take the message away; the row says until when.
  sweep: { firstDelayMs: 2_000, maxDelayMs: 5 * minuteMs, maxUnheard: forever, maxStumbles: 100 },
};

/** A reveal that Telegram finds fault with waits for a version of the bot that writes it better. */
const refusedRevealDelayMs = 5 * minuteMs;
const maxRefusedRevealDelayMs = 60 * minuteMs;
/** Obeying «retry after» more often than this means that something else is wrong. */
const maxPostponements = 500;

export function consequenceOf(row: Row, result: SendResult, now: Instant): Consequence {
  switch (result.kind) {
    case 'sent':
      return quietly({
        row: row.id,
        as: 'sent',
        messageId: result.messageId,
        ...(result.isAnew === true ? { isAnew: true } : {}),
      });
    case 'retry-after':
      return quietly(row.attempts > limit(row, maxPostponements) ? dropped(row) : retry(row, now + result.delayMs));
    case 'unreachable':
      return { settlement: row.lane === 'reveal' ? held(row) : dropped(row), report: { type: 'unreachable' } };
    case 'failed':
      return afterFailure(row, result, now);
  }
}

function afterFailure(row: Row, result: Failed, now: Instant): Consequence {
  switch (result.reason) {
    case 'voice-forbidden':
      return { settlement: dropped(row), report: { type: 'voiceRefused' } };
    case 'voice-gone':
      return { settlement: dropped(row), report: { type: 'voiceGone' } };
    case 'photo-gone':
      return { settlement: dropped(row), report: { type: 'voiceGone', isPhoto: true } };
    case 'undrawable':
      // Also of a reveal: its words went before it.
      return quietly(dropped(row));
    case 'network':
    case 'server':
      return quietly(again(row, result, now));
    case 'refused':
    case 'migrated':
      return quietly(row.lane === 'reveal' ? waitForBetter(row, now) : dropped(row));
    case 'unauthorized':
      // Nothing is wrong with the row. Whether the token is to be given up the poller finds out, which asks all the time.
      return quietly(retry(row, now + minuteMs));
  }
}

function again(row: Row, { reason, isInDoubt }: Failed, now: Instant): Settlement {
  if (row.isNudge && isInDoubt) return dropped(row);
  const patience = patienceOf[row.kind === 'answer' ? 'answer' : row.lane];
  const maxAttempts = reason === 'network' ? patience.maxUnheard : patience.maxStumbles;
  if (row.attempts >= maxAttempts) return dropped(row);
  return retry(row, now + grown(row, patience.firstDelayMs, patience.maxDelayMs));
}

function waitForBetter(row: Row, now: Instant): Settlement {
  return retry(row, now + grown(row, refusedRevealDelayMs, maxRefusedRevealDelayMs));
}

/** Doubles with every attempt up to a cap; up to a fifth on top, by row, so that a crowd does not come back as one. */
function grown(row: Row, firstDelayMs: number, maxDelayMs: number): number {
  const doublings = Math.min(Math.max(row.attempts - 1, 0), 20);
  const spread = 1 + ((row.id * 7919) % 1000) / 5000;
  return Math.round(Math.min(firstDelayMs * 2 ** doublings, maxDelayMs) * spread);
}

/** No row goes out after its time, so one that would have to wait beyond it ends here. */
function retry(row: Row, notBefore: Instant): Settlement {
  return row.dropAfter !== null && notBefore > row.dropAfter ? dropped(row) : { row: row.id, as: 'retry', notBefore };
}

function limit(row: Row, attempts: number): number {
  return row.lane === 'reveal' ? forever : attempts;
}

function dropped(row: Row): Settlement {
  return { row: row.id, as: 'dropped' };
}

function held(row: Row): Settlement {
  return { row: row.id, as: 'held' };
}

function quietly(settlement: Settlement): Consequence {
  return { settlement, report: null };
}
