import { addDays, instantAt, isWithin, localMoment } from '../time/calendar.js';
import { drawLeavingMoment } from '../time/chance.js';
import type { Event } from '../event.js';
import { isHeldBack } from '../held-back.js';
import { personOf } from '../person.js';
import { outsideQuiet } from '../rhythm/rhythm.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { Moment } from '../given.js';
import type { Instant, PersonId } from '../ids.js';
import { dayMs } from '../time/durations.js';

/**
 * Ending a pairing some days after one of them asked for it, at an ordinary hour of the other's. So that when it comes
 * says nothing of when it was asked for: not to somebody who knows when they last quarrelled.
 */

/** From the second day on, up to and including the fifth. */
const [firstDay, days] = [2, 4];
const [ordinaryFromMinute, ordinaryUntilMinute] = [10 * 60, 21 * 60];
/** However long the two are held back, by a breather or a listening round, it ends within this long. */
const latestMs = 7 * dayMs;

/** A moment of one of the days, at an hour at which the other wants to be reached. */
export function drawLeaving({ rhythm, zone }: Person, given: Moment): Instant {
  const awake = Array.from({ length: 24 * 60 }, (_, minute) => minute).filter(
    (minute) => !isWithin(minute, rhythm.quietFromMinute, rhythm.quietUntilMinute),
  );
  const ordinary = awake.filter((minute) => minute >= ordinaryFromMinute && minute < ordinaryUntilMinute);
  const minutes = ordinary.length === 0 ? awake : ordinary;
  const drawn = drawLeavingMoment(given, days, minutes.length);
  const date = addDays(localMoment(given.now, zone).date, firstDay + drawn.day);
  return instantAt(date, minutes[drawn.minute] ?? ordinaryFromMinute, zone);
}

/** Whose hour has come. */
export function meetLeaving(scene: Scene, couple: Couple, now: Instant): readonly Event[] {
  const leaver = couple.members.find((member) => {
    const at = leavesAt(scene, couple, member, now);
    return at !== null && at <= now;
  });
  return leaver === undefined ? [] : [{ type: 'unpaired', couple: couple.id, by: leaver, at: now }];
}

/** When the clock must look at it. */
export function leavingTimes(scene: Scene, couple: Couple, now: Instant): readonly (Instant | null)[] {
  return couple.members.map((member) => leavesAt(scene, couple, member, now));
}

/** Not within a breather or a listening round, nor in quiet hours that the other has chosen since. */
function leavesAt(scene: Scene, couple: Couple, id: PersonId, now: Instant): Instant | null {
  const { leaving } = personOf(scene, id);
  const other = couple.members.find((member) => member !== id);
  if (leaving === null || other === undefined) return null;
  const latest = leaving.askedAt + latestMs;
  const due = isHeldBack(couple) ? latest : Math.min(leaving.at, latest);
  return outsideQuiet(personOf(scene, other), Math.max(due, now));
}
