import type { Instant, LocalDate } from '../ids.js';
import { addDays, instantAt, localMoment, weekday } from '../time/calendar.js';
import type { Every } from './scene.js';

/** Moments of a week, as the list of moments names them: a day, and a part of it with an hour of its own. */

const days: readonly string[] = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'];
const minutes: Readonly<Record<string, number>> = { o: 9 * 60 + 30, m: 14 * 60, a: 19 * 60 + 30 };
/** A reminder that would be later than this is left out. */
export const lateMs = 2 * 3_600_000;
/** Two months, so that the first such weekday of a month is always found. */
const aheadDays = 63;

export interface Moment {
  /** 1 is Monday. */
  readonly weekday: number;
  readonly minute: number;
}

/** Null for an option that is no longer on the list. */
export function momentOf(option: string): Moment | null {
  const [, day = '', part = ''] = /^m_([a-z]{2})_([oma])$/.exec(option) ?? [];
  const minute = minutes[part];
  return days.includes(day) && minute !== undefined ? { weekday: days.indexOf(day) + 1, minute } : null;
}

export interface Due {
  readonly date: LocalDate;
  readonly at: Instant;
}

/**
 * When a moment comes next in a zone, after the last date on which it was met and after an instant. Where the zone skips
 * that day, the moment is left out; it does not come on another day.
 */
export function nextMoment(
  { weekday: day, minute }: Moment,
  every: Every,
  zone: string,
  { after, met, now }: { readonly after: Instant; readonly met: LocalDate | undefined; readonly now: Instant },
): Due | null {
  const today = localMoment(now, zone).date;
  for (let offset = -1; offset <= aheadDays; offset += 1) {
    const date = addDays(today, offset);
    if (weekday(date) !== day || (met !== undefined && date <= met)) continue;
    if (every === 'month' && Number(date.slice(8)) > 7) continue;
    const at = instantAt(date, minute, zone);
    if (at <= after || at <= now - lateMs || localMoment(at, zone).date !== date) continue;
    return { date, at };
  }
  return null;
}

/** A number that goes up by one with every occasion. It is the same for both people, whatever their zones. */
export function turnOf(date: LocalDate, every: Every): number {
  const [year = 0, month = 1] = date.split('-').map(Number);
  if (every === 'month') return year * 12 + month;
  return Math.floor(instantAt(date, 0, 'UTC') / (7 * 24 * 3_600_000));
}
