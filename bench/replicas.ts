import { setTimeout as wait } from 'node:timers/promises';
import { openPostgres } from '../src/store/postgres/open.js';
import { usualPace } from '../src/store/postgres/leader.js';
import { leaderOf, noteActs, overlaps } from '../test/chaos/acts.js';
import { startReplica, type Replica } from '../test/chaos/replica.js';
import { ask } from '../test/chaos/servers.js';
import { leading, postgresOptions } from '../test/store/postgres-support.js';
import { race } from '../test/store/postgres-race.js';
import { compileForTests } from '../test/support/compiled.js';
import { freshDatabases, placeForPostgres } from '../test/support/postgres.js';
import { openWorld } from '../test/support/world.js';
import { atMost, median, noted, range, shown, timed, type Figure } from './figures.js';

const takeovers = 20;
const openings = 20;
const replicasAtOnce = 4;
const rounds = 10_000;

/** What two processes on one database do to each other: who leads, who begins, who writes. */
export async function benchReplicas(share: number): Promise<readonly Figure[]> {
  const removeCompiled = await compileForTests();
  const endServers = placeForPostgres();
  try {
    const times = Math.max(1, Math.round(takeovers * share));
    return [
      ...(await leads(times)),
      ...(await begins(Math.max(1, Math.round(openings * share)))),
      ...(await races(Math.max(1, Math.round(rounds * share)))),
    ];
  } finally {
    await endServers();
    removeCompiled();
  }
}

const freeze = (one: Replica): Promise<void> => {
  one.freeze();
  return Promise.resolve();
};
const ways = {
  'kill -9': { limitMs: 1_500, end: (one: Replica) => one.kill() },
  SIGSTOP: { limitMs: usualPace.silentMs + 1_500, end: freeze },
  SIGTERM: { limitMs: 1_000, end: (one: Replica) => one.stop() },
} as const;

/** From the signal to the epoch of another, for the leader of two real processes. */
async function leads(times: number): Promise<readonly Figure[]> {
  const world = await openWorld();
  const databases = await freshDatabases();
  const asking: Parameters<typeof noteActs>[0] = { ask: (sql) => ask(databases.databaseUrl, sql) };
  const replicas = [
    await startReplica('one', { url: world.url, databases }),
    await startReplica('other', { url: world.url, databases }),
  ];
  const figures: Figure[] = [];
  await noteActs(asking);
  const epoch = async () => Number((await asking.ask<{ epoch: string }>('select epoch from leader'))[0]?.epoch ?? 0);
  for (const [name, { limitMs, end }] of Object.entries(ways)) {
    const took: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const leader = await leaderOf(asking);
      const one = replicas.find((replica) => replica.name === leader);
      if (one === undefined) throw new Error('nobody leads');
      const before = await epoch();
      const seconds = await timed(async () => {
        const ended = end(one);
        while ((await epoch()) === before) await wait(5);
        await ended;
      });
      took.push(seconds * 1000);
      one.wake();
      // Both are there again before the next.
      await wait(3_000);
    }
    figures.push(
      atMost(
        `another leads after ${name}, the longest of ${shown(times)}`,
        Math.round(Math.max(...took)),
        limitMs,
        ' ms',
      ),
      noted('the same, median and range', `${shown(Math.round(median(took)))} ms, ${range(took.map(Math.round))} ms`),
    );
  }
  figures.push(atMost('leads under which two have acted', await overlaps(asking), 0));
  for (const replica of replicas) await replica.close();
  await world.close();
  return figures;
}

/** Four that begin at once on an empty database. */
async function begins(times: number): Promise<readonly Figure[]> {
  let failed = 0;
  for (let time = 0; time < times; time += 1) {
    const options = postgresOptions(await freshDatabases());
    const stores = await Promise.allSettled(Array.from({ length: replicasAtOnce }, () => openPostgres(options)));
    for (const store of stores) {
      if (store.status === 'fulfilled') await store.value.close();
      else failed += 1;
    }
  }
  return [atMost(`of ${shown(times)} × four that begin on an empty database, not ready`, failed, 0)];
}

async function races(times: number): Promise<readonly Figure[]> {
  const options = postgresOptions(await freshDatabases(), { poolSize: 8, countsKeptMs: 0 });
  const store = await leading(await openPostgres(options));
  const { written, delivered, stuck, outOfOrder } = await race(store, times);
  await store.close();
  return [
    atMost(
      `rows stuck, lost or doubled, in ${shown(times)} rounds of writing while settling`,
      stuck + Math.abs(written - delivered),
      0,
    ),
    atMost('of them out of order', outOfOrder, 0),
  ];
}
