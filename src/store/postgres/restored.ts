import type { Instant, PersonId } from '../../core/ids.js';
import { StoreRefusal, unlessBroken } from '../failures.js';
import type { Asked, Cluster } from './connect.js';
import * as courier from './courier.js';
import { holdLead, usualPace } from './leader.js';
import { lastAliveAt, noteRestored } from './marks.js';
import { openClusters, type PostgresOptions } from './open.js';
import { gather, tablesOf, work, type House } from './transaction.js';

/** What was found in a restored database, and what was taken out of it. */
export interface SettledRestore {
  /** When the bot that this data belongs to was last known to be alive; null when it never ran. */
  readonly asOf: Instant | null;
  readonly people: number;
  readonly couples: number;
  /** People whose key is gone, because they erased themselves after the copy was made. */
  readonly erasedPeople: number;
  /** Messages that the clock had queued and that were not sent. */
  readonly dropped: number;
}

const patienceMs = 600_000;
/** Higher than any number of takeovers since the copy was made. */
const epochsAhead = 1_000_000;

/**
 * Runs after an operator has put a copy of the database back with PostgreSQL's own tools. It takes out what must not come
 * back, as sqlite/restore-rows.ts does, and leaves a mark for the next start. It can be run again.
 */
export async function settleRestored(options: PostgresOptions, now: Instant): Promise<SettledRestore> {
  // No timeout for an idle transaction here: no other process waits for its locks, and between two statements it reads
  // every key.
  const pace = { ...usualPace, silentMs: patienceMs };
  const { house, keysCluster, close } = await openClusters({ ...options, pace });
  try {
    const letGo = await holdLead(house.main, 'A bot is running on the database of DATABASE_URL: stop it first.');
    try {
      const [anybody] = await house.main.query('select 1 from people limit 1');
      if (anybody === undefined) throw new StoreRefusal('There is nobody in the database: put the copy back first.');
      await keepNumbersApart(house.main, keysCluster);
      return await house.main.transact((asked) => clean(asked, house, keysCluster, now));
    } finally {
      await letGo();
    }
  } finally {
    await close();
  }
}

/** Where the keys were restored as well, no number that occurs in the data may be given out again. */
async function keepNumbersApart(main: Cluster, keys: Cluster): Promise<void> {
  const [highest] = await main.query<{ id: number | null }>(
    `select max(key_id) as id from (select key_id from people union all select key_id from couples
      union all select key_id from keys_to_erase) known`,
  );
  await keys.query(`select setval('key_ids', greatest((select last_value from key_ids), $1::bigint, 1))`, [
    highest?.id ?? 1,
  ]);
}

async function clean(asked: Asked, house: House, keys: Cluster, now: Instant): Promise<SettledRestore> {
  await asked.query('create temp table living (id bigint primary key) on commit drop');
  await listLiving(asked, keys);
  const gone = await asked.query('delete from people where key_id not in (select id from living) returning id');
  await removeCouples(asked, house, now);
  const dropped = await dropUnsentOfClock(asked, house, now);
  const asOf = await lastAliveAt(asked);
  await noteRestored(asked, asOf);
  // A process that led after the copy was made must not find its own number here again.
  await asked.query('update leader set epoch = epoch + $1', [epochsAhead]);
  const [counts] = await asked.query<{ people: number; couples: number }>(
    `select (select count(*) from people where has_consented) as people,
      (select count(*) from couples where member_count = 2) as couples`,
  );
  return { asOf, people: counts?.people ?? 0, couples: counts?.couples ?? 0, erasedPeople: gone.length, dropped };
}

const keysAPage = 20_000;

async function listLiving(asked: Asked, keys: Asked): Promise<void> {
  for (let after = -1; ;) {
    const page = await keys.query<{ id: number }>('select id from keys where id > $1 order by id limit $2', [
      after,
      keysAPage,
    ]);
    const last = page.at(-1);
    if (last === undefined) return;
    await asked.query('insert into living (id) select * from unnest($1::bigint[])', [page.map(({ id }) => id)]);
    after = last.id;
  }
}

/** Nobody is left with half of a couple: whoever was paired with somebody who is gone, is stored as unpaired. */
async function removeCouples(asked: Asked, house: House, now: Instant): Promise<void> {
  const isGone = `(key_id not in (select id from living)
    or member_count <> (select count(*) from members where couple_id = couples.id))`;
  const left = await asked.query<{ id: PersonId }>(
    `select person_id as id from members where couple_id in (select id from couples where ${isGone})`,
  );
  if (left.length > 0) {
    const ids = left.map(({ id }) => id);
    const set = await gather(asked, house, { people: new Set(ids), couples: new Set() }, () => []);
    await work(asked, house, set, tablesOf(set, house.defaults), ({ people }) => {
      for (const id of ids) {
        const stored = unlessBroken(() => people.byId(id));
        if (stored !== null) people.update(stored, { ...stored.person, coupleId: null }, false, now);
      }
    });
  }
  await asked.query(`delete from couples where ${isGone}`);
}

async function dropUnsentOfClock(asked: Asked, house: House, now: Instant): Promise<number> {
  await courier.recover(asked, house, now);
  const waiting = await asked.query<{ id: PersonId }>(
    `select person_id as id from outbox where settled_at is null and queue = 'scheduled'`,
  );
  const people = new Set(waiting.map(({ id }) => id));
  if (people.size === 0) return 0;
  const set = await gather(asked, house, { people, couples: new Set() }, () => []);
  await work(asked, house, set, tablesOf(set, house.defaults), ({ outbox }) => {
    for (const person of people) outbox.recall(person, ['scheduled'], now);
  });
  return waiting.length;
}
