import {
  needs,
  type Couple,
  type CoupleId,
  type Instant,
  type Person,
  type PersonId,
  type Scene,
} from '../../core/scene.js';
import { BrokenDocument } from '../failures.js';
import type { Inbound, Outcome, Outgoing } from '../store.js';
import type { Couples, StoredCouple } from './couples.js';
import type { Outbox } from './outbox.js';
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
}

/** What the command needs to see; null when whom it concerns is no longer there. */
export function loadScene(
  { people, couples, outbox }: Tables,
  { origin, command, messageId }: Inbound,
): LoadedScene | null {
  const foundPeople = new Map<PersonId, StoredPerson>();
  const foundCouples = new Map<CoupleId, StoredCouple>();
  const addCouple = (id: CoupleId) => {
    if (foundCouples.has(id)) return;
    const found = couples.byId(id);
    if (found === null) return;
    foundCouples.set(id, found.stored);
    for (const row of found.members) if (!foundPeople.has(row.id)) foundPeople.set(row.id, people.read(row));
  };

  let actor: StoredPerson | null = null;
  let newcomer: LoadedScene['newcomer'] = null;
  let about: CoupleId | null = null;
  switch (origin.from) {
    case 'address':
      actor = people.byAddress(origin.address);
      if (actor === null) newcomer = { person: greet(people.stranger(), command), address: origin.address };
      break;
    case 'person':
      actor = people.byId(origin.person);
      if (actor === null) return null;
      break;
    case 'couple':
      about = origin.couple;
      break;
    case 'house':
      break;
  }
  if (actor !== null) {
    foundPeople.set(actor.person.id, actor);
    about = actor.person.coupleId;
  }

  const { code, ownerCouple } = needs(command);
  if (ownerCouple) about ??= couples.idOfNobody();
  if (about !== null) addCouple(about);
  if (origin.from === 'couple' && !foundCouples.has(origin.couple)) return null;
  const invited = code === null ? null : couples.idByCode(code);
  if (invited !== null) addCouple(invited);

  const actorId = actor?.person.id ?? newcomer?.person.id ?? null;
  const everybody = [...foundPeople.values()].map(({ person }) => person);
  if (newcomer !== null) everybody.push(newcomer.person);
  const scene: Scene = {
    actor: actorId,
    about,
    invited,
    card: messageId === null || actor === null ? null : outbox.cardOf(actor.person.id, messageId),
    people: Object.fromEntries(everybody.map((person) => [person.id, person])),
    couples: Object.fromEntries([...foundCouples].map(([id, { couple }]) => [id, couple])),
  };
  return { scene, people: foundPeople, couples: foundCouples, newcomer };
}

/** Someone who writes for the first time is answered in the language of their Telegram, where we speak it. */
function greet(stranger: Person, command: Inbound['command']): Person {
  const language = 'sender' in command ? command.sender.language : null;
  return language === null ? stranger : { ...stranger, language };
}

/** Writes what differs from the scene that was loaded, and the messages. Throws when a constraint or a document refuses. */
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
  for (const couple of saved) saveCouple(tables, loaded.couples.get(couple.id), couple, outcome.wakeAt[couple.id]);
  for (const couple of saved) tables.couples.takeSeats(loaded.couples.get(couple.id) ?? null, couple);
  for (const [id, before] of loaded.people) {
    if (people[id] !== undefined) continue;
    tables.people.erase({ id, keyId: before.keyId });
    loaded.people.delete(id);
  }

  for (const { person, lanes } of outcome.recalls) tables.outbox.recall(person, lanes, now);
  for (const person of outcome.releases) tables.outbox.release(person, now);
  writeOutgoing(tables, loaded, outcome.outgoing, inbound, now);
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
    tables.outbox.write(to, rows, inbound.callbackQueryId, now);
  }
}

function savePeople(tables: Tables, loaded: LoadedScene, { scene }: Outcome, now: Instant): void {
  for (const person of Object.values(scene.people)) {
    const before = loaded.people.get(person.id);
    if (before === undefined) {
      if (person !== loaded.newcomer?.person) storeNewcomer(tables, loaded, person, person.id, now);
    } else if (before.person !== person) {
      if (before.person.consent !== null && person.consent === null) tables.outbox.dropUnsent(person.id);
      loaded.people.set(person.id, tables.people.update(before, person, before.address, now));
    }
  }
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
  { couples }: Tables,
  before: StoredCouple | undefined,
  couple: Couple,
  wakeAt: Instant | null | undefined,
): void {
  if (before === undefined) {
    couples.insert(couple, wakeAt ?? null);
    return;
  }
  couples.clearSeats(before, couple);
  couples.update(before, couple, wakeAt === undefined ? before.wakeAt : wakeAt);
}

/** Seats are kept once, in the couple; that each person says the same is an invariant of the core, checked before it is trusted. */
function checkSeats({ people, couples }: Scene, loaded: LoadedScene): void {
  const isComplete = Object.values(couples).every(({ members }) => members.every((id) => people[id] !== undefined));
  if (!isComplete) throw new BrokenDocument('a couple has a member who is not in the scene');
  for (const person of Object.values(people)) {
    const isNew = !loaded.people.has(person.id) && loaded.newcomer?.person.id !== person.id;
    const seated = Object.values(couples).filter(({ members }) => members.includes(person.id));
    const isSound =
      seated.length === 0 ? person.coupleId === null : seated.length === 1 && seated[0]?.id === person.coupleId;
    if (isNew || !isSound) throw new BrokenDocument('a person and a couple disagree about who belongs to whom');
  }
}
