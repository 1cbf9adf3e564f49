import type { BookEntry } from '../../../src/core/scene.js';
import type { CoupleId, Instant, PersonId } from '../../../src/core/ids.js';
import type { StoredCouple } from '../../../src/store/couples.js';
import type { StoredPerson } from '../../../src/store/people.js';
import type { OutboxRow, QueueName } from './outbox.js';
import { createJournal, createTable, type Journal, type Table } from './table.js';

export interface RoomRowKept {
  readonly id: number;
  readonly coupleId: CoupleId | null;
  readonly queue: number;
  readonly isFlying: boolean;
  readonly dueAt: Instant;
  readonly attempts: number;
  readonly isLast: boolean;
  readonly payload: Buffer;
}

/** Everything that a store in memory keeps. It outlives the process that is simulated on it, as a disk would. */
export interface Data {
  readonly journal: Journal;
  /** Of whoever has not agreed only what may be kept, and no address. */
  readonly people: Table<PersonId, StoredPerson & { readonly touchedAt: Instant }>;
  readonly addresses: Table<string, PersonId>;
  readonly couples: Table<CoupleId, StoredCouple>;
  readonly codes: Table<string, CoupleId>;
  readonly seats: Table<PersonId, CoupleId>;
  readonly alone: Table<PersonId, Instant>;
  readonly books: Table<PersonId, readonly BookEntry[]>;
  /** What people sent, by its number in their chat. */
  readonly chats: Table<PersonId, readonly { readonly messageId: number; readonly at: Instant }[]>;
  readonly rooms: Table<CoupleId, string>;
  readonly roomRows: Table<number, RoomRowKept>;
  readonly seen: Table<number, Instant>;
  readonly marks: Table<string, number>;
  readonly outbox: {
    readonly rows: Table<number, OutboxRow>;
    /** Rows of one person, oldest first: all that are kept, and of each queue those that are unsettled. */
    readonly ofPerson: Table<PersonId, readonly number[]>;
    readonly queues: Table<QueueName, readonly number[]>;
    /** The rows in front: waiting for their time, or claimed. */
    readonly waiting: Table<number, true>;
    readonly flying: Table<number, true>;
  };
  /** Numbers are given once, also after what bore them was taken back. */
  readonly nextId: () => number;
}

export function createData(): Data {
  const journal = createJournal();
  let lastId = 0;
  return {
    journal,
    people: createTable(journal),
    addresses: createTable(journal),
    couples: createTable(journal),
    codes: createTable(journal),
    seats: createTable(journal),
    alone: createTable(journal),
    books: createTable(journal),
    chats: createTable(journal),
    rooms: createTable(journal),
    roomRows: createTable(journal),
    seen: createTable(journal),
    marks: createTable(journal),
    outbox: {
      rows: createTable(journal),
      ofPerson: createTable(journal),
      queues: createTable(journal),
      waiting: createTable(journal),
      flying: createTable(journal),
    },
    nextId: () => (lastId += 1),
  };
}
