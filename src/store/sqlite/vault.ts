import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { hashesOf, type Hashes } from '../hashes.js';
import type { KeyId, TableKeys } from '../sealing.js';
import { BrokenDocument, StoreRefusal } from '../failures.js';
import { RecentMap } from '../recent-map.js';
import { unwrapLookupKey, wrapLookupKey, type LookupKey } from '../lookup-key.js';
import { places } from '../places.js';
import { keyLength, encrypt, decrypt } from '../cipher.js';
import type { Connection } from './files.js';
import { keys, serviceKeys } from './keys-schema.js';
import { change, given, look } from './statements.js';

/**
 * The keys, in a file of their own. New ones are drawn in memory, written before what they protect is committed, and
 * erased after what they protected is gone.
 */
export interface Vault extends TableKeys, Omit<Hashes, 'houseKey'> {
  get(id: KeyId): Buffer;
  /** The last key drawn; `forget` drops those drawn since. */
  lastDrawn(): KeyId;
  forget(since: KeyId): void;
  /** Ends a batch: its keys are on disk. */
  write(): void;
  erase(ids: readonly KeyId[]): void;
  /** Empties the log, where what was erased still stands. False while a reader is in the way. */
  truncate(): boolean;
  /** Whether all rows are bound to their places; `settleBound` notes that from here on they are. */
  readonly isBound: boolean;
  settleBound(): void;
}

/** `lastUsed` is the highest number of a key that the data knows: no number is ever given out twice. */
export function openVault(connection: Connection, masterKey: Buffer, cacheSize: number, lastUsed: KeyId): Vault {
  const { db, raw } = connection;
  const ofId = eq(keys.id, given('id'));
  const select = look(connection, db.select({ wrapped: keys.wrapped }).from(keys).where(ofId));
  const insert = change(connection, db.insert(keys).values({ id: given('id'), wrapped: given('wrapped') }));
  const remove = change(connection, db.delete(keys).where(ofId));

  const { key, isBound } = openLookupKey(connection, masterKey);
  const cache = new RecentMap<KeyId, Buffer>(cacheSize);
  let lastId = Math.max(lastKeyId(connection), lastUsed);
  const fresh = new Map<KeyId, Buffer>();

  const letGo = () => {
    if (raw.inTransaction) raw.exec('commit');
  };
  /** Keys are read in one transaction a batch: a read of its own locks and looks at the file each time, which takes longer than the read. */
  const load = (id: KeyId): Buffer => {
    if (!raw.inTransaction) raw.exec('begin');
    const row = select.get({ id });
    if (row === undefined) throw new BrokenDocument('a key is gone');
    return decrypt(masterKey, places.key(id), row.wrapped);
  };
  const hashes = hashesOf(key);

  const get = (id: KeyId): Buffer => {
    const known = cache.get(id) ?? fresh.get(id);
    if (known !== undefined) return known;
    const key = load(id);
    cache.set(id, key);
    return key;
  };

  return {
    get,
    seal: (id, place, plain) => encrypt(id === null ? hashes.houseKey : get(id), place, plain()),
    unseal: (id, place, sealed) => decrypt(id === null ? hashes.houseKey : get(id), place, sealed),
    draw() {
      lastId += 1;
      fresh.set(lastId, randomBytes(keyLength));
      return lastId;
    },
    lastDrawn: () => lastId,
    forget(since) {
      letGo();
      for (const id of fresh.keys()) if (id > since) fresh.delete(id);
    },
    write() {
      letGo();
      if (fresh.size === 0) return;
      raw.transaction(() => {
        for (const [id, key] of fresh) insert.run({ id, wrapped: encrypt(masterKey, places.key(id), key) });
      })();
      for (const [id, key] of fresh) cache.set(id, key);
      fresh.clear();
      connection.checkpoint();
    },
    erase(ids) {
      letGo();
      for (const id of ids) cache.delete(id);
      raw.transaction(() => {
        for (const id of ids) remove.run({ id });
      })();
    },
    truncate: () => connection.truncate(),
    ...hashes,
    isBound,
    settleBound() {
      letGo();
      wrapBound(connection, masterKey, key);
    },
  };
}

function wrapBound({ db }: Connection, masterKey: Buffer, key: Buffer): void {
  const wrapped = wrapLookupKey(masterKey, { key, isBound: true });
  db.update(serviceKeys).set({ wrapped }).where(eq(serviceKeys.name, 'lookup')).run();
}

/** The first key ever made; when it does not open, the master key is another one. */
function openLookupKey({ db }: Connection, masterKey: Buffer): LookupKey {
  const row = db.select().from(serviceKeys).where(eq(serviceKeys.name, 'lookup')).get();
  if (row !== undefined) return unwrapLookupKey(masterKey, row.wrapped);
  if (db.select({ id: keys.id }).from(keys).limit(1).get() !== undefined) {
    throw new StoreRefusal('keys.sqlite is damaged: it has lost the key for look-ups.');
  }
  // Where there are no keys yet, nothing is sealed that could lie in a place of before.
  const lookup = { key: randomBytes(keyLength), isBound: true };
  db.insert(serviceKeys)
    .values({ name: 'lookup', wrapped: wrapLookupKey(masterKey, lookup) })
    .run();
  return lookup;
}

function lastKeyId({ raw }: Connection): KeyId {
  const row = raw.prepare(`select seq from sqlite_sequence where name = 'keys'`).pluck().get();
  return typeof row === 'number' ? row : 0;
}
