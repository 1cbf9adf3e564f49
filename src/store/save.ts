import { type Couple, type Person, type Scene } from '../core/scene.js';
import { type CoupleId, type Instant, type PersonId } from '../core/ids.js';
import { BrokenDocument } from './failures.js';
import type { Inbound, Outcome, Outgoing } from './store.js';
import type { StoredCouple } from './couples.js';
import type { StoredPerson } from './people.js';
import type { LoadedScene, Tables } from './scenes.js';

/** Saves the result of a command: changed people and couples, messages to send, and what is forgotten. */

/**
 * Writes what differs from the scene that was loaded, and the messages. Throws when a constraint or a document refuses.
 */
export function saveOutcome(
  tables: Tables,
  loaded: LoadedScene,
  outcome: Outcome,
  inbound: Inbound,
  now: Instant,
): void {
  const { people, couples } = outcome.scene;
  const saved = Object.values(couples);
  checkSeats(outcome.scene, loaded);

  for (const [id, before] of loaded.couples) if (couples[id] === undefined) tables.couples.erase(before);
  savePeople(tables, loaded, outcome, now);
  for (const couple of saved) saveCouple(tables, loaded.couples.get(couple.id), couple, outcome);
  for (const couple of saved) tables.rooms.note(loaded.couples.get(couple.id)?.couple ?? null, couple);
  for (const couple of saved) tables.couples.takeSeats(loaded.couples.get(couple.id) ?? null, couple);
  for (const [id, before] of loaded.people) {
    if (people[id] !== undefined) continue;
    tables.people.erase({ id, keyId: before.keyId });
    loaded.people.delete(id);
  }

  for (const [id, at] of Object.entries(outcome.aloneWakeAt)) tables.alone.wake(Number(id), at);
  for (const one of outcome.book) {
    const owner = loaded.people.get(one.person);
    if (owner === undefined) throw new BrokenDocument('a book is meant for somebody who is not in the scene');
    tables.books.apply(owner, one);
  }

  for (const one of outcome.rooms ?? []) tables.rooms.write(one, tables.couples, now);
  for (const { person, lanes } of outcome.recalls) tables.outbox.recall(person, lanes, now);
  for (const person of outcome.releases) tables.outbox.release(person, now);
  for (const folding of outcome.foldings) {
    const to = loaded.people.get(folding.person);
    if (to !== undefined) tables.outbox.foldWaiting(to, folding, now);
  }
  for (const person of outcome.cleared) clearChat(tables, loaded, person, inbound, now);
  writeOutgoing(tables, loaded, outcome.outgoing, inbound, now);
  for (const { id, isUnreachable } of Object.values(people)) if (isUnreachable) tables.outbox.hold(id);
  noteMessage(tables, outcome, inbound, now);
}

/** Of whoever agreed to it, the number of what they sent is kept for as long as it can be taken out of the chat. */
function noteMessage({ chats }: Tables, { scene: { actor, people } }: Outcome, inbound: Inbound, now: Instant): void {
  const { ownMessageId } = inbound;
  if (ownMessageId === null || actor === null || people[actor]?.consent == null) return;
  if (inbound.callbackQueryId === null) chats.note(actor, ownMessageId, now);
  else chats.noteEarlier(actor, ownMessageId, now);
}

/** The messages of one command, by receiver: order matters within a person only. */
export function writeOutgoing(
  tables: Tables,
  loaded: LoadedScene,
  outgoing: readonly Outgoing[],
  inbound: Inbound,
  now: Instant,
): void {
  for (const id of new Set(outgoing.map(({ to }) => to))) {
    const rows = outgoing.filter(({ to }) => to === id);
    const to = loaded.people.get(id) ?? storeNewcomer(tables, loaded, loaded.newcomer?.person, id, now);
    if (to === null) throw new BrokenDocument('a message is meant for somebody who is not in the scene');
    tables.outbox.write(to, rows, inbound, now);
  }
}

/** What stands in a person's chat is taken away by calls that go first, before whatever is said after it. */
function clearChat(
  { outbox, chats }: Tables,
  { people, scene }: LoadedScene,
  person: PersonId,
  { callbackQueryId, messageId }: Inbound,
  now: Instant,
): void {
  const to = people.get(person);
  if (to === undefined) throw new BrokenDocument('a chat is cleared of somebody who is not in the scene');
  // A message that was tapped has arrived, even when no row says so yet.
  const isUnknown = scene.actor === person && scene.card === null;
  if (callbackQueryId !== null && messageId !== null && isUnknown) chats.noteEarlier(person, messageId, now);
  outbox.dropFolded(person, now);
  for (const ids of chats.take(person, now)) outbox.write(to, [takingAway(person, ids)], null, now);
}

function takingAway(to: PersonId, ids: readonly number[]): Outgoing {
  const call = { kind: 'send', method: 'deleteMessages', params: { message_ids: ids } } as const;
  return {
    to,
    lane: 'reply',
    ...call,
    quiet: null,
    card: null,
    isTapped: false,
    notBefore: null,
    dropAfter: null,
    localDate: null,
    isNudge: false,
    fold: null,
    unfolds: false,
  };
}

function savePeople(tables: Tables, loaded: LoadedScene, { scene, rekeyed }: Outcome, now: Instant): void {
  for (const person of Object.values(scene.people)) {
    const before = loaded.people.get(person.id);
    const isErasure = person.consent === null && before?.person.consent != null;
    const isRekeyed = isErasure || rekeyed.some(({ people }) => people.includes(person.id));
    if (before === undefined) {
      if (person !== loaded.newcomer?.person) storeNewcomer(tables, loaded, person, person.id, now);
    } else if (before.person !== person || isRekeyed) {
      if (isErasure) forgetAllOf(tables, person.id);
      const after = tables.people.update(before, person, isRekeyed, now);
      // In a fold are words of both, and what is erased by hand stays nowhere.
      if (isRekeyed) tables.outbox.dropFolded(person.id, now);
      if (isRekeyed) reseal(tables, before, after);
      loaded.people.set(person.id, after);
    }
  }
}

/** Whoever takes back consent leaves nothing but what a stranger leaves. */
function forgetAllOf({ outbox, books, chats, alone }: Tables, person: PersonId): void {
  outbox.dropUnsent(person);
  books.clear(person);
  chats.clear(person);
  alone.wake(person, null);
}

/** What remains is sealed with the new key before the old key is destroyed. */
function reseal({ outbox, books }: Tables, before: StoredPerson, after: StoredPerson): void {
  outbox.reseal(before, after);
  books.reseal(before, after);
}

/** A newcomer is stored only once there is something to remember of them, or to say to them. */
function storeNewcomer(
  { people }: Tables,
  { people: known, newcomer }: LoadedScene,
  person: Person | undefined,
  id: PersonId,
  now: Instant,
): StoredPerson | null {
  if (person === undefined || newcomer?.person.id !== id) return null;
  const stored = people.insert(person, newcomer.address, now);
  known.set(id, stored);
  return stored;
}

function saveCouple(
  { couples, rooms }: Tables,
  before: StoredCouple | undefined,
  couple: Couple,
  { wakeAt: times, rekeyed }: Outcome,
): void {
  const wakeAt = times[couple.id];
  if (before === undefined) {
    couples.insert(couple, wakeAt ?? null);
    return;
  }
  couples.clearSeats(before, couple);
  const isRekeyed = rekeyed.some(({ couples: ids }) => ids.includes(couple.id));
  const after = couples.update(before, couple, isRekeyed, wakeAt === undefined ? before.wakeAt : wakeAt);
  if (isRekeyed) rooms.reseal(couple.id, before.keyId, after);
}

/**
 * Seats are stored once, with the couple. Core guarantees that each person agrees with that; it is checked here before
 * it is trusted.
 */
function checkSeats({ people, couples }: Scene, loaded: LoadedScene): void {
  const seats = new Map<PersonId, CoupleId>();
  for (const { id, members } of Object.values(couples)) {
    for (const member of members) {
      if (people[member] === undefined) throw new BrokenDocument('a couple has a member who is not in the scene');
      if (seats.has(member)) throw new BrokenDocument('a person has a seat in two couples');
      seats.set(member, id);
    }
  }
  for (const { id, coupleId } of Object.values(people)) {
    if (coupleId !== (seats.get(id) ?? null)) throw new BrokenDocument('a person and a couple disagree');
    if (!loaded.people.has(id) && loaded.newcomer?.person.id !== id)
      throw new BrokenDocument('a person came from nowhere');
  }
}
