import { isGone, stranger } from '../core/person.js';
import type { Language } from '../core/round/scenario.js';
import type { Person } from '../core/scene.js';
import type { CoupleId, Instant, PersonId } from '../core/ids.js';
import { movedPerson, personFormat, type PersonDocument } from './documents.js';
import { readDocument, writeDocument } from './document-format.js';
import { BrokenDocument, unlessBroken } from './failures.js';
import type { KeyId, Sealing, TableKeys } from './sealing.js';
import type { Move } from './move.js';
import { places } from './places.js';
import { RecentMap } from './recent-map.js';
import type { Change, Everything, Look } from './look.js';

/** A person as stored, and what only the store may know of them. */
export interface StoredPerson {
  readonly person: Person;
  readonly keyId: KeyId;
  /** Where to write to. Of someone without consent it is not stored: known only while they are writing. */
  readonly address: string | null;
  /** The keyed hash they are found by, in hex: part of the place in which they are sealed. */
  readonly lookup: string;
  /** False when what is stored of them does not open: then nobody is who they were, and nothing of them is written. */
  readonly isReadable: boolean;
}

export interface PersonRow {
  readonly id: PersonId;
  readonly keyId: KeyId;
  readonly lookup: Buffer;
  readonly isSilenced: boolean;
  readonly sealed: Buffer;
  readonly coupleId: CoupleId | null;
}

interface ById {
  readonly id: PersonId;
}

interface PersonColumns extends ById {
  readonly keyId: KeyId;
  readonly hasConsented: 0 | 1;
  readonly touchedAt: Instant;
  readonly sealed: Buffer;
}

/** The rows behind it. */
export interface PeopleRows {
  readonly byLookup: Look<{ readonly lookup: Buffer }, PersonRow>;
  readonly byId: Look<ById, PersonRow>;
  readonly insert: Change<PersonColumns & { readonly lookup: Buffer }>;
  /** What was silenced is so in what is sealed from here on. */
  readonly update: Change<PersonColumns>;
  readonly ids: Look<Everything, ById>;
  readonly reseal: Change<ById & { readonly sealed: Buffer }>;
  readonly silence: Change<ById>;
  readonly relocate: Change<ById & { readonly lookup: Buffer }>;
  readonly remove: Change<ById>;
  readonly eraseKey: Change<{ readonly keyId: KeyId }>;
}

export interface Defaults {
  readonly language: Language;
  readonly zone: string;
}

/** What a table is made of. */
export interface TableOf<Rows> {
  readonly vault: TableKeys;
  readonly rows: Rows;
  /** How many rows, as they are stored, to remember. */
  readonly remembered: number;
  /** What rows were read as, where the same row may be read again: then it is the same person or couple. */
  readonly opened?: WeakMap<object, unknown>;
}

/** Reads a row, or gives what it was read as. */
export function readOnce<Stored>(opened: TableOf<unknown>['opened'], row: object, read: () => Stored): Stored {
  const known = opened?.get(row) as Stored | undefined;
  if (known !== undefined) return known;
  const stored = read();
  opened?.set(row, stored);
  return stored;
}

interface TablePeople extends TableOf<PeopleRows> {
  readonly defaults: Defaults;
  readonly nextId: () => PersonId;
}

/**
 * The table of people. Who is active is remembered as stored: nobody else writes to the file, so a row that was read or
 * written once need not be read at every message. After a rollback `forget` makes what is stored the only truth again.
 */
export interface People {
  byAddress(address: string): StoredPerson | null;
  byId(id: PersonId): StoredPerson | null;
  /** Of whom nothing can be read: a row that is there, and who writes. Null when there is no such row. */
  unreadable(address: string, language: Language | null): StoredPerson | null;
  /** Someone who never wrote before, in the language of their Telegram; not stored until `insert`. */
  stranger(language: Language | null): Person;
  insert(person: Person, address: string, now: Instant): StoredPerson;
  /** `before` tells whose key and address there are; with another key, the one there was goes. */
  update(before: StoredPerson, person: Person, isRekeyed: boolean, now: Instant): StoredPerson;
  /** They stopped, whatever else is stored: also of somebody who cannot be read. */
  silence(id: PersonId): void;
  erase(stored: { readonly id: PersonId; readonly keyId: KeyId }): void;
  forget(): void;
  /** The clock was set: moves every time that is kept of anybody. */
  move(by: Move): void;
}

export function peopleOf(table: TablePeople): People {
  const { vault, rows: statements, remembered: size, opened, defaults, nextId } = table;
  const remembered = new RecentMap<PersonId, StoredPerson>(size);
  const idsByAddress = new RecentMap<string, PersonId>(size);

  /** Of a stranger not everything is stored, so they are always read anew. */
  const remember = (stored: StoredPerson): StoredPerson => {
    if (stored.person.consent === null) remembered.delete(stored.person.id);
    else remembered.set(stored.person.id, stored);
    return stored;
  };
  const read = (row: PersonRow): StoredPerson =>
    remember(readOnce(opened, row, () => readPerson(row, vault, defaults)));
  const readById = (id: PersonId): StoredPerson | null => statements.byId.all({ id }).map(read)[0] ?? null;

  const allReadable = () => statements.ids.all({}).flatMap(({ id }) => unlessBroken(() => readById(id)) ?? []);

  return {
    byAddress(address) {
      const known = remembered.get(idsByAddress.get(address) ?? 0);
      if (known !== undefined) return known;
      const row = statements.byLookup.get({ lookup: vault.lookup('person', address) });
      if (row === undefined) return null;
      idsByAddress.set(address, row.id);
      return { ...read(row), address };
    },
    byId: (id) => remembered.get(id) ?? readById(id),
    unreadable(address, language) {
      const row = statements.byLookup.get({ lookup: vault.lookup('person', address) });
      if (row === undefined) return null;
      const person = stranger(row.id, language ?? defaults.language, defaults.zone);
      return { person, keyId: row.keyId, address, lookup: row.lookup.toString('hex'), isReadable: false };
    },
    stranger: (language) => stranger(nextId(), language ?? defaults.language, defaults.zone),
    insert(person, address, now) {
      const lookup = vault.lookup('person', address);
      const stored = { person, keyId: vault.draw(), address, lookup: lookup.toString('hex'), isReadable: true };
      statements.insert.run({ ...columnsOf(stored, vault, now), lookup });
      idsByAddress.set(address, person.id);
      return remember(stored);
    },
    update(before, person, isRekeyed, now) {
      if (!before.isReadable) throw new BrokenDocument('a person who cannot be read is written');
      const seat = isGone(person) ? emptySeat(person.id, vault) : {};
      const stored = { ...before, person, ...seat, keyId: isRekeyed ? vault.draw() : before.keyId };
      statements.update.run(columnsOf(stored, vault, now));
      if (isRekeyed) statements.eraseKey.run({ keyId: before.keyId });
      if (stored.lookup !== before.lookup) {
        statements.relocate.run({ id: person.id, lookup: Buffer.from(stored.lookup, 'hex') });
      }
      if (person.consent === null) idsByAddress.delete(before.address ?? '');
      return remember(stored);
    },
    silence(id) {
      statements.silence.run({ id });
      remembered.delete(id);
    },
    erase({ id, keyId }) {
      statements.remove.run({ id });
      statements.eraseKey.run({ keyId });
      remembered.delete(id);
    },
    forget: () => {
      remembered.clear();
    },
    move(by) {
      for (const stored of allReadable()) {
        const moved = remember({ ...stored, person: movedPerson(stored.person, by) });
        statements.reseal.run({ id: moved.person.id, sealed: sealPerson(moved, vault) });
      }
    },
  };
}

function readPerson(
  { id, keyId, lookup: hash, isSilenced, sealed, coupleId }: PersonRow,
  vault: Sealing,
  defaults: Defaults,
): StoredPerson {
  const lookup = hash.toString('hex');
  const document = readDocument(personFormat, vault.unseal(keyId, places.person(id, lookup, coupleId), sealed));
  const known: Person = { ...stranger(id, defaults.language, defaults.zone), ...document.person, id, coupleId };
  const person = isSilenced ? { ...known, hasStopped: true } : known;
  const address = document.kind === 'member' ? document.address : null;
  return { person, keyId, address, lookup, isReadable: true };
}

/** Nobody comes back to an empty seat: whoever writes from that address is somebody new. */
const emptySeat = (id: PersonId, vault: TableKeys) => ({
  address: null,
  lookup: vault.lookup('seat', String(id)).toString('hex'),
});

function sealPerson({ person, keyId, address, lookup }: StoredPerson, vault: Sealing): Buffer {
  const place = places.person(person.id, lookup, person.coupleId);
  return vault.seal(keyId, place, () => writeDocument(personFormat, documentOf(person, address)));
}

function columnsOf(stored: StoredPerson, vault: Sealing, touchedAt: Instant) {
  const { person, keyId } = stored;
  const sealed = sealPerson(stored, vault);
  return { id: person.id, keyId, hasConsented: person.consent === null ? 0 : 1, touchedAt, sealed } as const;
}

function documentOf(person: Person, address: string | null): PersonDocument {
  if (isGone(person)) return { kind: 'gone', person };
  if (person.consent === null) {
    return { kind: 'stranger', person: { language: person.language, wrongGuesses: person.wrongGuesses } };
  }
  if (address === null) throw new BrokenDocument('a person who agreed has no address');
  return { kind: 'member', address, person };
}
