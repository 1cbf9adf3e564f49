import type { Clock } from '../../../src/clock.js';

/** What the machine's clock says, against the truth. */
export interface WrongClock {
  readonly set: (errorMs: number) => void;
  readonly errorMs: () => number;
  readonly wasSetSince: (at: number) => boolean;
  /** The bot begins with the machine's clock as it is. */
  readonly began: () => void;
  /**
   * A process began with the clock behind its last sign of life, and went on from there: of the time before it only what
   * the last beat knew is counted, and here a beat is six hours.
   */
  readonly lostTimeSince: (at: number) => boolean;
  /** Set ahead so soon after a start, or before one, that it may as well have heard the time only then: it passes for time off. */
  readonly passesForAbsence: (since: number) => boolean;
  /** Ahead by more than a month, for less than a day, and long enough to be noticed. */
  readonly isDoubtful: () => boolean;
}

const hourMs = 3_600_000;
const aheadMs = 31 * 24 * hourMs;
const noticedWithinMs = 20 * 60_000;
const settlingMs = 65 * 60_000;

export function createWrongClock(clock: Clock): WrongClock {
  const changes: { readonly at: number; readonly errorMs: number; readonly passesForAbsence: boolean }[] = [];
  let beganAt = -Infinity;
  let lostAt = -Infinity;
  const last = () => changes.at(-1);
  return {
    set: (errorMs) => {
      const before = last()?.errorMs;
      if (before === errorMs) return;
      const passesForAbsence = errorMs > (before ?? 0) && clock.now() - beganAt < settlingMs;
      changes.push({ at: clock.now(), errorMs, passesForAbsence });
    },
    began: () => {
      beganAt = clock.now();
      const [before, now] = [changes.at(-2), last()];
      if (before === undefined || now === undefined) return;
      if (now.errorMs < before.errorMs && beganAt - now.at < 24 * hourMs) lostAt = beganAt;
      // Set ahead, and the process died before it looked: after the start it passes for time off as well.
      if (now.errorMs > before.errorMs && beganAt - now.at < settlingMs) {
        changes.splice(-1, 1, { ...now, passesForAbsence: true });
      }
    },
    lostTimeSince: (at) => lostAt >= at,
    passesForAbsence: (since) => changes.some((change) => change.passesForAbsence && change.at >= since),
    errorMs: () => last()?.errorMs ?? 0,
    wasSetSince: (at) => changes.slice(1).some((change) => change.at >= at),
    isDoubtful: () => {
      const now = last();
      const before = changes.at(-2);
      if (now === undefined || before === undefined) return false;
      const sinceMs = clock.now() - now.at;
      return before.errorMs === 0 && now.errorMs > aheadMs && sinceMs > noticedWithinMs && sinceMs < 23 * hourMs;
    },
  };
}
