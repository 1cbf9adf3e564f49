import { randomBytes } from 'node:crypto';
import { decrypt, encrypt, keyLength } from '../cipher.js';
import { BrokenDocument, StoreRefusal } from '../failures.js';
import { hashesOf, type Hashes } from '../hashes.js';
import { unwrapLookupKey, wrapLookupKey } from '../lookup-key.js';
import { places } from '../places.js';
import type { KeyId, Sealing } from '../sealing.js';
import type { Cluster } from './connect.js';
import { refuseHalfMoved } from './half-moved.js';

/**
 * The keys, in a cluster of their own. They are read again for each transaction and never cached, so that an erased key
 * stops working at that moment, in every process.
 */
export interface KeyCluster extends Hashes {
  /** Reads the keys that exist among these. */
  read(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, Buffer>>;
  draw(count: number): Promise<readonly KeyId[]>;
  /** Resolves once they are on disk, which has to be before what they protect is committed. */
  write(fresh: ReadonlyMap<KeyId, Buffer>): Promise<void>;
  erase(ids: readonly KeyId[]): Promise<void>;
  /** Throws StoreRefusal when the master key was rotated since the keys were opened. */
  refuseOtherKey(): Promise<void>;
}

export async function openKeyCluster(cluster: Cluster, masterKey: Buffer): Promise<KeyCluster> {
  const key = await openLookupKey(cluster, masterKey);
  return {
    ...hashesOf(key),
    read: async (ids) => {
      if (ids.length === 0) return new Map();
      const rows = await cluster.query<{ id: number; wrapped: Buffer }>(
        'select id, wrapped from keys where id = any($1::bigint[])',
        [ids],
      );
      return new Map(rows.map(({ id, wrapped }) => [id, decrypt(masterKey, places.key(id), wrapped)]));
    },
    draw: async (count) => {
      if (count === 0) return [];
      const rows = await cluster.query<{ id: number }>(
        `select nextval('key_ids') as id from generate_series(1, $1::int)`,
        [count],
      );
      return rows.map(({ id }) => id);
    },
    write: async (fresh) => {
      if (fresh.size === 0) return;
      const ids = [...fresh.keys()];
      const wrapped = [...fresh].map(([id, one]) => encrypt(masterKey, places.key(id), one));
      await cluster.query('insert into keys (id, wrapped) select * from unnest($1::bigint[], $2::bytea[])', [
        ids,
        wrapped,
      ]);
    },
    erase: async (ids) => {
      if (ids.length > 0) await cluster.query('delete from keys where id = any($1::bigint[])', [ids]);
    },
    refuseOtherKey: async () => {
      const [row] = await cluster.query<{ wrapped: Buffer }>(lookupSql);
      if (row === undefined || !unwrapLookupKey(masterKey, row.wrapped).key.equals(key)) {
        throw new StoreRefusal('The database of keys is another one than it was: start the bot anew.');
      }
    },
  };
}

/** Seals with the keys that were read or newly drawn. Any other key counts as erased. */
export function sealingOf({ houseKey }: Hashes, keyOf: (id: KeyId) => Buffer | undefined): Sealing {
  const find = (id: KeyId | null): Buffer => {
    const key = id === null ? houseKey : keyOf(id);
    if (key === undefined) throw new BrokenDocument('a key is gone');
    return key;
  };
  return {
    seal: (id, place, plain) => encrypt(find(id), place, plain()),
    unseal: (id, place, sealed) => decrypt(find(id), place, sealed),
  };
}

const lookupSql = `select wrapped from service_keys where name = 'lookup'`;

/** The first key that was ever made. When the master key does not open it, it is another one. */
function openLookupKey(cluster: Cluster, masterKey: Buffer): Promise<Buffer> {
  return cluster.transact(async (asked) => {
    // Of two processes that begin at once, one makes the key.
    await asked.query('lock table service_keys in share row exclusive mode');
    await refuseHalfMoved(asked, 'KEYS_DATABASE_URL');
    const [row] = await asked.query<{ wrapped: Buffer }>(lookupSql);
    if (row !== undefined) return unwrapLookupKey(masterKey, row.wrapped).key;
    const [any] = await asked.query('select 1 from keys limit 1');
    if (any !== undefined) throw new StoreRefusal('The database of keys is damaged: it has lost the key for look-ups.');
    const key = randomBytes(keyLength);
    const wrapped = wrapLookupKey(masterKey, { key, isBound: true });
    await asked.query(`insert into service_keys (name, wrapped) values ('lookup', $1)`, [wrapped]);
    return key;
  });
}
