import { addDays, instantAt, localMoment } from '../time/calendar.js';
import type { Event } from '../event.js';
import { answerOf, canBeWrittenTo, personOf } from '../person.js';
import { isOnHoliday, outsideQuiet } from './rhythm.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { Instant } from '../ids.js';

/** A reminder that is met this late is let go: it would only come beside the next thing. */
const lateLimitMs = 3_600_000;

/**
 * When somebody who switched reminders on is reminded of the question before them, once: at their own hour on the day
 * after it came. Null when they answered, skipped, chose an hour themselves, or are away by then.
 */
export function reminderAt(person: Person, couple: Couple, now: Instant): Instant | null {
  const { round } = couple;
  const offeredAt = round?.offered[person.id];
  if (round === null || offeredAt === undefined || couple.pairedAt === null) return null;
  if (!person.wantsReminders || person.remindedOf === round.id || !canBeWrittenTo(person)) return null;
  if (answerOf(person, round.id).state !== 'draft') return null;
  const { date } = localMoment(offeredAt, person.zone);
  const due = outsideQuiet(person, instantAt(addDays(date, 1), person.rhythm.minute, person.zone));
  return isOnHoliday(person, due) || now - due > lateLimitMs ? null : due;
}

export function remind(scene: Scene, couple: Couple, now: Instant): readonly Event[] {
  return couple.members.flatMap((member): readonly Event[] => {
    const due = reminderAt(personOf(scene, member), couple, now);
    if (couple.round === null || due === null || due > now) return [];
    return [{ type: 'reminded', person: member, round: couple.round.id, at: now }];
  });
}
