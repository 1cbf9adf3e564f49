import { desc, eq, sql } from 'drizzle-orm';
import type { CoupleId, Instant, PersonId } from '../../core/ids.js';
import { doubtOf, marksOf, type Doubt, type Move } from '../move.js';
import type {
  Applied,
  Arrival,
  Claiming,
  Duty,
  Inbound,
  Lane,
  Outgoing,
  RoomRow,
  RoomSettlement,
  Row,
  Rule,
  Settlement,
  Store,
} from '../store.js';
import type { ApplyOne } from '../apply.js';
import { appliersOf, MustGoApart, type Saving } from './apply.js';
import { arrivalsOf, type Arrivals } from './arrival.js';
import { clockOf, type Clock } from './clock.js';
import type { OpenDatabase } from './database.js';
import { change, given } from './statements.js';
import { moverOf } from './move.js';
import { toStorageFailure } from './failures.js';
import { tablesOf, type SqliteTables } from './tables.js';
import { marks, people, seenUpdates } from './schema.js';
import { tidierOf } from './tidy.js';
import { Transactions } from './transaction.js';

/** The port over two SQLite files. Every method is one transaction. */
export class SqliteStore implements Store {
  readonly #database: OpenDatabase;
  readonly #tables: SqliteTables;
  readonly #transactions: Transactions;
  readonly #clock: Clock;
  readonly #arrivals: Arrivals;
  readonly #appliers: Readonly<Record<Saving, ApplyOne>>;
  readonly #tidy: (now: Instant) => boolean;
  readonly #move: (by: Move, now: Instant) => void;
  readonly #statements: ReturnType<typeof prepare>;
  readonly #closeFiles: () => void;

  constructor(database: OpenDatabase, closeFiles: () => void) {
    this.#database = database;
    this.#closeFiles = closeFiles;
    this.#tables = tablesOf(database);
    this.#transactions = new Transactions(database, this.#tables);
    this.#clock = clockOf(database);
    this.#arrivals = arrivalsOf(database);
    this.#appliers = appliersOf(database, this.#tables);
    this.#tidy = tidierOf(database, this.#tables);
    this.#move = moverOf(database, this.#tables);
    this.#statements = prepare(database);
  }

  lead(signal: AbortSignal, run: (duty: Duty, ends: AbortSignal) => Promise<void>): Promise<void> {
    return run(this, signal);
  }

  apply(
    inbound: readonly Inbound[],
    rule: Rule,
    now: Instant,
    onFailure: (inbound: Inbound, person: PersonId) => readonly Outgoing[],
    claiming: Claiming | null = null,
  ): Promise<readonly Applied[]> {
    const applyAll = (saving: Saving) =>
      this.#transactions.run(() => ({
        applied: inbound.map((one) => this.#appliers[saving](one, rule, now, onFailure)),
        rows: claiming === null ? [] : this.#tables.outbox.claim(now, claiming.lanes, claiming.limit),
      }));
    return this.#read(() => {
      const { applied, rows } = this.#togetherOrApart(applyAll);
      claiming?.take(rows);
      return applied;
    });
  }

  due(now: Instant, limit: number): Promise<readonly CoupleId[]> {
    return this.#read(() => this.#clock.due(now, limit));
  }

  dueAlone(now: Instant, limit: number): Promise<readonly PersonId[]> {
    return this.#read(() => this.#tables.alone.due(now, limit));
  }

  nextDueAt(): Promise<Instant | null> {
    return this.#read(() => this.#clock.nextDueAt());
  }

  duePerMinute(now: Instant, minutes: number): Promise<readonly number[]> {
    return this.#read(() => this.#clock.duePerMinute(now, minutes));
  }

  withOpenRound(after: CoupleId, limit: number): Promise<readonly CoupleId[]> {
    return this.#read(() => this.#clock.withOpenRound(after, limit));
  }

  hasPeople(): Promise<boolean> {
    return this.#read(() => this.#statements.anybody.get() !== undefined);
  }

  arrival(): Promise<Arrival> {
    return this.#read(() => this.#arrivals.arrival());
  }

  peopleAfter(after: PersonId, limit: number): Promise<readonly PersonId[]> {
    return this.#read(() => this.#arrivals.peopleAfter(after, limit));
  }

  settleIn(now: Instant, news: number): Promise<void> {
    return this.#transact(() => {
      this.#arrivals.settleIn(now, news);
    });
  }

  claim(
    now: Instant,
    lanes: readonly (Lane | 'answer')[],
    limit: number,
    settlements: readonly Settlement[] = [],
  ): Promise<readonly Row[]> {
    return this.#transact(() => {
      this.#settleAll(settlements, now);
      return this.#tables.outbox.claim(now, lanes, limit);
    });
  }

  settle(settlements: readonly Settlement[], now: Instant): Promise<void> {
    return this.#transact(() => {
      this.#settleAll(settlements, now);
    });
  }

  nextSendAt(lanes?: readonly (Lane | 'answer')[]): Promise<Instant | null> {
    return this.#read(() => this.#tables.outbox.nextSendAt(lanes));
  }

  claimRooms(now: Instant, limit: number, settlements: readonly RoomSettlement[] = []): Promise<readonly RoomRow[]> {
    const { rooms, couples, people } = this.#tables;
    return this.#transact(() => {
      for (const settlement of settlements) rooms.settle(settlement);
      return rooms.claim(couples, people, now, limit);
    });
  }

  nextRoomAt(): Promise<Instant | null> {
    return this.#read(() => this.#tables.rooms.nextAt());
  }

  isRoomRowWanted(row: number): Promise<boolean> {
    return this.#read(() => this.#tables.rooms.isWanted(row));
  }

  withRoom(after: CoupleId, limit: number): Promise<readonly CoupleId[]> {
    return this.#read(() => this.#tables.rooms.withRoom(after, limit));
  }

  recover(now: Instant): Promise<void> {
    return this.#transact(() => {
      this.#tables.rooms.recover(now);
      this.#tables.outbox.recover(now);
    });
  }

  tidy(now: Instant): Promise<void> {
    return this.#read(() => {
      this.#transactions.run(() => {
        if (this.#tidy(now)) this.#transactions.mustEmptyLogs();
      });
      this.#transactions.emptyLogs();
    });
  }

  lastAliveAt(): Promise<Instant | null> {
    return this.#read(() => {
      const signs = [this.#mark('alive-at'), this.#statements.lastSeen.get()?.seenAt ?? null].filter(
        (at) => at !== null,
      );
      return signs.length === 0 ? null : Math.max(...signs);
    });
  }

  markAlive(now: Instant): Promise<void> {
    return this.#transact(() => {
      this.#statements.setMark.run({ name: 'alive-at', value: now });
    });
  }

  doubt(): Promise<Doubt | null> {
    return this.#read(() => doubtOf((name) => this.#mark(name)));
  }

  setClock(by: Move | null, now: Instant, doubt: Doubt | null): Promise<void> {
    return this.#transact(() => {
      if (by !== null) this.#move(by, now);
      const { setMark, dropMark } = this.#statements;
      setMark.run({ name: 'alive-at', value: now });
      for (const [name, value] of marksOf(doubt)) {
        if (value === null) dropMark.run({ name });
        else setMark.run({ name, value });
      }
    });
  }

  counts(): Promise<{ readonly couples: number; readonly unsent: number }> {
    return this.#read(() => ({
      couples: this.#mark('paired-couples') ?? 0,
      unsent: this.#tables.outbox.countUnsent(),
    }));
  }

  close(): Promise<void> {
    return this.#read(() => {
      try {
        this.#database.connection.truncate();
      } finally {
        this.#closeFiles();
      }
    });
  }

  #mark(name: string): number | null {
    return this.#statements.mark.get({ name })?.value ?? null;
  }

  #togetherOrApart<Result>(apply: (saving: Saving) => Result): Result {
    try {
      return apply('together');
    } catch (error) {
      if (!(error instanceof MustGoApart)) throw error;
      return apply('apart');
    }
  }

  #settleAll(settlements: readonly Settlement[], now: Instant): void {
    for (const settlement of settlements) this.#tables.outbox.settle(settlement, now);
  }

  #read<Result>(work: () => Result): Promise<Result> {
    return settled(() => {
      try {
        return work();
      } catch (error) {
        throw toStorageFailure(error);
      }
    });
  }

  #transact<Result>(work: () => Result): Promise<Result> {
    return this.#read(() => this.#transactions.run(work));
  }
}

/** The work is done at once; what it throws becomes a rejection. */
function settled<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

function prepare({ connection }: OpenDatabase) {
  const { db } = connection;
  return {
    anybody: db.select({ id: people.id }).from(people).where(eq(people.hasConsented, true)).prepare(),
    mark: db
      .select({ value: marks.value })
      .from(marks)
      .where(eq(marks.name, given('name')))
      .prepare(),
    setMark: change(
      connection,
      db
        .insert(marks)
        .values({ name: given('name'), value: given('value') })
        .onConflictDoUpdate({ target: marks.name, set: { value: sql`excluded.value` } }),
    ),
    lastSeen: db
      .select({ seenAt: seenUpdates.seenAt })
      .from(seenUpdates)
      .orderBy(desc(seenUpdates.id))
      .limit(1)
      .prepare(),
    dropMark: change(connection, db.delete(marks).where(eq(marks.name, given('name')))),
  };
}
