import type { SendResult } from '../telegram/send.js';

/** Notices that Telegram as a whole is away, so that not every waiting row wastes an attempt on it. */
export interface Outage {
  note(result: SendResult, now: number): 'began' | 'ended' | null;
  /** How many sends may be under way: none while pausing, one to try with after it, else as many as one likes. */
  room(now: number): number;
  waitMs(now: number): number;
}

const failuresThatMeanOutage = 3;
const firstPauseMs = 500;
const maxPauseMs = 15_000;

export function createOutage(): Outage {
  let failures = 0;
  let pauses = 0;
  let pausedUntil = 0;

  return {
    note: (result, now) => {
      const isUnheard = result.kind === 'failed' && result.reason === 'network';
      if (!isUnheard) {
        const hadOutage = pauses > 0;
        failures = pauses = pausedUntil = 0;
        return hadOutage ? 'ended' : null;
      }
      failures += 1;
      // Sends that were under way together fail together: that is one failure, not many.
      if (failures < failuresThatMeanOutage || now < pausedUntil) return null;
      pausedUntil = now + Math.min(firstPauseMs * 2 ** Math.min(pauses, 10), maxPauseMs);
      pauses += 1;
      return pauses === 1 ? 'began' : null;
    },
    room: (now) => {
      if (pauses === 0) return Number.POSITIVE_INFINITY;
      return now < pausedUntil ? 0 : 1;
    },
    waitMs: (now) => Math.max(0, pausedUntil - now),
  };
}
