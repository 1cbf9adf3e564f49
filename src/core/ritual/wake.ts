import type { Event } from '../event.js';
import type { Given } from '../given.js';
import { isHeldBack } from '../held-back.js';
import type { Instant } from '../ids.js';
import { canBeWrittenTo } from '../person.js';
import { isFree, sharedDays } from '../rhythm/rhythm.js';
import { membersOf } from '../round/choose.js';
import type { Couple, Person, Scene } from '../scene.js';
import { localMoment, weekday } from '../time/calendar.js';
import { momentOf, nextMoment, type Due } from './moments.js';
import { ritualPlanOf } from './ritual.js';
import type { Ritual } from './scene.js';

/**
 * What the clock does to a ritual: it reminds each of the two at the same hour of their own day, and it ends the
 * ritual.
 */

/** A reminder that would come this close to somebody's own question is left out. */
const nearMinutes = 15;

/**
 * What keeps a reminder from somebody is always their own: a holiday, quiet hours, a stop, a question close by. A breather
 * or a listening round lets it pass for both. So nothing that one of them did can be seen on the other's phone.
 */
export function meetRituals(scene: Scene, couple: Couple, given: Given): readonly Event[] {
  const { now } = given;
  const over = couple.rituals.filter(({ until }) => until <= now).map(({ id }) => id);
  const due = couple.rituals.flatMap((ritual) =>
    membersOf(scene, couple).flatMap((person): readonly Event[] => {
      const next = nextFor(ritual, person, now);
      if (next === null || next.at > now || ritual.until <= now) return [];
      const isTold = !isHeldBack(couple) && reaches(ritual, person, next, given);
      return [{ type: 'ritualMet', couple: couple.id, ritual: ritual.id, person: person.id, date: next.date, isTold }];
    }),
  );
  return [...due, ...(over.length === 0 ? [] : [{ type: 'ritualsLapsed', couple: couple.id, rituals: over } as const])];
}

function nextFor({ moment, every, agreedAt, met }: Ritual, { id, zone }: Person, now: Instant): Due | null {
  const found = momentOf(moment);
  return found === null ? null : nextMoment(found, every, zone, { after: agreedAt, met: met[id], now });
}

function reaches({ id, scenario }: Ritual, person: Person, { date }: Due, { now, scenarios }: Given): boolean {
  if (ritualPlanOf(scenario, scenarios) === null || person.quietRituals.includes(id)) return false;
  return canBeWrittenTo(person) && isFree(person, now) && !isNearQuestion(person, date, now);
}

/** Looks at their own rhythm alone. Whether a question really comes then depends on both, and must not show. */
function isNearQuestion(person: Person, date: string, now: Instant): boolean {
  if (!sharedDays([person]).includes(weekday(date))) return false;
  return Math.abs(localMoment(now, person.zone).minute - person.rhythm.minute) < nearMinutes;
}

/** When the clock must look at the rituals of a couple. */
export function ritualTimes(couple: Couple, members: readonly Person[], now: Instant): readonly (Instant | null)[] {
  return couple.rituals.flatMap((ritual) => [
    ritual.until,
    ...members.map((person) => nextFor(ritual, person, now)?.at ?? null),
  ]);
}
