import { isOpen } from '../../../src/core/parts.js';
import type { CoupleId, Instant, PersonId } from '../../../src/core/ids.js';
import { loadActor, loadScene, stopAllTheSame, type Tables } from '../../../src/store/scenes.js';
import { saveOutcome, writeOutgoing } from '../../../src/store/save.js';
import { doubtOf, marksOf } from '../../../src/store/move.js';
import type { Applied, Inbound, Outgoing, Rule, Store } from '../../../src/store/store.js';
import { createData, type Data } from './data.js';
import { aloneOf, booksOf, chatsOf } from './keeping.js';
import { moveAll } from './move.js';
import { outboxOf } from './outbox.js';
import { couplesOf, peopleOf } from './people.js';
import { memoryRoomsOf } from './rooms.js';

const minuteMs = 60_000;
const failedWakeMs = 10 * minuteMs;
const weekMs = 7 * 24 * 3_600_000;

/**
 * The store port without a database: what is to be remembered is kept as it is, in tables that can take back what a
 * transaction did. It keeps the same contract as SQLite and nothing beyond the process. `between` is asked before every
 * commit: a process can die there.
 */
export function createMemoryStore(data: Data = createData(), between: () => void = () => undefined): Store {
  const outbox = outboxOf(data);
  const [books, alone, chats] = [booksOf(data), aloneOf(data), chatsOf(data)];
  const people = peopleOf(data, (person) => {
    outbox.dropUnsent(person);
    books.clear(person);
    chats.clear(person);
    alone.wake(person, null);
  });
  const [couples, rooms] = [couplesOf(data), memoryRoomsOf(data)];
  const tables = { people, couples, outbox, books, alone, chats, rooms };
  const stored = () => [...data.couples.values()].toSorted((one, other) => one.couple.id - other.couple.id);

  function transaction<Result>(work: () => Result): Promise<Result> {
    return settled(() => {
      const mark = data.journal.mark();
      try {
        const result = work();
        between();
        data.journal.commit();
        return result;
      } catch (error) {
        data.journal.backTo(mark);
        throw error;
      }
    });
  }

  function due(now: Instant, limit: number): readonly CoupleId[] {
    return stored()
      .filter(({ wakeAt }) => wakeAt !== null && wakeAt <= now)
      .sort((one, other) => (one.wakeAt ?? 0) - (other.wakeAt ?? 0))
      .slice(0, limit)
      .map(({ couple }) => couple.id);
  }

  const store: Store = {
    lead: (signal, run) => run(store, signal),
    apply: async (inbound, rule, now, onFailure, claiming) => {
      const { applied, rows } = await transaction(() => ({
        applied: inbound.map((one) => applyOne({ data, tables }, one, rule, now, onFailure)),
        rows: claiming ? outbox.claim(now, claiming.lanes, claiming.limit) : [],
      }));
      claiming?.take(rows);
      return applied;
    },
    due: (now, limit) => settled(() => due(now, limit)),
    dueAlone: (now, limit) => settled(() => alone.due(now, limit)),
    nextDueAt: () => settled(() => nextDueAt(data)),
    duePerMinute: (now, minutes) =>
      settled(() => {
        const counts = Array.from({ length: minutes }, () => 0);
        for (const { wakeAt } of data.couples.values()) {
          const minute = Math.floor(((wakeAt ?? 0) - now) / minuteMs);
          if ((wakeAt ?? 0) > now && minute < minutes) counts[minute] = (counts[minute] ?? 0) + 1;
        }
        return counts;
      }),
    withOpenRound: (after, limit) =>
      settled(() =>
        stored()
          .flatMap(({ couple }) => (isOpen(couple) && couple.id > after ? couple.id : []))
          .slice(0, limit),
      ),
    hasPeople: () => settled(() => agreed(data).length > 0),
    arrival: () => settled(() => ({ isOtherBot: false, restoredFrom: null, news: Infinity })),
    peopleAfter: (after, limit) =>
      settled(() =>
        agreed(data)
          .filter((id) => id > after)
          .slice(0, limit),
      ),
    settleIn: () => settled(() => undefined),
    claim: (now, lanes, limit, settlements = []) =>
      transaction(() => {
        for (const settlement of settlements) outbox.settle(settlement, now);
        return outbox.claim(now, lanes, limit);
      }),
    settle: (settlements, now) =>
      transaction(() => {
        for (const settlement of settlements) outbox.settle(settlement, now);
      }),
    nextSendAt: (lanes) => settled(() => outbox.nextSendAt(lanes)),
    claimRooms: (now, limit, settlements = []) =>
      transaction(() => {
        for (const settlement of settlements) rooms.settle(settlement);
        return rooms.claim(couples, people, now, limit);
      }),
    nextRoomAt: () => settled(() => rooms.nextAt()),
    isRoomRowWanted: (row) => settled(() => rooms.isWanted(row)),
    withRoom: (after, limit) => settled(() => rooms.withRoom(after, limit)),
    recover: (now) =>
      transaction(() => {
        rooms.recover(now);
        outbox.recover(now);
      }),
    tidy: (now) =>
      transaction(() => {
        for (const row of outbox.tidy(now)) {
          const { person, outgoing, messageId, settledAt } = row;
          if (outgoing.kind === 'send' && messageId !== null) chats.note(person, messageId, settledAt ?? now);
        }
        tidy(data, tables, now);
      }),
    lastAliveAt: () =>
      settled(() => {
        const last = Math.max(data.marks.get('alive-at') ?? -Infinity, ...[...data.seen.entries()].map(([, at]) => at));
        return last === -Infinity ? null : last;
      }),
    markAlive: (now) =>
      transaction(() => {
        data.marks.set('alive-at', now);
      }),
    doubt: () => settled(() => doubtOf((name) => data.marks.get(name) ?? null)),
    setClock: (by, now, doubt) =>
      transaction(() => {
        if (by !== null) moveAll(data, tables, by, now);
        data.marks.set('alive-at', now);
        for (const [name, value] of marksOf(doubt)) {
          if (value === null) data.marks.delete(name);
          else data.marks.set(name, value);
        }
      }),
    counts: () =>
      settled(() => ({
        couples: stored().filter(({ couple }) => couple.members.length === 2).length,
        unsent: outbox.countUnsent(),
      })),
    close: () => settled(() => undefined),
  };
  return store;
}

interface Kept {
  readonly data: Data;
  readonly tables: Tables & {
    readonly books: ReturnType<typeof booksOf>;
    readonly chats: ReturnType<typeof chatsOf>;
  };
}

/** One that fails takes back only itself; what is said instead is written with the update's number. */
function applyOne(
  { data, tables }: Kept,
  inbound: Inbound,
  rule: Rule,
  now: Instant,
  onFailure: (inbound: Inbound, person: PersonId) => readonly Outgoing[],
): Applied {
  const { updateId } = inbound;
  if (updateId !== null) {
    if (data.seen.has(updateId)) return { result: 'seen' };
    data.seen.set(updateId, now);
  }
  const mark = data.journal.mark();
  try {
    const loaded = loadScene(tables, inbound, now);
    if (loaded === null) return { result: 'seen' };
    const outcome = rule(loaded.scene, inbound, now);
    saveOutcome(tables, loaded, outcome, inbound, now);
    return { result: 'applied', outcome };
  } catch (error) {
    data.journal.backTo(mark);
    sayInstead(tables, inbound, now, onFailure);
    return { result: 'failed', error };
  }
}

function sayInstead(
  tables: Tables,
  inbound: Inbound,
  now: Instant,
  onFailure: (inbound: Inbound, person: PersonId) => readonly Outgoing[],
): void {
  const { origin } = inbound;
  if (origin.from === 'couple') tables.couples.postpone(origin.couple, now + failedWakeMs);
  if (origin.from === 'person' && inbound.command.type === 'wake') tables.alone.wake(origin.person, now + failedWakeMs);
  const loaded = loadActor(tables, inbound);
  if (loaded === null || loaded.scene.actor === null) return;
  stopAllTheSame(tables, loaded, inbound);
  writeOutgoing(tables, loaded, onFailure(inbound, loaded.scene.actor), inbound, now);
}

function nextDueAt({ couples }: Data): Instant | null {
  let next = Infinity;
  for (const { wakeAt } of couples.values()) if (wakeAt !== null && wakeAt < next) next = wakeAt;
  return next === Infinity ? null : next;
}

function agreed({ people }: Data): readonly PersonId[] {
  return [...people.values()]
    .flatMap(({ person }) => (person.consent === null ? [] : person.id))
    .sort((one, other) => one - other);
}

function tidy(data: Data, { people, books, chats }: Kept['tables'], now: Instant): void {
  const isAwaited = (id: PersonId) =>
    [...data.outbox.rows.values()].some(
      ({ person, settledAt, state }) => person === id && settledAt === null && state !== 'held' && state !== 'folded',
    );
  for (const [updateId, at] of data.seen.entries()) if (at < now - weekMs) data.seen.delete(updateId);
  chats.tidy(now);
  for (const { person, touchedAt } of [...data.people.values()]) {
    if (person.consent === null && touchedAt < now - weekMs && !data.seats.has(person.id) && !isAwaited(person.id)) {
      people.erase({ id: person.id, keyId: 0 });
    }
  }
  books.tidy(now);
}

/** The work is done at once; what it throws becomes a rejection. */
function settled<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
