import type { Notice, Say } from './notice.js';
import { coupleOf, partnerOf, personOf } from './person.js';
import { isQuiet } from './rhythm/rhythm.js';
import type { Protocols } from './listening/protocol.js';
import type { Scenarios } from './round/scenario.js';
import type { OpenedRound, Person, Scene } from './scene.js';
import type { Instant, PersonId, RoundId } from './ids.js';

/** The kinds of notice, so that announcing reads as who hears what. */

/** What an event is announced against: the scene just before it and just after it. */
export interface Stage {
  readonly before: Scene;
  readonly after: Scene;
  readonly now: Instant;
  readonly scenarios: Scenarios;
  readonly protocols: Protocols;
  readonly spreadMs: number;
}

export function send(to: PersonId, what: Say, rest: Partial<Notice> = {}): Notice {
  return {
    to,
    lane: 'reply',
    act: 'send',
    card: null,
    messageId: null,
    isTapped: false,
    say: what,
    keys: [],
    isProtected: false,
    isSilent: false,
    notBefore: null,
    dropAfter: null,
    localDate: null,
    isNudge: false,
    fold: null,
    board: null,
    ...rest,
  };
}

/** Says that a tap did what it promised, without leaving a message behind. */
export function toast(to: PersonId, what: Say): Notice {
  return { ...send(to, what), act: 'toast' };
}

/** New words on an earlier message, or, without words, its keys taken away or replaced. */
export function edit(to: PersonId, card: string, what: Say | null, rest: Partial<Notice> = {}): Notice {
  return {
    ...send(to, { name: 'failed', params: {} }),
    act: what === null ? 'editKeys' : 'edit',
    card,
    say: what,
    ...rest,
  };
}

export function remove(to: PersonId, card: string): Notice {
  return { ...edit(to, card, null), act: 'delete' };
}

/** Whether a message that this person did not ask for comes without a sound. */
export function isSilentFor(person: Person, scene: Scene, now: Instant): boolean {
  return person.id !== scene.actor && isQuiet(person, now);
}

export function partnerName(scene: Scene, id: PersonId): string | null {
  return partnerOf(scene, personOf(scene, id))?.name ?? null;
}

/** What the other of a couple of two is called. */
export function nameOfOther(scene: Scene, id: PersonId): string {
  const name = partnerName(scene, id);
  if (name === null) throw new Error('something between two is told to one alone');
  return name;
}

export function openedOf(scene: Scene, person: Person, round: RoundId): OpenedRound | null {
  return coupleOf(scene, person)?.opened.find((opened) => opened.round.id === round) ?? null;
}

export const promptCard = (round: RoundId) => `prompt:${round}`;
export const draftCard = (round: RoundId) => `draft:${round}`;
export const reminderCard = (round: RoundId) => `reminder:${round}`;
export const revealCard = (round: RoundId) => `reveal:${round}`;
