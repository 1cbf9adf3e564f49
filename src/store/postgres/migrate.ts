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

/** Any number that nobody else takes a lock by. */
const migrationLock = 7_361_001;

/**
 * How many steps a program must know to work on tables that are brought up to date by this one. Processes of the version before may
 * work beside this one while they are replaced one by one, so a step only adds what they need not know, and this number stays;
 * a step that takes something away or changes it comes a version later, and raises it. A test looks at every step.
 */
export const leastSteps = { main: 1, keys: 1 } as const;

const needMark = 'least-steps';

/**
 * Brings the tables up to date. Drizzle's own migrator goes wrong when two begin at once, so whoever comes second waits
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
    // The version after this one brought them further, and this one can work on them all the same.
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

/** Throws where this program cannot work on the tables any more; true where they are newer, and it can. */
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
