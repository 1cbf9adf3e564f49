import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { startHttp } from '../../src/http.js';
import { LeadLost } from '../../src/store/failures.js';
import { connect } from '../../src/store/postgres/connect.js';
import { keysInPostgres } from '../../src/store/postgres/key-ring.js';
import { openPostgres } from '../../src/store/postgres/open.js';
import { settleRestored } from '../../src/store/postgres/restored.js';
import { scrubKeys } from '../../src/store/postgres/scrub.js';
import { checkKey, rotateKey } from '../../src/store/rotate.js';
import type { Duty } from '../../src/store/store.js';
import { outcome } from '../support/outgoing.js';
import { freePort } from '../support/free-port.js';
import { findPostgres, freshDatabases, sayLeftOut, type TestDatabases } from '../support/postgres.js';
import { leading, postgresOptions } from './postgres-support.js';
import {
  actorOf,
  agrees,
  anne,
  bram,
  dayMs,
  from,
  message,
  monday,
  pairUp,
  perform,
  refusalOf,
  sceneOf,
  tempDir,
} from './support.js';

/** What an operator does with data in PostgreSQL: another master key, the nightly scrub, a restore; and a clock that is off. */

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function refused(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return refusalOf(() => {
    if (error instanceof Error) throw error;
  });
}

function clustersOf({ databaseUrl, keysDatabaseUrl }: TestDatabases) {
  const [main, keys] = [connect(databaseUrl, 2), connect(keysDatabaseUrl, 2)];
  onTestFinished(async () => {
    await main.close();
    await keys.close();
  });
  return { main, keys };
}

const opened = async (where: TestDatabases, masterKey = Buffer.alloc(32, 1)) =>
  leading(await openPostgres(postgresOptions(where, { masterKey })));

function describeKeys(): void {
  const newKey = Buffer.alloc(32, 8);
  const sourceOf = (where: TestDatabases, key = Buffer.alloc(32, 1)) => {
    const { main, keys } = clustersOf(where);
    const source = { dataDir: tempDir(), keyFile: '', keyFromEnv: key.toString('base64') };
    return { ...source, ring: keysInPostgres(main, keys), newKeyFromEnv: newKey.toString('base64') };
  };

  it('are given another master key, which opens all of them and the old one none; whoever waited with the old one ends', async () => {
    const where = await freshDatabases();
    const store = await opened(where);
    await pairUp(store);
    const source = sourceOf(where);
    expect(await checkKey(source, source.ring)).toMatch(/opens all 3 keys in PostgreSQL/);
    expect(await refused(rotateKey(source))).toMatch(/^A bot is running/);
    const waiting = await openPostgres(postgresOptions(where));
    onTestFinished(() => waiting.close());
    await store.close();
    expect((await rotateKey(source))[0]).toMatch(/All 3 keys are wrapped with SAMENSPRAAK_NEW_KEY/);
    expect((await rotateKey(source))[0]).toMatch(/already/);
    expect(await refused(checkKey(source, source.ring))).toMatch(/it is another key/);
    const led = waiting.lead(new AbortController().signal, () => Promise.reject(new Error('it led')));
    expect(await refused(led)).toMatch(/master key is not the one/);
    expect(await refused(openPostgres(postgresOptions(where)))).toMatch(/master key is not the one/);
    const after = await opened(where, newKey);
    onTestFinished(() => after.close());
    expect(actorOf(await sceneOf(after, from(anne))).name).toBe('Anne');
  });

  it('that are erased are gone from every file of their cluster after the nightly scrub', async () => {
    const where = await freshDatabases();
    const store = await opened(where);
    onTestFinished(() => store.close());
    await perform(store, from(anne), agrees());
    await perform(store, from(bram), agrees());
    const wrapped = await ask<{ id: string; wrapped: Buffer }>(
      where.keysDatabaseUrl,
      'select id, wrapped from keys order by id',
    );
    const [ofAnne, ofBram] = wrapped.map((row) => row.wrapped);
    const [directory] = await ask<{ setting: string }>(
      where.keysDatabaseUrl,
      `select setting from pg_settings where name = 'data_directory'`,
    );
    const lies = (bytes: Buffer | undefined) => bytes !== undefined && liesIn(directory?.setting ?? '', bytes);
    await ask(where.keysDatabaseUrl, 'checkpoint');
    await perform(store, from(anne), (scene) => {
      const { [actorOf(scene).id]: gone, ...people } = scene.people;
      expect(gone).toBeDefined();
      return outcome({ ...scene, people });
    });
    expect(await ask(where.keysDatabaseUrl, 'select 1 from keys')).toHaveLength(1);
    // Deleted, and still to be read by whoever has the disk.
    expect(lies(ofAnne)).toBe(true);
    await scrubKeys(clustersOf(where).keys);
    expect(lies(ofAnne)).toBe(false);
    expect(lies(ofBram)).toBe(true);
    expect(actorOf(await sceneOf(store, from(bram))).consent).not.toBeNull();
  });

  it('are scrubbed by who may, and who may not is told what to grant', async () => {
    const where = await freshDatabases();
    await (await opened(where)).close();
    const name = `u${String(Date.now())}`;
    await ask(
      where.keysDatabaseUrl,
      `create role ${name} login superuser; alter table keys owner to ${name};
      alter table service_keys owner to ${name}; alter role ${name} nosuperuser`,
    );
    const keys = connect(where.keysDatabaseUrl.replace('//tests@', `//${name}@`), 1);
    onTestFinished(() => keys.close());
    expect(await refused(scrubKeys(keys))).toMatch(/grant pg_checkpoint/);
    await ask(
      where.keysDatabaseUrl,
      `grant pg_checkpoint to ${name}; grant execute on function pg_switch_wal() to ${name}`,
    );
    await scrubKeys(keys);
  });
}

function liesIn(directory: string, bytes: Buffer): boolean {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some((entry) => {
      try {
        return readFileSync(join(entry.parentPath, entry.name)).includes(bytes);
      } catch (error) {
        // The server took it away meanwhile.
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
        throw error;
      }
    });
}

function describeRestoring(): void {
  /** Anne and Bram, and somebody alone; then Bram's key goes, as if he had erased himself after the copy was made. */
  async function restored() {
    const where = await freshDatabases();
    const store = await opened(where);
    await pairUp(store);
    const alone = '700000009';
    await perform(store, from(alone), (scene, one, now) => ({
      ...agrees()(scene, one, now),
      outgoing: [message(actorOf(scene).id, { lane: 'scheduled' }), message(actorOf(scene).id, { lane: 'reply' })],
    }));
    await store.markAlive(monday);
    const bramsId = actorOf(await sceneOf(store, from(bram))).id;
    await store.close();
    const [row] = await ask<{ id: string }>(
      where.databaseUrl,
      `select key_id as id from people where id = ${String(bramsId)}`,
    );
    await ask(where.keysDatabaseUrl, `delete from keys where id = ${row?.id ?? ''}`);
    return { where, alone };
  }

  it('a copy with people whose keys are gone is no data to start on', async () => {
    const { where } = await restored();
    expect(await refused(openPostgres(postgresOptions(where)))).toMatch(/lacks the keys of 1 of the people/);
  });

  it('takes out who is gone and their couple, leaves the other whole, and drops what the clock was going to send', async () => {
    const { where, alone } = await restored();
    const settled = await settleRestored(postgresOptions(where), monday + dayMs);
    expect(settled).toEqual({ asOf: monday, people: 2, couples: 0, erasedPeople: 1, dropped: 1 });
    const store = await opened(where);
    onTestFinished(() => store.close());
    expect(await store.arrival()).toMatchObject({ restoredFrom: monday });
    const scene = await sceneOf(store, from(anne));
    expect(actorOf(scene)).toMatchObject({ name: 'Anne', coupleId: null });
    expect(scene.couples).toEqual({});
    expect(actorOf(await sceneOf(store, from(bram))).consent).toBeNull();
    expect(actorOf(await sceneOf(store, from(alone))).consent).not.toBeNull();
    const rows = await store.claim(monday + 2 * dayMs, ['reply', 'scheduled'], 10);
    expect(rows.map(({ lane }) => lane)).toEqual(['reply']);
  });

  it('gives nobody the number of a key that was given out, and no leader of before its place back', async () => {
    const where = await freshDatabases();
    const store = await openPostgres(postgresOptions(where));
    onTestFinished(() => store.close());
    const stopping = new AbortController();
    const old: Duty[] = [];
    const ended = store.lead(stopping.signal, async (duty, ends) => {
      old.push(duty);
      await perform({ ...duty } as Parameters<typeof perform>[0], from(anne), agrees());
      stopping.abort();
      expect(ends.aborted).toBe(true);
    });
    await ended;
    // Both clusters go back: the keys to a day before that of the data.
    await ask(where.keysDatabaseUrl, `select setval('key_ids', 1, false)`);
    await settleRestored(postgresOptions(where), monday);
    await expect(old[0]?.markAlive(monday)).rejects.toThrow(LeadLost);
    const [next] = await ask<{ id: string }>(where.keysDatabaseUrl, `select nextval('key_ids') as id`);
    const [given] = await ask<{ id: string }>(where.databaseUrl, 'select max(key_id) as id from people');
    expect(Number(next?.id)).toBeGreaterThan(Number(given?.id));
  });

  it('is refused while a bot runs, and where there is nobody', async () => {
    const where = await freshDatabases();
    const store = await opened(where);
    expect(await refused(settleRestored(postgresOptions(where), monday))).toMatch(/^A bot is running/);
    await store.close();
    expect(await refused(settleRestored(postgresOptions(where), monday))).toMatch(/put the copy back first/);
  });
}

async function isUnready(): Promise<void> {
  const where = await freshDatabases();
  let aheadMs = 0;
  const store = await openPostgres(postgresOptions(where, { wallMs: () => Date.now() + aheadMs }));
  onTestFinished(() => store.close());
  const port = await freePort();
  const health = {
    ...{ doubtedUntil: () => null, unheardMs: () => 0, hasBegun: () => true, status: () => ({}) },
    skewMs: async () => (await store.skewMs?.()) ?? null,
  };
  const settings = { HTTP_HOST: '127.0.0.1', HTTP_PORT: port, SEND_RATE: 30 };
  onTestFinished(await startHttp(settings, store, systemClock(), () => '', health));
  const ready = async () => {
    const response = await fetch(`http://127.0.0.1:${String(port)}/readyz`);
    return { status: response.status, said: await response.json() };
  };
  expect(await ready()).toEqual({ status: 200, said: { ok: true } });
  aheadMs = 1_000;
  expect((await ready()).status).toBe(200);
  aheadMs = 20_000;
  expect(await ready()).toMatchObject({
    status: 503,
    said: { clocks: 'this machine is 20 seconds ahead of the database' },
  });
  aheadMs = -20_000;
  expect(await ready()).toMatchObject({
    status: 503,
    said: { clocks: 'this machine is 20 seconds behind the database' },
  });
}

if (findPostgres() === null) it('PostgreSQL is left out, and says so', sayLeftOut);
else {
  describe('keys in PostgreSQL', describeKeys);
  describe('npm run restore, on PostgreSQL,', describeRestoring);
  it('a process whose clock is not the database’s is not ready', isUnready);
}
