import { addDays, instantAt, isWithin, localMoment } from '../time/calendar.js';
import type { Decision, Event } from '../event.js';
import type { Given } from '../given.js';
import { isHeldBack } from '../held-back.js';
import type { Instant } from '../ids.js';
import { canBeWrittenTo, coupleOf } from '../person.js';
import { membersOf } from '../round/choose.js';
import { isFree } from '../rhythm/rhythm.js';
import type { Couple, Person, Scene } from '../scene.js';
import { news } from './table.js';

/**
 * After an update that brings a couple something, each of the two gets one line about it, once, at an hour of their own
 * day. Nothing of it depends on what the other does.
 */

/** Minutes of the day at which such a thing is read in passing; any later within the hour does as well. */
const hours: readonly number[] = [10 * 60, 12 * 60, 15 * 60, 18 * 60];
const hourLong = 60;
/** How far from one's own hour: it does not come beside a question. */
const apartMinutes = 60;
const dayMinutes = 24 * 60;

/** The start: this version knows news that the data was not told of. It is for whoever is in a couple of two by then. */
export function awaitNews(scene: Scene, me: Person, since: number, now: Instant): Decision {
  if (coupleOf(scene, me)?.pairedAt == null || !canBeWrittenTo(me)) return [];
  const from = Math.min(since, me.news?.since ?? since);
  return [{ type: 'newsAwaited', person: me.id, since: from, at: nextHour(me, now) }];
}

/** The clock: tells it, puts it off to another hour where this one does not suit, or lets it go. */
export function tellNews(scene: Scene, couple: Couple, given: Given, woken: Couple): readonly Event[] {
  return membersOf(scene, couple).flatMap((person): readonly Event[] => {
    if (person.news === null || person.news.at > given.now) return [];
    if (!given.tellsNews || !canBeWrittenTo(person)) return [{ type: 'newsTold', person: person.id, what: [] }];
    // Nothing comes on the heels of a breather or a listening round either.
    if (isHeldBack(couple) || isHeldBack(woken) || !suits(person, given.now)) {
      return [{ type: 'newsPutOff', person: person.id, at: nextHour(person, given.now) }];
    }
    return [{ type: 'newsTold', person: person.id, what: news.slice(person.news.since).map(({ what }) => what) }];
  });
}

function nextHour(person: Person, now: Instant): Instant {
  const { zone, holidayUntil } = person;
  const today = localMoment(now, zone).date;
  const from = holidayUntil !== null && holidayUntil >= today ? addDays(holidayUntil, 1) : today;
  const minutes = hoursOf(person);
  const times = [from, addDays(from, 1)].flatMap((date) => minutes.map((minute) => instantAt(date, minute, zone)));
  return times.find((time) => time > now && suits(person, time)) ?? now + dayMinutes * 60_000;
}

function suits(person: Person, at: Instant): boolean {
  const { minute } = localMoment(at, person.zone);
  return isFree(person, at) && hoursOf(person).some((hour) => isWithin(minute, hour, (hour + hourLong) % dayMinutes));
}

/** Whoever is never free by day gets it some time after their own hour. */
function hoursOf({ rhythm }: Person): readonly number[] {
  const { minute: own, quietFromMinute, quietUntilMinute } = rhythm;
  const isQuiet = (minute: number) => isWithin(minute, quietFromMinute, quietUntilMinute);
  const byDay = hours.filter((minute) => !isQuiet(minute) && Math.abs(minute - own) >= apartMinutes);
  if (byDay.length > 0) return byDay;
  const after = (own + 90) % dayMinutes;
  return [isQuiet(after) ? own : after];
}
