import { randomBytes } from 'node:crypto';
import type { InferSelectModel } from 'drizzle-orm';
import type { CoupleId, PersonId } from '../../core/ids.js';
import type { Scene } from '../../core/scene.js';
import { keyLength } from '../cipher.js';
import type { KeyId, Sealing, TableKeys } from '../sealing.js';
import type { Inbound, Outcome } from '../store.js';
import type * as schema from './schema.js';
import { sealingOf, type KeyCluster } from './vault.js';
import { createJournal, WorkingTable, type Journal } from './working-table.js';

export type PeopleRow = InferSelectModel<typeof schema.people>;
export type CoupleRow = InferSelectModel<typeof schema.couples>;
export type MemberRow = InferSelectModel<typeof schema.members>;
export type InviteRow = { readonly lookup: string; readonly coupleId: CoupleId };
export type OutboxRow = Readonly<InferSelectModel<typeof schema.outbox>>;
export type BookRow = InferSelectModel<typeof schema.book>;
export type AloneRow = InferSelectModel<typeof schema.alone>;
export interface RoomOfRow {
  readonly lookup: string;
  readonly coupleId: CoupleId;
}
export type RoomRow = InferSelectModel<typeof schema.roomRows>;
export type ChatRow = InferSelectModel<typeof schema.chatMessages>;

/**
 * Something that the rules asked for and that is not loaded. They are answered as if it did not exist, it is loaded, and
 * they run again from the beginning: the rules are synchronous, and a database is not.
 */
export type Need =
  | { readonly what: 'person'; readonly id: PersonId }
  | { readonly what: 'lookup' | 'code' | 'room'; readonly lookup: string }
  | { readonly what: 'couple' | 'roomRows'; readonly id: CoupleId }
  | { readonly what: 'nobody' }
  | { readonly what: 'row' | 'behind'; readonly id: number }
  | { readonly what: 'card'; readonly person: PersonId; readonly card: string }
  | { readonly what: 'message'; readonly person: PersonId; readonly messageId: number }
  | { readonly what: 'book' | 'chat'; readonly person: PersonId };

const ofScene: ReadonlySet<Need['what']> = new Set([
  ...(['person', 'lookup', 'couple', 'code', 'nobody', 'message', 'book', 'room'] as const),
]);

const nameOf = (need: Need): string => Object.values(need).join(' ');

export type Numbered = 'people' | 'outbox' | 'book' | 'roomRows' | 'keys';
const numbered: readonly Numbered[] = ['people', 'outbox', 'book', 'roomRows', 'keys'];

/** Numbers for new rows that were drawn for this transaction, and how many more it needs. */
class Numbers {
  readonly #drawn: number[] = [];
  #used = 0;

  add(numbers: readonly number[]): void {
    this.#drawn.push(...numbers);
  }

  /** Negative when none is left: then more are drawn, and the work is done again. */
  next(): number {
    this.#used += 1;
    return this.#drawn[this.#used - 1] ?? -this.#used;
  }

  wanted(): number {
    return Math.max(0, this.#used - this.#drawn.length);
  }

  begin(): void {
    this.#used = 0;
  }
}

/** The rows of one transaction: loaded as the rules ask for them, changed in memory, written at the end. */
export class WorkingSet {
  readonly journal: Journal = createJournal();
  readonly people = this.#table(
    (row: PeopleRow) => row.id,
    (row) => row.lookup.toString('hex'),
  );
  readonly couples = this.#table(
    (row: CoupleRow) => row.id,
    (row) => row.memberCount,
  );
  readonly members = this.#table(
    (row: MemberRow) => row.personId,
    (row) => row.coupleId,
  );
  readonly invites = this.#table(
    (row: InviteRow) => row.lookup,
    (row) => row.coupleId,
  );
  readonly outbox = this.#table(
    (row: OutboxRow) => row.id,
    (row) => row.personId,
  );
  readonly book = this.#table(
    (row: BookRow) => row.id,
    (row) => row.personId,
  );
  readonly alone = this.#table(
    (row: AloneRow) => row.personId,
    () => null,
  );
  readonly chats = this.#table(
    (row: ChatRow) => row.id,
    (row) => row.personId,
  );
  readonly rooms = this.#table(
    (row: RoomOfRow) => row.lookup,
    (row) => row.coupleId,
  );
  readonly roomRows = this.#table(
    (row: RoomRow) => row.id,
    (row) => row.coupleId,
  );
  readonly keysToErase = this.#table(
    (id: KeyId) => id,
    () => null,
  );
  readonly numbers: Readonly<Record<Numbered, Numbers>> = {
    people: new Numbers(),
    outbox: new Numbers(),
    book: new Numbers(),
    roomRows: new Numbers(),
    keys: new Numbers(),
  };
  /** The decisions of the rules in earlier passes, by what they saw. */
  readonly outcomes = new Map<Inbound, { readonly scene: Scene; readonly outcome: Outcome }>();
  /** Of people who were locked and not read. */
  readonly keyIds = new Map<PersonId, KeyId>();
  readonly keys = new Map<KeyId, Buffer>();
  readonly fresh = new Map<KeyId, Buffer>();
  readonly vault: TableKeys;
  readonly #known = new Set<string>();
  readonly #needs = new Map<string, Need>();
  #chatsNoted = 0;

  constructor(hashes: KeyCluster) {
    const sealing = sealingOf(hashes, (id) => this.fresh.get(id) ?? this.keys.get(id));
    this.vault = {
      seal: this.#sealed(sealing),
      unseal: (id, place, sealed) => sealing.unseal(id, place, sealed),
      lookup: (what, value) => hashes.lookup(what, value),
      draw: () => {
        const id = this.numbers.keys.next();
        this.fresh.set(id, randomBytes(keyLength));
        return id;
      },
    };
  }

  /** Takes back all changes in memory, so that the work can begin again. */
  begin(): void {
    this.journal.backTo(0);
    this.fresh.clear();
    this.#needs.clear();
    for (const name of numbered) this.numbers[name].begin();
  }

  /** Whether this was loaded or is known not to exist. If not, it is noted, and loaded before the next pass. */
  knows(need: Need): boolean {
    const name = nameOf(need);
    if (this.#known.has(name)) return true;
    this.#needs.set(name, need);
    return false;
  }

  noteKnown(need: Need): void {
    this.#known.add(nameOf(need));
  }

  /** Whether part of a scene that a rule would see is not loaded yet. */
  lacksScene(): boolean {
    return this.numbers.people.wanted() > 0 || this.needs().some(({ what }) => ofScene.has(what));
  }

  needs(): readonly Need[] {
    return [...this.#needs.values()];
  }

  isComplete(): boolean {
    return this.#needs.size === 0 && numbered.every((name) => this.numbers[name].wanted() === 0);
  }

  /** A temporary key for a row that the database will number. */
  chatId(): number {
    this.#chatsNoted += 1;
    return -this.#chatsNoted;
  }

  /** Sealing takes longer than all other work in memory, so it is left out in a pass that will be repeated. */
  #sealed(sealing: Sealing): Sealing['seal'] {
    const nothing = Buffer.alloc(0);
    return (id, place, plain) => (this.isComplete() ? sealing.seal(id, place, plain) : nothing);
  }

  #table<Key, Row>(keyOf: (row: Row) => Key, groupOf: (row: Row) => unknown): WorkingTable<Key, Row> {
    return new WorkingTable(this.journal, keyOf, groupOf);
  }
}
