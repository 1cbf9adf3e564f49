import { existsSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import type { Language } from '../../core/scenario.js';
import { StoreRefusal } from '../failures.js';
import { openVault, unwrapLookupKey, type Vault } from '../keys.js';
import type { Store } from '../store.js';
import {
  arrivingDir,
  connect,
  databaseFile,
  keysFile,
  lockDataDir,
  migrationsOf,
  pathOf,
  peek,
  refuseNewer,
  type Connection,
} from './files.js';
import type { House } from './house.js';
import { toStorageFailure } from './apply.js';
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
    const { house, close } = openHouse(options);
    resolve(new SqliteStore(house, close));
  });
}

/** The files behind a store, locked, checked and brought up to date. */
export function openHouse(options: StoreOptions): {
  readonly house: House;
  readonly keys: Connection;
  readonly close: () => void;
} {
  const sizes = options.cacheSizes ?? defaultCacheSizes;
  const unlock = lockDataDir(options.dataDir);
  const opened: Connection[] = [];
  const close = () => {
    for (const connection of opened) connection.close();
    unlock();
  };
  try {
    refuseWhatDoesNotFit(options);
    const keys = connect(pathOf(options.dataDir, keysFile), migrationsOf.keys);
    opened.push(keys);
    const vault = openVault(keys, options.masterKey, sizes.keys);
    const connection = connect(pathOf(options.dataDir, databaseFile), migrationsOf.main);
    opened.push(connection);
    checkCanary(connection, vault);
    const defaults = { language: options.defaultLanguage, zone: options.defaultZone };
    return {
      house: { connection, vault, remembered: sizes.remembered, defaults, bot: vault.hashBot(options.botId) },
      keys,
      close,
    };
  } catch (error) {
    close();
    throw toStorageFailure(error);
  }
}

/** Looks before it opens anything for writing. */
function refuseWhatDoesNotFit({ dataDir, masterKey }: StoreOptions): void {
  if (dataDir === ':memory:') return;
  if (existsSync(pathOf(dataDir, arrivingDir))) {
    throw new StoreRefusal('A restore was interrupted while it put the data in place: run npm run restore again.');
  }
  const main = pathOf(dataDir, databaseFile);
  const keys = pathOf(dataDir, keysFile);
  if (existsSync(main)) {
    peek(main, (raw) => {
      refuseNewer(raw, main, migrationsOf.main);
    });
    if (!existsSync(keys)) throw new StoreRefusal(`${keys} is missing: without it nothing in ${main} can be read.`);
  }
  if (!existsSync(keys)) return;
  peek(keys, (raw) => {
    refuseNewer(raw, keys, migrationsOf.keys);
    const hasTable = raw.prepare(`select 1 from sqlite_master where name = 'service_keys'`).get() !== undefined;
    const wrapped = hasTable
      ? raw.prepare(`select wrapped from service_keys where name = 'lookup'`).pluck().get()
      : undefined;
    if (Buffer.isBuffer(wrapped)) unwrapLookupKey(masterKey, wrapped);
    else if (existsSync(main))
      throw new StoreRefusal(`${keys} does not belong to ${main}: restore both from one backup.`);
  });
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
