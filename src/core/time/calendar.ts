import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate } from '../ids.js';
import { minuteMs, dayMs } from './durations.js';

/**
 * Local days and hours in IANA zones. What a zone does comes from temporal-polyfill and is remembered per stretch of
 * constant offset; the rest is whole-number arithmetic, since every update asks for the next hour of two people.
 * A gap in spring counts on (02:30 → 03:30), an overlap in autumn takes the first.
 */

export interface LocalMoment {
  readonly date: LocalDate;
  /** Of the local day: 1200 is 20:00. */
  readonly minute: number;
}

export function localMoment(at: Instant, zone: string): LocalMoment {
  const local = at + stretchAt(at, zone).offsetMs;
  const day = Math.floor(local / dayMs);
  return { date: dateOf(day), minute: Math.floor((local - day * dayMs) / minuteMs) };
}

/** The instant of a minute of a local day. */
export function instantAt(date: LocalDate, minute: number, zone: string): Instant {
  const local = dayOf(date) * dayMs + minute * minuteMs;
  const before = stretchAt(local - dayMs, zone).offsetMs;
  const after = stretchAt(local + dayMs, zone).offsetMs;
  const [first, second] = before === after ? [before, before] : [before, after];
  for (const offset of [first, second]) {
    const at = local - offset;
    if (stretchAt(at, zone).offsetMs === offset) return at;
  }
  // In a gap the offset before it counts on; a zone with two changes in two days is left to the library.
  const gap = local - before;
  return gap + stretchAt(gap, zone).offsetMs === local + (after - before)
    ? gap
    : Temporal.PlainDateTime.from(`${date}T00:00`).add({ minutes: minute }).toZonedDateTime(zone).epochMilliseconds;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOf(dayOf(date) + days);
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(date: LocalDate): number {
  return ((((dayOf(date) + 3) % 7) + 7) % 7) + 1;
}

/** Whether a minute of the day lies in a window that may run over midnight: from the first minute until the last, not included. */
export function isWithin(minute: number, fromMinute: number, untilMinute: number): boolean {
  return fromMinute <= untilMinute
    ? minute >= fromMinute && minute < untilMinute
    : minute >= fromMinute || minute < untilMinute;
}

/** A time during which a zone's offset stays the same. */
interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
  readonly offsetMs: number;
}

const stretches = new Map<string, Stretch[]>();
/** A century of changes; more would mean that somebody feeds the bot strange instants. */
const stretchesKept = 200;

function stretchAt(at: Instant, zone: string): Stretch {
  let known = stretches.get(zone);
  if (known === undefined) stretches.set(zone, (known = []));
  const found = known.find(({ from, until }) => at >= from && at < until);
  if (found !== undefined) return found;
  const there = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone);
  const next = there.getTimeZoneTransition('next');
  const isStart = there.subtract({ nanoseconds: 1 }).getTimeZoneTransition('next')?.equals(there) ?? false;
  const previous = isStart ? there : there.getTimeZoneTransition('previous');
  const stretch = {
    from: previous?.epochMilliseconds ?? -Infinity,
    until: next?.epochMilliseconds ?? Infinity,
    offsetMs: there.offsetNanoseconds / 1e6,
  };
  if (known.length >= stretchesKept) known.length = 0;
  known.push(stretch);
  return stretch;
}

/** The days of late, since every update asks about the same few. */
const days = new Map<LocalDate, number>();
const daysKept = 1_000;

function dayOf(date: LocalDate): number {
  const known = days.get(date);
  if (known !== undefined) return known;
  if (days.size >= daysKept) days.clear();
  const day = daysSinceEpoch(date);
  days.set(date, day);
  return day;
}

/** Days since 1970-01-01, by the civil calendar arithmetic of Howard Hinnant (chrono-compatible low-level date algorithms). */
function daysSinceEpoch(date: LocalDate): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function dateOf(dayNumber: number): LocalDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
