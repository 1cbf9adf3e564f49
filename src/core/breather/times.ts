import type { Breather } from './scene.js';
import { addDays, instantAt, isWithin, localMoment } from '../time/calendar.js';
import { outsideQuiet } from '../rhythm/rhythm.js';
import type { Person } from '../scene.js';
import type { Instant } from '../ids.js';
import { minuteMs, hourMs } from '../time/durations.js';

/** Nobody chose a length: half an hour. */
export const defaultRestMs = 30 * minuteMs;
export const chooseWithinMs = minuteMs;
/** How long each question at the end waits for its answer. */
export const answerWithinMs = 30 * minuteMs;
const shortestMs = 20 * minuteMs;
const longestMs = 24 * hourMs;
/** Whatever happened, the bot asleep included: after this it is over. */
export const overAfterMs = 26 * hourMs;
export const resumptionKeptMs = 24 * hourMs;
const extensionsAllowed = 2;

const eveningMinute = 21 * 60;
const morningMinute = 9 * 60;
/** «Vanavond» must be worth the name, and «morgen» leave time to sleep. */
const tonightAtLeastMs = hourMs;
const tomorrowAtLeastMs = 4 * hourMs;

export const lengths = ['m20', 'm30', 'm60', 'tonight', 'tomorrow'] as const;
export type Length = (typeof lengths)[number];
const minutesOf: Readonly<Record<'m20' | 'm30' | 'm60', number>> = { m20: 20, m30: 30, m60: 60 };

export function latestEnd({ beganAt }: Pick<Breather, 'beganAt'>): Instant {
  return beganAt + longestMs;
}

/** The lengths that fit, as one chooses them now: late in the evening tomorrow comes first. */
export function lengthsFrom(from: Instant, me: Person, members: readonly Person[], latest: Instant): readonly Length[] {
  const fitting = lengths.filter((length) => endAfter(length, from, me, members, latest) !== null);
  if (!isWithin(localMoment(from, me.zone).minute, 22 * 60, 4 * 60)) return fitting;
  return [...fitting.filter((one) => one === 'tomorrow'), ...fitting.filter((one) => one !== 'tomorrow')];
}

/** When a length counted from an instant ends; null when it does not fit. An end in minutes is kept to the minute. */
export function endAfter(
  length: Length,
  from: Instant,
  me: Person,
  members: readonly Person[],
  latest: Instant,
): Instant | null {
  if (length !== 'tonight' && length !== 'tomorrow') {
    const at = from + minutesOf[length] * minuteMs;
    return at <= latest ? at : null;
  }
  const { date } = localMoment(from, me.zone);
  const at = length === 'tonight' ? instantAt(date, eveningMinute, me.zone) : nextMorning(from, me);
  if (at > latest || (length === 'tonight' && at - from < tonightAtLeastMs)) return null;
  // Two zones: the one's nine o'clock may be the other's night.
  const awake = members.reduce((later, person) => outsideQuiet(person, later), at);
  return awake <= latest ? awake : at;
}

function nextMorning(from: Instant, { zone }: Person): Instant {
  const { date } = localMoment(from, zone);
  const today = instantAt(date, morningMinute, zone);
  return today - from >= tomorrowAtLeastMs ? today : instantAt(addDays(date, 1), morningMinute, zone);
}

/** Whether [Nog even] can still give a new time. */
export function canExtend(breather: Breather, now: Instant): boolean {
  return breather.extensions < extensionsAllowed && now + shortestMs <= latestEnd(breather);
}

/** A call in the middle of coming back: half an hour, or what is left of the day. */
export function calledAgainUntil(breather: Breather, now: Instant): Instant {
  return Math.min(now + defaultRestMs, latestEnd(breather));
}

export const moments = ['morning', 'evening'] as const;
export type MomentName = (typeof moments)[number];

/** A time to come back to it, at this person's own hour tomorrow: always within 48 hours. */
export function momentAfter(name: MomentName, now: Instant, { zone }: Person): Instant {
  const { date } = localMoment(now, zone);
  return instantAt(addDays(date, 1), name === 'morning' ? 10 * 60 : 20 * 60, zone);
}
