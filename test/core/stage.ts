import { readCode } from '../../src/core/reading/code.js';
import { rowOf, type Button } from '../../src/core/buttons.js';
import type { Command, Sender } from '../../src/core/command.js';
import type { Notice } from '../../src/core/notice.js';
import type { Protocol } from '../../src/core/listening/protocol.js';
import type { PathPlan } from '../../src/core/path/plan.js';
import type { Scenario } from '../../src/core/round/scenario.js';
import type { BookEntry, Couple, Person, Scene } from '../../src/core/scene.js';
import type { Instant, PersonId } from '../../src/core/ids.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { apply, known, sceneFor, soonest, turnMs, wakeDue, type House } from './handling.js';
import { emptyMemory, nothing, type Happening } from './memory.js';
import { prompts } from './prompts.js';
import { inWords } from './words.js';

/** The rules with a memory, a clock and ears: what app/ and store/ do around them, without a disk. */

export interface RulesOptions {
  readonly openTo: 'couple' | 'everyone';
  readonly prompts: readonly Scenario[];
  readonly protocols: readonly Protocol[];
  /** None, unless a story is about them: their steps come in the place of questions. */
  readonly paths: readonly PathPlan[];
  /** Whether rooms are offered; none without it. */
  readonly rooms: 'on' | 'unfit';
  /** The path that an author tries out. */
  readonly playedPath: string;
  readonly zones: Readonly<Record<PersonId, string>>;
  readonly beginsAt: Instant;
  readonly tellsNews: boolean;
  /** Over how much time the questions of the rhythm are spread. */
  readonly spreadMs: number;
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
  /** What comes from the group that is somebody's room: told of it when `by` is null, and otherwise done in it. */
  inRoomOf(of: PersonId, command: Command, by: PersonId | null, named?: readonly (PersonId | null)[]): void;
  /** A start with other files: what becomes of each protocol for listening; null for one that is gone. */
  changeProtocols(how: (protocol: Protocol) => Protocol | null): void;
  /** The same of each question; steps of paths are among them. */
  changePrompts(how: (prompt: Scenario) => Scenario | null): void;
  /** The same of what two people share. */
  changeCouple(id: PersonId, how: (couple: Couple) => Partial<Couple>): void;
  /** A start with other files of paths. */
  changePaths(now: readonly PathPlan[]): void;
  /** The owner's first link is asked for at every start. */
  openHouse(): void;
  comeBack(): void;
  press(button: Button, by: PersonId, sender: Sender): void;
  passTo(at: Instant): void;
  jump(delayMs: number): void;
  /** The bot was not running until then: what everybody is told at its start comes before anybody is woken. */
  startAt(at: Instant, command: Command): void;
  /** For so long nobody knows whether the clock is right. */
  doubt(forMs: number): void;
  /** When the first couple has to be woken. */
  nextWake(): Instant | null;
  /** Puts it into words for its reader, as it would go out; what cannot be said throws. */
  tell(notice: Notice): void;
  /** From here on, what happens is kept apart. */
  begin(): Happening;
}

const sundayNoon = 1_795_345_200_000;
/** The protocols that ship: rules that play other ones would prove something else. */
export const shippedProtocols = [...loadScenarios({ shipped: shippedDirectory }).protocols.values()];

export function createRules(options: Partial<RulesOptions>): Rules {
  const memory = emptyMemory(options.beginsAt ?? sundayNoon);
  const { openTo = 'everyone', zones = {}, tellsNews = true, spreadMs = 0 } = options;
  const scenarios = new Map((options.prompts ?? prompts).map((one) => [one.id, one]));
  const listed = options.protocols ?? shippedProtocols;
  const protocols = new Map(listed.map((one) => [one.id, one]));
  const paths = new Map((options.paths ?? []).map((one) => [one.id, one]));
  const played = {
    ...(options.playedPath === undefined ? {} : { playedPath: options.playedPath }),
    ...(options.rooms === undefined ? {} : { rooms: options.rooms }),
  };
  const house: House = { memory, openTo, zones, scenarios, protocols, paths, played, tellsNews, spreadMs };
  const words = inWords(scenarios, protocols, paths);
  const rules: Rules = {
    ...looking(house),
    change: (id, how) => {
      const person = known(house, id);
      memory.people[id] = { ...person, ...how(person) };
    },
    changeCouple: (id, how) => {
      const couple = rules.coupleOf(id);
      memory.couples[couple.id] = { ...couple, ...how(couple) };
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
    inRoomOf: (of, command, by, named = []) => {
      wakeDue(house, memory.now);
      const couple = known(house, of).coupleId;
      const about = by === null ? couple : known(house, by).coupleId;
      apply(house, command, { actor: by, about, card: null, inRoom: { couple, named, tapped: null } });
      memory.now += turnMs;
    },
    changeProtocols: (how) => {
      changeFiles(protocols, how);
    },
    changePrompts: (how) => {
      changeFiles(scenarios, how);
    },
    changePaths: (now) => {
      paths.clear();
      for (const plan of now) paths.set(plan.id, plan);
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
      const code = rowOf(button).slot === 'code' ? readCode(button.slot) : null;
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
    doubt: (forMs) => {
      memory.doubtedUntil = memory.now + forMs;
    },
    tell: (notice) => {
      words(notice, known(house, notice.to), memory.now);
    },
    begin: () => (memory.happening = nothing()),
  };
  return rules;
}

function changeFiles<File>(files: Map<string, File>, how: (file: File) => File | null): void {
  for (const [id, file] of files) {
    const changed = how(file);
    if (changed === null) files.delete(id);
    else files.set(id, changed);
  }
}

type Looks = 'now' | 'personOf' | 'coupleOf' | 'couples' | 'sceneOf' | 'bookOf' | 'buttonsOf' | 'nextWake';

/** What can be seen of it without anything happening. */
function looking(house: House): Pick<Rules, Looks> {
  const { memory } = house;
  return {
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
    nextWake: () => soonest(memory)?.at ?? null,
  };
}
