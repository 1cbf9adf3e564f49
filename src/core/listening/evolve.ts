import type { EventOf } from '../event.js';
import { unchanged, type Evolvers } from '../evolvers.js';
import { calmedAfter, withCouple, withPerson } from '../change.js';
import { unspend } from '../pairing/spent.js';
import { spend } from '../pairing/spent.js';
import type { ListeningEvent } from './event.js';
import { draftOf, isTakenUp, notesOf, type Draft, type Heard, type Listening, type Plan } from './scene.js';
import { otherOf, usedKey } from './steps.js';
import { practised } from '../path/follow.js';
import { isEmpty } from '../person.js';
import { heardMs, invitationMs, parkedMs, thanksMs } from './times.js';
import type { Couple, Scene } from '../scene.js';
import type { Piece } from '../piece.js';
import type { Instant, PersonId } from '../ids.js';

const afresh = { ready: [], strays: {}, signals: [], swaps: {}, nudgeAt: null, timeUpAt: null } as const;

/** The scene after each event of a listening round; part of evolve.ts. */
export const listeningEvolvers: Evolvers<ListeningEvent> = {
  listeningOffered: unchanged,
  listeningTold: unchanged,
  listeningHoursShown: unchanged,
  tensionHinted: unchanged,
  feelingsOpened: unchanged,
  noteKept: unchanged,
  heardShown: unchanged,
  afterwardsShown: unchanged,
  ownFeelingsShown: unchanged,
  ownFeelingNamed: unchanged,
  listeningInvited: (scene, { couple, listening }) =>
    withPerson(
      withCouple(scene, couple, () => ({ listening })),
      listening.starter,
      (person) => spend(person, 'listen', listening.until - invitationMs),
    ),
  listeningDeclined: (scene, event) => withListening(scene, event, ({ left }) => ({ left: [...left, event.person] })),
  listeningScheduled: (scene, event) =>
    withListening(welcomed(scene, event.couple), event, (now) => ({
      ...setFor(now),
      phase: 'scheduled',
      until: event.at,
    })),
  readyAsked: (scene, event) =>
    withListening(welcomed(scene, event.couple), event, (now) => ({
      ...setFor(now),
      phase: 'ready',
      until: event.until,
    })),
  readyGiven: (scene, event) => withListening(scene, event, (now) => isReady(now, event.person)),
  stepBegan: (scene, event) => withListening(scene, event, (now) => stepBegan(now, event)),
  segmentDrafted: (scene, event) =>
    withListening(scene, event, (now) => drafted(now, event.person, { pieces: event.pieces, picks: event.picks })),
  optionOpened: (scene, event) =>
    withListening(scene, event, (now) => ({
      ...drafted(now, event.person, { pieces: [], picks: [] }),
      option: event.option,
      tick: now.tick + 1,
    })),
  letterSealed: (scene, event) => withListening(scene, event, (now) => isReady(now, event.person)),
  doneTold: (scene, event) => withListening(scene, event, (now) => isReady(now, event.person)),
  segmentHeld: (scene, event) =>
    withListening(scene, event, (now) => ({
      phase: 'held',
      tick: now.tick + 1,
      until: event.until,
      heldAs: event.option,
      nudgeAt: null,
    })),
  segmentTakenBack: (scene, event) =>
    withListening(scene, event, (now) => ({
      phase: event.phase,
      tick: now.tick + (now.phase === 'held' ? 1 : 0),
      until: now.phase === 'held' ? event.until : now.until,
      nudgeAt: now.phase === 'held' ? event.nudgeAt : now.nudgeAt,
      ready: now.ready.filter((one) => one !== event.person),
    })),
  segmentDelivered: (scene, event) => withListening(scene, event, (now) => delivered(now, event)),
  lettersOpened: (scene, event) =>
    withListening(scene, event, (now) => ({ said: [...now.said, ...event.said], drafts: cleared(now) })),
  signalGiven: (scene, event) =>
    withListening(scene, event, ({ signals }) => ({
      signals: [...signals, `${String(event.person)}/${event.signal}`],
    })),
  noteTaken: (scene, event) =>
    withListening(scene, event, (now) => ({
      notes: { ...now.notes, [event.person]: [...notesOf(now, event.person), event.piece] },
      strays: { ...now.strays, [event.person]: (now.strays[event.person] ?? 0) + 1 },
    })),
  noteChanged: (scene, event) =>
    withListening(scene, event, (now) => ({ notes: { ...now.notes, [event.person]: changedNotes(now, event) } })),
  notesShown: (scene, event) => withListening(scene, event, ({ notes }) => ({ notes: without(notes, event.person) })),
  turnNudged: (scene, event) => withListening(scene, event, () => ({ nudgeAt: null })),
  turnShownAgain: (scene, event) => withListening(scene, event, () => ({ nudgeAt: null })),
  timeUpTold: (scene, event) => withListening(scene, event, () => ({ timeUpAt: null })),
  swapAsked: (scene, event) =>
    withListening(scene, event, (now) => ({ ...begun(now), phase: 'swap', until: event.until, resume: 'swap' })),
  swapWished: (scene, event) =>
    withListening(scene, event, ({ swaps }) => ({ swaps: { ...swaps, [event.person]: event.wish } })),
  turnScheduled: (scene, event) =>
    withListening(scene, event, (now, couple) => ({
      ...begun(now),
      ...newTurn,
      phase: 'scheduled',
      until: event.at,
      turn: now.turn + 1,
      speaker: otherOf(couple, now.speaker),
      step: event.step,
      resume: null,
    })),
  listeningParked: (scene, event) => withListening(scene, event, (now) => parked(now, event.until)),
  goOnWished: (scene, event) => withListening(scene, event, (now) => isReady(now, event.person)),
  listeningLetGo: (scene, event) =>
    withListening(scene, event, (now) => ({
      left: [...now.left, event.person],
      ready: now.ready.filter((one) => one !== event.person),
    })),
  listeningEnded: (scene, event) => ended(scene, event),
  listenerThanked: (scene, event) =>
    withHeard(scene, event, ({ thanked }) => ({ thanked: [...thanked, event.person] })),
  tensionTold: (scene, event) =>
    withHeard(scene, event, ({ tension }) => ({ tension: { ...tension, [event.person]: event.tension } })),
  keepingChosen: (scene, event) => withHeard(scene, event, (heard) => ({ until: Math.min(heard.until, event.until) })),
  planWritten: (scene, event) =>
    withHeard(scene, event, (heard) => ({
      plans: [
        ...withoutDraft(heard, event.person),
        { by: event.person, text: event.text, messageId: event.messageId, phase: 'draft' },
      ],
    })),
  planLeft: (scene, event) => withHeard(scene, event, (heard) => ({ plans: withoutDraft(heard, event.person) })),
  planProposed: (scene, event) =>
    withPerson(
      withHeard(scene, event, (heard) => planNow(heard, event, 'proposed')),
      event.person,
      (person) => spend(person, 'plan', event.at),
    ),
  planAgreed: (scene, event) => withHeard(scene, event, (heard) => planNow(heard, event, 'agreed')),
  heardForgotten: (scene, { couple }) => withCouple(scene, couple, () => ({ heard: null })),
};

/** What a new turn does not inherit. */
const newTurn = { used: {}, mirrored: [], confirmed: [] } as const;

/** An invitation that the other takes up is not counted: they may be asked again, and hear it. */
function welcomed(scene: Scene, couple: number): Scene {
  const { phase, starter } = scene.couples[couple]?.listening ?? { phase: null, starter: 0 };
  return phase === 'invited'
    ? withPerson(scene, starter, (person) => unspend(person, ['listen', 'ringListen']))
    : scene;
}

/** A phase begins: earlier buttons are stale, and nobody has answered yet. */
function begun({ tick }: Listening) {
  return { ...afresh, option: null, heldAs: null, tick: tick + 1 };
}

/** An hour or a now was said. Whoever had declined may still come; whoever let it go, or stopped, is not called back. */
function setFor(now: Listening) {
  // A choice that was being put into words before it was put down is still that.
  return { ...begun(now), option: now.option, left: now.phase === 'invited' ? [] : now.left };
}

function stepBegan(now: Listening, event: EventOf<'stepBegan'>): Partial<Listening> {
  const { step, phase, speaker, turn, until, nudgeAt, timeUpAt, isResumed } = event;
  return {
    ...begun(now),
    ...(turn === now.turn ? {} : newTurn),
    // What was half written before a parking or a breather is still there after it.
    ...(isResumed ? { option: now.option } : { drafts: cleared(now) }),
    ...{ step, phase, speaker, turn, until, nudgeAt, timeUpAt, resume: phase },
  };
}

function delivered(now: Listening, { said, isMirror, confirms }: EventOf<'segmentDelivered'>): Partial<Listening> {
  const used = said.option === null ? null : usedKey(said.step, said.option);
  return {
    said: isEmpty(said) ? now.said : [...now.said, said],
    drafts: cleared(now),
    option: null,
    used: used === null ? now.used : { ...now.used, [used]: (now.used[used] ?? 0) + 1 },
    mirrored: isMirror ? said.pieces : now.mirrored,
    confirmed: confirms ? now.mirrored : now.confirmed,
  };
}

function parked(now: Listening, until: Instant): Partial<Listening> {
  // A choice that was being put into words is still that; what was held is a draft again.
  return { ...begun(now), option: now.option, phase: 'parked', until, parkings: now.parkings + 1 };
}

function withoutDraft({ plans }: Heard, person: PersonId): Heard['plans'] {
  return plans.filter(({ by, phase }) => by !== person || phase !== 'draft');
}

/** A message is one of its writer's own: of the other's proposal it is the other's number. */
function planNow(
  { plans }: Heard,
  { type, person, messageId }: EventOf<'planProposed' | 'planAgreed'>,
  phase: Plan['phase'],
): Partial<Heard> {
  const isIt = (plan: Plan) => plan.messageId === messageId && (plan.by === person) === (type === 'planProposed');
  return { plans: plans.map((plan) => (isIt(plan) ? { ...plan, phase } : plan)) };
}

function isReady({ ready }: Listening, person: PersonId): Partial<Listening> {
  return { ready: [...ready, person] };
}

function drafted(now: Listening, person: PersonId, draft: Omit<Draft, 'version'>): Pick<Listening, 'drafts'> {
  const version = draftOf(now, person).version + 1;
  return { drafts: { ...now.drafts, [person]: { ...draft, version } } };
}

function cleared({ drafts }: Listening): Listening['drafts'] {
  return Object.fromEntries(
    Object.entries(drafts).map(([person, { version }]) => [person, { pieces: [], picks: [], version: version + 1 }]),
  );
}

function changedNotes(now: Listening, { person, messageId, piece }: EventOf<'noteChanged'>): readonly Piece[] {
  return notesOf(now, person).flatMap((one) => (one.messageId !== messageId ? [one] : piece === null ? [] : [piece]));
}

/** What was said stays a while for the two to read again; all else of the round is gone. */
function ended(scene: Scene, { couple, how, at }: EventOf<'listeningEnded'>): Scene {
  const listening = scene.couples[couple]?.listening ?? null;
  if (listening === null) return scene;
  const heard: Heard = {
    id: listening.id,
    protocol: listening.protocol,
    endedAt: at,
    until: at + (listening.said.length > 0 ? heardMs : thanksMs),
    said: listening.said,
    thanked: [],
    tension: {},
    plans: [],
  };
  const over = withCouple(scene, couple, (one) =>
    how === 'done' ? { listening: null, heard, ...practised(one, 'listening', at) } : { listening: null },
  );
  return isTakenUp(listening) ? calmedAfter(over, couple, at) : over;
}

/** A breather puts it aside as it is, without a last word: what was held goes nowhere. */
export function pausedByBreather({ listening }: Couple): Partial<Couple> {
  if (listening === null || !isTakenUp(listening)) return {};
  return { listening: { ...listening, ...begun(listening), option: listening.option, phase: 'paused' } };
}

/** A breather from which the two did not come back to it together leaves it lying. */
export function parkedAfterBreather({ listening }: Couple, at: Instant): Partial<Couple> {
  if (listening?.phase !== 'paused') return {};
  return { listening: { ...listening, ...parked(listening, at + parkedMs) } };
}

export function without<Value>(
  record: Readonly<Record<PersonId, Value>>,
  person: PersonId,
): Readonly<Record<PersonId, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => Number(id) !== person));
}

function withListening(
  scene: Scene,
  { couple }: { readonly couple: number },
  change: (listening: Listening, couple: Couple) => Partial<Listening>,
): Scene {
  return withCouple(scene, couple, (now) =>
    now.listening === null ? {} : { listening: { ...now.listening, ...change(now.listening, now) } },
  );
}

function withHeard(
  scene: Scene,
  { couple }: { readonly couple: number },
  change: (heard: Heard) => Partial<Heard>,
): Scene {
  return withCouple(scene, couple, ({ heard }) => (heard === null ? {} : { heard: { ...heard, ...change(heard) } }));
}
