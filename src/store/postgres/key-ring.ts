import { decrypt, encrypt, tryUnseal } from '../cipher.js';
import type { KeyRing } from '../key-ring.js';
import { findLookupKey, unwrapLookupKey, wrapLookupKey } from '../lookup-key.js';
import { places } from '../places.js';
import type { Asked, Cluster } from './connect.js';
import { holdLead } from './leader.js';
import { scrubKeys } from './scrub.js';

const keysAPage = 1_000;

interface WrappedKey {
  readonly id: number;
  readonly wrapped: Buffer;
}

/**
 * The keys in their cluster. A process that waits with another master key ends as soon as it gets the lead; see
 * vault.ts.
 */
export function keysInPostgres(main: Cluster, keys: Cluster): KeyRing {
  return {
    where: 'PostgreSQL',
    backup: 'the pg_dump of the keys that docs/operating.md has you make every night',
    isThere: async () => (await hasTable(keys)) && (await lookupOf(keys)) !== null,
    opens: (masterKey) => fits(keys, masterKey),
    count: async (masterKey) => {
      const counts = { opened: 0, closed: (await fits(keys, masterKey)) ? 0 : 1 };
      await forEachPage(keys, (rows) => {
        for (const { id, wrapped } of rows) {
          if (tryUnseal(masterKey, places.key(id), wrapped) === null) counts.closed += 1;
          else counts.opened += 1;
        }
      });
      return counts;
    },
    hold: () => holdLead(main, 'A bot is running on the database of DATABASE_URL: stop them all first, then rotate.'),
    rewrap: async (oldKey, newKey) => {
      const count = await keys.transact((asked) => rewrapAll(asked, oldKey, newKey));
      // The table's file and the log still hold the keys as the old master key wrapped them.
      await scrubKeys(keys);
      return count;
    },
  };
}

async function rewrapAll(asked: Asked, oldKey: Buffer, newKey: Buffer): Promise<number> {
  let count = 0;
  await asked.query('lock table keys, service_keys in exclusive mode');
  const again = (place: string, wrapped: Buffer) => encrypt(newKey, place, decrypt(oldKey, place, wrapped));
  await forEachPage(asked, async (rows) => {
    await asked.query(
      `update keys set wrapped = anew.wrapped from unnest($1::bigint[], $2::bytea[]) as anew (id, wrapped)
        where keys.id = anew.id`,
      [rows.map(({ id }) => id), rows.map(({ id, wrapped }) => again(places.key(id), wrapped))],
    );
    count += rows.length;
  });
  const lookup = await lookupOf(asked);
  if (lookup !== null) {
    const wrapped = wrapLookupKey(newKey, unwrapLookupKey(oldKey, lookup));
    await asked.query(`update service_keys set wrapped = $1 where name = 'lookup'`, [wrapped]);
  }
  return count;
}

async function hasTable(keys: Asked): Promise<boolean> {
  const [row] = await keys.query<{ there: boolean }>(`select to_regclass('service_keys') is not null as there`);
  return row?.there === true;
}

async function fits(keys: Asked, masterKey: Buffer): Promise<boolean> {
  const lookup = await lookupOf(keys);
  return lookup !== null && findLookupKey(masterKey, lookup) !== null;
}

async function lookupOf(keys: Asked): Promise<Buffer | null> {
  const [row] = await keys.query<{ wrapped: Buffer }>(`select wrapped from service_keys where name = 'lookup'`);
  return row?.wrapped ?? null;
}

async function forEachPage(asked: Asked, work: (rows: readonly WrappedKey[]) => void | Promise<void>): Promise<void> {
  for (let after = -1; ;) {
    const rows = await asked.query<WrappedKey>('select id, wrapped from keys where id > $1 order by id limit $2', [
      after,
      keysAPage,
    ]);
    const last = rows.at(-1);
    if (last === undefined) return;
    await work(rows);
    after = last.id;
  }
}
