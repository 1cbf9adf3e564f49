import { clearedBy, rekeyedBy, silencedBy } from '../../src/core/recalls.js';
import { bookChanges } from '../../src/core/own-data/book.js';
import { chanceLength } from '../../src/core/time/chance.js';
import type { Command } from '../../src/core/command.js';
import { decide } from '../../src/core/decide.js';
import { isRefusal } from '../../src/core/event.js';
import { errandsOf } from '../../src/core/room/errands.js';
import { happen } from '../../src/core/happen.js';
import { knownAfter, nothingKnown, passingOf } from '../../src/core/help/passing.js';
import { foldAll } from '../../src/core/discreet/fold.js';
import { stranger } from '../../src/core/person.js';
import type { Protocols } from '../../src/core/listening/protocol.js';
import type { PathPlans } from '../../src/core/path/plan.js';
import type { Scenarios } from '../../src/core/round/scenario.js';
import { type Couple, type Person, type Scene } from '../../src/core/scene.js';
import { type Given } from '../../src/core/given.js';
import { needs } from '../../src/core/needs.js';
import { type Instant, type PersonId } from '../../src/core/ids.js';
import { waitingAfter } from '../../src/core/pairing/waiting.js';
import { isDoing } from '../../src/core/commands.js';
import { noteSeen } from '../../src/core/leaving/silence.js';
import { doubtOf, keep, remember, write, type Heard, type Memory } from './memory.js';

/** What app/ does with the rules: one command after the other, each on as little as the store loads, and those of the clock. */

export interface House {
  readonly memory: Memory;
  readonly openTo: 'couple' | 'everyone';
  readonly scenarios: Scenarios;
  readonly protocols: Protocols;
  readonly paths: PathPlans;
  readonly played: Pick<Given, 'playedPath' | 'rooms'>;
  readonly zones: Readonly<Record<PersonId, string>>;
  readonly tellsNews: boolean;
  readonly spreadMs: number;
}

/** Taking turns takes a moment; it also gives every command chances of its own. */
export const turnMs = 1000;
export type Seen = Pick<Scene, 'actor' | 'about' | 'card' | 'inRoom'>;

export function known({ memory, zones }: House, id: PersonId): Person {
  return (memory.people[id] ??= stranger(id, 'nl', zones[id] ?? 'Europe/Amsterdam'));
}

/** One command, as handle.ts takes it: decide, then evolve and announce event by event, then keep what came of it. */
export function apply(house: House, command: Command, seen: Seen): void {
  const { memory, openTo, scenarios, protocols, paths, played, tellsNews, spreadMs } = house;
  const { now, happening } = memory;
  const scene = noteSeen(sceneFor(house, command, seen), command, now);
  const waiting = (seen.actor === null ? null : memory.waiting.get(seen.actor)) ?? null;
  const known = (seen.actor === null ? null : memory.known.get(seen.actor)) ?? nothingKnown;
  const decision = decide(scene, command, {
    now,
    chance: chanceFor(now, seen),
    scenarios,
    protocols,
    paths,
    ...played,
    openTo,
    tellsNews,
    spreadMs,
    passing: passingOfAll(memory, now),
    doubtedUntil: doubtOf(memory),
    waiting,
  });
  if (isRefusal(decision)) {
    happening.refusals.push(decision);
    keep(memory, scene, scene);
    return;
  }
  if (seen.actor !== null) {
    memory.waiting.set(seen.actor, waitingAfter(decision, waiting));
    memory.known.set(seen.actor, knownAfter(known, decision, now));
  }
  const told: Heard[] = [];
  let after = scene;
  for (const event of decision) {
    const before = after;
    const happened = happen(event, before, { ...played, now, scenarios, protocols, paths, spreadMs });
    after = happened.after;
    for (const change of bookChanges(event, before, now)) write(memory, change);
    happening.events.push(event);
    happening.errands.push(
      ...errandsOf(event, { ...played, before, after, now, scenarios, protocols, paths, spreadMs }),
    );
    happening.recalled.push(...silencedBy(event, scene));
    happening.rekeyed.push(...rekeyedBy(event, scene));
    happening.cleared.push(...clearedBy(event));
    for (const notice of happened.notices) {
      told.push({ at: now, by: isDoing(command) ? scene.actor : null, because: event, notice });
    }
  }
  for (const heard of foldAll(told, {
    after,
    isAsked: isDoing(command),
    moment: { now, chance: chanceFor(now, seen) },
  })) {
    happening.heard.push(heard);
    remember(memory, heard.notice);
  }
  keep(memory, scene, after);
}

/** As little as the store loads: the actor, their couple, the couple of the code, and everybody in those. */
export function sceneFor(house: House, command: Command, seen: Seen): Scene {
  const { memory } = house;
  const { code, book } = needs(command);
  const hasCode = ({ invite, spentCodes }: Couple) =>
    code !== null && (invite?.code === code || spentCodes.some((spent) => spent.code === code));
  const invited = Object.values(memory.couples).find(hasCode)?.id ?? null;
  const couples = [seen.about, invited, seen.inRoom?.couple ?? null].flatMap((id) => {
    const couple = id === null ? undefined : memory.couples[id];
    return couple === undefined ? [] : [couple];
  });
  const ids = [...(seen.actor === null ? [] : [seen.actor]), ...couples.flatMap(({ members }) => members)];
  return {
    ...seen,
    invited,
    book: book === 'none' || seen.actor === null ? [] : bookOf(house, seen.actor),
    otherBook:
      book === 'both'
        ? couples
            .flatMap(({ id, members }) => (id === seen.about ? members : []))
            .flatMap((id) => (id === seen.actor ? [] : bookOf(house, id)))
        : [],
    people: Object.fromEntries(ids.map((id) => [id, known(house, id)])),
    couples: Object.fromEntries(couples.map((couple) => [couple.id, couple])),
  };
}

const bookOf = ({ memory: { books, now } }: House, id: PersonId) =>
  (books.get(id) ?? []).filter(({ until }) => until > now);

interface Due {
  readonly seen: Pick<Seen, 'actor' | 'about'>;
  readonly at: Instant;
}

/** Nobody without a couple is woken while the clock is in doubt; a couple is, for what goes on. */
export function soonest({ wakes, aloneWakes, doubtedUntil }: Memory): Due | null {
  return [
    ...[...wakes].flatMap(([about, at]) => (at === null ? [] : [{ seen: { actor: null, about }, at }])),
    ...[...aloneWakes].map(([actor, at]) => ({ seen: { actor, about: null }, at: Math.max(at, doubtedUntil) })),
  ].reduce<Due | null>((first, one) => (first !== null && first.at <= one.at ? first : one), null);
}

/** Wakes whoever comes due until then, each at their own moment; a couple that is due again at once would never sleep. */
export function wakeDue(house: House, until: Instant): void {
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

function passingOfAll({ known }: Memory, now: Instant): NonNullable<Given['passing']> {
  return Object.fromEntries([...known].map(([id, one]) => [id, passingOf(one, now)]));
}
