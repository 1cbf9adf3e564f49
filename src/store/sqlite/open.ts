import { eq } from 'drizzle-orm';
import type { Language } from '../../core/round/scenario.js';
import { StoreRefusal } from '../failures.js';
import { openVault, type Vault } from './vault.js';
import type { Store } from '../store.js';
import { connect, databaseFile, keysFile, lockDataDir, migrationsOf, pathOf, type Connection } from './files.js';
import type { OpenDatabase } from './database.js';
import { isStorageFailure, toStorageFailure } from './failures.js';
import { noteInUse, refuseWhatDoesNotFit, type Opener } from './belong.js';
import { bindRows } from './bind.js';
import { canaries, people } from './schema.js';
import { SqliteStore } from './sqlite-store.js';

export interface StoreOptions {
  /** `:memory:` for a store that is gone when closed. */
  readonly dataDir: string;
  /** 32 bytes; see readMasterKey. */
  readonly masterKey: Buffer;
  /** The number in front of the colon of a bot's token. */
  readonly botId: string;
  readonly defaultLanguage: Language;
  readonly defaultZone: string;
  /** How many unwrapped keys, and how many people and couples as stored, to keep in memory. */
  readonly cacheSizes?: { readonly keys: number; readonly remembered: number };
}

const defaultCacheSizes = { keys: 20_000, remembered: 4_000 };

/** Opens the data, making it when there is none. Throws StoreRefusal, having changed nothing, when it should not be opened. */
export function openStore(options: StoreOptions): Promise<Store> {
  return new Promise((resolve) => {
    const { database, close } = openHouse(options);
    resolve(new SqliteStore(database, close));
  });
}

/** The files behind a store, locked, checked and brought up to date. */
export function openHouse(
  options: StoreOptions,
  opener: Opener = 'bot',
): {
  readonly database: OpenDatabase;
  readonly keys: Connection;
  readonly close: () => void;
} {
  const { dataDir, masterKey } = options;
  const sizes = options.cacheSizes ?? defaultCacheSizes;
  const unlock = lockDataDir(dataDir);
  const opened: Connection[] = [];
  let endUse = () => {};
  const close = () => {
    unlessItFails(endUse);
    for (const connection of opened) connection.close();
    unlock();
  };
  try {
    const lastKeyId = refuseWhatDoesNotFit({ dataDir, masterKey, opener });
    const keys = connect(pathOf(dataDir, keysFile), migrationsOf.keys);
    opened.push(keys);
    const vault = openVault(keys, masterKey, sizes.keys, lastKeyId);
    const connection = connect(pathOf(dataDir, databaseFile), migrationsOf.main);
    opened.push(connection);
    checkCanary(connection, vault);
    const defaults = { language: options.defaultLanguage, zone: options.defaultZone };
    const database = { connection, vault, remembered: sizes.remembered, defaults, bot: vault.hashBot(options.botId) };
    bindRows(database);
    endUse = noteInUse(connection.raw, keys.raw);
    return { database, keys, close };
  } catch (error) {
    close();
    throw toStorageFailure(error);
  }
}

/** On a full disk the files stay in use, and their log stays with them. */
function unlessItFails(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isStorageFailure(error)) throw error;
  }
}

function checkCanary({ db, raw }: Connection, vault: Vault): void {
  const stored = db.select().from(canaries).where(eq(canaries.id, 1)).get();
  if (stored?.value.equals(vault.canary()) === true) return;
  const isEmpty = db.select({ id: people.id }).from(people).get() === undefined;
  if (stored !== undefined || !isEmpty) {
    throw new StoreRefusal(`keys.sqlite does not belong to ${raw.name}: restore both from one backup.`);
  }
  db.insert(canaries).values({ id: 1, value: vault.canary() }).run();
}
