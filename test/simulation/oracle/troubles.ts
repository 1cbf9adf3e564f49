import type { Clock } from '../../../src/clock.js';

/** When something was the matter outside the bot: a promise about «soon» counts the time without. */
export interface Troubles {
  readonly add: (from: number, until: number) => void;
  readonly calmMs: () => number;
  /** How much trouble there was since then. */
  readonly since: (from: number) => number;
  /** Given to a machine that slept or died at once and came back a day later, when Telegram had dropped it. */
  readonly mayHaveLost: (handedAt: number) => boolean;
}

/** Telegram keeps an update for a day. */
const keptMs = 23 * 3_600_000;
const workedOnMs = 60_000;

export function createTroubles(clock: Clock): Troubles {
  const past: { from: number; until: number }[] = [];
  let endedMs = 0;
  let current = { from: 0, until: 0 };
  return {
    add: (from, until) => {
      if (from <= current.until) {
        current.until = Math.max(current.until, until);
        return;
      }
      endedMs += current.until - current.from;
      past.push(current);
      current = { from, until };
    },
    calmMs: () => {
      const now = clock.now();
      return now - endedMs - Math.max(0, Math.min(now, current.until) - current.from);
    },
    since: (from) => {
      const now = clock.now();
      const overlap = (one: { from: number; until: number }) =>
        Math.max(0, Math.min(now, one.until) - Math.max(from, one.from));
      return [...past.slice(-20), current].reduce((sum, one) => sum + overlap(one), 0);
    },
    mayHaveLost: (handedAt) =>
      [...past.slice(-20), current].some(
        ({ from, until }) => from < handedAt + workedOnMs && until > handedAt + keptMs,
      ),
  };
}
