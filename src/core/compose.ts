import type { Card } from './cards.js';
import type { Named, Notice, Pictured, Say, Way } from './notice.js';
import { coupleOf, partnerOf, personOf } from './person.js';
import { isQuiet } from './rhythm/rhythm.js';
import type { OpenedRound, Person, Round, Scene } from './scene.js';
import type { Instant, PersonId, RoundId } from './ids.js';

/** What a notice leaves as it usually is. */
export type Rest = Partial<Way> & { readonly card?: Card };

const usual: Way = {
  lane: 'reply',
  messageId: null,
  isTapped: false,
  keys: [],
  isProtected: false,
  isSilent: false,
  notBefore: null,
  dropAfter: null,
  localDate: null,
  isNudge: false,
  fold: null,
  board: null,
};

export function send(to: PersonId, what: Say, rest: Rest = {}): Notice {
  return { to, act: 'send', card: null, say: what, ...usual, ...rest };
}

/** Says that a tap did what it promised, without leaving a message behind. */
export function toast(to: PersonId, what: Say): Notice {
  return { to, act: 'toast', card: null, say: what, ...usual };
}

export function sendVoice(to: PersonId, what: Named<'partnerVoice'>, rest: Rest = {}): Notice {
  return { to, act: 'voice', card: null, say: what, ...usual, ...rest };
}

export function sendAnimation(to: PersonId, what: Say, rest: Rest = {}): Notice {
  return { to, act: 'animation', card: null, say: what, ...usual, ...rest };
}

export function sendPhoto(to: PersonId, what: Named<Pictured>, rest: Rest = {}): Notice {
  return { to, act: 'photo', card: null, say: what, ...usual, ...rest };
}

/** Another picture in the place of an earlier one, with its words below it. */
export function editPhoto(to: PersonId, card: Card, what: Named<'sheetPage'>, rest: Partial<Way> = {}): Notice {
  return { to, act: 'editPhoto', card, say: what, ...usual, ...rest };
}

export function sendDocument(to: PersonId, what: Named<'exported'>, rest: Rest = {}): Notice {
  return { to, act: 'document', card: null, say: what, ...usual, ...rest };
}

/** New words on an earlier message, or, without words, its keys taken away or replaced. */
export function edit(to: PersonId, card: Card, what: Say | null, rest: Partial<Way> = {}): Notice {
  return what === null
    ? { to, act: 'editKeys', card, say: null, ...usual, ...rest }
    : { to, act: 'edit', card, say: what, ...usual, ...rest };
}

/** What lies in a folded message takes its place; where nothing does any more, this is read there. */
export function unfold(to: PersonId, card: Card, what: Say): Notice {
  return { to, act: 'unfold', card, say: what, ...usual };
}

export function remove(to: PersonId, card: Card, rest: Partial<Way> = {}): Notice {
  return { to, act: 'delete', card, say: null, ...usual, ...rest };
}

/** Whether a message that this person did not ask for comes without a sound. */
export function isSilentFor(person: Person, scene: Scene, now: Instant): boolean {
  return person.id !== scene.actor && isQuiet(person, now);
}

export function partnerName(scene: Scene, id: PersonId): string | null {
  return partnerOf(scene, personOf(scene, id))?.name ?? null;
}

/** Set in sentences about a rest or an end where the two can write to each other in a room all the same. */
export function roomOf(person: Person, scene: Scene): { readonly hasRoom?: true } {
  return coupleOf(scene, person)?.room?.state === 'open' ? { hasRoom: true } : {};
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

export const promptCard = (round: RoundId): Card => `prompt:${round}`;
export const draftCard = (round: RoundId): Card => `draft:${round}`;
export const sheetCard = (round: RoundId): Card => `sheet:${round}`;
/** The card on which a round is answered. */
export const answerCard = ({ id, once }: Pick<Round, 'id' | 'once'>): Card =>
  once === 'sheet' ? sheetCard(id) : draftCard(id);
export const ownPartCard = (round: RoundId): Card => `own-part:${round}`;
export const reminderCard = (round: RoundId): Card => `reminder:${round}`;
export const postcardCard = (postcard: string): Card => `postcard-came:${postcard}`;
export const revealCard = (round: RoundId): Card => `reveal:${round}`;
