import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isPassing, LeadLost, StoreRefusal } from '../../src/store/failures.js';
import { connect } from '../../src/store/postgres/connect.js';
import { refuseOthers } from '../../src/store/postgres/leader.js';
import { openPostgres, type PostgresOptions } from '../../src/store/postgres/open.js';
import type { Duty, SharedStore } from '../../src/store/store.js';
import { findPostgres, freshDatabases, sayLeftOut, type TestDatabases } from '../support/postgres.js';
import { postgresOptions } from './postgres-support.js';
import { agrees, anne, from, monday, perform } from './support.js';

async function opened(where: TestDatabases, more: Partial<PostgresOptions> = {}): Promise<SharedStore> {
  const store = await openPostgres(postgresOptions(where, more));
  onTestFinished(() => store.close());
  return store;
}

/** Goes for the lead; `led` resolves when it has it. */
function goesForLead(store: SharedStore) {
  const stopping = new AbortController();
  let has: (duty: Duty) => void = () => undefined;
  let hasLed = false;
  const led = new Promise<Duty>((resolve) => {
    has = resolve;
  });
  const ended = store.lead(stopping.signal, async (duty, ends) => {
    hasLed = true;
    has(duty);
    await new Promise<void>((resolve) => {
      ends.addEventListener('abort', () => {
        resolve();
      });
    });
  });
  ended.catch(() => undefined);
  const stop = async () => {
    stopping.abort();
    await ended.catch(() => undefined);
  };
  onTestFinished(stop);
  return { led, ended, stop, hasLed: () => hasLed };
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}

const endSessionOfLeader = `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
  and database = (select oid from pg_database where datname = current_database())`;

function describeLeading(): void {
  it('one leads, and the other once that one has stopped', async () => {
    const where = await freshDatabases();
    const one = goesForLead(await opened(where));
    await one.led;
    const other = goesForLead(await opened(where));
    await one.led.then((duty) => duty.markAlive(monday));
    expect(other.hasLed()).toBe(false);
    await one.stop();
    expect(await other.led.then((duty) => duty.lastAliveAt())).toBe(monday);
  });

  it('a leader whose session the server has ended is told so, and the other goes on', async () => {
    const where = await freshDatabases();
    const one = goesForLead(await opened(where));
    await one.led;
    const other = goesForLead(await opened(where));
    await ask(where.databaseUrl, endSessionOfLeader);
    await expect(one.ended).rejects.toThrow(LeadLost);
    await other.led;
  });

  it('does nothing under a lead that another has taken over', async () => {
    const where = await freshDatabases();
    const one = goesForLead(await opened(where));
    const old = await one.led;
    await one.stop();
    const now = await goesForLead(await opened(where)).led;
    const asked: unknown[] = [];
    const inbound = from(anne);
    await expect(
      old.apply(
        [inbound],
        (scene, one, moment) => {
          asked.push(scene);
          return agrees(9)(scene, one, moment);
        },
        monday,
        () => [],
      ),
    ).rejects.toThrow(LeadLost);
    await expect(old.claim(monday, ['reply'], 10)).rejects.toThrow(LeadLost);
    await expect(old.markAlive(monday)).rejects.toThrow(LeadLost);
    await expect(old.isRoomRowWanted(1)).rejects.toThrow(LeadLost);
    await expect(old.tidy(monday)).rejects.toThrow(LeadLost);
    expect(asked).toEqual([]);
    expect(await now.hasPeople()).toBe(false);
    // It was not seen either: whoever leads takes it in.
    await perform({ ...now } as Parameters<typeof perform>[0], inbound, agrees(9));
    expect(await now.hasPeople()).toBe(true);
  });

  it('a leader that stands still in the middle of a transaction keeps nobody from leading', async () => {
    const where = await freshDatabases();
    const one = goesForLead(await opened(where));
    await one.led;
    // What it has locked is all that a process leaves behind that stands still: it says nothing more.
    const frozen = connect(where.databaseUrl, 1, 300);
    onTestFinished(() => frozen.close());
    let go: () => void = () => undefined;
    const standsStill = new Promise<void>((resolve) => {
      go = resolve;
    });
    onTestFinished(go);
    let isLocked: () => void = () => undefined;
    const locked = new Promise<void>((resolve) => {
      isLocked = resolve;
    });
    const ended = frozen.transact(async (asked) => {
      await refuseOthers(asked, 1);
      isLocked();
      await standsStill;
    });
    ended.catch(() => undefined);
    await locked;
    await one.stop();
    await goesForLead(await opened(where)).led;
    go();
    await expect(ended).rejects.toMatchObject({ isPassing: true });
  });

  it('one who waits, and stood still for so long that the server ended the session, may go for the lead again', async () => {
    const where = await freshDatabases();
    await goesForLead(await opened(where)).led;
    const pace = { tryMs: 1_500, beatMs: 1_000, silentMs: 200 };
    const waits = goesForLead(await opened(where, { pace }));
    const reason: unknown = await waits.ended.then(
      () => null,
      (error: unknown) => error,
    );
    expect(isPassing(reason)).toBe(true);
  });

  it('four that begin at once on an empty database all open it', async () => {
    const where = await freshDatabases();
    const stores = await Promise.all([opened(where), opened(where), opened(where), opened(where)]);
    for (const store of stores) expect(await store.counts()).toEqual({ couples: 0, unsent: 0 });
  });
}

function describeRefusals(): void {
  const refusal = async (where: TestDatabases, more: Partial<PostgresOptions> = {}) => {
    const error = await openPostgres(postgresOptions(where, more)).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (!(error instanceof StoreRefusal)) throw new Error('it was not refused');
    return error.message;
  };

  it('keys in the cluster of the data', async () => {
    const where = await freshDatabases();
    expect(await refusal({ ...where, keysDatabaseUrl: where.databaseUrl })).toMatch(/lead to one cluster/);
  });

  it('a cluster of keys that would keep what is erased', async () => {
    const where = await freshDatabases();
    const swapped = { ...where, databaseUrl: where.keysDatabaseUrl, keysDatabaseUrl: where.databaseUrl };
    expect(await refusal(swapped)).toMatch(/set wal_recycle = off\.$/);
  });

  it('a server that says «done» before it is', async () => {
    const where = await freshDatabases();
    const name = where.databaseUrl.slice(where.databaseUrl.lastIndexOf('/') + 1);
    await ask(where.databaseUrl, `alter database ${name} set synchronous_commit = off`);
    expect(await refusal(where)).toMatch(/^DATABASE_URL leads to a server with synchronous_commit = off/);
  });

  it('another master key, and keys of other data', async () => {
    const [where, elsewhere] = [await freshDatabases(), await freshDatabases()];
    await (await openPostgres(postgresOptions(where))).close();
    await (await openPostgres(postgresOptions(elsewhere))).close();
    expect(await refusal(where, { masterKey: Buffer.alloc(32, 2) })).toMatch(/master key is not the one/);
    expect(await refusal({ ...where, keysDatabaseUrl: elsewhere.keysDatabaseUrl })).toMatch(/does not belong/);
  });

  it('a database of a newer version', async () => {
    const where = await freshDatabases();
    await (await openPostgres(postgresOptions(where))).close();
    await ask(where.databaseUrl, `insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 1)`);
    await ask(where.databaseUrl, `update marks set value = value + 1 where name = 'least-steps'`);
    expect(await refusal(where)).toMatch(/newer version/);
  });
}

if (findPostgres() === null) it('PostgreSQL is left out, and says so', sayLeftOut);
else {
  describe('processes on one PostgreSQL', describeLeading);
  describe('the store in PostgreSQL refuses', describeRefusals);
}
