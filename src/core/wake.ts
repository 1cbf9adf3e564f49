import { breatherTimes, meetBreather } from './breather-wake.js';
import { localMoment } from './calendar.js';
import type { Event } from './event.js';
import { evolveAll } from './evolve.js';
import { isListening, personOf } from './person.js';
import { isQuiet, nextSlot, outsideQuiet } from './rhythm.js';
import { begin, chooseScenario } from './round.js';
import type { Couple, CoupleId, Given, Instant, LocalDate, OpenedRound, Person, Scene } from './scene.js';

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
const openKeptMs = answersKeptMs - restedKeptMs - dayMs;
const openedKeptMs = 7 * dayMs;

/** All that has come due for a couple, in order. Nothing, when it was woken too early. */
export function wake(scene: Scene, coupleId: CoupleId, given: Given): readonly Event[] {
  const steps = [expireInvite, forget, putAway, meetBreather, tellRhythm, showLater, meetSlots];
  return steps.reduce<readonly Event[]>((events, step) => {
    const couple = evolveAll(scene, events).couples[coupleId];
    return couple === undefined ? events : [...events, ...step(evolveAll(scene, events), couple, given)];
  }, []);
}

/** When this couple must be woken next; null when nothing will come due by itself. */
export function wakeAt(scene: Scene, couple: Couple, now: Instant): Instant | null {
  const members = couple.members.map((member) => personOf(scene, member));
  // During a breather these wait, and scheduled moments pass.
  const waiting = [
    couple.tellRhythmAt,
    ...members.map((person) => (person.later === null ? null : outsideQuiet(person, Math.max(person.later.at, now)))),
  ];
  const times = [
    couple.invite?.expiresAt ?? null,
    ...breatherTimes(couple),
    ...(couple.breather === null ? waiting : []),
    couple.round === null ? null : couple.round.startedAt + openKeptMs,
    ...couple.rested.map(({ restedAt }) => restedAt + restedKeptMs),
    ...couple.opened.map(forgottenAt),
    ...(couple.pairedAt === null ? [] : members.map((person) => nextSlot(person, members, now)?.at ?? null)),
  ].filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

/** Whether nothing of a person has changed that `wakeAt` looks at. */
export function keepsHours(before: Person, after: Person): boolean {
  return (
    before === after ||
    (before.later === after.later &&
      before.rhythm === after.rhythm &&
      before.zone === after.zone &&
      before.servedDate === after.servedDate)
  );
}

function expireInvite(_scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  const expiresAt = couple.invite?.expiresAt ?? null;
  return expiresAt !== null && expiresAt <= now ? [{ type: 'inviteExpired', couple: couple.id }] : [];
}

function forget(_scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  const rounds = [
    ...couple.rested.filter(({ restedAt }) => restedAt + restedKeptMs <= now),
    ...couple.opened.filter((opened) => forgottenAt(opened) <= now),
  ].map(({ round }) => round.id);
  return rounds.length === 0 ? [] : [{ type: 'pastForgotten', couple: couple.id, rounds }];
}

function forgottenAt({ round, openedAt }: OpenedRound): Instant {
  return Math.min(openedAt + openedKeptMs, round.startedAt + answersKeptMs);
}

function putAway(_scene: Scene, { id, round }: Couple, { now }: Given): readonly Event[] {
  if (round === null || round.startedAt + openKeptMs > now) return [];
  return [{ type: 'roundRested', couple: id, round: round.id, at: now }];
}

function tellRhythm(_scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  if (couple.breather !== null || couple.tellRhythmAt === null || couple.tellRhythmAt > now) return [];
  return [{ type: 'rhythmTold', couple: couple.id, at: now }];
}

function showLater(scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  if (couple.breather !== null) return [];
  return couple.members.flatMap((member): readonly Event[] => {
    const person = personOf(scene, member);
    if (person.later === null || person.later.at > now || isQuiet(person, now)) return [];
    return [{ type: 'promptShown', person: member, round: person.later.round, why: 'later', at: now, date: null }];
  });
}

function meetSlots(scene: Scene, couple: Couple, given: Given): readonly Event[] {
  if (couple.pairedAt === null) return [];
  return couple.members.reduce<readonly Event[]>((events, member) => {
    const after = evolveAll(scene, events);
    const current = after.couples[couple.id];
    return current === undefined ? events : [...events, ...meetSlot(after, current, personOf(after, member), given)];
  }, []);
}

/**
 * One person's scheduled moment. What the date brings is settled once, by whoever of the two meets it first, and the
 * other gets the same at their own hour.
 */
function meetSlot(scene: Scene, couple: Couple, person: Person, given: Given): readonly Event[] {
  const { now } = given;
  const members = couple.members.map((member) => personOf(scene, member));
  const slot = nextSlot(person, members, now);
  if (slot === null || slot.at > now) return [];
  const today = localMoment(now, person.zone).date;
  const served: Event = { type: 'dateServed', person: person.id, date: today > slot.date ? today : slot.date };
  if (couple.breather !== null) return letPass(couple, slot.date, served);
  const settled = couple.slot !== null && couple.slot.date >= slot.date ? [] : settleSlot(couple, slot.date, given);
  const after = evolveAll(scene, settled);
  const round = after.couples[couple.id]?.round ?? null;
  const toTell = personOf(after, person.id).untold;
  const isNew = round !== null && !(person.id in round.offered);
  return [
    ...settled,
    served,
    ...(toTell === null ? [] : [{ type: 'restTold', person: person.id, round: toTell } as const]),
    ...(isNew && isListening(person)
      ? [
          {
            type: 'promptShown',
            person: person.id,
            round: round.id,
            why: 'scheduled',
            at: now,
            date: served.date,
          } as const,
        ]
      : []),
  ];
}

/** A scheduled moment within a breather passes, for both: nothing comes on its heels. */
function letPass(couple: Couple, date: LocalDate, served: Event): readonly Event[] {
  const isSettled = couple.slot !== null && couple.slot.date >= date;
  return isSettled ? [served] : [{ type: 'slotMet', couple: couple.id, date, round: null }, served];
}

function settleSlot(couple: Couple, date: LocalDate, given: Given): readonly Event[] {
  const { round } = couple;
  const askedAt = Math.max(round?.startedAt ?? 0, couple.pairedAt ?? 0);
  if (round !== null && given.now - askedAt < restAfterMs) {
    return [{ type: 'slotMet', couple: couple.id, date, round: null }];
  }
  const rest: readonly Event[] =
    round === null ? [] : [{ type: 'roundRested', couple: couple.id, round: round.id, at: given.now }];
  const scenario = chooseScenario(couple, given);
  if (scenario === null) return [...rest, { type: 'slotMet', couple: couple.id, date, round: null }];
  const begun = begin(couple.id, scenario, given);
  return [...rest, begun.event, { type: 'slotMet', couple: couple.id, date, round: begun.round.id }];
}
