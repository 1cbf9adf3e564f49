import { outcomeOf } from '../agreement/outcome.js';
import { addDays, instantAt, localMoment } from '../time/calendar.js';
import { isDeep, membersOf } from './choose.js';
import type { Button } from '../buttons.js';
import type { Decision, Event } from '../event.js';
import { answerOf, coupleOf, personOf } from '../person.js';
import { isLiving } from '../path/living.js';
import { isFree, whenFree } from '../rhythm/rhythm.js';
import { isFinal, liveRound } from './live-round.js';
import { mayOpenNow } from '../room/which.js';
import type { Room } from '../room/scene.js';
import type { Opens } from './say.js';
import type { Couple, Opening, Person, Round, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { Instant, PersonId, RoundId } from '../ids.js';
import { hourMs } from '../time/durations.js';

/** From sealed by both to open: at once, at an hour of the couple's own, or after a fresh yes of each. */

/** How long a deep answer lies before its writer is asked whether it may open. */
const coolingMs = 2 * hourMs;
/** How long both have to say so. */
const freshMs = 24 * hourMs;

/** How long somebody takes to read a question and seal an answer, at least. */
const answeringMinutes = 30;

/** The hours that can be chosen: 18:00, 20:00, 21:30. */
export const openingMinutes: readonly number[] = [18 * 60, 20 * 60, 21 * 60 + 30];

/** When a round that both have sealed by now opens; null is at once. The more careful wish counts: an hour, and the later. */
export function openingHour(members: readonly Person[], now: Instant): Instant | null {
  const latest = Math.max(-1, ...members.map(({ revealMinute }) => revealMinute ?? -1));
  if (latest < 0) return null;
  const moments = members
    .filter(({ revealMinute }) => revealMinute === latest)
    .map(({ zone }) => next(latest, zone, now));
  return Math.max(...moments);
}

function next(minute: number, zone: string, now: Instant): Instant {
  const { date } = localMoment(now, zone);
  const today = instantAt(date, minute, zone);
  return today > now ? today : instantAt(addDays(date, 1), minute, zone);
}

/** Opening at this minute of the day, there is hardly time to answer a question that comes at one's own hour. */
export function leavesNoTime({ rhythm }: Person, minute: number): boolean {
  return rhythm.days !== 'rest' && minute < rhythm.minute + answeringMinutes;
}

/** How it will open, as it is said on sealing; the same whether or not the partner has sealed. */
export function howItOpens(members: readonly Person[], round: Round, room: Room | null, now: Instant): Opens {
  if (round.once === 'overlap') return 'by-clock';
  if (isDeep(round)) return 'asked';
  const at = openingHour(members, now);
  return round.room !== undefined && room?.state === 'open' ? { inRoom: at } : (at ?? 'at-once');
}

/** Both are final, `writer` just now: what comes of it. */
export function complete(scene: Scene, couple: Couple, round: Round, writer: PersonId, now: Instant): readonly Event[] {
  const members = membersOf(scene, couple);
  if (round.once === 'overlap' || !mayOpenNow(members, round)) return [];
  if (isDeep(round)) return [{ type: 'openingSet', couple: couple.id, opening: cooled(couple, round, writer, now) }];
  const at = openingHour(members, now);
  if (at === null) return opens(scene, couple, round, now);
  const opening: Opening = { round: round.id, at, until: null, askAt: {}, yes: [] };
  return [{ type: 'openingSet', couple: couple.id, opening }];
}

/** With the last step of a path its end is told too; and what follows from looking back on an agreement. */
function opens(scene: Scene, couple: Couple, round: Round, at: Instant): readonly Event[] {
  const isEnd = round.step?.isLast === true && isLiving(couple.path) && couple.path.id === round.step.path;
  return [
    { type: 'answersRevealed', couple: couple.id, round, at },
    ...outcomeOf(scene, couple, round),
    ...(isEnd ? [{ type: 'pathFinished', couple: couple.id, at, date: null } as const] : []),
  ];
}

/** More was added to a deep answer on its way to open: its writer's hours, and their yes, begin anew. */
export function coolAgain(couple: Couple | null, round: Round, writer: PersonId, now: Instant): readonly Event[] {
  if (couple === null || openingOf(couple, round.id)?.until == null) return [];
  return [{ type: 'openingSet', couple: couple.id, opening: cooled(couple, round, writer, now) }];
}

/** The other notices nothing of a change: what they said yes to, and until when, stays. */
function cooled(couple: Couple, round: Round, writer: PersonId, now: Instant): Opening {
  const askAt = now + coolingMs;
  const known = openingOf(couple, round.id);
  if (known?.until != null && known.until > askAt) {
    const yes = known.yes.filter((id) => id !== writer);
    return { ...known, at: null, askAt: { ...known.askAt, [writer]: askAt }, yes };
  }
  const both = Object.fromEntries(couple.members.map((member) => [member, askAt]));
  return { round: round.id, at: null, until: askAt + freshMs, askAt: both, yes: [] };
}

export function openingOf(couple: Couple, round: RoundId): Opening | null {
  return couple.openings.find((opening) => opening.round === round) ?? null;
}

/** [Ja, open]. The second yes opens it, or leaves it to the couple's own hour. */
export function sayYes(scene: Scene, me: Person, button: Button, now: Instant): Decision {
  const couple = coupleOf(scene, me);
  const round = liveRound(couple, button.slot);
  const opening = couple === null ? null : openingOf(couple, button.slot);
  if (couple === null || round === null || opening?.until == null) return { refusal: 'stale-button' };
  if (opening.yes.includes(me.id)) return [];
  const isAsked = !(me.id in opening.askAt) && isFinal(answerOf(me, round.id));
  if (!isAsked || opening.until <= now) return { refusal: 'stale-button' };
  const given: Event = { type: 'yesGiven', person: me.id, round: round.id };
  const isBoth = couple.members.every((member) => member === me.id || opening.yes.includes(member));
  if (!isBoth) return [given];
  const at = openingHour(membersOf(scene, couple), now);
  return at === null
    ? [given, ...opens(scene, couple, round, now)]
    : [given, { type: 'openingSet', couple: couple.id, opening: { ...opening, at, yes: couple.members } }];
}

/** What has come due on its way to open. */
export function openDue(scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  return [
    ...couple.openings.flatMap((opening) => due(scene, couple, opening, now)),
    ...waitingForReturn(couple, membersOf(scene, couple)).flatMap((round) =>
      complete(scene, couple, round, couple.members[0] ?? 0, now),
    ),
  ];
}

/** What both sealed while one of them was away, once both are there. */
function waitingForReturn(couple: Couple, members: readonly Person[]): readonly Round[] {
  const live = [...couple.rested.map(({ round }) => round), ...(couple.round === null ? [] : [couple.round])];
  return live.filter(
    (round) =>
      round.room !== undefined &&
      openingOf(couple, round.id) === null &&
      members.length === 2 &&
      members.every((person) => isFinal(answerOf(person, round.id))) &&
      mayOpenNow(members, round),
  );
}

function due(scene: Scene, couple: Couple, opening: Opening, now: Instant): readonly Event[] {
  const lapsed: Event = { type: 'openingLapsed', couple: couple.id, round: opening.round };
  const round = liveRound(couple, opening.round);
  if (round === null) return [lapsed];
  if (opening.at !== null) {
    return opening.at <= now ? opens(scene, couple, round, now) : [];
  }
  const wasAsked = couple.members.some((member) => !(member in opening.askAt));
  const isOver = opening.until !== null && opening.until <= now;
  if (isOver && wasAsked) {
    const rested: Event = { type: 'roundRested', couple: couple.id, round: round.id, at: now };
    return couple.round?.id === round.id ? [lapsed, rested] : [lapsed];
  }
  const until = isOver ? now + freshMs : (opening.until ?? now + freshMs);
  const late: readonly Event[] = isOver
    ? [{ type: 'openingSet', couple: couple.id, opening: { ...opening, until } }]
    : [];
  const asked = couple.members.filter((member) => {
    const askAt = opening.askAt[member];
    return askAt !== undefined && askAt <= now && isFree(personOf(scene, member), now);
  });
  return [...late, ...asked.map((person): Event => ({ type: 'yesAsked', person, round: round.id, until }))];
}

/** When the clock must look at what is on its way to open. */
export function openingTimes(couple: Couple, members: readonly Person[], now: Instant): readonly Instant[] {
  if (waitingForReturn(couple, members).length > 0) return [now];
  return couple.openings.flatMap(({ at, until, askAt }) => [
    ...[at, at === null ? until : null].filter((time) => time !== null),
    ...members.flatMap((person) => {
      const from = askAt[person.id];
      return from === undefined ? [] : [whenFree(person, Math.max(from, now))];
    }),
  ]);
}
