import { agreementTimes } from './agreement/agreement.js';
import { forgetAgreements, keepDue } from './agreement/wake.js';
import { leavesCoupleAt } from './own-data/book.js';
import { localMoment } from './time/calendar.js';
import { membersOf } from './round/choose.js';
import type { Event } from './event.js';
import { evolveAll } from './evolve.js';
import { leavingTimes, meetLeaving } from './leaving/leaving.js';
import { openDue, openingOf, openingTimes } from './round/opening.js';
import { isAtRest, isSlow, restsNext } from './round/pace.js';
import { opensByClock, putAway as putAwayRound, tellBoth, tellPutAway } from './round/overlap.js';
import { isHeldBack } from './held-back.js';
import { tellNews } from './news/news.js';
import { canBeWrittenTo, personOf } from './person.js';
import { remind, reminderAt } from './rhythm/reminder.js';
import { isFree, nextSlot, whenFree } from './rhythm/rhythm.js';
import { bringAtMoment, lapse, pathAtHour, pathTimes, propose, tellProposal } from './path/moment.js';
import { afterStepLeft } from './path/follow.js';
import { matchDue } from './path/path.js';
import { forgetPostcards, givenAt, lapseTimes, meetPostcards } from './postcard/wake.js';
import { meet } from './round/begin.js';
import { agreedDue, wantedByBoth } from './ritual/ritual.js';
import { meetRituals, ritualTimes } from './ritual/wake.js';
import { meetRoom, tidyRoom } from './room/laying.js';
import { roomTimes } from './room/times.js';
import { meetSilence, silenceTimes } from './leaving/silence.js';
import { slotsInOrder } from './slots.js';
import { letPhotosGo, photoHeldUntil } from './photo/photo.js';
import { letVoicesGo, voiceHeldUntil } from './voice/voice.js';
import type { Couple, Person, Round, Scene } from './scene.js';
import type { Given } from './given.js';
import type { CoupleId, Instant, LocalDate } from './ids.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A scheduled moment may be dealt with this much late, and must not cost the couple the one two days on. */
const tickMs = 5 * 60_000;
/** An unanswered round rests at the next scheduled moment, but never younger than this. */
const restAfterMs = 48 * hourMs - tickMs;
const restedKeptMs = 14 * dayMs;
/**
 * Where no scheduled moment puts a round away (nobody has joined yet, or the rhythm rests), the clock does, in time for
 * the promise that answers are kept for 90 days at most.
 */
const answersKeptMs = 90 * dayMs;
const openKeptMs = (round: Round) => answersKeptMs - restedMs(round) - dayMs;

/** How long it can be answered once it was put away. */
function restedMs({ patienceDays }: Round): number {
  return patienceDays === undefined ? restedKeptMs : patienceDays * dayMs;
}

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
    couple.round === null || openingOf(couple, couple.round.id) !== null
      ? null
      : couple.round.startedAt + openKeptMs(couple.round),
    ...restedToForget(couple).map(({ restedAt, round }) => restedAt + restedMs(round)),
    ...couple.opened.map(leavesCoupleAt),
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

function forget(_scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  const rounds = [
    ...restedToForget(couple).filter(({ restedAt, round }) => restedAt + restedMs(round) <= now),
    ...couple.opened.filter((opened) => leavesCoupleAt(opened) <= now),
  ].map(({ round }) => round.id);
  return rounds.length === 0 ? [] : [{ type: 'pastForgotten', couple: couple.id, rounds }];
}

/** What is on its way to open after all is not forgotten before it has. */
function restedToForget(couple: Couple): Couple['rested'] {
  return couple.rested.filter(({ round }) => openingOf(couple, round.id) === null);
}

function putAway(scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  const { round } = couple;
  if (round === null || round.startedAt + openKeptMs(round) > now || openingOf(couple, round.id) !== null) return [];
  const away = putAwayRound(couple, membersOf(scene, couple), round, now, null);
  return [...away, ...tellBoth(away, couple)];
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

/**
 * One person's scheduled moment. What the date brings is settled once, by whoever of the two meets it first, and the
 * other gets the same at their own hour.
 */
function meetSlot(scene: Scene, couple: Couple, person: Person, given: Given, wasHeldBack: boolean): readonly Event[] {
  const { now } = given;
  const members = membersOf(scene, couple);
  const slot = nextSlot(person, members, now);
  if (slot === null || slot.at > now) return [];
  const today = localMoment(now, person.zone).date;
  const served: Event = { type: 'dateServed', person: person.id, date: today };
  if (isHeldBack(couple) || wasHeldBack) return letPass(couple, slot.date, served);
  const isSettled = couple.slot !== null && couple.slot.date >= slot.date;
  const settled = isSettled ? [] : settleSlot(couple, members, slot.date, given);
  const after = evolveAll(scene, settled);
  const round = after.couples[couple.id]?.round ?? null;
  const isLast = isAtRest(after.couples[couple.id] ?? couple);
  const told = tellPutAway(
    after.couples[couple.id] ?? couple,
    membersOf(after, couple),
    personOf(after, person.id),
    isLast,
  );
  const isNew = round !== null && !(person.id in round.offered);
  return [
    ...settled,
    served,
    ...told,
    ...(told.length > 0 && isLast ? [{ type: 'helpAsked', person: person.id } as const] : []),
    ...(isNew && canBeWrittenTo(person)
      ? [
          meet(person, round, given.scenarios.get(round.scenario), { why: 'scheduled', at: now, date: served.date }),
          ...(person.discreet === null ? [{ type: 'discreetOffered', person: person.id, at: now } as const] : []),
        ]
      : []),
    ...pathAtHour(after.couples[couple.id] ?? couple, person, slot.date, given),
  ];
}

/**
 * A scheduled moment within a breather or a listening round passes, for both, and so does one that comes together with
 * its end, after an absence of the bot's: nothing comes on its heels.
 */
function letPass(couple: Couple, date: LocalDate, served: Event): readonly Event[] {
  const isSettled = couple.slot !== null && couple.slot.date >= date;
  return isSettled ? [served] : [{ type: 'slotMet', couple: couple.id, date, round: null }, served];
}

function settleSlot(couple: Couple, members: readonly Person[], date: LocalDate, given: Given): readonly Event[] {
  const { round } = couple;
  const passed = { type: 'slotMet', couple: couple.id, date, round: null } as const;
  const askedAt = Math.max(round?.startedAt ?? 0, couple.pairedAt ?? 0);
  const isYoung = round !== null && given.now - askedAt < restAfterMs;
  // What opens takes the moment; however much was left before it, both were there.
  if (round !== null && !isYoung && opensByClock(members, round)) {
    return [...putAwayRound(couple, members, round, given.now, date), passed];
  }
  if (isYoung || isAtRest(couple) || (round !== null && openingOf(couple, round.id) !== null)) return [passed];
  if (isSlow(couple) && !couple.hasLetPass) return [passed, { type: 'slotLetPass', couple: couple.id }];
  const rest: readonly Event[] =
    round === null ? [] : [{ type: 'roundRested', couple: couple.id, round: round.id, at: given.now }];
  const isLeft = round !== null && round.patienceDays === undefined;
  if (isLeft && restsNext(couple)) return [...rest, passed];
  const after = isLeft ? { ...couple, ...afterStepLeft(couple, round) } : couple;
  const brought = bringAtMoment(after, members, date, given);
  return [...rest, ...brought.events, { ...passed, round: brought.round }];
}
