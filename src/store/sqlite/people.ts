import { eq } from 'drizzle-orm';
import { peopleOf, type People } from '../people.js';
import { countFrom, type OpenDatabase } from './database.js';
import { change, given, look, set } from './statements.js';
import { keysToErase, members, people } from './schema.js';

export function sqlitePeopleOf(database: OpenDatabase): People {
  const { vault, remembered, defaults, connection } = database;
  return peopleOf({ vault, rows: prepare(database), remembered, defaults, nextId: countFrom(connection, 'people') });
}

function prepare({ connection }: OpenDatabase) {
  const { db } = connection;
  const columns = {
    id: people.id,
    keyId: people.keyId,
    lookup: people.lookup,
    isSilenced: people.isSilenced,
    sealed: people.sealed,
    coupleId: members.coupleId,
  };
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
          isSilenced: false,
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
    silence: change(
      connection,
      db
        .update(people)
        .set({ isSilenced: true })
        .where(eq(people.id, given('id'))),
    ),
    relocate: change(
      connection,
      db
        .update(people)
        .set({ lookup: set('lookup') })
        .where(eq(people.id, given('id'))),
    ),
    remove: change(connection, db.delete(people).where(eq(people.id, given('id')))),
    eraseKey: change(connection, db.insert(keysToErase).values({ keyId: given('keyId') })),
  };
}
