import { agreementTimes } from './agreement/agreement.js';
import { forgetAgreements, keepDue } from './agreement/wake.js';
import { membersOf } from './round/choose.js';
import type { Event } from './event.js';
import { evolveAll } from './evolve.js';
import { leavingTimes, meetLeaving } from './leaving/leaving.js';
import { openDue, openingTimes } from './round/opening.js';
import { isHeldBack } from './held-back.js';
import { tellNews } from './news/news.js';
import { personOf } from './person.js';
import { remind, reminderAt } from './rhythm/reminder.js';
import { isFree, nextSlot, whenFree } from './rhythm/rhythm.js';
import { lapse, pathTimes, propose, tellProposal } from './path/moment.js';
import { matchDue } from './path/path.js';
import { forgetPostcards, givenAt, lapseTimes, meetPostcards } from './postcard/wake.js';
import { agreedDue, wantedByBoth } from './ritual/ritual.js';
import { meetRituals, ritualTimes } from './ritual/wake.js';
import { meetRoom, tidyRoom } from './room/laying.js';
import { roomTimes } from './room/times.js';
import { meetSilence, silenceTimes } from './leaving/silence.js';
import { slotsInOrder } from './slots.js';
import { letPhotosGo, photoHeldUntil } from './photo/photo.js';
import { letVoicesGo, voiceHeldUntil } from './voice/voice.js';
import type { Couple, Person, Scene } from './scene.js';
import type { Given } from './given.js';
import type { CoupleId, Instant } from './ids.js';
import { forget, putAway, roundTimes } from './round/wake.js';
import { meetSlot } from './rhythm/wake.js';

/** `woken` is the couple as the clock found it, before anything had ended. */
type Step = (scene: Scene, couple: Couple, given: Given, woken: Couple) => readonly Event[];

/**
 * What ends makes way before what it held back is looked at; and a moment of the rhythm comes before what was postponed,
 * which it may put away: two prompts never arrive together.
 */
const steps: readonly { readonly step: Step; readonly inDoubt: 'goes on' | 'waits' }[] = [
  { step: expireInvite, inDoubt: 'waits' },
  { step: askToShare, inDoubt: 'waits' },
  { step: endInSilence, inDoubt: 'waits' },
  { step: leaveAtLast, inDoubt: 'waits' },
  { step: dropVoices, inDoubt: 'waits' },
  ...slotsInOrder.map(({ meet }) => ({ step: meet, inDoubt: 'goes on' }) as const),
  { step: meetPostcards, inDoubt: 'goes on' },
  { step: openUnlessResting, inDoubt: 'goes on' },
  { step: unlessHeldBack(matchDue), inDoubt: 'goes on' },
  { step: unlessHeldBack(keepDue), inDoubt: 'goes on' },
  { step: unlessHeldBack(agreedDue), inDoubt: 'goes on' },
  { step: meetRoom, inDoubt: 'goes on' },
  { step: tidyRoom, inDoubt: 'waits' },
  { step: forget, inDoubt: 'waits' },
  { step: lapse, inDoubt: 'waits' },
  { step: forgetAgreements, inDoubt: 'waits' },
  { step: forgetPostcards, inDoubt: 'waits' },
  { step: putAway, inDoubt: 'waits' },
  { step: tellRhythm, inDoubt: 'waits' },
  { step: unlessHeldBack(propose), inDoubt: 'waits' },
  { step: unlessHeldBack(tellProposal), inDoubt: 'waits' },
  { step: meetSlotOf(0), inDoubt: 'waits' },
  { step: meetSlotOf(1), inDoubt: 'waits' },
  { step: showLater, inDoubt: 'waits' },
  { step: remindEach, inDoubt: 'waits' },
  { step: meetRituals, inDoubt: 'waits' },
  { step: tellNews, inDoubt: 'waits' },
];

function unlessHeldBack(step: (scene: Scene, couple: Couple, given: Given) => readonly Event[]): Step {
  return (scene, couple, given) => (isHeldBack(couple) ? [] : step(scene, couple, given));
}

/**
 * All that has come due for a couple, in order, each thing seeing what those before it led to. Nothing, when it was woken
 * too early; nothing more once the couple is gone.
 */
export function wake(scene: Scene, coupleId: CoupleId, given: Given): readonly Event[] {
  const events: Event[] = [];
  const woken = scene.couples[coupleId];
  if (woken === undefined) return events;
  let now = scene;
  for (const { step, inDoubt } of steps) {
    // Whoever was erased, or asked in the night, over a clock that was wrong cannot be given that back.
    if (given.doubtedUntil !== null && inDoubt === 'waits') continue;
    const couple = now.couples[coupleId];
    if (couple === undefined) break;
    const more = step(now, couple, given, woken);
    now = evolveAll(now, more);
    events.push(...more);
  }
  return events;
}

/** When this couple must be woken next; null when nothing will come due by itself. */
export function wakeAt(
  scene: Scene,
  couple: Couple,
  now: Instant,
  doubtedUntil: Instant | null = null,
): Instant | null {
  const members = membersOf(scene, couple);
  const slots = slotsInOrder.map(({ times }) => times(couple));
  const path = pathTimes(couple, members, now);
  const room = roomTimes(couple);
  // During a breather or a listening round these wait, and scheduled moments pass.
  const waiting = [
    couple.tellRhythmAt,
    ...path.waiting,
    ...members.map((person) => (person.later === null ? null : whenFree(person, Math.max(person.later.at, now)))),
    ...members.map((person) => reminderAt(person, couple, now)),
  ];
  const goingOn = [
    ...slots.flatMap(({ goOn }) => goOn),
    ...members.map(givenAt),
    ...room.goOn,
    ...(isHeldBack(couple)
      ? []
      : [
          ...openingTimes(couple, members, now),
          ...path.opening,
          ...couple.keeping.map(({ at }) => at),
          ...wantedByBoth(couple, members, now).map(({ at }) => at),
        ]),
  ];
  const held = [
    couple.invite?.expiresAt ?? null,
    ...members.map((person) => asksToShareAt(couple, person, now)),
    ...slots.flatMap(({ wait }) => wait),
    ...room.wait,
    ...members.map(voiceHeldUntil),
    ...members.map(photoHeldUntil),
    ...members.flatMap(lapseTimes),
    ...(isHeldBack(couple) ? [] : waiting),
    ...members.map(({ news }) => news?.at ?? null),
    ...roundTimes(couple),
    ...ritualTimes(couple, members, now),
    ...path.lapsing,
    ...agreementTimes(couple),
    ...silenceTimes(members, now),
    ...leavingTimes(scene, couple, now),
    ...(couple.pairedAt === null ? [] : members.map((person) => nextSlot(person, members, now)?.at ?? null)),
  ];
  const untilBelieved = held.map((time) => (time === null ? null : Math.max(time, doubtedUntil ?? time)));
  const times = [...goingOn, ...untilBelieved].filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

function expireInvite(_scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  const expiresAt = couple.invite?.expiresAt ?? null;
  return expiresAt !== null && expiresAt <= now ? [{ type: 'inviteExpired', couple: couple.id }] : [];
}

/** When whoever invited is asked whether to share the link again: a day later, once they are free. */
function asksToShareAt({ pairedAt, invite }: Couple, person: Person, now: Instant): Instant | null {
  return pairedAt !== null || invite?.askAt == null ? null : whenFree(person, Math.max(invite.askAt, now));
}

/** Whoever has stopped by then is not asked, and not later either: `announce` sends them nothing. */
function askToShare(scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  const isDue = membersOf(scene, couple).some((person) => {
    const at = asksToShareAt(couple, person, now);
    return at !== null && at <= now;
  });
  return isDue ? [{ type: 'partnerAwaited', couple: couple.id, at: now }] : [];
}

function endInSilence(scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  return meetSilence(scene, couple, now);
}

function leaveAtLast(scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  return meetLeaving(scene, couple, now);
}

function dropVoices(scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  return [...letVoicesGo(scene, couple, now), ...letPhotosGo(scene, couple, now)];
}

/** What both sealed opens at its hour; one that falls in a breather or a listening round opens as soon as that has ended. */
function openUnlessResting(scene: Scene, couple: Couple, given: Given): readonly Event[] {
  return isHeldBack(couple) ? [] : openDue(scene, couple, given);
}

function tellRhythm(_scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  if (isHeldBack(couple) || couple.tellRhythmAt === null || couple.tellRhythmAt > now) return [];
  return [{ type: 'rhythmTold', couple: couple.id, at: now }];
}

function showLater(scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  if (isHeldBack(couple)) return [];
  return couple.members.flatMap((member): readonly Event[] => {
    const person = personOf(scene, member);
    if (person.later === null || person.later.at > now || !isFree(person, now)) return [];
    return [{ type: 'promptShown', person: member, round: person.later.round, why: 'later', at: now, date: null }];
  });
}

function remindEach(scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  return isHeldBack(couple) ? [] : remind(scene, couple, now);
}

function meetSlotOf(seat: number): Step {
  return (scene, couple, given, woken) => {
    const member = couple.members[seat];
    return couple.pairedAt === null || member === undefined
      ? []
      : meetSlot(scene, couple, personOf(scene, member), given, isHeldBack(woken));
  };
}
