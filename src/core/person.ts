import { hasAgreed } from './pairing/consent.js';
import type { Language } from './round/scenario.js';
import type { Answer, Couple, Person, Scene } from './scene.js';
import type { Piece } from './piece.js';
import type { CoupleId, PersonId, RoundId } from './ids.js';
import { isVisible } from './reading/visible.js';

/** Somebody the bot knows nothing of but the language to answer in. */
export function stranger(id: PersonId, language: Language, zone: string): Person {
  return {
    id,
    language,
    wrongGuesses: [],
    consent: null,
    consents: { voice: null, photo: null, deeper: null },
    name: '',
    coupleId: null,
    zone,
    rhythm: { days: 'three', minute: 20 * 60, quietFromMinute: 22 * 60, quietUntilMinute: 8 * 60 },
    revealMinute: null,
    wish: null,
    isUnreachable: false,
    hasStopped: false,
    spent: {},
    servedDate: null,
    later: null,
    asked: null,
    pending: null,
    heldVoices: [],
    heldPhoto: null,
    holidayUntil: null,
    wantsReminders: false,
    discreet: null,
    remindedOf: null,
    hinted: {},
    untold: null,
    keepDays: 90,
    seenOn: null,
    askedToStayOn: null,
    exportedAt: null,
    leaving: null,
    leftAt: null,
    news: null,
    wishes: [],
    restsPath: null,
    postcard: null,
    gavePostcard: null,
    postcardsGot: [],
    wantsPostcards: true,
    quietRituals: [],
    answers: {},
  };
}

/** Nobody in it yet, and nothing asked. */
export function emptyCouple(id: CoupleId): Couple {
  return {
    id,
    members: [],
    pairedAt: null,
    invite: null,
    spentCodes: [],
    round: null,
    rested: [],
    opened: [],
    lastAsked: {},
    reveals: 0,
    slot: null,
    tellRhythmAt: null,
    unanswered: 0,
    hasLetPass: false,
    isApart: false,
    openings: [],
    isLightNext: false,
    picked: null,
    turn: null,
    path: null,
    done: {},
    proposeAt: null,
    proposal: null,
    proposed: [],
    matchAt: null,
    practised: { breather: null, listening: null },
    agreements: [],
    keeping: [],
    breather: null,
    resumption: null,
    room: null,
    rituals: [],
    listening: null,
    heard: null,
  };
}

export function personOf(scene: Scene, id: PersonId): Person {
  const person = scene.people[id];
  if (person === undefined) throw new Error('the scene lacks a person its couple names');
  return person;
}

/** The couple that an event names. */
export function coupleIn(scene: Scene, id: CoupleId): Couple {
  const couple = scene.couples[id];
  if (couple === undefined) throw new Error('the scene lacks a couple that an event names');
  return couple;
}

export function membersIn(scene: Scene, id: CoupleId): readonly Person[] {
  return coupleIn(scene, id).members.map((member) => personOf(scene, member));
}

export function coupleOf(scene: Scene, person: Person): Couple | null {
  return person.coupleId === null ? null : (scene.couples[person.coupleId] ?? null);
}

/** The other of a couple; null while there is none. */
export function partnerOf(scene: Scene, person: Person): Person | null {
  const other = coupleOf(scene, person)?.members.find((member) => member !== person.id);
  return other === undefined ? null : personOf(scene, other);
}

export const emptyAnswer: Answer = { state: 'draft', pieces: [], picks: [], step: 0 };

export function answerOf(person: Person, round: RoundId): Answer {
  return person.answers[round] ?? emptyAnswer;
}

/** Nothing that anybody could read or hear. */
export function isEmpty({ pieces, picks }: Pick<Answer, 'pieces' | 'picks'>): boolean {
  return picks.length === 0 && !pieces.some(isThere);
}

export function isThere(piece: Piece): boolean {
  return piece.kind !== 'text' || isVisible(piece.text);
}

/** Erased, after they left without a word, in a couple that goes on as if they said nothing; see silence.ts. */
export function isGone({ consent, coupleId }: Person): boolean {
  return consent === null && coupleId !== null;
}

/** Stopped, or out of reach: nothing is asked of them until they say otherwise. */
export function isAway({ hasStopped, isUnreachable }: Pick<Person, 'hasStopped' | 'isUnreachable'>): boolean {
  return hasStopped || isUnreachable;
}

/** Whether the bot may write to this person on its own account. */
export function canBeWrittenTo(person: Person): boolean {
  return hasAgreed(person) && !person.hasStopped && !person.isUnreachable;
}
