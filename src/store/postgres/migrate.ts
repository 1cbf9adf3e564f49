import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type { QueryResultRow } from 'pg';
import { StoreRefusal } from '../failures.js';
import type { Asked, Cluster } from './connect.js';

export const migrationsOf = {
  main: fileURLToPath(new URL('../../../migrations/postgres/main', import.meta.url)),
  keys: fileURLToPath(new URL('../../../migrations/postgres/keys', import.meta.url)),
};

/** A number for an advisory lock; any will do that nothing else locks. */
const migrationLock = 7_361_001;

/**
 * How many migrations a program must know to work on tables that this program has migrated. While processes are replaced one
 * by one, those of the version before work beside this one. So a migration only adds things that they can ignore, and this
 * number stays. A migration that removes or changes something comes one version later, and raises it. A test checks each.
 */
export const leastSteps = { main: 1, keys: 1 } as const;

const needMark = 'least-steps';

/**
 * Brings the tables up to date. Drizzle's own migrator goes wrong when two processes begin at once, so the second waits
 * until the first is done.
 */
export async function bringUpToDate(cluster: Cluster, which: keyof typeof migrationsOf, name: string): Promise<void> {
  const client = await cluster.alone();
  const asked: Asked = {
    query: async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(text, [...values])).rows,
  };
  const migrationsFolder = migrationsOf[which];
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    // A newer version migrated them further, in a way that this one can still work with.
    if (await refuseNewer(asked, migrationsFolder, name)) return;
    await migrate(drizzle({ client }), { migrationsFolder });
    await client.query(
      `insert into marks (name, value) values ($1, $2)
        on conflict (name) do update set value = excluded.value where marks.value < excluded.value`,
      [needMark, leastSteps[which]],
    );
  } finally {
    await client.end();
  }
}

/** Throws when the tables are too new for this program; true when they are newer and it can still work on them. */
export async function refuseNewer(asked: Asked, migrationsFolder: string, name: string): Promise<boolean> {
  if (!(await hasSteps(asked))) return false;
  const known = new Set(readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash));
  const applied = await asked.query<{ hash: string }>('select hash from drizzle.__drizzle_migrations');
  if (applied.every(({ hash }) => known.has(hash))) return false;
  const [need] = await asked.query<{ value: number }>('select value from marks where name = $1', [needMark]);
  const isOfOneLine = [...known].every((hash) => applied.some((one) => one.hash === hash));
  if (need !== undefined && need.value <= known.size && isOfOneLine) return true;
  throw new StoreRefusal(`${name} was made by a newer version of Samenspraak: update the program.`);
}

export function schemaVersions(): { readonly main: number; readonly keys: number } {
  const count = (migrationsFolder: string) => readMigrationFiles({ migrationsFolder }).length;
  return { main: count(migrationsOf.main), keys: count(migrationsOf.keys) };
}

export async function appliedSteps(
  asked: Asked,
  migrationsFolder: string,
): Promise<{ readonly applied: number; readonly known: number } | null> {
  if (!(await hasSteps(asked))) return null;
  const [row] = await asked.query<{ applied: number }>('select count(*) as applied from drizzle.__drizzle_migrations');
  return { applied: row?.applied ?? 0, known: readMigrationFiles({ migrationsFolder }).length };
}

async function hasSteps(asked: Asked): Promise<boolean> {
  const [row] = await asked.query<{ there: boolean }>(
    `select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  return row?.there === true;
}
