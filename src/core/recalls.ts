import type { Event } from './event.js';
import type { CoupleId, PersonId } from './ids.js';
import type { Notice } from './notice.js';
import { coupleIn, personOf } from './person.js';
import type { Scene } from './scene.js';
import { slotsInOrder } from './slots.js';

/** What an event takes back in the transaction that makes it so: unsent messages, keys, and what stands in a chat. */

type Lane = Notice['lane'];

/** A person whose unsent messages of these lanes are taken back. */
export interface Silenced {
  readonly person: PersonId;
  readonly lanes: readonly Lane[];
}

export interface Rekeyed {
  readonly people: readonly PersonId[];
  readonly couples: readonly CoupleId[];
}

const allLanes: readonly Lane[] = ['reply', 'reveal', 'scheduled'];

type Recalls = { readonly [T in Event['type']]?: readonly Lane[] };

/** Of the person whom an event names. */
const ofPerson = {
  answersErased: ['reply'],
  botChanged: ['reply', 'scheduled'],
  stopped: allLanes,
  // What was opened to them waits; the rest is over, also when they come back.
  becameUnreachable: ['reply', 'scheduled'],
} as const satisfies Recalls;

/** Of everybody in the couple that an event names. */
const ofCouple: Recalls = slotsInOrder.reduce<Recalls>((known, { recalls }) => ({ ...known, ...recalls }), {
  unpaired: allLanes,
  pairingUndone: allLanes,
});

/** Whose unsent messages an event takes back. */
export function silencedBy(event: Event, before: Scene): readonly Silenced[] {
  if ('person' in event && event.type in ofPerson) {
    return [{ person: event.person, lanes: ofPerson[event.type as keyof typeof ofPerson] }];
  }
  const lanes = ofCouple[event.type];
  if (lanes === undefined || !('couple' in event)) return [];
  return coupleIn(before, event.couple).members.map((person) => ({ person, lanes }));
}

/**
 * Whose key is renewed, so that what was erased by hand cannot be read in any copy that was made before. What is shared
 * holds words too: said while listening, or after a breather.
 */
export function rekeyedBy(event: Event, before: Scene): readonly Rekeyed[] {
  if (event.type === 'heardForgotten' && before.actor !== null) return [{ people: [], couples: [event.couple] }];
  if (event.type !== 'answersErased') return [];
  const { coupleId } = personOf(before, event.person);
  return [{ people: [event.person], couples: coupleId === null ? [] : [coupleId] }];
}

/** Whose chat is cleared. */
export function clearedBy(event: Event): readonly PersonId[] {
  return event.type === 'chatCleared' ? [event.person] : [];
}
