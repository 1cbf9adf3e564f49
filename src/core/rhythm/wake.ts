import { localMoment } from '../time/calendar.js';
import { membersOf } from '../round/choose.js';
import type { Event } from '../event.js';
import { evolveAll } from '../evolve.js';
import { openingOf } from '../round/opening.js';
import { isAtRest, isSlow, restsNext } from '../round/pace.js';
import { opensByClock, putAway as putAwayRound, tellPutAway } from '../round/overlap.js';
import { isHeldBack } from '../held-back.js';
import { canBeWrittenTo, personOf } from '../person.js';
import { nextSlot } from './rhythm.js';
import { bringAtMoment, pathAtHour } from '../path/moment.js';
import { afterStepLeft } from '../path/follow.js';
import { meet } from '../round/begin.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { LocalDate } from '../ids.js';
import { hourMs, minuteMs } from '../time/durations.js';

/** The clock's part of the rhythm: what one person's scheduled moment brings. */

/** A scheduled moment may be dealt with this much late, and must not cost the couple the one two days on. */
const tickMs = 5 * minuteMs;
/** An unanswered round rests at the next scheduled moment, but never younger than this. */
const restAfterMs = 48 * hourMs - tickMs;

/**
 * One person's scheduled moment. What the date brings is settled once, by whoever of the two meets it first, and the
 * other gets the same at their own hour.
 */
export function meetSlot(
  scene: Scene,
  couple: Couple,
  person: Person,
  given: Given,
  wasHeldBack: boolean,
): readonly Event[] {
  const { now } = given;
  const members = membersOf(scene, couple);
  const slot = nextSlot(person, members, now);
  if (slot === null || slot.at > now) return [];
  const today = localMoment(now, person.zone).date;
  const served: Event = { type: 'dateServed', person: person.id, date: today };
  if (isHeldBack(couple) || wasHeldBack) return letPass(couple, slot.date, served);
  const isSettled = couple.slot !== null && couple.slot.date >= slot.date;
  const settled = isSettled ? [] : settleSlot(couple, members, slot.date, given);
  const after = evolveAll(scene, settled);
  const round = after.couples[couple.id]?.round ?? null;
  const isLast = isAtRest(after.couples[couple.id] ?? couple);
  const told = tellPutAway(
    after.couples[couple.id] ?? couple,
    membersOf(after, couple),
    personOf(after, person.id),
    isLast,
  );
  const isNew = round !== null && !(person.id in round.offered);
  return [
    ...settled,
    served,
    ...told,
    ...(told.length > 0 && isLast ? [{ type: 'helpAsked', person: person.id } as const] : []),
    ...(isNew && canBeWrittenTo(person)
      ? [
          meet(person, round, given.scenarios.get(round.scenario), { why: 'scheduled', at: now, date: served.date }),
          ...(person.discreet === null ? [{ type: 'discreetOffered', person: person.id, at: now } as const] : []),
        ]
      : []),
    ...pathAtHour(after.couples[couple.id] ?? couple, person, slot.date, given),
  ];
}

/**
 * A scheduled moment within a breather or a listening round passes, for both, and so does one that comes together with
 * its end, after an absence of the bot's: nothing comes on its heels.
 */
function letPass(couple: Couple, date: LocalDate, served: Event): readonly Event[] {
  const isSettled = couple.slot !== null && couple.slot.date >= date;
  return isSettled ? [served] : [{ type: 'slotMet', couple: couple.id, date, round: null }, served];
}

function settleSlot(couple: Couple, members: readonly Person[], date: LocalDate, given: Given): readonly Event[] {
  const { round } = couple;
  const passed = { type: 'slotMet', couple: couple.id, date, round: null } as const;
  const askedAt = Math.max(round?.startedAt ?? 0, couple.pairedAt ?? 0);
  const isYoung = round !== null && given.now - askedAt < restAfterMs;
  // What opens takes the moment; however much was left before it, both were there.
  if (round !== null && !isYoung && opensByClock(members, round)) {
    return [...putAwayRound(couple, members, round, given.now, date), passed];
  }
  if (isYoung || isAtRest(couple) || (round !== null && openingOf(couple, round.id) !== null)) return [passed];
  if (isSlow(couple) && !couple.hasLetPass) return [passed, { type: 'slotLetPass', couple: couple.id }];
  const rest: readonly Event[] =
    round === null ? [] : [{ type: 'roundRested', couple: couple.id, round: round.id, at: given.now }];
  const isLeft = round !== null && round.patienceDays === undefined;
  if (isLeft && restsNext(couple)) return [...rest, passed];
  const after = isLeft ? { ...couple, ...afterStepLeft(couple, round) } : couple;
  const brought = bringAtMoment(after, members, date, given);
  return [...rest, ...brought.events, { ...passed, round: brought.round }];
}
