import { breatherTips } from './event.js';
import { leaveForToday, pressReturn, sayLine, takeBackLine } from './return.js';
import type { Breather } from './scene.js';
import type { Breathing } from './breathing.js';
import {
  calledAgainUntil,
  canExtend,
  chooseWithinMs,
  defaultRestMs,
  endAfter,
  latestEnd,
  lengths,
  lengthsFrom,
} from './times.js';
import { drawBreatherId } from '../time/chance.js';
import { rowOf, type Button, type ButtonOf } from '../buttons.js';
import { type Command } from '../command.js';
import { isAlwaysThrough, type PersonCommand } from '../commands.js';
import type { Decision } from '../event.js';
import { isHeldBack, isMeantForBot } from '../held-back.js';
import { coupleOf, isAway, partnerOf, personOf } from '../person.js';
import type { Couple, Person, Scene } from '../scene.js';
import type { Given } from '../given.js';

function breathingOf(scene: Scene, me: Person): Breathing | null {
  const couple = coupleOf(scene, me);
  return couple?.breather == null ? null : { couple, breather: couple.breather };
}

/** /adempauze. At once, from every state; during one it says how things stand, and on the way back it gives more time. */
export function callBreather(scene: Scene, me: Person, { now, ...given }: Given): Decision {
  const couple = coupleOf(scene, me);
  if (couple === null || partnerOf(scene, me) === null) return { refusal: 'breather-needs-two' };
  if (couple.breather !== null) return callAgain(couple, couple.breather, me, now);
  const breather: Breather = {
    id: drawBreatherId({ now, ...given }),
    caller: me.id,
    beganAt: now,
    phase: 'rest',
    since: now,
    until: now + defaultRestMs,
    isSettled: false,
    extensions: 0,
    longer: [],
    freed: [],
    hushed: [],
    back: [],
    notToday: [],
    choices: {},
    lines: {},
  };
  return [{ type: 'breatherBegan', couple: couple.id, breather }];
}

/**
 * [Even adem] under light answers asks first, in private: a breather is for two, and the other cannot unhear it. In a
 * moment that may be hard it begins like any other: while a breather or a listening round lasts, or once help was
 * offered over heavy words.
 */
export function askBreather(scene: Scene, me: Person, given: Given): Decision {
  const couple = coupleOf(scene, me);
  const isCalm = couple !== null && !isHeldBack(couple) && (given.passing?.[me.id]?.offered ?? []).length === 0;
  const isForTwo = partnerOf(scene, me) !== null;
  return isCalm && isForTwo ? [{ type: 'breatherAsked', person: me.id }] : callBreather(scene, me, given);
}

function callAgain(couple: Couple, breather: Breather, me: Person, now: number): Decision {
  const isOut = breather.freed.includes(me.id) || breather.notToday.includes(me.id);
  if (breather.phase === 'rest' || isOut) return [{ type: 'breatherTold', person: me.id }];
  if (!canExtend(breather, now)) return leaveForToday(couple, breather, me, now);
  const until = calledAgainUntil(breather, now);
  return [{ type: 'breatherLengthened', couple: couple.id, by: me.id, at: now, until, how: 'extended' }];
}

/**
 * The one place where a breather is looked at, before all other rules: what a person may do meanwhile. Null means that
 * it makes no difference to this command. What is held back changes nothing: a draft stays as it was.
 */
export function duringBreather(scene: Scene, me: Person, command: PersonCommand, given: Given): Decision | null {
  const breathing = breathingOf(scene, me);
  if (breathing === null || isAlwaysThrough(command)) return null;
  switch (command.type) {
    case 'askQuestion':
    case 'appreciate':
    case 'listen':
      return { refusal: 'in-breather' };
    case 'start':
      return command.code === null && me.consent !== null && !isAway(me)
        ? [{ type: 'breatherTold', person: me.id }]
        : null;
    case 'withdraw':
      return takeBackLine(breathing, me);
    case 'say':
      return sayMeanwhile(breathing, me, command, given);
    case 'editSaid':
      return holdsMessage(me, command.messageId) ? { refusal: 'in-breather' } : [];
    case 'sendUnsupported':
    case 'sendPhoto':
      return hush(breathing, me);
    case 'heart':
      return [];
    case 'press':
      return pressMeanwhile(command.button);
  }
}

function sayMeanwhile(
  breathing: Breathing,
  me: Person,
  { speech, messageId }: Extract<Command, { type: 'say' }>,
  { now }: Given,
): Decision | null {
  if (isMeantForBot(me, speech, now)) return null;
  const { breather } = breathing;
  const isAsked = breather.phase === 'lines' && !breather.freed.includes(me.id) && !breather.notToday.includes(me.id);
  return isAsked ? sayLine(breathing, me, speech, messageId) : hush(breathing, me);
}

/** Said once: what is typed goes nowhere. Then quiet. */
function hush({ couple, breather }: Breathing, me: Person): Decision {
  return breather.hushed.includes(me.id) ? [] : [{ type: 'breatherHushed', couple: couple.id, person: me.id }];
}

function holdsMessage(me: Person, messageId: number): boolean {
  const pieces = [
    ...Object.values(me.answers).flatMap((answer) => answer.pieces),
    ...(me.pending?.pieces ?? []),
    ...(me.postcard?.answer.pieces ?? []),
  ];
  return pieces.some((piece) => piece.messageId === messageId);
}

function pressMeanwhile(button: Button): Decision | null {
  return rowOf(button).waits === 'never' ? null : { refusal: 'in-breather' };
}

/** The buttons of a breather. Those of one that is over are stale, except the offer of a time that it left behind. */
export function pressBreather(scene: Scene, me: Person, button: Button<ButtonOf<'breather'>>, given: Given): Decision {
  const { name, slot, arg } = button;
  const couple = coupleOf(scene, me);
  if (name === 'breathMoment' || couple?.breather?.id !== slot) return pressReturn(scene, me, button, given);
  const { breather } = couple;
  const isOut = breather.freed.includes(me.id);
  if (name === 'breathMenu') {
    const tip = breatherTips.find((one) => one === arg);
    return tip === undefined ? { refusal: 'stale-button' } : [{ type: 'tipShown', person: me.id, tip }];
  }
  if (name === 'breathUnsafe') {
    const helped: Decision = [{ type: 'informed', person: me.id, about: 'helplines' }];
    return isOut ? helped : [{ type: 'breatherLeft', couple: couple.id, person: me.id }, ...helped];
  }
  if (isOut) return { refusal: 'stale-button' };
  if (name === 'breathFor') return chooseLength(scene, couple, breather, me, arg, given);
  if (name === 'breathLonger') return needLonger(scene, couple, breather, me, arg, given);
  return pressReturn(scene, me, button, given);
}

/** The caller's length, within a minute of the call. It never shortens what the other privately needed. */
function chooseLength(
  scene: Scene,
  couple: Couple,
  breather: Breather,
  me: Person,
  arg: string,
  { now }: Given,
): Decision {
  const length = lengths.find((one) => one === arg);
  const isOpen = breather.caller === me.id && !breather.isSettled && now < breather.beganAt + chooseWithinMs;
  if (length === undefined || !isOpen) return { refusal: 'stale-button' };
  const members = couple.members.map((member) => personOf(scene, member));
  const chosen = endAfter(length, breather.beganAt, me, members, latestEnd(breather));
  if (chosen === null) return { refusal: 'breather-full' };
  const until = breather.longer.length > 0 ? Math.max(chosen, breather.until) : chosen;
  return [{ type: 'breatherSettled', couple: couple.id, until }];
}

/** [Ik heb langer nodig]: once each, without a reason; the later time counts. */
function needLonger(
  scene: Scene,
  couple: Couple,
  breather: Breather,
  me: Person,
  arg: string,
  { now }: Given,
): Decision {
  if (breather.phase !== 'rest') return { refusal: 'stale-button' };
  if (breather.longer.includes(me.id)) return { refusal: 'breather-full' };
  const members = couple.members.map((member) => personOf(scene, member));
  const latest = latestEnd(breather);
  if (lengthsFrom(breather.until, me, members, latest).length === 0) return { refusal: 'breather-full' };
  if (arg === '') return [{ type: 'breatherTimesShown', person: me.id, how: 'longer' }];
  const length = lengths.find((one) => one === arg);
  if (length === undefined) return { refusal: 'stale-button' };
  const until = endAfter(length, breather.until, me, members, latest);
  if (until === null || until <= breather.until) return { refusal: 'breather-full' };
  return [{ type: 'breatherLengthened', couple: couple.id, by: me.id, at: now, until, how: 'longer' }];
}
