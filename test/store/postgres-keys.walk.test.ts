import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { openPostgres } from '../../src/store/postgres/open.js';
import { findPostgres, freshDatabases, sayLeftOut } from '../support/postgres.js';
import { outcome } from '../support/outgoing.js';
import { leading, postgresOptions } from './postgres-support.js';
import { actorOf, agreed, agrees, anne, bram, from, perform, says, withPerson } from './support.js';

const words = 'ik mis de zondagochtenden';

async function keysIn(url: string, sql = 'select id from keys order by id'): Promise<readonly number[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<{ id: string }>(sql);
  await client.end();
  return rows.map(({ id }) => Number(id));
}

async function erases(): Promise<void> {
  const where = await freshDatabases();
  const store = await leading(await openPostgres(postgresOptions(where)));
  onTestFinished(() => store.close());
  await perform(store, from(anne), agrees());
  await perform(store, from(bram), agrees());
  await perform(store, from(anne), says({ text: words }));
  const [ofAnne, ofBram] = await keysIn(where.keysDatabaseUrl);
  expect(await keysIn(where.databaseUrl, 'select key_id as id from people order by id')).toEqual([ofAnne, ofBram]);

  await perform(store, from(anne), (scene) => {
    const { id, language, zone } = actorOf(scene);
    const stranger = agreed(actorOf(scene), { consent: null, name: '' });
    return outcome(withPerson(scene, { ...stranger, id, language, zone }));
  });
  const left = await keysIn(where.keysDatabaseUrl);
  expect(left).not.toContain(ofAnne);
  expect(left).toContain(ofBram);
  expect(await keysIn(where.databaseUrl, 'select key_id as id from keys_to_erase')).toEqual([]);
}

if (findPostgres() === null) it('PostgreSQL is left out, and says so', sayLeftOut);
else it('the key of whoever takes back consent is gone from the cluster of keys, and nobody else’s', erases);
