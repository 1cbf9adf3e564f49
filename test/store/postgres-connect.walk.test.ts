import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { connect } from '../../src/store/postgres/connect.js';
import { openPostgres } from '../../src/store/postgres/open.js';
import { findPostgres, freshDatabases, sayLeftOut } from '../support/postgres.js';
import { leading, postgresOptions } from './postgres-support.js';
import { anne, deliver, from, monday, pairUp, perform, says } from './support.js';

async function clusterWithTable() {
  const { databaseUrl } = await freshDatabases();
  const cluster = connect(databaseUrl, 1);
  onTestFinished(() => cluster.close());
  await cluster.query('create table notes (number int unique)');
  return cluster;
}

async function leavesNobodyBehind(): Promise<void> {
  const cluster = await clusterWithTable();
  let late: Promise<unknown> = Promise.resolve();
  const failing = cluster.transact(async (asked) => {
    const goesOn = async () => {
      await asked.query('select pg_sleep(0.05)');
      await asked.query('insert into notes values ($1)', [1]);
    };
    late = goesOn();
    await Promise.all([late, Promise.reject(new Error('something of ours'))]);
  });
  await expect(failing).rejects.toThrow('something of ours');
  await expect(late).rejects.toThrow('the transaction is over');
  // The same connection, and nothing of before is in it.
  expect(await cluster.transact((asked) => asked.query('select number from notes'))).toEqual([]);
}

async function goesInOrder(): Promise<void> {
  const cluster = await clusterWithTable();
  const seen = await cluster.transact((asked) =>
    Promise.all(
      [1, 2, 3].map(async (number) => {
        const [, rows] = await Promise.all([
          asked.query('insert into notes values ($1)', [number]),
          asked.query<{ sum: number }>('select sum(number) from notes where number > $1', [0]),
        ]);
        return rows[0]?.sum;
      }),
    ),
  );
  expect(seen).toEqual([1, 3, 6]);
  const twice = cluster.transact((asked) =>
    Promise.all([4, 3, 5].map((number) => asked.query('insert into notes values ($1)', [number]))),
  );
  // What comes after it in the same breath fails as well, and what is told is what was wrong.
  await expect(twice).rejects.toMatchObject({ code: '23505' });
  expect(await cluster.query('select number from notes order by number')).toEqual(
    [1, 2, 3].map((number) => ({ number })),
  );
}

interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** All that goes through the driver with values, each once. */
function listen(): ReadonlyMap<string, Statement> {
  const known = new Map<string, Statement>();
  const own = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query');
  const query = own?.value as (...args: unknown[]) => unknown;
  const note = ([asked]: readonly unknown[]) => {
    if (typeof asked === 'object' && asked !== null && 'values' in asked) {
      const { text, values } = asked as Statement;
      known.set(text, { text, values });
    }
  };
  Object.defineProperty(pg.Client.prototype, 'query', {
    ...own,
    value(this: unknown, ...args: unknown[]) {
      note(args);
      return query.apply(this, args);
    },
  });
  onTestFinished(() => {
    if (own !== undefined) Object.defineProperty(pg.Client.prototype, 'query', own);
  });
  return known;
}

/** These hold few rows at any time. */
const small = /\b(?:leader|marks|rooms|room_rows|couples_of_nobody)\b/;

/** A line of a plan that goes through all that is in a table, or in one of its indexes. */
function readsAll(line: string, index: number, plan: readonly string[]): boolean {
  if (small.test(line)) return false;
  if (line.includes('Seq Scan on ')) return true;
  return / Scan .*using /.test(line) && !(plan[index + 1] ?? '').includes('Index Cond:');
}

async function readsByIndex(): Promise<void> {
  const where = await freshDatabases();
  const store = await leading(await openPostgres(postgresOptions(where)));
  onTestFinished(() => store.close());
  const statements = listen();
  const { anneId } = await pairUp(store);
  await perform(store, from(anne, { updateId: 900_001, messageId: 7 }), says({ text: 'dag', card: 'kaart' }));
  await deliver(store);
  await perform(store, from(anne), says({ text: 'weg', kind: 'delete', method: 'deleteMessage', card: 'kaart' }));
  await deliver(store);
  await store.due(monday, 10);
  await store.dueAlone(monday, 10);
  await store.withOpenRound(0, 10);
  await store.peopleAfter(anneId, 10);
  await store.claimRooms(monday, 10);
  await store.nextSendAt();
  expect(statements.size).toBeGreaterThan(20);
  const all = [...statements.values()];
  // The plan is made when a statement is first asked for, which may be before there is anybody.
  const before = await freshDatabases();
  await (await openPostgres(postgresOptions(before))).close();
  for (const url of [where.databaseUrl, before.databaseUrl]) expect(await plansThatReadAll(url, all)).toEqual([]);
}

async function plansThatReadAll(url: string, statements: readonly Statement[]): Promise<readonly string[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('vacuum (analyze)');
    await client.query('set enable_seqscan = off; set plan_cache_mode = force_generic_plan');
    const found: string[] = [];
    for (const { text, values } of statements) {
      // The keys lie in another cluster.
      if (/\bkeys\b|key_ids/.test(text)) continue;
      await client.query(`prepare one as ${text}`);
      const nulls = values.length === 0 ? '' : `(${values.map(() => 'null').join(', ')})`;
      const { rows } = await client.query<Record<string, string>>(`explain execute one${nulls}`);
      await client.query('deallocate one');
      const plan = rows.map((row) => row['QUERY PLAN'] ?? '');
      if (plan.some(readsAll)) found.push(`${text}\n${plan.join('\n')}`);
    }
    return found;
  } finally {
    await client.end();
  }
}

if (findPostgres() === null) it('PostgreSQL is left out, and says so', sayLeftOut);
else {
  it('what still runs of work that failed asks nothing more of its connection', leavesNobodyBehind);
  it('what is asked at once is done in order, and the first that fails says what was wrong', goesInOrder);
  it('no statement of the usual day reads a whole table, whatever is in it', readsByIndex);
}
