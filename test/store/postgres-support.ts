import pg from 'pg';
import { openPostgres, type PostgresOptions } from '../../src/store/postgres/open.js';
import type { Duty, SharedStore, Store } from '../../src/store/store.js';
import { freshDatabases, type TestDatabases } from '../support/postgres.js';

const pace = { tryMs: 50, beatMs: 1_000, silentMs: 60_000 };

export function postgresOptions(
  { databaseUrl, keysDatabaseUrl }: TestDatabases,
  more: Partial<PostgresOptions> = {},
): PostgresOptions {
  const masterKey = Buffer.alloc(32, 1);
  const defaults = { defaultLanguage: 'nl', defaultZone: 'Europe/Amsterdam' } as const;
  return { databaseUrl, keysDatabaseUrl, poolSize: 4, masterKey, botId: '123456', ...defaults, pace, ...more };
}

/** A store that leads until it is closed, under the port of a store that always does. */
export async function leading(store: SharedStore): Promise<Store> {
  const stopping = new AbortController();
  let ended: Promise<void> = Promise.resolve();
  const duty = await new Promise<Duty>((resolve, reject) => {
    ended = store.lead(stopping.signal, async (given, ends) => {
      resolve(given);
      await new Promise<void>((end) => {
        ends.addEventListener('abort', () => {
          end();
        });
      });
    });
    ended.catch(reject);
  });
  return {
    ...duty,
    lead: (signal, run) => run(duty, signal),
    counts: () => store.counts(),
    close: async () => {
      stopping.abort();
      await ended.catch(() => undefined);
      await store.close();
    },
  };
}

interface Opened {
  readonly store: Store;
  readonly empty: () => Promise<void>;
}

let opened: Promise<Opened> | null = null;

async function openOne(): Promise<Opened> {
  const { databaseUrl, keysDatabaseUrl } = await freshDatabases();
  const options = postgresOptions({ databaseUrl, keysDatabaseUrl }, { countsKeptMs: 0 });
  const store = await leading(await openPostgres(options));
  const clients = [new pg.Client(databaseUrl), new pg.Client(keysDatabaseUrl)] as const;
  for (const client of clients) await client.connect();
  const sequences = ['people_ids', 'outbox_ids', 'book_ids', 'room_row_ids']
    .map((name) => `alter sequence ${name} restart;`)
    .join(' ');
  const tables = ['people', 'couples', 'room_rows', 'seen_updates', 'keys_to_erase', 'marks'].map(
    (name) => `delete from ${name};`,
  );
  return {
    store: {
      ...store,
      close: async () => {
        await store.close();
        for (const client of clients) await client.end();
      },
    },
    empty: async () => {
      await clients[0].query(`${tables.join(' ')} ${sequences}`);
      await clients[1].query('delete from keys; alter sequence key_ids restart;');
    },
  };
}

/** An empty store: for a whole file the same one, emptied, since making databases and opening them takes a second. */
export async function openEmptyPostgres(): Promise<Store> {
  opened ??= openOne();
  const { store, empty } = await opened;
  await empty();
  return { ...store, close: () => Promise.resolve() };
}

export async function closePostgres(): Promise<void> {
  const last = opened;
  opened = null;
  await (await last)?.store.close();
}
