import type { RoundId } from '../ids.js';
import type { Couple, Round, Person, Answer } from '../scene.js';

/** A round this person can still answer: the open one, or one put away in the last 14 days. */
export function liveRound(couple: Couple | null, id: string): Round | null {
  if (couple?.round?.id === id) return couple.round;
  return couple?.rested.find(({ round }) => round.id === id)?.round ?? null;
}

/** Rounds in which an answer may still change. */
export function liveRounds({ round, rested }: Couple): readonly RoundId[] {
  return [...rested.map((one) => one.round.id), ...(round === null ? [] : [round.id])];
}

/**
 * The question this person has before them: the open one once it was shown to them; until then the one that was put
 * away at the partner's hour, of which they are still to hear. What the partner's hour brought is nothing to them before
 * their own, or all that asks for the question would tell that hour.
 */
export function questionFor(couple: Couple | null, me: Person): Round | null {
  const open = couple?.round ?? null;
  if (open !== null && me.id in open.offered) return open;
  return me.untold === null ? null : liveRound(couple, me.untold);
}

export function isFinal(answer: Answer): boolean {
  return answer.state === 'sealed' || answer.state === 'not-yet' || answer.state === 'live';
}

/** Whether this person's own hour of the date that was dealt with last is behind them. */
export function hasMetDate({ slot }: Couple, { servedDate }: Person): boolean {
  return slot === null || (servedDate !== null && servedDate >= slot.date);
}
