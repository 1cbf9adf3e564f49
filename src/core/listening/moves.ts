import type { Button } from '../buttons.js';
import type { Speech } from '../command.js';
import type { Decision, Event, Refusal } from '../event.js';
import { evolveAll } from '../evolve.js';
import { draftOf, signals, swapWishes, tensions, type Listening } from './scene.js';
import {
  finished,
  goOn,
  nextTurn,
  optionsLeft,
  otherOf,
  park,
  pensOf,
  phaseOf,
  resume,
  stepOf,
  takesNow,
  type Listened,
} from './steps.js';
import type { MoveName } from './table.js';
import { anotherHour, holdMs, laterAt, laterHours, readyUntil, stepTimes, tomorrowAt } from './times.js';
import { isAskedOf } from '../help/passing.js';
import { isEmpty, personOf } from '../person.js';
import { optionsOfGroups, type Step, type StepOption } from './protocol.js';
import type { Person, Scene } from '../scene.js';
import type { Given } from '../given.js';
import type { Piece } from '../piece.js';
import type { Instant } from '../ids.js';

/** One person's act within a listening round, with all a move may look at. */
export interface Acting extends Listened {
  readonly scene: Scene;
  readonly step: Step;
  readonly me: Person;
  readonly given: Given;
}

/** What stands on the button that was tapped, or what was said. */
export interface Act extends Pick<Button, 'arg' | 'step'> {
  readonly said: { readonly speech: Speech; readonly messageId: number } | null;
}

type Move = (acting: Acting, act: Act) => Decision;

const stale: Refusal = { refusal: 'stale-button' };
/** What somebody says out of turn is kept for them up to here. */
const notesMax = 3000;
const noteVoicesMax = 6;
const straysBeforeBreather = 3;

export const listeningMoves: { readonly [M in MoveName]: Move } = {
  accept: ({ couple, listening, given: { now } }) => [
    { type: 'readyAsked', couple: couple.id, until: readyUntil(listening.pace, now) },
  ],
  chooseHour: ({ couple, me, given: { now } }, { arg }) => {
    if (arg === '' || arg === anotherHour) return [{ type: 'listeningHoursShown', couple: couple.id, person: me.id }];
    const hour = laterHours.find((one) => one === arg);
    const at = hour === undefined ? null : laterAt(hour, me, now);
    return at === null ? stale : [{ type: 'listeningScheduled', couple: couple.id, at }];
  },
  decline: ({ couple, listening, me }) =>
    listening.left.includes(me.id) ? [] : [{ type: 'listeningDeclined', couple: couple.id, person: me.id }],
  recall: ({ couple, given: { now } }) => [{ type: 'listeningEnded', couple: couple.id, how: 'recalled', at: now }],
  // What was begun is put down again, and not thrown away.
  cancel: ({ couple, listening, given: { now } }) =>
    listening.resume === null
      ? [{ type: 'listeningEnded', couple: couple.id, how: 'cancelled', at: now }]
      : park(couple, listening, now),
  beThere,
  write,
  takeNote,
  finish,
  clear: ({ couple, listening, me }, { arg }) => {
    const { pieces, picks, version } = draftOf(listening, me.id);
    // A letter that is ready is taken back by its own card.
    if (arg !== versionArg(version) || listening.ready.includes(me.id)) return stale;
    if (pieces.length === 0 && picks.length === 0) return [];
    return [{ type: 'segmentDrafted', couple: couple.id, person: me.id, pieces: [], picks: [], how: 'cleared' }];
  },
  takeBack: (acting) => {
    const { listening, me } = acting;
    const isMine = listening.phase === 'held' || listening.ready.includes(me.id);
    return isMine ? [takenBack(acting)] : stale;
  },
  takeOption,
  pickFeeling,
  openGroup: ({ couple, listening, me, step }, { arg }) =>
    takesNow(step, listening) === 'picks'
      ? [{ type: 'feelingsOpened', couple: couple.id, person: me.id, group: arg }]
      : stale,
  signal: ({ couple, listening, me, step }, { arg }) => {
    const signal = signals.find((one) => one === arg);
    const isFitting = signal !== undefined && (signal === 'time') === (step.pen === 'listener');
    if (!isFitting) return stale;
    if (listening.signals.includes(`${String(me.id)}/${signal}`)) return [];
    return [{ type: 'signalGiven', couple: couple.id, person: me.id, signal }];
  },
  wishSwap,
  wishOn: ({ couple, listening, me, given: { now } }) => {
    if (listening.ready.includes(me.id)) return [];
    const wished: Event = { type: 'goOnWished', couple: couple.id, person: me.id };
    return isLast(couple.members, listening, me)
      ? [wished, { type: 'readyAsked', couple: couple.id, until: readyUntil(listening.pace, now) }]
      : [wished];
  },
  letGo: ({ couple, listening, me }) =>
    listening.left.includes(me.id) ? [] : [{ type: 'listeningLetGo', couple: couple.id, person: me.id }],
};

/** The version of a draft as a button carries it. */
export function versionArg(version: number): string {
  return version.toString(36);
}

/** Stands in no id of an option. */
const beforeVersion = '--';

/** A way on that takes the draft along carries its version too: what was typed since does not stand on that card. */
export function sendingArg(option: string, version: number): string {
  return `${option}${beforeVersion}${versionArg(version)}`;
}

/** Which way on a button names, whatever else it carries. */
export function optionNamed(arg: string): string {
  return arg.split(beforeVersion, 1)[0] ?? '';
}

/** «Ik ben er»: how tense somebody says to be is asked of them, told to nobody and kept nowhere. */
function beThere(acting: Acting, { arg }: Act): Decision {
  const { couple, listening, me, given } = acting;
  const tension = [...tensions, 'anyway'].find((one) => one === arg);
  if (tension === undefined) return stale;
  if (listening.ready.includes(me.id)) return [];
  if (tension === 'high') return [{ type: 'tensionHinted', couple: couple.id, person: me.id }];
  const ready: Event = { type: 'readyGiven', couple: couple.id, person: me.id };
  return isLast(couple.members, listening, me) ? [ready, ...resume(acting, given.now)] : [ready];
}

function isLast(members: readonly number[], { ready }: Listening, me: Person): boolean {
  return members.every((member) => member === me.id || ready.includes(member));
}

/** Words of whoever holds the pen. During a hold they take back what was held: it is one piece again, and goes nowhere yet. */
function write(acting: Acting, { said }: Act): Decision {
  const { couple, listening, me, step } = acting;
  if (said === null) return stale;
  const takes = takesNow(step, listening);
  if (takes === 'nothing') return { refusal: 'say-it-aloud' };
  if (takes === 'taps') return { refusal: 'tap-only' };
  const piece: Piece = { ...said.speech, at: null, messageId: said.messageId };
  const draft = draftOf(listening, me.id);
  const pieces = [...draft.pieces, piece];
  const isTakenBack = listening.phase === 'held' || listening.ready.includes(me.id);
  return (
    beyond(pieces, limitsOf(step, listening)) ?? [
      ...(isTakenBack ? [takenBack(acting)] : []),
      { type: 'segmentDrafted', couple: couple.id, person: me.id, pieces, picks: draft.picks, how: 'said' },
    ]
  );
}

interface Limits {
  readonly units: number;
  readonly voices: number;
  readonly seconds: number;
}

/** An option's own words are a sentence or two; else the step says how much fits. */
export function limitsOf(step: Step, { option }: Listening): Limits {
  const short = step.options.find(({ id }) => id === option)?.wordsMax ?? null;
  return {
    units: short ?? step.unitsMax,
    voices: short === null ? step.voicesMax : 1,
    seconds: step.secondsMax,
  };
}

export function beyond(pieces: readonly Piece[], { units, voices, seconds }: Limits): Refusal | null {
  const length = pieces.reduce((sum, piece) => sum + (piece.kind === 'text' ? piece.text.length + 1 : 0), -1);
  if (length > units) return { refusal: 'too-long', units: length, limit: units };
  const spoken = pieces.filter((piece) => piece.kind === 'voice');
  if (spoken.length > voices) return { refusal: 'too-many-voices', limit: voices };
  return spoken.some((piece) => piece.seconds > seconds) ? { refusal: 'voice-too-long', seconds } : null;
}

/** Said out of turn: kept for whoever said it, and for nobody else. */
function takeNote({ couple, listening, me }: Acting, { said }: Act): Decision {
  if (said === null) return stale;
  const piece: Piece = { ...said.speech, at: null, messageId: said.messageId };
  const notes = [...(listening.notes[me.id] ?? []), piece];
  const isThird = (listening.strays[me.id] ?? 0) + 1 === straysBeforeBreather;
  const limits = { units: notesMax, voices: noteVoicesMax, seconds: Infinity };
  return beyond(notes, limits) ?? [{ type: 'noteTaken', couple: couple.id, person: me.id, piece, isThird }];
}

/** [Klaar]. What is written is held first; what was said aloud passes the pen at once. */
function finish(acting: Acting, { arg }: Act): Decision {
  const { couple, listening, me, step, given } = acting;
  const takes = takesNow(step, listening);
  if (takes === 'taps') return stale;
  if (takes === 'nothing') {
    const isShared = step.pen === 'both';
    if (isShared && listening.ready.includes(me.id)) return [];
    if (isShared && !isLast(couple.members, listening, me)) {
      return [{ type: 'doneTold', couple: couple.id, person: me.id }];
    }
    return goOn(acting, step, null, given.now);
  }
  const { pieces, picks, version } = draftOf(listening, me.id);
  if (arg !== versionArg(version)) return stale;
  if (isEmpty({ pieces, picks })) return { refusal: 'empty-draft' };
  if (takes !== 'letters') return [held(acting, listening.option)];
  if (listening.ready.includes(me.id)) return [];
  const sealed: Event = { type: 'letterSealed', couple: couple.id, person: me.id };
  return isLast(couple.members, listening, me) ? [sealed, held(acting, null)] : [sealed];
}

function held({ couple, me, given }: Acting, option: string | null): Event {
  return { type: 'segmentHeld', couple: couple.id, person: me.id, option, until: given.now + holdMs };
}

export function takenBack({ couple, listening, me, step, given }: Omit<Acting, 'scene' | 'protocol'>): Event {
  const { until, nudgeAt } = stepTimes(step, listening.pace, given.now);
  return { type: 'segmentTakenBack', couple: couple.id, person: me.id, phase: phaseOf(step), until, nudgeAt };
}

/** A way on that is tapped. It goes at once, unless it needs words of its own or takes the draft along. */
function takeOption(acting: Acting, { arg }: Act): Decision {
  const { couple, listening, me, step, given } = acting;
  if (arg === '' && listening.option !== null) {
    return [{ type: 'optionOpened', couple: couple.id, person: me.id, option: null }];
  }
  const { version } = draftOf(listening, me.id);
  const option = optionsLeft(step, listening).find(({ id, sends }) => arg === (sends ? sendingArg(id, version) : id));
  if (option === undefined || listening.option !== null) return stale;
  if (option.sends) {
    // Such a button may still stand under what was written before.
    if (isAskedOf(me, draftOf(listening, me.id).pieces, given)) return stale;
    return isEmpty(draftOf(listening, me.id)) ? { refusal: 'empty-draft' } : [held(acting, option.id)];
  }
  if (option.wordsMax !== null && listening.pace === 'apart') {
    return [{ type: 'optionOpened', couple: couple.id, person: me.id, option: option.id }];
  }
  return through(acting, given.now, option, { pieces: [], picks: [] });
}

function pickFeeling({ couple, listening, me, step }: Acting, { arg, step: mark }: Act): Decision {
  if (takesNow(step, listening) !== 'picks' || !optionsOfGroups(step.groups).some(({ id }) => id === arg)) return stale;
  const { pieces, picks } = draftOf(listening, me.id);
  const isOn = mark % 2 === 1;
  if (picks.includes(arg) === isOn) return [];
  const wished = isOn ? [...picks, arg] : picks.filter((id) => id !== arg);
  if (wished.length > step.picksMax) return { refusal: 'too-many-picks', limit: step.picksMax };
  return [{ type: 'segmentDrafted', couple: couple.id, person: me.id, pieces, picks: wished, how: 'picked' }];
}

/** The gentlest of both wishes counts, and nobody hears whose it was. */
function wishSwap(acting: Acting, { arg }: Act): Decision {
  const { scene, couple, listening, me, given } = acting;
  const wish = swapWishes.find((one) => one === arg);
  if (wish === undefined) return stale;
  if (listening.swaps[me.id] === wish) return [];
  const wished: Event = { type: 'swapWished', couple: couple.id, person: me.id, wish };
  const all = couple.members.flatMap((member) => (member === me.id ? wish : (listening.swaps[member] ?? [])));
  if (all.length < couple.members.length) return [wished];
  switch (swapWishes.find((one) => all.includes(one)) ?? 'no') {
    case 'now':
      return [wished, ...nextTurn(acting, given.now)];
    case 'tomorrow': {
      const at = tomorrowAt(personOf(scene, otherOf(couple, listening.speaker)), given.now);
      return [wished, { type: 'turnScheduled', couple: couple.id, step: acting.protocol.steps[0]?.id ?? '', at }];
    }
    case 'no':
      return [wished, ...finished(acting, given.now)];
  }
}

/** The hold is over, or nothing had to be held: it reaches the other, and the next step begins. */
export function through(
  acting: Listened & { readonly step: Step; readonly scene: Scene },
  now: Instant,
  option: StepOption | null,
  draft: { readonly pieces: readonly Piece[]; readonly picks: readonly string[] },
): readonly Event[] {
  const { scene, couple, listening, step } = acting;
  const [by = listening.speaker] = pensOf(couple, listening, step);
  const delivered: Event = {
    type: 'segmentDelivered',
    couple: couple.id,
    said: { by, step: step.id, option: option?.id ?? null, pieces: draft.pieces, picks: draft.picks },
    isMirror: step.kind === 'mirror' && draft.pieces.length > 0,
    confirms: option?.confirms ?? false,
  };
  const after = evolveAll(scene, [delivered]).couples[couple.id] ?? couple;
  const listened = { ...acting, couple: after, listening: after.listening ?? listening };
  return [delivered, ...goOn(listened, step, option?.goTo ?? null, now)];
}

/** What the clock delivers once a hold is over. */
export function deliverHeld(acting: Listened & { readonly scene: Scene }, now: Instant): readonly Event[] {
  const { couple, listening, protocol } = acting;
  const step = stepOf(protocol, listening.step);
  if (step === null) return [{ type: 'listeningEnded', couple: couple.id, how: 'over', at: now }];
  if (step.pen === 'both') {
    const said = couple.members.map((by) => {
      const { pieces, picks } = draftOf(listening, by);
      return { by, step: step.id, option: null, pieces, picks };
    });
    return [{ type: 'lettersOpened', couple: couple.id, said }, ...goOn(acting, step, null, now)];
  }
  const option = step.options.find(({ id }) => id === listening.heldAs) ?? null;
  const [by = listening.speaker] = pensOf(couple, listening, step);
  return through({ ...acting, step }, now, option, draftOf(listening, by));
}
