import { momentAfter } from '../breather/times.js';
import { addDays, instantAt, localMoment } from '../time/calendar.js';
import type { Pace, Step } from './protocol.js';
import type { Person } from '../scene.js';
import type { Instant } from '../ids.js';
import { minuteMs, hourMs, dayMs } from '../time/durations.js';

/** Before anything is delivered it can be taken back this long. */
export const holdMs = 20_000;
export const invitationMs = dayMs;
export const parkedMs = 3 * dayMs;
/** Put down this often, it is over. */
export const parkingsMax = 3;
/** What was said is kept this long at most; and when nothing was, thanks can be said for a day. */
export const heardMs = 7 * dayMs;
export const thanksMs = dayMs;

/** Side by side a step has its own time first; then a word to the one whose turn it is, and then it is put down. */
const live = { nudgeMs: 10 * minuteMs, parkMs: 20 * minuteMs, readyMs: 15 * minuteMs, swapMs: 20 * minuteMs };
const apart = { nudgeMs: dayMs, parkMs: 2 * dayMs, readyMs: dayMs, swapMs: dayMs };
const timesOf: Readonly<Record<Pace, typeof live>> = { live, apart };

export interface StepTimes {
  readonly until: Instant;
  readonly nudgeAt: Instant;
  readonly timeUpAt: Instant | null;
}

export function stepTimes({ minutes }: Step, pace: Pace, now: Instant): StepTimes {
  const timeUpAt = pace === 'live' && minutes !== null ? now + minutes * minuteMs : null;
  const from = timeUpAt ?? now;
  return { timeUpAt, nudgeAt: from + timesOf[pace].nudgeMs, until: from + timesOf[pace].parkMs };
}

/** When a step in which nobody says anything is put down. */
export function silentUntil(pace: Pace, now: Instant): Instant {
  return now + timesOf[pace].parkMs;
}

export function readyUntil(pace: Pace, now: Instant): Instant {
  return now + timesOf[pace].readyMs;
}

export function swapUntil(pace: Pace, now: Instant): Instant {
  return now + timesOf[pace].swapMs;
}

/** [Straks]: an hour within a day, at the clock of whoever chooses. */
export const laterHours = ['hour', 'evening', 'morning', 'nextEvening'] as const;
export type LaterHour = (typeof laterHours)[number];

/** [Ander moment], for one that was put down: the same hours, under a name of its own. */
export const anotherHour = 'other';

const eveningMinute = 20 * 60 + 30;
const morningMinute = 10 * 60;
const atLeastMs = 90 * minuteMs;

export function laterHoursFor(me: Person, now: Instant): readonly LaterHour[] {
  return laterHours.filter((hour) => laterAt(hour, me, now) !== null);
}

/** Null when it does not fit. */
export function laterAt(hour: LaterHour, { zone }: Person, now: Instant): Instant | null {
  const { date } = localMoment(now, zone);
  const quarterMs = 15 * minuteMs;
  const at = {
    hour: Math.ceil((now + hourMs) / quarterMs) * quarterMs,
    evening: instantAt(date, eveningMinute, zone),
    morning: instantAt(addDays(date, 1), morningMinute, zone),
    nextEvening: instantAt(addDays(date, 1), eveningMinute, zone),
  }[hour];
  const isWorthIt = hour === 'hour' || at - now >= atLeastMs;
  return isWorthIt && at - now <= dayMs ? at : null;
}

/** «Morgen»: tomorrow evening, at the clock of whoever has the floor then. */
export function tomorrowAt(speaker: Person, now: Instant): Instant {
  return momentAfter('evening', now, speaker);
}
