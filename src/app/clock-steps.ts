import { believableMs } from '../clock.js';
import type { Instant } from '../core/ids.js';
import { everythingBy, type Doubt, type Move } from '../store/move.js';
import { hourMs } from '../core/time/durations.js';

/** The machine's clock was set: what moves with it, and whether it is believed afterwards. Plain rules, without a clock. */

export interface Step {
  /** The bot's own clock before it. */
  readonly now: Instant;
  readonly byMs: number;
  /** How much of it is sleep. */
  readonly sleptMs: number;
  readonly doubt: Doubt | null;
  /** When the process began, while it is so young that its machine may only now have heard the time; else null. */
  readonly settlingSince: Instant | null;
  /** Whether the data was there before this process. */
  readonly hasLivedBefore: boolean;
}

export interface Judgement {
  readonly move: Move;
  readonly doubt: Doubt | null;
  readonly sentence: string;
}

/** So long a clock that jumped far ahead is doubted. */
const doubtMs = 24 * hourMs;
/** Before the bot was written it cannot be: a clock that says so has not heard the time yet. */
const earliestPlausible = Date.UTC(2026, 0, 1);
/** Less than this set ahead while the bot was off is taken for time that passed. */
export const negligibleMs = 24 * hourMs;
/** What is done is followed by a sign of life within a minute. */
export const slackMs = 60_000;

export const sentences = {
  wasSet: 'the clock was set: the calendar follows it, and what was waited for takes as long as it did',
  isAhead:
    'the clock is more than 30 days ahead of the last sign of life: for 24 hours nothing is asked and nothing erased',
  isStillAhead: 'the clock was set, and is still in doubt',
  isBackAgain: 'the clock was set to where it was before; it is believed',
} as const;

export function judgeStep(step: Step): Judgement {
  if (step.doubt?.where === 'ahead') return judgeAhead(step, step.doubt);
  if (step.doubt?.where === 'behind') return judgeBehind(step, step.doubt);
  return step.byMs > believableMs && hadTheTime(step) ? ahead(step) : followed(step);
}

function judgeAhead({ now, byMs }: Step, doubt: Doubt): Judgement {
  const later = now + byMs;
  if (Math.abs(later - doubt.trustedAt) <= believableMs) {
    // What is older goes back to what it was, as long as that is not yet to come.
    const olderMs = doubt.undoMs > 0 && later >= doubt.trustedAt ? -doubt.undoMs : byMs;
    return { move: { from: doubt.from, olderMs, newerMs: byMs }, doubt: null, sentence: sentences.isBackAgain };
  }
  const move = everythingBy(byMs);
  const from = doubt.from + byMs;
  if (later < doubt.trustedAt) return { move, doubt: behind(doubt.trustedAt, later), sentence: sentences.wasSet };
  const undoMs = doubt.undoMs > 0 ? Math.max(0, doubt.undoMs + byMs) : 0;
  const until = byMs > believableMs ? later + doubtMs : doubt.until + byMs;
  return { move, doubt: { ...doubt, from, until, undoMs }, sentence: sentences.isStillAhead };
}

/** Set back by mistake it is set ahead again some day, and that is no absence. */
function judgeBehind(step: Step, doubt: Doubt): Judgement {
  const { now, byMs } = step;
  const wouldBe = doubt.trustedAt + now - doubt.from;
  const isBack = byMs > believableMs && Math.abs(now + byMs - wouldBe) <= believableMs;
  if (isBack) {
    // Where the process has just begun, the rest is time that passed while it was off.
    const setMs = step.settlingSince === null ? byMs : Math.min(byMs, doubt.trustedAt - doubt.from);
    return { ...ahead(step), ...notAway(step, setMs) };
  }
  if (byMs > believableMs && hadTheTime(step)) return ahead(step);
  return { move: everythingBy(byMs), doubt: { ...doubt, from: doubt.from + byMs }, sentence: sentences.wasSet };
}

/** Still doubted for a day, as it may also have been wrong before; but nobody was away. */
function notAway(step: Step, setMs: number): Pick<Judgement, 'move' | 'doubt'> {
  const { doubt } = ahead(step);
  return { move: everythingBy(setMs), doubt: doubt === null ? null : { ...doubt, undoMs: 0 } };
}

const behind = (trustedAt: Instant, from: Instant): Doubt => ({
  where: 'behind',
  from,
  until: trustedAt,
  undoMs: 0,
  trustedAt,
});

/** Its own time was wrong until now, or there was nothing yet that a wrong one could harm. */
function hadTheTime({ now, hasLivedBefore, settlingSince }: Step): boolean {
  return now >= earliestPlausible && (hasLivedBefore || settlingSince === null);
}

function ahead({ now, byMs, sleptMs, settlingSince }: Step): Judgement {
  const from = now + byMs;
  // A machine that slept or was off may well have been away for so long; one that was awake cannot.
  const undoMs = sleptMs > 0 || settlingSince !== null ? byMs : 0;
  const doubt = { where: 'ahead', from, until: from + doubtMs, undoMs, trustedAt: now } as const;
  return { move: everythingBy(byMs), doubt, sentence: sentences.isAhead };
}

function followed({ now, byMs, settlingSince, hasLivedBefore }: Step): Judgement {
  const from = now + byMs;
  const wasOff = settlingSince !== null && hasLivedBefore && byMs > 0 && byMs <= believableMs;
  return {
    // A machine that hears the time after its start was off meanwhile: what is older than the start has aged.
    move: wasOff ? { from: settlingSince, olderMs: 0, newerMs: byMs } : everythingBy(byMs),
    doubt: byMs < 0 ? behind(now, from) : null,
    sentence: sentences.wasSet,
  };
}
