import { readSettings, settingsOf, type Environment } from '../config.js';

export interface Databases {
  readonly databaseUrl: string;
  readonly keysDatabaseUrl: string;
}

/**
 * The addresses of the data in PostgreSQL; null where it is in files. When DATA_DIR is set as well, as for a move, a
 * command is about the files.
 */
export function databasesOf(environment: Environment): Databases | null {
  if ('DATA_DIR' in settingsOf(environment)) return null;
  const urls = readSettings(environment, ['DATABASE_URL', 'KEYS_DATABASE_URL']);
  const { DATABASE_URL: databaseUrl, KEYS_DATABASE_URL: keysDatabaseUrl } = urls;
  return databaseUrl === null || keysDatabaseUrl === null ? null : { databaseUrl, keysDatabaseUrl };
}

/** What the commands do with PostgreSQL. The driver is loaded only here, because most bots need none. */
async function meansFor({ databaseUrl, keysDatabaseUrl }: Databases) {
  const { connect } = await import('../store/postgres/connect.js');
  const { scrubKeys } = await import('../store/postgres/scrub.js');
  const { keysInPostgres } = await import('../store/postgres/key-ring.js');
  const { examineSchema, examineServers } = await import('../store/postgres/examine.js');
  const { isLed } = await import('../store/postgres/leader.js');
  const clusters = { main: connect(databaseUrl, 2), keys: connect(keysDatabaseUrl, 2) };
  return { ...clusters, scrubKeys, keysInPostgres, examineSchema, examineServers, isLed };
}

export type Means = Awaited<ReturnType<typeof meansFor>>;

/** Opens both clusters, runs the work and closes them. */
export async function withClusters<Result>(
  databases: Databases,
  work: (means: Means) => Promise<Result>,
): Promise<Result> {
  const means = await meansFor(databases);
  try {
    return await work(means);
  } finally {
    for (const cluster of [means.main, means.keys]) await cluster.close();
  }
}
