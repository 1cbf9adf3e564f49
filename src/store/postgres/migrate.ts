import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { StoreRefusal } from '../failures.js';
import type { Cluster } from './connect.js';

export const migrationsOf = {
  main: fileURLToPath(new URL('../../../migrations/postgres/main', import.meta.url)),
  keys: fileURLToPath(new URL('../../../migrations/postgres/keys', import.meta.url)),
};

/** Any number that nobody else takes a lock by. */
const migrationLock = 7_361_001;

/**
 * Brings the tables up to date. Drizzle's own migrator goes wrong when two begin at once, so whoever comes second waits
 * until the first is done.
 */
export async function bringUpToDate(cluster: Cluster, migrationsFolder: string, name: string): Promise<void> {
  const client = await cluster.alone();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const known = new Set(readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash));
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
    );
    if (rows[0]?.there === true) {
      const applied = await client.query<{ hash: string }>('select hash from drizzle.__drizzle_migrations');
      if (applied.rows.some(({ hash }) => !known.has(hash))) {
        throw new StoreRefusal(`${name} was made by a newer version of Samenspraak: update the program.`);
      }
    }
    await migrate(drizzle({ client }), { migrationsFolder });
  } finally {
    await client.end();
  }
}
