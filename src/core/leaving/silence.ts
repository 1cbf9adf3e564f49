import { addDays, instantAt, localMoment } from '../time/calendar.js';
import { withPerson } from '../change.js';
import { membersOf } from '../round/choose.js';
import type { Command } from '../command.js';
import { isDoing } from '../commands.js';
import type { Event } from '../event.js';
import { canBeWrittenTo, personOf } from '../person.js';
import { isFree, whenFree } from '../rhythm/rhythm.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { Instant, LocalDate, PersonId } from '../ids.js';

/**
 * When nobody does anything any more. A couple of whom neither did anything for half a year is asked, each in private,
 * whether all of it should stay; a month later it is erased. So is whoever is in no couple. Whoever stopped, or cannot be
 * reached, is not written to, and not waited for either: seven months after their own last day they are erased, whatever
 * the other does. The other keeps a couple in which nobody answers. Only that day is stored.
 */

const askAfterDays = 183;
const eraseAfterDays = 213;
/** However late the question came, there is this long to answer it. */
const answerDays = 30;

/** The scene with it noted that somebody who agreed is there today. The same scene when that was known. */
export function noteSeen(scene: Scene, command: Command, now: Instant): Scene {
  if (scene.actor === null || !isDoing(command)) return scene;
  return withPerson(scene, scene.actor, (person) => (person.consent === null ? {} : seenToday(person, now)));
}

/** The same for somebody who has just agreed. */
export function seenToday({ seenOn, askedToStayOn, zone }: Person, now: Instant): Partial<Person> {
  const today = localMoment(now, zone).date;
  return seenOn === today && askedToStayOn === null ? {} : { seenOn: today, askedToStayOn: null };
}

/** What silence leads to in a couple. */
export function meetSilence(scene: Scene, couple: Couple, now: Instant): readonly Event[] {
  const members = membersOf(scene, couple);
  const isOver = endsAt(members) <= now;
  const [first, ...rest] = members.filter(({ consent }) => consent !== null);
  if (isOver && first !== undefined) {
    return [
      ...[first, ...rest].map(({ id }): Event => ({ type: 'erased', person: id, why: 'silence' })),
      { type: 'unpaired', couple: couple.id, by: first.id },
    ];
  }
  const gone = members.filter((person) => !canBeWrittenTo(person) && endsAt([person]) <= now);
  if (gone.length > 0) return gone.map(({ id }): Event => ({ type: 'erased', person: id, why: 'left' }));
  return asked(members, now);
}

/** And for whoever is in no couple. */
export function meetSilenceAlone(scene: Scene, id: PersonId, now: Instant): readonly Event[] {
  const person = personOf(scene, id);
  if (person.consent === null || person.coupleId !== null) return [];
  return endsAt([person]) <= now ? [{ type: 'erased', person: id, why: 'silence' }] : asked([person], now);
}

/** When the clock must look at a couple's silence. */
export function silenceTimes(members: readonly Person[], now: Instant): readonly Instant[] {
  const since = silentSince(members);
  if (since === null) return [];
  return [
    endsAt(members),
    ...members.map((person) => (canBeWrittenTo(person) ? askAt(person, since, now) : endsAt([person]))),
  ].filter((time) => time < Infinity);
}

/** When the clock must look at somebody without a couple; null when it need not, since they are in one or never agreed. */
export function aloneWakeAt(person: Person, now: Instant): Instant | null {
  if (person.consent === null || person.coupleId !== null) return null;
  const times = silenceTimes([person], now);
  return times.length === 0 ? null : Math.min(...times);
}

function asked(members: readonly Person[], now: Instant): readonly Event[] {
  const since = silentSince(members);
  if (since === null) return [];
  return members
    .filter((person) => canBeWrittenTo(person) && askAt(person, since, now) <= now && isFree(person, now))
    .map((person) => ({
      type: 'stayAsked',
      person: person.id,
      on: localMoment(now, person.zone).date,
      isPaired: members.length > 1,
    }));
}

/** The last day on which one of them did something, or was to be away; null when nobody is there yet. */
function silentSince(members: readonly Person[]): LocalDate | null {
  const days = members.flatMap(({ seenOn, holidayUntil }) => (seenOn === null ? [] : [seenOn, holidayUntil ?? seenOn]));
  return days.reduce<LocalDate | null>((last, day) => (last === null || day > last ? day : last), null);
}

/** When somebody is asked; never, once they were. */
function askAt(person: Person, since: LocalDate, now: Instant): Instant {
  if (wasAsked(person, since)) return Infinity;
  const at = atOwnHour(person, addDays(since, askAfterDays));
  return at > now ? whenFree(person, at) : whenFree(person, now);
}

/** When it is over for all of them; never, as long as one is still to be asked. */
function endsAt(members: readonly Person[]): Instant {
  const since = silentSince(members);
  if (since === null) return Infinity;
  return Math.max(
    ...members.map((person) => {
      const last = addDays(since, eraseAfterDays);
      if (!canBeWrittenTo(person)) return atOwnHour(person, last);
      if (person.askedToStayOn === null || !wasAsked(person, since)) return Infinity;
      const answerBy = addDays(person.askedToStayOn, answerDays);
      return atOwnHour(person, answerBy > last ? answerBy : last);
    }),
  );
}

function wasAsked({ askedToStayOn }: Person, since: LocalDate): boolean {
  return askedToStayOn !== null && askedToStayOn > since;
}

function atOwnHour({ rhythm, zone }: Person, date: LocalDate): Instant {
  return instantAt(date, rhythm.minute, zone);
}
