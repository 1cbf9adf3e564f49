import { expect, it, onTestFinished } from 'vitest';
import { openPostgres } from '../../src/store/postgres/open.js';
import { findPostgres, freshDatabases, sayLeftOut } from '../support/postgres.js';
import { race } from './postgres-race.js';
import { leading, postgresOptions } from './postgres-support.js';

/** `RACE_ROUNDS=10000 npx vitest run test/store/postgres-race.walk.test.ts` takes minutes. */
const rounds = Number(process.env['RACE_ROUNDS'] ?? 60);

async function races(): Promise<void> {
  const store = await leading(
    await openPostgres(postgresOptions(await freshDatabases(), { poolSize: 8, countsKeptMs: 0 })),
  );
  onTestFinished(() => store.close());
  const { written, ...raced } = await race(store, rounds);
  expect(raced).toEqual({ delivered: written, stuck: 0, outOfOrder: 0 });
}

if (findPostgres() === null) it('PostgreSQL is left out, and says so', sayLeftOut);
else it('what is written while what stands before it is settled goes too, in its order', races);
