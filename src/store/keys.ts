import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { BrokenDocument, StoreRefusal } from './failures.js';
import { RecentMap } from './recent-map.js';
import { keyLength, seal, unseal } from './seal.js';
import type { Connection } from './sqlite/files.js';
import { keys, serviceKeys } from './sqlite/keys-schema.js';
import { change, given, look } from './sqlite/statements.js';

export type KeyId = number;

const lookupLength = 16;
const botBits = 6;

/**
 * The keys, in a file of their own. New ones are drawn in memory, written before what they protect is committed, and
 * erased after what they protected is gone.
 */
export interface Vault {
  get(id: KeyId): Buffer;
  /** A fresh key, known only in memory until `write`. */
  draw(): KeyId;
  /** The last key drawn; `forget` drops those drawn since. */
  lastDrawn(): KeyId;
  forget(since: KeyId): void;
  /** Ends a batch: its keys are on disk. */
  write(): void;
  erase(ids: readonly KeyId[]): void;
  /** Empties the log, where what was erased still stands. False while a reader is in the way. */
  truncate(): boolean;
  /** A keyed hash, so that a table can be searched for what it does not hold readably. */
  lookup(what: 'person' | 'code', value: string): Buffer;
  hashBot(botId: string): number;
  canary(): Buffer;
}

export function openVault(connection: Connection, masterKey: Buffer, cacheSize: number): Vault {
  const { db, raw } = connection;
  const ofId = eq(keys.id, given('id'));
  const select = look(connection, db.select({ wrapped: keys.wrapped }).from(keys).where(ofId));
  const insert = change(connection, db.insert(keys).values({ id: given('id'), wrapped: given('wrapped') }));
  const remove = change(connection, db.delete(keys).where(ofId));

  const lookupKey = createSecretKey(openLookupKey(connection, masterKey));
  const cache = new RecentMap<KeyId, Buffer>(cacheSize);
  let lastId = lastKeyId(connection);
  const fresh = new Map<KeyId, Buffer>();

  /** Keys are read in one transaction a batch: a read of its own locks and looks at the file each time, which takes longer than the read. */
  const holdOn = () => {
    if (!raw.inTransaction) raw.exec('begin');
  };
  const letGo = () => {
    if (raw.inTransaction) raw.exec('commit');
  };
  const load = (id: KeyId): Buffer => {
    holdOn();
    const row = select.get({ id });
    if (row === undefined) throw new BrokenDocument('a key is gone');
    return unseal(masterKey, `keys:${id}`, row.wrapped);
  };
  const hash = (label: string, value: string) => createHmac('sha256', lookupKey).update(`${label}:${value}`).digest();

  return {
    get(id) {
      const known = cache.get(id) ?? fresh.get(id);
      if (known !== undefined) return known;
      const key = load(id);
      cache.set(id, key);
      return key;
    },
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
        for (const [id, key] of fresh) insert.run({ id, wrapped: seal(masterKey, `keys:${id}`, key) });
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
    lookup: (what, value) => hash(what, value).subarray(0, lookupLength),
    hashBot: (botId) => hash('bot', botId).readUIntBE(0, botBits),
    canary: () => hash('canary', 'samenspraak'),
  };
}

/** The first key ever made; when it does not open, the master key is another one. */
function openLookupKey({ db }: Connection, masterKey: Buffer): Buffer {
  const row = db.select().from(serviceKeys).where(eq(serviceKeys.name, 'lookup')).get();
  if (row !== undefined) return unwrapLookupKey(masterKey, row.wrapped);
  if (db.select({ id: keys.id }).from(keys).limit(1).get() !== undefined) {
    throw new StoreRefusal('keys.sqlite is damaged: it has lost the key for look-ups.');
  }
  const key = randomBytes(keyLength);
  db.insert(serviceKeys)
    .values({ name: 'lookup', wrapped: seal(masterKey, 'service_keys:lookup', key) })
    .run();
  return key;
}

export function unwrapLookupKey(masterKey: Buffer, wrapped: Buffer): Buffer {
  try {
    return unseal(masterKey, 'service_keys:lookup', wrapped);
  } catch {
    throw new StoreRefusal(
      'The master key is not the one this data was sealed with: check KEY_FILE or SAMENSPRAAK_KEY; npm run keys -- check looks closer.',
    );
  }
}

function lastKeyId({ raw }: Connection): KeyId {
  const row = raw.prepare(`select seq from sqlite_sequence where name = 'keys'`).pluck().get();
  return typeof row === 'number' ? row : 0;
}
