import { type Couple, type InRoom, type Person, type Scene } from '../core/scene.js';
import { isStop, needs } from '../core/needs.js';
import { type CoupleId, type Instant, type PersonId } from '../core/ids.js';
import { BrokenDocument, unlessBroken } from './failures.js';
import type { Inbound } from './store.js';
import type { Alone } from './alone.js';
import type { Books } from './books.js';
import type { Chats } from './chats.js';
import type { Couples, StoredCouple } from './couples.js';
import type { Outbox } from './outbox/outbox.js';
import type { Rooms } from './rooms.js';
import type { People, StoredPerson } from './people.js';

/** A scene, and what the store remembers of where it came from. */
export interface LoadedScene {
  readonly scene: Scene;
  readonly people: Map<PersonId, StoredPerson>;
  readonly couples: Map<CoupleId, StoredCouple>;
  /** Somebody who is not stored yet, and where they wrote from. */
  readonly newcomer: { readonly person: Person; readonly address: string } | null;
}

export interface Tables {
  readonly people: People;
  readonly couples: Couples;
  readonly outbox: Outbox;
  readonly books: Books;
  readonly alone: Alone;
  readonly chats: Chats;
  readonly rooms: Rooms;
}

/** Loads what a command needs to see; null when the person or couple it is about no longer exists. */
export function loadScene(tables: Tables, inbound: Inbound, now: Instant): LoadedScene | null {
  const { origin, command, messageId } = inbound;
  const { people, couples, outbox } = tables;
  const found: Found = { people: new Map(), couples: new Map() };
  let actor: StoredPerson | null = null;
  let newcomer: LoadedScene['newcomer'] = null;
  let about: CoupleId | null = null;
  switch (origin.from) {
    case 'address':
      actor = people.byAddress(origin.address);
      if (actor === null) newcomer = { person: people.stranger(origin.language ?? null), address: origin.address };
      break;
    case 'person':
      actor = people.byId(origin.person);
      if (actor === null) return null;
      break;
    case 'couple':
      about = origin.couple;
      break;
    case 'group':
      about = tables.rooms.idByChat(origin.chat);
      if (about === null) return null;
      break;
    case 'house':
      break;
  }
  if (actor !== null) {
    found.people.set(actor.person.id, actor);
    about = actor.person.coupleId;
  }

  const { code, ownerCouple, book: needsBook } = needs(command);
  if (ownerCouple) about ??= couples.idOfNobody();
  if (about !== null) addCouple(tables, found, about);
  if (origin.from === 'couple' && !found.couples.has(origin.couple)) return null;
  const invited = code === null ? null : couples.idByCode(code);
  if (invited !== null) addCouple(tables, found, invited);

  const inRoom = roomIn(tables, found, inbound);
  const who = actor?.person ?? newcomer?.person ?? null;
  const card = messageId === null || actor === null ? null : outbox.cardOf(actor.person.id, messageId);
  const book = actor !== null && needsBook !== 'none' ? tables.books.of(actor, now) : [];
  const other = actor === null || needsBook !== 'both' ? null : partnerIn(found, actor.person);
  const otherBook = other === null ? [] : tables.books.of(other, now);
  const all = everything(found, newcomer?.person);
  const known = { actor: who?.id ?? null, about, invited, card, book, otherBook, ...all };
  const scene: Scene = inRoom === null ? known : { ...known, inRoom };
  return { scene, people: found.people, couples: found.couples, newcomer };
}

/** Whose room the group is, and who of them is named; null for what is told of no group. */
function roomIn(tables: Tables, found: Found, { room }: Inbound): InRoom | null {
  if (room === undefined) return null;
  const couple = tables.rooms.idByChat(room.chat);
  if (couple !== null) addCouple(tables, found, couple);
  const members = found.couples.get(couple ?? 0)?.couple.members ?? [];
  const named = room.people.map((address) => members.find((id) => found.people.get(id)?.address === address) ?? null);
  return { couple, named, tapped: room.tapped };
}

/**
 * Loads the sender alone, who can still be answered when the rest cannot be read. Null where there is nobody to answer.
 */
export function loadActor({ people }: Tables, { origin }: Inbound): LoadedScene | null {
  if (origin.from !== 'address') return null;
  const { address, language = null } = origin;
  const stored = unlessBroken(() => people.byAddress(address)) ?? people.unreadable(address, language);
  const newcomer = stored === null ? { person: people.stranger(language), address } : null;
  const person = stored?.person ?? newcomer?.person;
  if (person === undefined) return null;
  const found: Found = { people: new Map(stored === null ? [] : [[person.id, stored]]), couples: new Map() };
  const all = everything({ people: new Map(), couples: new Map() }, person);
  const scene = { actor: person.id, about: null, invited: null, card: null, book: [], otherBook: [], ...all };
  return { scene, ...found, newcomer };
}

/**
 * Somebody who asks to stop is stopped, even when their data cannot be read: nothing that was queued for them is sent
 * any more.
 */
export function stopAllTheSame(
  { people, outbox }: Tables,
  { people: known, scene }: LoadedScene,
  { command }: Inbound,
): void {
  const stored = scene.actor === null ? undefined : known.get(scene.actor);
  if (stored === undefined || !isStop(command)) return;
  if (stored.isReadable && stored.person.consent === null) return;
  people.silence(stored.person.id);
  outbox.dropUnsent(stored.person.id);
}

interface Found {
  readonly people: Map<PersonId, StoredPerson>;
  readonly couples: Map<CoupleId, StoredCouple>;
}

/** Who shares a couple with somebody. */
function partnerIn({ people, couples }: Found, { id, coupleId }: Person): StoredPerson | null {
  const members = coupleId === null ? [] : (couples.get(coupleId)?.couple.members ?? []);
  const other = members.find((member) => member !== id);
  return other === undefined ? null : (people.get(other) ?? null);
}

function addCouple({ people, couples }: Tables, found: Found, id: CoupleId): void {
  if (found.couples.has(id)) return;
  const stored = couples.byId(id);
  if (stored === null) return;
  found.couples.set(id, stored);
  for (const member of stored.couple.members) {
    const person = found.people.get(member) ?? people.byId(member);
    if (person === null) throw new BrokenDocument('a couple has a member who is not there');
    found.people.set(member, person);
  }
}

function everything(found: Found, newcomer: Person | undefined): Pick<Scene, 'people' | 'couples'> {
  const people: Record<PersonId, Person> = {};
  for (const [id, { person }] of found.people) people[id] = person;
  if (newcomer !== undefined) people[newcomer.id] = newcomer;
  const couples: Record<CoupleId, Couple> = {};
  for (const [id, { couple }] of found.couples) couples[id] = couple;
  return { people, couples };
}
