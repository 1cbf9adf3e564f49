import { existsSync } from 'node:fs';
import { StoreRefusal } from '../failures.js';
import { connect, isConstraint, type Cluster } from '../postgres/connect.js';
import { holdLead, refuseWithoutLocks } from '../postgres/leader.js';
import { bringUpToDate } from '../postgres/migrate.js';
import { refuseUnfit } from '../postgres/refusals.js';
import { isMoved, marksOfFiles, noteMoved } from '../sqlite/belong.js';
import type { OpenDatabase } from '../sqlite/database.js';
import { keysFile, lockDataDir, pathOf, type Connection } from '../sqlite/files.js';
import { openHouse } from '../sqlite/open.js';
import { compareRows, copyRows, countRows, Differs } from './copy.js';
import { beginHalf, emptyHalf, endKeys, endMain, hasMovedIn, isHalf, setMark, type Half } from './half.js';
import { keySequence, sequences, tablesOfKeys, tablesOfMain } from './tables.js';

export type Step = 'begun' | 'page' | 'copied' | 'compared' | 'counted on' | 'source marked' | 'main ended';

export interface Progress {
  readonly what: 'keys' | 'data';
  readonly doing: 'copying' | 'comparing';
  readonly share: number;
}

export interface MoveToPostgres {
  readonly dataDir: string;
  readonly masterKey: Buffer;
  readonly databaseUrl: string;
  readonly keysDatabaseUrl: string;
  /** Rows copied and compared at a time. */
  readonly pageRows?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly onWarning?: (sentence: string) => void;
  /** Is told of each step once it is durable, so that a test can end the process there. */
  readonly onStep?: (step: Step) => void;
}

export interface MovedToPostgres {
  /**
   * `there`: everything was moved already, except perhaps the last mark. `anew`: an earlier try had copied older data.
   */
  readonly how: 'moved' | 'anew' | 'there';
  readonly keys: number;
  readonly people: number;
  readonly couples: number;
}

const usualPageRows = 500;

/**
 * Moves the data of a directory into two empty clusters: the keys first, and every row as it is, so that what is sealed
 * still opens. Both sides are locked meanwhile. When it was interrupted and is called again, it goes on after the last row
 * that was copied; all rows are compared at the end. The files are marked as moved before a bot may open the clusters, so
 * that two bots can never go on with the same people.
 */
export async function moveToPostgres(options: MoveToPostgres): Promise<MovedToPostgres> {
  const { dataDir, masterKey } = options;
  if (!existsSync(pathOf(dataDir, keysFile))) throw new StoreRefusal(`There is no data in ${dataDir} to move.`);
  // The opening below would refuse as well; this gives a clearer sentence.
  lockDataDir(dataDir, `The bot is running on the data in ${dataDir}: stop it first, then move.`)();
  const clusters = [connect(options.databaseUrl, 2), connect(options.keysDatabaseUrl, 2)] as const;
  const [main, keys] = clusters;
  try {
    await refuseUnfit(main, keys, options.onWarning ?? (() => undefined));
    await refuseWithoutLocks(main);
    // No bot's number is given: it is in the data. The language and zone are defaults for new people, whom a move does
    // not meet.
    const about = { botId: '', defaultLanguage: 'nl', defaultZone: 'UTC' } as const;
    const house = openHouse({ dataDir, masterKey, ...about }, 'move');
    try {
      await bringUpToDate(keys, 'keys', 'The database of keys');
      await bringUpToDate(main, 'main', 'The database');
      const letGo = await holdLead(
        main,
        'A bot is running on the database of DATABASE_URL: a move takes an empty one.',
      );
      try {
        return await moveAll(house.database, house.keys, { main, keys }, options);
      } finally {
        await letGo();
      }
    } finally {
      house.close();
    }
  } finally {
    for (const cluster of clusters) await cluster.close();
  }
}

interface Clusters {
  readonly main: Cluster;
  readonly keys: Cluster;
}

async function moveAll(
  database: OpenDatabase,
  keysConnection: Connection,
  clusters: Clusters,
  options: MoveToPostgres,
): Promise<MovedToPostgres> {
  const { onStep = () => undefined } = options;
  const source = { main: database.connection.raw, keys: keysConnection.raw };
  const whose = database.vault.canary().readUIntBE(0, 6);
  const keys: Half = {
    cluster: clusters.keys,
    setting: 'KEYS_DATABASE_URL',
    tables: tablesOfKeys,
    lock: 'service_keys',
  };
  const main: Half = { cluster: clusters.main, setting: 'DATABASE_URL', tables: tablesOfMain, lock: 'canaries' };
  const counted = () => ({
    keys: Number(source.keys.prepare('select count(*) from keys').pluck().get()),
    people: Number(source.main.prepare('select count(*) from people').pluck().get()),
    couples: Number(source.main.prepare('select count(*) from couples').pluck().get()),
  });
  if (isMoved(source.main) && (await hasMovedIn(main, whose))) {
    await endKeys(keys);
    return { how: 'there', ...counted() };
  }
  if (isMoved(source.main) && !(await isHalf(main, whose))) {
    throw new StoreRefusal(
      `The data in ${options.dataDir} was moved before, and not to what DATABASE_URL leads to: nothing was changed.`,
    );
  }
  await beginHalf(keys, whose);
  await beginHalf(main, whose);
  onStep('begun');

  const halves = [
    { half: keys, from: source.keys, what: 'keys' },
    { half: main, from: source.main, what: 'data' },
  ] as const;
  const isAnew = await copiedAndCompared(halves, whose, options);
  await countOn(database, clusters);
  await takeOverMarks(database, clusters.main);
  await clusters.main.query('analyze');
  await clusters.keys.query('analyze');
  onStep('counted on');
  noteMoved(source.main);
  onStep('source marked');
  await endMain(main, whose);
  onStep('main ended');
  await endKeys(keys);
  return { how: isAnew ? 'anew' : 'moved', ...counted() };
}

interface Part {
  readonly half: Half;
  readonly from: OpenDatabase['connection']['raw'];
  readonly what: Progress['what'];
}

/** True when an earlier try had copied data that has changed since, so that everything was copied again. */
async function copiedAndCompared(parts: readonly Part[], whose: number, options: MoveToPostgres): Promise<boolean> {
  const { onStep = () => undefined } = options;
  const once = async () => {
    for (const part of parts) await eachTable(part, 'copying', options);
    onStep('copied');
    for (const part of parts) await eachTable(part, 'comparing', options);
    onStep('compared');
  };
  try {
    await once();
    return false;
  } catch (error) {
    if (!(error instanceof Differs) && !isConstraint(error)) throw error;
    // A bot has changed the files since. Only a cluster that this move has marked as its own is emptied.
    for (const { half } of parts.toReversed()) await emptyHalf(half, whose);
    await once();
    return true;
  }
}

async function eachTable({ half, from, what }: Part, doing: Progress['doing'], options: MoveToPostgres): Promise<void> {
  const { pageRows = usualPageRows, onProgress = () => undefined, onStep = () => undefined } = options;
  const all = half.tables.reduce((sum, table) => sum + countRows(from, table), 0);
  let done = 0;
  const onRows = (rows: number) => {
    done += rows;
    onProgress({ what, doing, share: done / all });
    if (doing === 'copying') onStep('page');
  };
  const work = doing === 'copying' ? copyRows : compareRows;
  for (const table of half.tables) await work({ from, to: half.cluster, table, pageRows, onRows });
}

/** No number is ever given out twice, also not one whose row is gone. */
async function countOn({ connection: { raw }, vault }: OpenDatabase, { main, keys }: Clusters): Promise<void> {
  const given = raw.prepare('select seq from sqlite_sequence where name = ?').pluck();
  const setTo = (asked: Cluster, sequence: string, last: number) =>
    asked.query('select setval($1::regclass, greatest($2::bigint, 1), $2::bigint > 0)', [sequence, last]);
  for (const [table, sequence] of Object.entries(sequences)) {
    const highest = Number(raw.prepare(`select max(id) from ${table}`).pluck().get() ?? 0);
    await setTo(main, sequence, Math.max(highest, Number(given.get(table) ?? 0)));
  }
  await setTo(keys, keySequence, vault.lastDrawn());
}

/** Copies the marks that prove that keys and data belong together, and the single numbers that are not about files. */
async function takeOverMarks({ connection: { raw }, vault }: OpenDatabase, main: Cluster): Promise<void> {
  const marks = raw.prepare<[], { name: string; value: number }>('select name, value from marks').all();
  await main.transact(async (asked) => {
    for (const { name, value } of marks) if (!marksOfFiles.includes(name)) await setMark(asked, name, value);
    await asked.query('insert into canaries (id, value) values (1, $1) on conflict (id) do nothing', [vault.canary()]);
  });
}
