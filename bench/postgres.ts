import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { usualPace } from '../src/store/postgres/leader.js';
import { openPostgres } from '../src/store/postgres/open.js';
import type { Row, Settlement, Store } from '../src/store/store.js';
import { openStore } from '../src/store/sqlite/open.js';
import { ask } from '../test/chaos/servers.js';
import { leading } from '../test/store/postgres-support.js';
import { placeForServers } from '../test/support/postgres.js';
import { findPostgres, makeServer, ofKeys, type Server } from '../test/support/postgres-server.js';
import { applyAll, batchesOf, batchSize, drain } from './apply.js';
import { atLeast, atMost, median, noted, range, shown, timed, withDirectory, type Figure } from './figures.js';
import { openRawPostgres } from './raw-postgres.js';
import { seedCouples, seededAt, storeOptions } from './seed.js';
import { wakesASecond } from './wake-postgres.js';

export interface PostgresBench {
  readonly rounds: number;
  /** Couples who are in the database and silent, for the tick in which nothing is due. */
  readonly crowd: number;
}

const couples = 1000;
const updatesARound = 10 * batchSize;
const claimedAtOnce = 30;
/** Beside SQLite and a raw loop the process may be busy for longer than a leader may be silent. */
const pace = { ...usualPace, silentMs: 60_000 };

/** The same updates on both stores and by a raw loop, in turns; servers of its own, which sync as they are delivered. */
export async function benchPostgres({ rounds, crowd }: PostgresBench): Promise<readonly Figure[]> {
  if (findPostgres() === null) throw new Error('PostgreSQL is not installed here');
  const place = placeForServers();
  const servers = [
    await makeServer({ place, name: 'main', settings: [] }),
    await makeServer({ place, name: 'keys', settings: ofKeys }),
  ] as const;
  try {
    for (const server of servers) await server.start();
    return await withDirectory((base) => measure(servers, base, rounds, crowd));
  } finally {
    for (const server of servers) await server.stopAtOnce();
    rmSync(place, { recursive: true, force: true });
  }
}

async function measure(
  [main, keys]: readonly [Server, Server],
  base: string,
  rounds: number,
  crowd: number,
): Promise<readonly Figure[]> {
  const sqlite = await openStore({ ...storeOptions(base), cacheSizes: { keys: couples * 6, remembered: couples * 6 } });
  const { dataDir: _, ...options } = storeOptions(base);
  const opened = async (name: string) => {
    for (const { url } of [main, keys]) await ask(`${url}/postgres`, `create database ${name}`);
    const [databaseUrl, keysDatabaseUrl] = [`${main.url}/${name}`, `${keys.url}/${name}`];
    const one = await leading(await openPostgres({ ...options, databaseUrl, keysDatabaseUrl, poolSize: 8, pace }));
    await seedCouples(one, couples);
    // As the server does by itself within a minute.
    await ask(databaseUrl, 'vacuum (analyze)');
    return { one, databaseUrl };
  };
  await seedCouples(sqlite, couples);
  const { one: store, databaseUrl } = await opened('ours');
  // A raw loop overwrites what it does not read, so it has data of its own.
  const ofRaw = await opened('raw');
  await ofRaw.one.close();
  const raw = await openRawPostgres(ofRaw.databaseUrl, couples);
  const spent = {
    ofSqlite: [] as number[],
    ofRaw: [] as number[],
    statements: [] as number[],
    carried: [] as number[],
  };
  const counting = countStatements();
  for (let round = 0; round <= rounds; round += 1) {
    const ids = Array.from({ length: updatesARound }, (_, index) => round * updatesARound + index + 1);
    const ofSqlite = await processorTime([], () => applyAll(sqlite, ids));
    await drain(sqlite);
    const before = counting.count();
    const ours = await processorTime([main, keys], () => applyAll(store, ids));
    const statements = (counting.count() - before) / batchesOf(ids).length;
    const ofOurs = await carry(courierOf(store));
    const rawSeconds = await timed(async () => {
      for (const batch of batchesOf(ids)) await raw.write(batch);
    });
    const ofRaw = await carry(() => raw.carry(claimedAtOnce));
    // The first round warms all, and counts nowhere.
    if (round === 0) continue;
    spent.ofSqlite.push(ours.cpuSeconds / ofSqlite.cpuSeconds);
    spent.ofRaw.push(rawSeconds / ours.seconds);
    spent.statements.push(statements);
    spent.carried.push(ofOurs / ofRaw);
  }
  counting.end();
  const wakes = await wakesASecond(store);
  await raw.close();
  const tickMs = await emptyTickMs(databaseUrl, store, crowd);
  await store.close();
  await sqlite.close();
  return [
    atMost('a batch of 100 applied, processor time with the server’s, of SQLite', median(spent.ofSqlite), 3.5),
    noted('the same, over the rounds', range(spent.ofSqlite)),
    atLeast('updates applied a second, of a raw loop of writes', median(spent.ofRaw), 0.45),
    noted('the same, over the rounds', range(spent.ofRaw)),
    atMost('statements a batch of 100', Math.max(...spent.statements), 20),
    atLeast('rows claimed and settled a second, of a raw loop that marks them by id', median(spent.carried), 0.6),
    noted('the same, over the rounds', range(spent.carried)),
    atMost(`a tick with nothing due, at ${shown(couples + crowd)} couples`, tickMs, 1, ' ms'),
    atLeast('couples woken a second, with the bot’s rule', Math.round(wakes), 500),
  ];
}

/** As the courier does: what has gone is settled with the next claim. Gives how many were claimed. */
function courierOf(store: Store): () => Promise<number> {
  let claimed: readonly Row[] = [];
  return async () => {
    const settlements = claimed.map(({ id }): Settlement => ({ row: id, as: 'sent', messageId: id }));
    claimed = await store.claim(seededAt, ['reply'], claimedAtOnce, settlements);
    return claimed.length;
  };
}

/** Rows a second, until there are none. */
async function carry(some: () => Promise<number>): Promise<number> {
  let rows = 0;
  const seconds = await timed(async () => {
    for (let more = await some(); more > 0; more = await some()) rows += more;
  });
  return rows / seconds;
}

/** Median of many, among couples that are not due. */
async function emptyTickMs(url: string, store: Store, crowd: number): Promise<number> {
  await ask(
    url,
    `insert into couples (id, key_id, wake_at, has_open_round, member_count, sealed)
      select 1000000000000 + i, i, ${String(seededAt + 864_000_000)}::bigint + i, false, 2, decode(repeat('00', 600), 'hex')
      from generate_series(1, ${String(crowd)}) as i`,
  );
  await ask(url, 'analyze couples');
  const ticks: number[] = [];
  for (let tick = 0; tick < 200; tick += 1)
    ticks.push(1000 * (await timed(() => store.due(0, 100).then(() => undefined))));
  return median(ticks);
}

/** Of this process and of the servers' processes. */
async function processorTime(servers: readonly Server[], work: () => Promise<void>) {
  const before = { own: process.cpuUsage(), theirs: secondsOf(servers) };
  const seconds = await timed(work);
  const { user, system } = process.cpuUsage(before.own);
  return { seconds, cpuSeconds: (user + system) / 1e6 + secondsOf(servers) - before.theirs };
}

/** As the system counts it, in hundredths of a second. */
function secondsOf(servers: readonly Server[]): number {
  const masters = servers.map(({ data }) => readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '');
  let ticks = 0;
  for (const pid of readdirSync('/proc')) {
    const stat = /^\d+$/.test(pid) ? statOf(pid) : null;
    // Behind the name, which may hold anything: parent 2nd, user and system time 12th and 13th.
    if (stat !== null && (masters.includes(pid) || masters.includes(stat[1] ?? '')))
      ticks += Number(stat[11]) + Number(stat[12]);
  }
  return ticks / 100;
}

function statOf(pid: string): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** All that go through the driver. */
function countStatements() {
  let count = 0;
  const own = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query');
  const query = own?.value as (...args: unknown[]) => unknown;
  Object.defineProperty(pg.Client.prototype, 'query', {
    ...own,
    value(this: unknown, ...args: unknown[]) {
      count += 1;
      return query.apply(this, args);
    },
  });
  return {
    count: () => count,
    end: () => {
      if (own !== undefined) Object.defineProperty(pg.Client.prototype, 'query', own);
    },
  };
}
