import { announce, clearedBy, rekeyedBy, silencedBy, type Rekeyed, type Silenced } from '../../src/core/announce.js';
import { chanceLength } from '../../src/core/chance.js';
import { readCode } from '../../src/core/code.js';
import type { Button, Command, Sender } from '../../src/core/command.js';
import { decide } from '../../src/core/decide.js';
import { isRefusal, type Event, type Refusal } from '../../src/core/event.js';
import { bookChanges, type BookChange } from '../../src/core/book.js';
import { evolve } from '../../src/core/evolve.js';
import type { Notice } from '../../src/core/notice.js';
import { personOf, stranger } from '../../src/core/person.js';
import type { Protocol, Protocols } from '../../src/core/protocol.js';
import type { Scenario, Scenarios } from '../../src/core/scenario.js';
import {
  needs,
  type BookEntry,
  type Couple,
  type CoupleId,
  type Instant,
  type Person,
  type PersonId,
  type Scene,
} from '../../src/core/scene.js';
import { aloneWakeAt, arrive } from '../../src/core/silence.js';
import { wakeAt } from '../../src/core/wake.js';
import { loadScenarios, shippedDirectory } from '../../src/texts/scenarios.js';
import { prompts } from './prompts.js';
import { inWords } from './words.js';

/** The rules with a memory, a clock and ears: what app/ and store/ do around them, without a disk. */

export interface RulesOptions {
  readonly openTo: 'couple' | 'everyone';
  readonly prompts: readonly Scenario[];
  readonly protocols: readonly Protocol[];
  readonly zones: Readonly<Record<PersonId, string>>;
  readonly beginsAt: Instant;
  /** Over how much time the questions of the rhythm are spread. */
  readonly spreadMs: number;
}

export interface Heard {
  readonly at: Instant;
  readonly because: Event;
  readonly notice: Notice;
}

export interface Happening {
  readonly events: readonly Event[];
  readonly refusals: readonly Refusal[];
  readonly heard: readonly Heard[];
  /** Whose unsent messages were taken back. */
  readonly recalled: readonly Silenced[];
  /** Whose keys were renewed. */
  readonly rekeyed: readonly Rekeyed[];
  /** Whose chat was cleared. */
  readonly cleared: readonly PersonId[];
}

export interface Rules {
  now(): Instant;
  personOf(id: PersonId): Person;
  coupleOf(id: PersonId): Couple;
  couples(): readonly Couple[];
  /** Somebody and whoever they are with, as a command of theirs finds them. */
  sceneOf(id: PersonId): Scene;
  /** What is kept of this person at this moment. */
  bookOf(id: PersonId): readonly BookEntry[];
  /** Every button this person was ever shown, oldest first. */
  buttonsOf(id: PersonId): readonly Button[];
  /** Messages are counted in each chat apart. */
  nextMessageId(id: PersonId): number;
  /** What time or another version of the code brought about. */
  change(id: PersonId, how: (person: Person) => Partial<Person>): void;
  perform(command: Command, by: PersonId | null, card?: string | null): void;
  /** A start with other files: what becomes of each protocol for listening; null for one that is gone. */
  changeProtocols(how: (protocol: Protocol) => Protocol | null): void;
  /** The owner's first link is asked for at every start. */
  openHouse(): void;
  comeBack(): void;
  press(button: Button, by: PersonId, sender: Sender): void;
  passTo(at: Instant): void;
  jump(delayMs: number): void;
  /** The bot was not running until then: what everybody is told at its start comes before anybody is woken. */
  startAt(at: Instant, command: Command): void;
  /** When the first couple has to be woken. */
  nextWake(): Instant | null;
  /** Puts it into words for its reader, as it would go out; what cannot be said throws. */
  tell(notice: Notice): void;
  /** From here on, what happens is kept apart. */
  begin(): Happening;
}

interface Memory {
  now: Instant;
  readonly messageIds: Map<PersonId, number>;
  people: Record<PersonId, Person>;
  couples: Record<CoupleId, Couple>;
  readonly wakes: Map<CoupleId, Instant | null>;
  readonly aloneWakes: Map<PersonId, Instant>;
  readonly books: Map<PersonId, readonly BookEntry[]>;
  readonly buttons: Map<PersonId, Button[]>;
  happening: Recording;
}

type Recording = { -readonly [Field in keyof Happening]: Happening[Field][number][] };

const nothing = (): Recording => ({ events: [], refusals: [], heard: [], recalled: [], rekeyed: [], cleared: [] });

interface House {
  readonly memory: Memory;
  readonly openTo: 'couple' | 'everyone';
  readonly scenarios: Scenarios;
  readonly protocols: Protocols;
  readonly zones: Readonly<Record<PersonId, string>>;
  readonly spreadMs: number;
}

const sundayNoon = 1_795_345_200_000;
/** Taking turns takes a moment; it also gives every command chances of its own. */
const turnMs = 1000;
/** The protocols that ship: rules that play other ones would prove something else. */
export const shippedProtocols = [...loadScenarios({ shipped: shippedDirectory }).protocols.values()];
const codeButtons: readonly Button['name'][] = ['agree', 'readAll', 'language', 'notNow'];

export function createRules(options: Partial<RulesOptions>): Rules {
  const memory: Memory = {
    now: options.beginsAt ?? sundayNoon,
    messageIds: new Map(),
    people: {},
    couples: {},
    wakes: new Map(),
    aloneWakes: new Map(),
    books: new Map(),
    buttons: new Map(),
    happening: nothing(),
  };
  const { openTo = 'everyone', zones = {}, spreadMs = 0 } = options;
  const scenarios = new Map((options.prompts ?? prompts).map((one) => [one.id, one]));
  const listed = options.protocols ?? shippedProtocols;
  const protocols = new Map(listed.map((one) => [one.id, one]));
  const house: House = { memory, openTo, zones, scenarios, protocols, spreadMs };
  const words = inWords(scenarios, protocols);
  const rules: Rules = {
    now: () => memory.now,
    personOf: (id) => known(house, id),
    coupleOf: (id) => {
      const couple = memory.couples[known(house, id).coupleId ?? -1];
      if (couple === undefined) throw new Error('this person is in no couple');
      return couple;
    },
    couples: () => Object.values(memory.couples),
    sceneOf: (id) =>
      sceneFor(house, { type: 'pressUnknown' }, { actor: id, about: known(house, id).coupleId, card: null }),
    bookOf: (id) => (memory.books.get(id) ?? []).filter(({ until }) => until > memory.now),
    buttonsOf: (id) => memory.buttons.get(id) ?? [],
    change: (id, how) => {
      const person = known(house, id);
      memory.people[id] = { ...person, ...how(person) };
    },
    nextMessageId: (id) => {
      const next = (memory.messageIds.get(id) ?? 1000) + 1;
      memory.messageIds.set(id, next);
      return next;
    },
    perform: (command, by, card = null) => {
      wakeDue(house, memory.now);
      const about = by === null ? null : known(house, by).coupleId;
      apply(house, command, { actor: by, about, card });
      memory.now += turnMs;
    },
    changeProtocols: (how) => {
      for (const [id, protocol] of protocols) {
        const changed = how(protocol);
        if (changed === null) protocols.delete(id);
        else protocols.set(id, changed);
      }
    },
    openHouse: () => {
      const about = Object.values(memory.couples).find(({ members }) => members.length === 0)?.id ?? null;
      apply(house, { type: 'openHouse' }, { actor: null, about, card: null });
      memory.now += turnMs;
    },
    comeBack: () => {
      for (const { id } of Object.values(memory.couples)) {
        apply(house, { type: 'comeBack' }, { actor: null, about: id, card: null });
      }
    },
    press: (button, by, sender) => {
      const code = codeButtons.includes(button.name) ? readCode(button.slot) : null;
      rules.perform({ type: 'press', sender, button, code }, by);
    },
    passTo: (at) => {
      wakeDue(house, at);
      memory.now = Math.max(memory.now, at);
    },
    jump: (delayMs) => {
      memory.now += delayMs;
      wakeDue(house, memory.now);
    },
    startAt: (at, command) => {
      memory.now = at;
      for (const { id, coupleId } of Object.values(memory.people)) {
        apply(house, command, { actor: id, about: coupleId, card: null });
      }
    },
    nextWake: () => soonest(memory)?.at ?? null,
    tell: (notice) => {
      words(notice, known(house, notice.to), memory.now);
    },
    begin: () => (memory.happening = nothing()),
  };
  return rules;
}

function known({ memory, zones }: House, id: PersonId): Person {
  return (memory.people[id] ??= stranger(id, 'nl', zones[id] ?? 'Europe/Amsterdam'));
}

type Seen = Pick<Scene, 'actor' | 'about' | 'card'>;

/** One command, as handle.ts takes it: decide, then evolve and announce event by event, then keep what came of it. */
function apply(house: House, command: Command, seen: Seen): void {
  const { memory, openTo, scenarios, protocols, spreadMs } = house;
  const { now, happening } = memory;
  const scene = arrive(sceneFor(house, command, seen), command, now);
  const decision = decide(scene, command, {
    now,
    chance: chanceFor(now, seen),
    scenarios,
    protocols,
    openTo,
    spreadMs,
    hasOfferedHelp: false,
  });
  if (isRefusal(decision)) {
    happening.refusals.push(decision);
    keep(memory, scene, scene);
    return;
  }
  let after = scene;
  for (const event of decision) {
    const before = after;
    after = evolve(before, event);
    for (const change of bookChanges(event, before, now)) write(memory, change);
    happening.events.push(event);
    happening.recalled.push(...silencedBy(event, scene));
    happening.rekeyed.push(...rekeyedBy(event, scene));
    happening.cleared.push(...clearedBy(event));
    for (const notice of announce(event, { before, after, now, scenarios, protocols, spreadMs })) {
      happening.heard.push({ at: now, because: event, notice });
      remember(memory, notice);
    }
  }
  keep(memory, scene, after);
}

/** As little as the store loads: the actor, their couple, the couple of the code, and everybody in those. */
function sceneFor(house: House, command: Command, seen: Seen): Scene {
  const { memory } = house;
  const { code, book } = needs(command);
  const hasCode = ({ invite, spentCodes }: Couple) =>
    code !== null && (invite?.code === code || spentCodes.some((spent) => spent.code === code));
  const invited = Object.values(memory.couples).find(hasCode)?.id ?? null;
  const couples = [seen.about, invited].flatMap((id) => {
    const couple = id === null ? undefined : memory.couples[id];
    return couple === undefined ? [] : [couple];
  });
  const ids = [...(seen.actor === null ? [] : [seen.actor]), ...couples.flatMap(({ members }) => members)];
  return {
    ...seen,
    invited,
    book: book && seen.actor !== null ? (memory.books.get(seen.actor) ?? []) : [],
    people: Object.fromEntries(ids.map((id) => [id, known(house, id)])),
    couples: Object.fromEntries(couples.map((couple) => [couple.id, couple])),
  };
}

function keep(memory: Memory, before: Scene, after: Scene): void {
  checkSeats(after);
  for (const id of Object.keys(before.couples)) {
    if (after.couples[Number(id)] !== undefined) continue;
    memory.couples = Object.fromEntries(Object.entries(memory.couples).filter(([other]) => other !== id));
    memory.wakes.delete(Number(id));
  }
  memory.people = { ...memory.people, ...after.people };
  for (const person of Object.values(after.people)) {
    const at = aloneWakeAt(person, memory.now);
    if (at === null) memory.aloneWakes.delete(person.id);
    else memory.aloneWakes.set(person.id, at);
  }
  memory.couples = { ...memory.couples, ...after.couples };
  for (const couple of Object.values(after.couples)) {
    const isTouched =
      couple.id === after.about ||
      before.couples[couple.id] !== couple ||
      couple.members.some((member) => before.people[member] !== after.people[member]);
    if (isTouched) memory.wakes.set(couple.id, wakeAt(after, couple, memory.now));
  }
}

function write({ books }: Memory, change: BookChange): void {
  const entries = books.get(change.person) ?? [];
  switch (change.kind) {
    case 'keep':
      books.set(change.person, [...entries, change.entry]);
      return;
    case 'shorten': {
      const shorter = (entry: BookEntry) => Math.min(entry.until, entry.askedAt + change.days * 24 * 3_600_000);
      books.set(
        change.person,
        entries.map((entry) => ({ ...entry, until: shorter(entry) })),
      );
      return;
    }
    case 'clear':
      books.delete(change.person);
      return;
  }
}

/** Seats are kept in the couple; that each person says the same is what the store relies on. */
function checkSeats({ people, couples }: Scene): void {
  for (const person of Object.values(people)) {
    const seats = Object.values(couples).filter(({ members }) => members.includes(person.id));
    if (seats.length > 1 || (seats[0]?.id ?? null) !== person.coupleId) throw new Error('the seats do not agree');
  }
  for (const { members } of Object.values(couples)) for (const id of members) personOf({ people } as Scene, id);
}

function remember(memory: Memory, notice: Notice): void {
  const shown = notice.keys.flat().flatMap((key) => (key.kind === 'press' ? [key.button] : []));
  memory.buttons.set(notice.to, [...(memory.buttons.get(notice.to) ?? []), ...shown]);
}

interface Due {
  readonly seen: Pick<Seen, 'actor' | 'about'>;
  readonly at: Instant;
}

function soonest({ wakes, aloneWakes }: Memory): Due | null {
  return [
    ...[...wakes].flatMap(([about, at]) => (at === null ? [] : [{ seen: { actor: null, about }, at }])),
    ...[...aloneWakes].map(([actor, at]) => ({ seen: { actor, about: null }, at })),
  ].reduce<Due | null>((first, one) => (first !== null && first.at <= one.at ? first : one), null);
}

/** Wakes whoever comes due until then, each at their own moment; a couple that is due again at once would never sleep. */
function wakeDue(house: House, until: Instant): void {
  const { memory } = house;
  for (let due = soonest(memory); due !== null && due.at <= until; due = soonest(memory)) {
    memory.now = Math.max(memory.now, due.at);
    const { actor, about } = due.seen;
    if (about !== null) memory.wakes.set(about, null);
    if (actor !== null) memory.aloneWakes.delete(actor);
    apply(house, { type: 'wake' }, { actor, about, card: null });
    const next = (actor === null ? memory.wakes.get(about ?? 0) : memory.aloneWakes.get(actor)) ?? null;
    if (next !== null && next <= memory.now) throw new Error('a couple that was just woken is due again');
  }
}

/** Bytes that look drawn and depend on the moment and the asker alone, so that two runs can be compared. */
function chanceFor(now: Instant, { actor, about }: Seen): Uint8Array {
  let state = (Math.floor(now / turnMs) ^ ((actor ?? about ?? 0) * 0x9e3779b1)) >>> 0;
  return Uint8Array.from({ length: chanceLength }, () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return (state ^ (state >>> 13)) & 255;
  });
}
