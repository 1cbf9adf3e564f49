import { DrizzleQueryError } from 'drizzle-orm';
import type { Language } from '../../core/round/scenario.js';
import { StoreRefusal } from '../failures.js';
import type { SharedStore } from '../store.js';
import { connect, toStorageFailure, type Cluster } from './connect.js';
import { refuseHalfMoved } from './half-moved.js';
import { refuseWithoutLocks, usualPace, type Pace } from './leader.js';
import { bringUpToDate } from './migrate.js';
import { refuseNewerDocuments } from './marks.js';
import { refuseMissingKeys } from './missing-keys.js';
import { PostgresStore, usualCountsKeptMs } from './postgres-store.js';
import { refuseUnfit } from './refusals.js';
import type { House } from './transaction.js';
import { openKeyCluster, type KeyCluster } from './vault.js';

export interface PostgresOptions {
  readonly databaseUrl: string;
  readonly keysDatabaseUrl: string;
  /** How many connections to hold to each cluster. */
  readonly poolSize: number;
  /** 32 bytes; see readMasterKey. */
  readonly masterKey: Buffer;
  /** The number in front of the colon of a bot's token. */
  readonly botId: string;
  readonly defaultLanguage: Language;
  readonly defaultZone: string;
  /** The usual when absent. */
  readonly pace?: Pace;
  /** For how long counts are remembered; a minute when absent. */
  readonly countsKeptMs?: number;
  /** The clock on this machine's wall; the system's when absent. */
  readonly wallMs?: () => number;
  /** Is told what is not as it should be, but no reason to refuse. */
  readonly onWarning?: (sentence: string) => void;
}

export interface OpenClusters {
  readonly house: House;
  readonly keysCluster: Cluster;
  readonly close: () => Promise<void>;
}

/** Opens the data, making the tables when there are none. Throws StoreRefusal when it should not be opened. */
export async function openPostgres(options: PostgresOptions): Promise<SharedStore> {
  const { house, keysCluster, close } = await openClusters(options);
  try {
    await refuseMissingKeys(house.main, keysCluster);
  } catch (error) {
    await close();
    throw error;
  }
  const { pace = usualPace, countsKeptMs = usualCountsKeptMs, wallMs = () => Date.now() } = options;
  return new PostgresStore(house, close, { pace, countsKeptMs, wallMs });
}

/**
 * Opens both clusters, checks them and brings their tables up to date. Keys may be missing: a restore opens data like
 * that.
 */
export async function openClusters(options: PostgresOptions): Promise<OpenClusters> {
  const { silentMs } = options.pace ?? usualPace;
  const main = connect(options.databaseUrl, options.poolSize, silentMs);
  const keysCluster = connect(options.keysDatabaseUrl, options.poolSize, silentMs);
  const close = async () => {
    for (const cluster of [main, keysCluster]) await cluster.close();
  };
  try {
    await refuseUnfit(main, keysCluster, options.onWarning ?? (() => undefined));
    await refuseWithoutLocks(main);
    await bringUpToDate(keysCluster, 'keys', 'The database of keys');
    const keys = await openKeyCluster(keysCluster, options.masterKey);
    await bringUpToDate(main, 'main', 'The database');
    await checkCanary(main, keys);
    await refuseNewerDocuments(main);
    const defaults = { language: options.defaultLanguage, zone: options.defaultZone };
    const house: House = { main, keys, defaults, bot: keys.hashBot(options.botId), erasing: { isDue: true } };
    return { house, keysCluster, close };
  } catch (error) {
    await close();
    throw toStorageFailure(error instanceof DrizzleQueryError ? error.cause : error);
  }
}

async function checkCanary(main: Cluster, keys: KeyCluster): Promise<void> {
  await main.transact(async (asked) => {
    // Of two processes that begin at once, one writes it.
    await asked.query('lock table canaries in share row exclusive mode');
    await refuseHalfMoved(asked, 'DATABASE_URL');
    const [stored] = await asked.query<{ value: Buffer }>('select value from canaries where id = 1');
    if (stored?.value.equals(keys.canary()) === true) return;
    const [anybody] = await asked.query('select 1 from people limit 1');
    if (stored !== undefined || anybody !== undefined) {
      throw new StoreRefusal('The database of keys does not belong to the database: restore both from one moment.');
    }
    await asked.query('insert into canaries (id, value) values (1, $1)', [keys.canary()]);
  });
}
