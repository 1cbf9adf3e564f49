import type { Event } from '../event.js';
import type { Instant, LocalDate, RoundId } from '../ids.js';
import { isLiving } from '../path/living.js';
import { answerOf } from '../person.js';
import type { Couple, OpenedRound, Person, Round } from '../scene.js';
import type { Scenario } from './scenario.js';

/**
 * A question of which only what both tapped opens. The clock alone opens it, at the moment that would have put it away: a
 * seal that opened it would tell when the other sealed. Each hears of it at their own hour of that date, and where the two
 * have nothing in common it is put away as one that nobody answered.
 */

export function isOverlap(scenario: Scenario | undefined): boolean {
  return scenario?.visibility === 'overlap';
}

/** What both tapped and sealed; none where either did not. */
export function picksOfBoth(members: readonly Person[], { id }: Pick<Round, 'id'>): readonly string[] {
  const [one, other] = members.map((person) => answerOf(person, id));
  if (one?.state !== 'sealed' || other?.state !== 'sealed') return [];
  return one.picks.filter((pick) => other.picks.includes(pick));
}

/** Whether the moment that puts a question away opens it instead. */
export function opensByClock(members: readonly Person[], round: Round): boolean {
  return round.once === 'overlap' && picksOfBoth(members, round).length > 0;
}

/**
 * A question is put away at the couple's date, or at once where they have none: what both tapped opens, anything else rests.
 * With the last step of a path its end is told too.
 */
export function putAway(
  couple: Couple,
  members: readonly Person[],
  round: Round,
  at: Instant,
  date: LocalDate | null,
): readonly Event[] {
  if (!opensByClock(members, round)) return [{ type: 'roundRested', couple: couple.id, round: round.id, at }];
  const isEnd = round.step?.isLast === true && isLiving(couple.path) && couple.path.id === round.step.path;
  return [
    { type: 'overlapSettled', couple: couple.id, round, at },
    ...(isEnd ? [{ type: 'pathFinished', couple: couple.id, at, date } as const] : []),
  ];
}

/** What became of the questions that were put away, to one person at their own hour. */
export function tellPutAway(couple: Couple, members: readonly Person[], me: Person, isLast: boolean): readonly Event[] {
  const settled = couple.opened.filter((opened) => isUntold(opened, me)).map(({ round }) => round);
  const others = me.untold === null || settled.some(({ id }) => id === me.untold) ? [] : [me.untold];
  return [
    ...settled.map((round) => told(me, round, members, isLast)),
    ...others.map((round): Event => ({ type: 'restTold', person: me.id, round, isLast })),
  ];
}

/** What one of them erased meanwhile opens to nobody any more. */
function told({ id: person }: Person, round: Round, members: readonly Person[], isLast: boolean): Event {
  return opensByClock(members, round)
    ? { type: 'overlapOpened', person, round: round.id }
    : { type: 'restTold', person, round: round.id, isLast };
}

/** To both at once, where a tap or the clock put it away outside of any moment of theirs. */
export function tellBoth(settled: readonly Event[], { members }: Couple): readonly Event[] {
  return settled.flatMap((event) =>
    event.type === 'overlapSettled'
      ? members.map((person): Event => ({ type: 'overlapOpened', person, round: event.round.id }))
      : [],
  );
}

/** It opened at the other's hour, and before their own it is nothing to this person. */
export function isUntold({ untold = [] }: OpenedRound, { id }: Pick<Person, 'id'>): boolean {
  return untold.includes(id);
}

/** Put away, also to this person: it takes no answer any more, and no second try. */
export function isOver(couple: Couple, { untold }: Person, { id, once }: Pick<Round, 'id' | 'once'>): boolean {
  return once === 'overlap' && couple.round?.id !== id && untold !== id;
}

/** A round that nobody is still to hear of. */
export function isToldToAll(couple: Couple, members: readonly Person[], round: RoundId): boolean {
  return (
    members.every(({ untold }) => untold !== round) &&
    !couple.opened.some((one) => one.round.id === round && (one.untold ?? []).length > 0)
  );
}
