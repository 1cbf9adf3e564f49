import { eq } from 'drizzle-orm';
import type { CoupleId, Instant, Person, PersonId } from '../../core/scene.js';
import { personFormat, type PersonDocument } from '../documents.js';
import { BrokenDocument } from '../failures.js';
import type { KeyId } from '../keys.js';
import { change, countFrom, given, set, type House } from './house.js';
import { keysToErase, members, people } from './schema.js';

/** A person as stored, and what only the store may know of them. */
export interface StoredPerson {
  readonly person: Person;
  readonly keyId: KeyId;
  /** Where to write to. Of someone without consent it is not stored: known only while they are writing. */
  readonly address: string | null;
}

/** A row of `people`, as the table or as somebody's seat in a couple. */
export interface PersonRow {
  readonly id: PersonId;
  readonly keyId: KeyId;
  readonly sealed: Buffer;
  readonly coupleId: CoupleId | null;
}

export interface People {
  byAddress(address: string): StoredPerson | null;
  byId(id: PersonId): StoredPerson | null;
  read(row: PersonRow): StoredPerson;
  /** Someone who never wrote before; not stored until `insert`. */
  stranger(): Person;
  insert(person: Person, address: string, now: Instant): StoredPerson;
  /** `before` tells whose key and address there are; a person who takes back consent gets another key. */
  update(before: StoredPerson, person: Person, address: string | null, now: Instant): StoredPerson;
  erase(stored: { readonly id: PersonId; readonly keyId: KeyId }): void;
}

const rhythm: Person['rhythm'] = { days: 'three', minute: 1200, quietFromMinute: 1320, quietUntilMinute: 480 };

export function peopleOf(house: House): People {
  const { vault, documents, defaults } = house;
  const statements = prepare(house);
  const nextId = countFrom(house.connection, 'people');

  const blank = (id: PersonId) => newcomer(id, defaults);
  const read = ({ id, keyId, sealed, coupleId }: PersonRow): StoredPerson => {
    const document = documents.read(personFormat, keyId, place(id), sealed);
    const person: Person = { ...blank(id), ...document.person, id, coupleId };
    return { person, keyId, address: document.kind === 'member' ? document.address : null };
  };

  const sealPerson = (person: Person, keyId: KeyId, address: string | null): Buffer =>
    documents.write(personFormat, keyId, place(person.id), documentOf(person, address));

  return {
    byAddress(address) {
      const row = statements.byLookup.get({ lookup: vault.hash('person', address) });
      if (row === undefined) return null;
      return { ...read(row), address };
    },
    byId(id) {
      const row = statements.byId.get({ id });
      return row === undefined ? null : read(row);
    },
    read,
    stranger: () => blank(nextId()),
    insert(person, address, now) {
      const keyId = vault.draw();
      statements.insert.run({
        id: person.id,
        lookup: vault.hash('person', address),
        keyId,
        hasConsented: person.consent !== null,
        touchedAt: now,
        sealed: sealPerson(person, keyId, address),
      });
      return { person, keyId, address };
    },
    update(before, person, address, now) {
      const isErasure = before.person.consent !== null && person.consent === null;
      const keyId = isErasure ? vault.draw() : before.keyId;
      statements.update.run({
        id: person.id,
        keyId,
        hasConsented: person.consent === null ? 0 : 1,
        touchedAt: now,
        sealed: sealPerson(person, keyId, address),
      });
      if (isErasure) statements.eraseKey.run({ keyId: before.keyId });
      return { person, keyId, address };
    },
    erase({ id, keyId }) {
      statements.remove.run({ id });
      statements.eraseKey.run({ keyId });
      documents.forget(place(id));
    },
  };
}

function newcomer(id: PersonId, { language, zone }: House['defaults']): Person {
  return {
    id,
    language,
    wrongGuesses: [],
    consent: null,
    name: '',
    coupleId: null,
    zone,
    rhythm,
    isUnreachable: false,
    hasStopped: false,
    servedDate: null,
    later: null,
    asked: null,
    pending: null,
    untold: null,
    answers: {},
  };
}

const place = (id: PersonId) => `people:${id}`;

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
    byLookup: one()
      .where(eq(people.lookup, given('lookup')))
      .prepare(),
    byId: one()
      .where(eq(people.id, given('id')))
      .prepare(),
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
    remove: change(connection, db.delete(people).where(eq(people.id, given('id')))),
    eraseKey: change(connection, db.insert(keysToErase).values({ keyId: given('keyId') })),
  };
}
