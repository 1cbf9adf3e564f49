import { lapse } from './return.js';
import { answerWithinMs, chooseWithinMs, overAfterMs } from './times.js';
import type { Event } from '../event.js';
import type { Couple, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { Instant } from '../ids.js';

/** When a breather, or the time agreed after one, needs the clock next. */
export function breatherTimes({ breather, resumption }: Couple): readonly Instant[] {
  if (breather !== null) return [breather.isSettled ? breather.until : breather.beganAt + chooseWithinMs];
  return resumption === null ? [] : [resumption.at ?? resumption.until];
}

/**
 * What the clock does to a breather. A bot that was away meanwhile does it once, in order: whoever was to be asked is
 * asked now and has the whole time to answer; after more than a day it is simply over.
 */
export function meetBreather(_scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  const { breather } = couple;
  if (breather === null) return meetResumption(couple, now);
  const settled: readonly Event[] =
    !breather.isSettled && now >= breather.beganAt + chooseWithinMs
      ? [{ type: 'breatherSettled', couple: couple.id, until: breather.until }]
      : [];
  if (now >= breather.beganAt + overAfterMs) return [...settled, ...lapse(couple, breather, now)];
  if (now < breather.until) return settled;
  return breather.phase === 'rest'
    ? [...settled, { type: 'returnAsked', couple: couple.id, at: now, until: now + answerWithinMs }]
    : lapse(couple, breather, now);
}

function meetResumption(couple: Couple, now: Instant): readonly Event[] {
  const { resumption } = couple;
  if (resumption === null || (resumption.at ?? resumption.until) > now) return [];
  return resumption.at === null
    ? [{ type: 'resumptionForgotten', couple: couple.id }]
    : [{ type: 'momentCame', couple: couple.id }];
}
