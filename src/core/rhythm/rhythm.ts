import { addDays, instantAt, isWithin, localMoment, weekday } from '../time/calendar.js';
import type { Decision, Event } from '../event.js';
import { coupleOf, personOf } from '../person.js';
import type { Person, Quiet, Rhythm, Scene } from '../scene.js';
import type { Instant, LocalDate } from '../ids.js';
import { hourMs } from '../time/durations.js';

/** A scheduled moment that is met this late is let pass. */
const lateLimitMs = 24 * hourMs;
const laterDelayMs = 2 * hourMs;

const daysOf: Readonly<Record<Rhythm['days'], readonly number[]>> = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  three: [1, 3, 6],
  weekly: [6],
  rest: [],
};
/** Quickest first. */
export const rhythmDays: readonly Rhythm['days'][] = ['daily', 'three', 'weekly', 'rest'];

/** The weekdays a couple is asked on (1 is Monday): the slower of both wishes. */
export function sharedDays(people: readonly Person[]): readonly number[] {
  const slowest = rhythmDays.findLast((days) => people.some(({ rhythm }) => rhythm.days === days)) ?? 'three';
  return daysOf[slowest];
}

/** [Ander ritme]: this person's own wish; the slower of the two counts, and nobody is told whose it was. */
export function chooseDays(scene: Scene, me: Person, arg: string, now: Instant): Decision {
  const days = rhythmDays.find((one) => one === arg);
  if (days === undefined) return { refusal: 'stale-button' };
  return [
    { type: 'daysChosen', person: me.id, days },
    ...letPastGo(scene, { ...me, rhythm: { ...me.rhythm, days } }, now),
  ];
}

/** Days that a wish of this person's opens, and whose hour is past by then, ask nothing any more. */
export function letPastGo(scene: Scene, changed: Person, now: Instant): readonly Event[] {
  const before = (coupleOf(scene, changed)?.members ?? []).map((member) => personOf(scene, member));
  const after = before.map((one) => (one.id === changed.id ? changed : one));
  return letPass(before, after, now);
}

function letPass(before: readonly Person[], after: readonly Person[], now: Instant): readonly Event[] {
  return after.flatMap((person): readonly Event[] => {
    const date = nextSlot(person, after, now)?.date;
    if (date === undefined || instantAt(date, person.rhythm.minute, person.zone) > now) return [];
    return nextSlot(person, before, now)?.date === date ? [] : [{ type: 'dateServed', person: person.id, date }];
  });
}

/** Whether a message that nobody asked for must come without a sound. */
export function isQuiet(person: Person, now: Instant): boolean {
  const { quietFromMinute, quietUntilMinute } = person.rhythm;
  return isWithin(localMoment(now, person.zone).minute, quietFromMinute, quietUntilMinute);
}

/**
 * A couple's own moment within the window the operator set, the same every time, so that what is due for many in one
 * minute does not leave in one minute. Never into somebody's quiet hours.
 */
export function spreadMoment(me: Person, now: Instant, spreadMs: number): Instant | null {
  if (spreadMs <= 0 || me.coupleId === null) return null;
  const at = now + (me.coupleId % spreadMs);
  return isQuiet(me, at) ? null : at;
}

/** The quiet hours that are now or come next; null for whoever has none. */
export function nextQuiet(person: Person, now: Instant): Quiet | null {
  const { quietFromMinute, quietUntilMinute } = person.rhythm;
  if (quietFromMinute === quietUntilMinute) return null;
  if (isQuiet(person, now)) return { from: now, until: outsideQuiet(person, now) };
  const { date, minute } = localMoment(now, person.zone);
  const from = instantAt(minute < quietFromMinute ? date : addDays(date, 1), quietFromMinute, person.zone);
  return { from, until: outsideQuiet(person, from) };
}

/** Whether what the clock starts may reach this person now. */
export function isFree(person: Person, now: Instant): boolean {
  return !isQuiet(person, now) && !isOnHoliday(person, now);
}

export function isOnHoliday({ holidayUntil, zone }: Person, now: Instant): boolean {
  return holidayUntil !== null && localMoment(now, zone).date <= holidayUntil;
}

/** When [Later] shows a prompt again: in two hours, to the quarter, or at this person's own hour next when they are not free then. */
export function laterMoment(person: Person, now: Instant): Instant {
  const quarterMs = 15 * 60_000;
  const soon = Math.ceil((now + laterDelayMs) / quarterMs) * quarterMs;
  if (isFree(person, soon)) return soon;
  if (isOnHoliday(person, soon)) return whenFree(person, soon);
  const { date, minute } = localMoment(soon, person.zone);
  const day = minute < person.rhythm.minute ? date : addDays(date, 1);
  return instantAt(day, person.rhythm.minute, person.zone);
}

/** The scheduled moment this person meets next: its local date, and when the bot deals with it. */
export function nextSlot(
  person: Person,
  members: readonly Person[],
  now: Instant,
): { date: LocalDate; at: Instant } | null {
  const days = sharedDays(members);
  if (days.length === 0) return null;
  const today = localMoment(now, person.zone).date;
  const { minute } = person.rhythm;
  const restUntil = holidayOf(members);
  for (const date of [today, addDays(today, -1)]) {
    if (!isOpen(date, days, person, restUntil)) continue;
    const at = instantAt(date, minute, person.zone);
    if (at <= now && now - at < lateLimitMs) return { date, at: outsideQuiet(person, now) };
  }
  const from = restUntil !== null && restUntil > today ? restUntil : today;
  for (let offset = 0; offset <= 8; offset += 1) {
    const date = addDays(from, offset);
    if (!isOpen(date, days, person, restUntil)) continue;
    const at = instantAt(date, minute, person.zone);
    if (at > now) return { date, at };
  }
  return null;
}

/** Whether a date is one of the couple's, not yet dealt with, and not within a holiday. */
function isOpen(
  date: LocalDate,
  days: readonly number[],
  { servedDate }: Person,
  restUntil: LocalDate | null,
): boolean {
  return (
    days.includes(weekday(date)) &&
    (servedDate === null || date > servedDate) &&
    (restUntil === null || date > restUntil)
  );
}

/** The last day on which either is away: until it is over nobody is asked anything, and nobody is told whose it is. */
function holidayOf(members: readonly Person[]): LocalDate | null {
  return members.reduce<LocalDate | null>(
    (last, { holidayUntil }) => (holidayUntil !== null && (last === null || holidayUntil > last) ? holidayUntil : last),
    null,
  );
}

/** The instant itself, or the end of the holiday or the quiet hours it falls in; a holiday ends at this person's own hour. */
export function whenFree(person: Person, at: Instant): Instant {
  const { holidayUntil, zone, rhythm } = person;
  const back = holidayUntil !== null && isOnHoliday(person, at);
  return outsideQuiet(person, back ? instantAt(addDays(holidayUntil, 1), rhythm.minute, zone) : at);
}

/** The instant itself, or the end of the quiet hours it falls in. */
export function outsideQuiet(person: Person, at: Instant): Instant {
  if (!isQuiet(person, at)) return at;
  const { quietUntilMinute } = person.rhythm;
  const { date, minute } = localMoment(at, person.zone);
  const day = minute < quietUntilMinute ? date : addDays(date, 1);
  return instantAt(day, quietUntilMinute, person.zone);
}
