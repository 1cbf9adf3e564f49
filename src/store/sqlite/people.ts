import { eq } from 'drizzle-orm';
import { stranger } from '../../core/person.js';
import type { CoupleId, Instant, Person, PersonId } from '../../core/scene.js';
import { movedPerson, personFormat, readDocument, writeDocument, type PersonDocument } from '../documents.js';
import { BrokenDocument, unlessBroken } from '../failures.js';
import type { KeyId, Vault } from '../keys.js';
import type { Move } from '../move.js';
import { RecentMap } from '../recent-map.js';
import { seal, unseal } from '../seal.js';
import { countFrom, type House } from './house.js';
import { change, given, look, set } from './statements.js';
import { keysToErase, members, people } from './schema.js';

/** A person as stored, and what only the store may know of them. */
export interface StoredPerson {
  readonly person: Person;
  readonly keyId: KeyId;
  /** Where to write to. Of someone without consent it is not stored: known only while they are writing. */
  readonly address: string | null;
}

interface PersonRow {
  readonly id: PersonId;
  readonly keyId: KeyId;
  readonly sealed: Buffer;
  readonly coupleId: CoupleId | null;
}

/**
 * The table of people. Who is active is remembered as stored: nobody else writes to the file, so a row that was read or
 * written once need not be read at every message. After a rollback `forget` makes what is stored the only truth again.
 */
export interface People {
  byAddress(address: string): StoredPerson | null;
  byId(id: PersonId): StoredPerson | null;
  /** Someone who never wrote before; not stored until `insert`. */
  stranger(): Person;
  insert(person: Person, address: string, now: Instant): StoredPerson;
  /** `before` tells whose key and address there are; with another key, the one there was goes. */
  update(before: StoredPerson, person: Person, isRekeyed: boolean, now: Instant): StoredPerson;
  erase(stored: { readonly id: PersonId; readonly keyId: KeyId }): void;
  forget(): void;
  /** The clock was set: moves every time that is kept of anybody. */
  move(by: Move): void;
}

export function peopleOf(house: House): People {
  const { vault, defaults } = house;
  const statements = prepare(house);
  const nextId = countFrom(house.connection, 'people');
  const remembered = new RecentMap<PersonId, StoredPerson>(house.remembered);
  const idsByAddress = new RecentMap<string, PersonId>(house.remembered);

  /** Of a stranger not everything is stored, so they are always read anew. */
  const remember = (stored: StoredPerson): StoredPerson => {
    if (stored.person.consent === null) remembered.delete(stored.person.id);
    else remembered.set(stored.person.id, stored);
    return stored;
  };
  const read = ({ id, keyId, sealed, coupleId }: PersonRow): StoredPerson => {
    const document = readDocument(personFormat, unseal(vault.get(keyId), place(id), sealed));
    const person: Person = { ...stranger(id, defaults.language, defaults.zone), ...document.person, id, coupleId };
    return remember({ person, keyId, address: document.kind === 'member' ? document.address : null });
  };

  const readById = (id: PersonId): StoredPerson | null => {
    const row = statements.byId.get({ id });
    return row === undefined ? null : read(row);
  };

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
    stranger: () => stranger(nextId(), defaults.language, defaults.zone),
    insert(person, address, now) {
      const stored = { person, keyId: vault.draw(), address };
      statements.insert.run({
        id: person.id,
        lookup: vault.lookup('person', address),
        keyId: stored.keyId,
        hasConsented: person.consent !== null,
        touchedAt: now,
        sealed: sealPerson(stored, vault),
      });
      return remember(stored);
    },
    update(before, person, isRekeyed, now) {
      const stored = { person, keyId: isRekeyed ? vault.draw() : before.keyId, address: before.address };
      statements.update.run({
        id: person.id,
        keyId: stored.keyId,
        hasConsented: person.consent === null ? 0 : 1,
        touchedAt: now,
        sealed: sealPerson(stored, vault),
      });
      if (isRekeyed) statements.eraseKey.run({ keyId: before.keyId });
      if (person.consent === null) idsByAddress.delete(before.address ?? '');
      return remember(stored);
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
      for (const { id } of statements.ids.all()) {
        const stored = unlessBroken(() => readById(id));
        if (stored === null) continue;
        const moved = remember({ ...stored, person: movedPerson(stored.person, by) });
        statements.reseal.run({ id, sealed: sealPerson(moved, vault) });
      }
    },
  };
}

const place = (id: PersonId) => `people:${id}`;

function sealPerson({ person, keyId, address }: StoredPerson, vault: Vault): Buffer {
  return seal(vault.get(keyId), place(person.id), writeDocument(personFormat, documentOf(person, address)));
}

function documentOf(person: Person, address: string | null): PersonDocument {
  if (person.consent === null) {
    return { kind: 'stranger', person: { language: person.language, wrongGuesses: person.wrongGuesses } };
  }
  if (address === null) throw new BrokenDocument('a person who agreed has no address');
  return { kind: 'member', address, person };
}

function prepare({ connection }: House) {
  const { db } = connection;
  const columns = { id: people.id, keyId: people.keyId, sealed: people.sealed, coupleId: members.coupleId };
  const one = () => db.select(columns).from(people).leftJoin(members, eq(members.personId, people.id));
  return {
    byLookup: look(connection, one().where(eq(people.lookup, given('lookup')))),
    byId: look(connection, one().where(eq(people.id, given('id')))),
    insert: change(
      connection,
      db.insert(people).values({
        id: given('id'),
        lookup: given('lookup'),
        keyId: given('keyId'),
        hasConsented: given('hasConsented'),
        touchedAt: given('touchedAt'),
        sealed: given('sealed'),
      }),
    ),
    update: change(
      connection,
      db
        .update(people)
        .set({
          keyId: set('keyId'),
          hasConsented: set('hasConsented'),
          touchedAt: set('touchedAt'),
          sealed: set('sealed'),
        })
        .where(eq(people.id, given('id'))),
    ),
    ids: look(connection, db.select({ id: people.id }).from(people)),
    reseal: change(
      connection,
      db
        .update(people)
        .set({ sealed: set('sealed') })
        .where(eq(people.id, given('id'))),
    ),
    remove: change(connection, db.delete(people).where(eq(people.id, given('id')))),
    eraseKey: change(connection, db.insert(keysToErase).values({ keyId: given('keyId') })),
  };
}
