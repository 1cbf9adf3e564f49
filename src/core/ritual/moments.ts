import type { Instant, LocalDate } from '../ids.js';
import { addDays, instantAt, localMoment, weekday } from '../time/calendar.js';
import type { Every } from './scene.js';

/** Moments of a week, as the list of moments names them: a day, and a part of it with an hour of its own. */

const days: readonly string[] = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'];
const minutes: Readonly<Record<string, number>> = { o: 9 * 60 + 30, m: 14 * 60, a: 19 * 60 + 30 };
/** Reminded later than this it is no reminder any more. */
export const lateMs = 2 * 3_600_000;
/** Past the first such day of the next month but one. */
const aheadDays = 63;

export interface Moment {
  /** 1 is Monday. */
  readonly weekday: number;
  readonly minute: number;
}

/** Null for an option that the list has no more. */
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
 * When a moment comes next in a zone, later than a date that was met and than an instant. A day that the zone skips has no
 * such moment; nothing comes on another day in its place.
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

/** Counts on from one time to the next, and is the same to both of two people in whatever zones. */
export function turnOf(date: LocalDate, every: Every): number {
  const [year = 0, month = 1] = date.split('-').map(Number);
  if (every === 'month') return year * 12 + month;
  return Math.floor(instantAt(date, 0, 'UTC') / (7 * 24 * 3_600_000));
}
