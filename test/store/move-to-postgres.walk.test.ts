import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../src/emulator/server.js';
import { StoreRefusal } from '../../src/store/failures.js';
import { openPostgres } from '../../src/store/postgres/open.js';
import { backUp } from '../../src/store/sqlite/backup.js';
import { openStore } from '../../src/store/sqlite/open.js';
import { restore } from '../../src/store/sqlite/restore.js';
import type { Store } from '../../src/store/store.js';
import { rotateKey } from '../../src/store/rotate.js';
import { keysInFiles } from '../../src/store/sqlite/key-ring.js';
import { moveToPostgres, type MoveToPostgres, type Progress } from '../../src/store/to-postgres/move.js';
import { compiled } from '../support/compiled.js';
import { findPostgres, freshDatabases, sayLeftOut, type TestDatabases } from '../support/postgres.js';
import { everythingIn } from './fixtures/everything.js';
import { copyDatabase, unzipped, versions } from './fixtures/databases.js';
import { lastMoment, names } from './fixtures/lives.js';
import { leading, postgresOptions } from './postgres-support.js';
import { agrees, allLanes, anne, dayMs, from, optionsFor, perform, tempDir } from './support.js';

/** Couples in every state, as an earlier version left them, moved from files to real servers. */

const day = '2026-11-30-content';
const keyOf = (version: string) =>
  readFileSync(new URL(`fixtures/databases/${version}/key.txt`, import.meta.url), 'utf8').trim();
const keyText = keyOf(day);
const masterKey = Buffer.from(keyText, 'base64');

interface Place extends TestDatabases {
  readonly dataDir: string;
}

/** Files that the bot of today has opened once, with a room and somebody who erased themselves beside what was there. */
async function aPlace(): Promise<Place> {
  const dataDir = copyDatabase(day);
  await (await openStore(optionsFor(dataDir, { masterKey }))).close();
  inFile(dataDir, 'samenspraak.sqlite', (raw) => {
    const couple = raw.prepare('select min(id) from couples').pluck().get();
    raw.prepare('insert into rooms (lookup, couple_id) values (?, ?)').run(Buffer.alloc(16, 9), couple);
    const row = raw.prepare(
      'insert into room_rows (couple_id, queue, is_flying, due_at, payload) values (?, 1, ?, 5, ?)',
    );
    row.run(couple, 1, Buffer.alloc(40, 1));
    row.run(null, 0, Buffer.alloc(40, 2));
    raw.prepare('insert into keys_to_erase (key_id) values (9000)').run();
  });
  return { dataDir, ...(await freshDatabases()) };
}

function inFile<Result>(dataDir: string, file: string, work: (raw: Database.Database) => Result): Result {
  const raw = new Database(join(dataDir, file));
  try {
    return work(raw);
  } finally {
    raw.close();
  }
}

const moveOf = (place: Place, more: Partial<MoveToPostgres> = {}): MoveToPostgres => ({
  ...{ dataDir: place.dataDir, databaseUrl: place.databaseUrl, keysDatabaseUrl: place.keysDatabaseUrl },
  ...{ masterKey, pageRows: 40, ...more },
});

const openMoved = async (place: Place): Promise<Store> =>
  leading(await openPostgres(postgresOptions(place, { masterKey })));

/** All that a bot can come to know: everybody's documents and books, what is to be sent, what is due. */
async function allOf(store: Store) {
  const later = lastMoment + 30 * dayMs;
  return {
    everybody: await everythingIn(store, lastMoment, names),
    arrival: await store.arrival(),
    alive: await store.lastAliveAt(),
    doubt: await store.doubt(),
    // Which of two that are due at one moment comes first is for the store.
    due: [...(await store.due(later, 1_000))].sort(),
    dueAlone: await store.dueAlone(later, 1_000),
    open: await store.withOpenRound(0, 1_000),
    people: await store.peopleAfter(0, 1_000),
    counts: await store.counts(),
    rows: [...(await store.claim(lastMoment + 60_000, allLanes, 1_000))].sort((one, other) => one.id - other.id),
  };
}

/** What the files hold, read from a copy, so that nothing is changed by looking. */
async function allInFiles({ dataDir }: Place) {
  const copy = tempDir();
  cpSync(dataDir, copy, { recursive: true });
  inFile(copy, 'samenspraak.sqlite', (raw) => {
    // Made up above: neither opens.
    raw.exec(`delete from room_rows; delete from keys_to_erase; delete from marks where name = 'moved'`);
  });
  const store = await openStore(optionsFor(copy, { masterKey }));
  try {
    return await allOf(store);
  } finally {
    await store.close();
  }
}

async function allMoved(place: Place) {
  const store = await openMoved(place);
  try {
    return await allOf(store);
  } finally {
    await store.close();
  }
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** What a column of either can hold. */
type Value = string | number | bigint | boolean | Buffer | null;

const readable = (value: Value) => {
  if (Buffer.isBuffer(value)) return value.toString('hex');
  if (typeof value === 'boolean') return value ? '1' : '0';
  return value === null ? null : String(value);
};

/** Every row of every table that both have, in an order that both have. */
async function rowsOn(place: Place, which: 'files' | 'servers') {
  const rows: Record<string, unknown> = {};
  for (const [file, url] of [
    ['keys.sqlite', place.keysDatabaseUrl],
    ['samenspraak.sqlite', place.databaseUrl],
  ] as const) {
    const tables = inFile(place.dataDir, file, (raw) =>
      raw
        .prepare<[], string>(
          `select name from sqlite_master where type = 'table' and name not like '%\\_%' escape '\\'
          union select name from sqlite_master where name in ('chat_messages', 'room_rows', 'seen_updates', 'keys_to_erase', 'service_keys')`,
        )
        .pluck()
        .all()
        .filter((name) => name !== 'marks'),
    );
    for (const name of tables) {
      const found =
        which === 'files'
          ? inFile(place.dataDir, file, (raw) => raw.prepare<[], object>(`select * from ${name}`).all())
          : await ask(url, `select * from ${name}`);
      rows[`${file}: ${name}`] = found
        .map((row) =>
          Object.fromEntries(Object.entries(row).map(([column, value]) => [column, readable(value as Value)])),
        )
        .map((row) => JSON.stringify(Object.entries(row).sort()))
        .sort();
    }
  }
  return rows;
}

/** Moves in a process of its own, which is killed right after a step has come for the nth time. */
async function moveAndKill(place: Place, step: string, nth = 1): Promise<void> {
  const { masterKey: key, ...options } = moveOf(place);
  const script = `
    import { moveToPostgres } from ${JSON.stringify(compiled('store/to-postgres/move'))};
    const [options, key, step, nth] = JSON.parse(process.argv[1]);
    let times = 0;
    const onStep = (one) => one === step && (times += 1) === nth && process.kill(process.pid, 'SIGKILL');
    await moveToPostgres({ ...options, masterKey: Buffer.from(key, 'base64'), onStep });`;
  const args = ['--input-type=module', '--eval', script];
  const typed = JSON.stringify([options, key.toString('base64'), step, nth]);
  const child = spawn(process.execPath, [...args, typed], { stdio: ['ignore', 'inherit', 'inherit'] });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof StoreRefusal)) throw new Error('it was not refused', { cause: error });
  expect(error.message.split('\n')).toHaveLength(1);
  return error.message;
};

/** Started as `npm start` and `npm run move` start them. */
async function run(
  program: 'main' | 'operator/move',
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
) {
  const child = spawn(process.execPath, [compiled(program), ...args], {
    cwd: tempDir(),
    env: { PATH: process.env['PATH'] ?? '', SAMENSPRAAK_KEY: keyText, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

/** Older ones have people without a path, or documents that are not bound to their places yet. */
function describeOfBefore(): void {
  it.each(versions.filter((version) => version !== day))('brings a database of %s over', async (version) => {
    const of = { masterKey: Buffer.from(keyOf(version), 'base64') };
    const known = Object.keys(JSON.parse(unzipped(version, 'everything.json').toString()) as object);
    const there = names.filter((name) => known.includes(name));
    const before = await openStore(optionsFor(copyDatabase(version), of));
    const everybody = await everythingIn(before, lastMoment, there);
    await before.close();
    const place = { dataDir: copyDatabase(version), ...(await freshDatabases()) };
    expect((await moveToPostgres(moveOf(place, of))).how).toBe('moved');
    const store = await leading(await openPostgres(postgresOptions(place, of)));
    onTestFinished(() => store.close());
    expect(there.length).toBeGreaterThan(30);
    expect(await everythingIn(store, lastMoment, there)).toEqual(everybody);
  });
}

function describeMoving(): void {
  it('brings everybody over as they were: documents, books, what is to be sent and what is due', async () => {
    const place = await aPlace();
    const before = await allInFiles(place);
    const rows = await rowsOn(place, 'files');
    const progress: Progress[] = [];
    const moved = await moveToPostgres(moveOf(place, { onProgress: (one) => progress.push(one) }));
    expect(moved).toMatchObject({ how: 'moved', people: (rows['samenspraak.sqlite: people'] as []).length });
    expect(await rowsOn(place, 'servers')).toEqual(rows);
    for (const [table, found] of Object.entries(rows)) expect([table, (found as []).length]).not.toEqual([table, 0]);
    expect(before.rows.length).toBeGreaterThan(0);
    await ask(place.databaseUrl, 'delete from room_rows');
    expect(await allMoved(place)).toEqual(before);
    // Keys first, and every row twice: copied, then looked at.
    const parts = progress.map(({ what, doing }) => `${doing} ${what}`);
    expect([...new Set(parts)]).toEqual(['copying keys', 'copying data', 'comparing keys', 'comparing data']);
    for (const part of new Set(parts)) expect(progress[parts.lastIndexOf(part)]?.share).toBe(1);
  });

  it('gives out no number that was given out before', async () => {
    const place = await aPlace();
    // The last of each is gone; its number is not free.
    inFile(place.dataDir, 'samenspraak.sqlite', (raw) => {
      raw.exec(`update sqlite_sequence set seq = seq + 100 where name in ('people', 'outbox', 'book', 'room_rows')`);
    });
    inFile(place.dataDir, 'keys.sqlite', (raw) =>
      raw.exec(`update sqlite_sequence set seq = 9999 where name = 'keys'`),
    );
    const given = inFile(place.dataDir, 'samenspraak.sqlite', (raw) =>
      raw.prepare<[], { name: string; seq: number }>('select name, seq from sqlite_sequence').all(),
    );
    await moveToPostgres(moveOf(place));
    const read =
      'select sequencename as name, last_value as last from pg_sequences where schemaname = current_schema()';
    const main = await ask<{ name: string; last: string | null }>(place.databaseUrl, read);
    const last = Object.fromEntries(main.map(({ name, last }) => [name, Number(last)]));
    for (const { name, seq } of given)
      expect(last[`${name.replace(/s$/, '').replace('people', 'people')}_ids`]).toBe(seq);
    for (const name of ['chat_messages', 'seen_updates']) {
      const [row] = await ask<{ id: string }>(place.databaseUrl, `select max(id) as id from ${name}`);
      expect(last[`${name}_id_seq`]).toBe(Number(row?.id));
    }
    // None that was made since is left at its beginning.
    expect(Object.values(last).filter((value) => value === 0)).toEqual([]);
    const [keys] = await ask<{ last: string }>(place.keysDatabaseUrl, read.replace('sequencename as name, ', ''));
    expect(Number(keys?.last)).toBe(9999);
  });

  it('leaves files that nobody goes on with', async () => {
    const place = await aPlace();
    const { dataDir } = place;
    await moveToPostgres(moveOf(place));
    expect(await refusalOf(openStore(optionsFor(dataDir, { masterKey })))).toMatch(/was moved to PostgreSQL/);
    const to = join(tempDir(), 'copy');
    expect(await refusalOf(backUp({ dataDir, to, onProgress: () => undefined }))).toMatch(/was moved to PostgreSQL/);
    const elsewhere = join(tempDir(), 'data');
    mkdirSync(elsewhere);
    const restored = new Promise((resolve) => {
      resolve(restore({ from: dataDir, dataDir: elsewhere, masterKey, isForced: false, now: lastMoment }));
    });
    expect(await refusalOf(restored)).toMatch(/was moved to PostgreSQL/);
    // The master key is that of the servers as well.
    const newKeyFromEnv = Buffer.alloc(32, 3).toString('base64');
    const rotated = rotateKey({ dataDir, keyFile: '', keyFromEnv: keyText, newKeyFromEnv, ring: keysInFiles(dataDir) });
    expect(await refusalOf(rotated)).toMatch(/was moved to PostgreSQL/);
  });
}

const cuts = [
  ['begun', 1],
  ['page', 5],
  ['compared', 1],
  ['source marked', 1],
  ['main ended', 1],
] as const;

function describeCuts(): void {
  it.each(cuts)(
    'at «%s» (%i): no bot opens half of it, and run again it loses and doubles nothing',
    async (step, nth) => {
      const place = await aPlace();
      const rows = await rowsOn(place, 'files');
      await moveAndKill(place, step, nth);
      expect(await refusalOf(openPostgres(postgresOptions(place, { masterKey })))).toMatch(/half filled.*run again/);
      const { how } = await moveToPostgres(moveOf(place));
      expect(how).toBe(step === 'main ended' ? 'there' : 'moved');
      expect(await rowsOn(place, 'servers')).toEqual(rows);
      await (await openMoved(place)).close();
    },
  );

  it('again and again, further each time', async () => {
    const place = await aPlace();
    const before = await allInFiles(place);
    for (const [step, nth] of [
      ['page', 1],
      ['page', 3],
      ['copied', 1],
      ['counted on', 1],
    ] as const) {
      await moveAndKill(place, step, nth);
    }
    await moveToPostgres(moveOf(place));
    await ask(place.databaseUrl, 'delete from room_rows');
    expect(await allMoved(place)).toEqual(before);
  });

  it('and the bot lived on with the files meanwhile: what is moved is what they hold now', async () => {
    const place = await aPlace();
    inFile(place.dataDir, 'samenspraak.sqlite', (raw) => raw.exec('delete from room_rows'));
    await moveAndKill(place, 'copied');
    const store = await openStore(optionsFor(place.dataDir, { masterKey }));
    await perform(store, from(anne), agrees());
    await store.close();
    const before = await allInFiles(place);
    expect((await moveToPostgres(moveOf(place))).how).toBe('anew');
    expect(await allMoved(place)).toEqual(before);
  });
}

function describeRefusals(): void {
  it('a database with something in it, and leaves that alone', async () => {
    const place = await aPlace();
    const there = await leading(await openPostgres(postgresOptions(place)));
    await perform(there, from(anne), agrees());
    expect(await refusalOf(moveToPostgres(moveOf(place)))).toMatch(/^A bot is running on the database/);
    await there.close();
    expect(await refusalOf(moveToPostgres(moveOf(place)))).toMatch(/with data in it: a move takes an empty one/);
    const again = await leading(await openPostgres(postgresOptions(place)));
    expect(await again.hasPeople()).toBe(true);
    await again.close();
    await (await openStore(optionsFor(place.dataDir, { masterKey }))).close();
  });

  it('half of a move of other data', async () => {
    const [place, other] = [await aPlace(), tempDir()];
    await (await openStore(optionsFor(other, { masterKey }))).close();
    await moveAndKill(place, 'page', 3);
    const moving = moveToPostgres(moveOf({ ...place, dataDir: other }));
    expect(await refusalOf(moving)).toMatch(/half of a move of other data/);
    expect((await moveToPostgres(moveOf(place))).how).toBe('moved');
  });

  it('data that a bot is using, data that was moved to another place, and a place without data', async () => {
    const place = await aPlace();
    inFile(place.dataDir, 'samenspraak.sqlite', (raw) => raw.exec('delete from room_rows'));
    const store = await openStore(optionsFor(place.dataDir, { masterKey }));
    expect(await refusalOf(moveToPostgres(moveOf(place)))).toMatch(/^The bot is running .* stop it first, then move/);
    await store.close();
    await moveToPostgres(moveOf(place));
    const elsewhere = { ...place, ...(await freshDatabases()) };
    expect(await refusalOf(moveToPostgres(moveOf(elsewhere)))).toMatch(/was moved before, and not to/);
    expect(await refusalOf(moveToPostgres(moveOf({ ...place, dataDir: tempDir() })))).toMatch(/^There is no data in/);
  });
}

function describeCommand(): void {
  it('says what it does, line by line, and leaves a bot that starts on the files with one sentence', async () => {
    const place = await aPlace();
    inFile(place.dataDir, 'samenspraak.sqlite', (raw) => raw.exec('delete from room_rows'));
    const settings = {
      ...{ DATA_DIR: place.dataDir, DATABASE_URL: place.databaseUrl, KEYS_DATABASE_URL: place.keysDatabaseUrl },
    };
    const moved = await run('operator/move', ['--to', 'postgres'], settings);
    expect(moved).toMatchObject({ code: 0 });
    expect(moved.out).toMatch(
      /Copying the keys.*Copying the data.*Comparing the keys.*Comparing the data.*Moved, and/s,
    );
    expect(moved.out).toMatch(/Take DATA_DIR out of the settings/);
    expect(moved.err).toMatch(/^Mind: the server of DATABASE_URL has no synchronous standby/);
    for (const secret of [keyText, place.databaseUrl, ...names]) expect(moved.out + moved.err).not.toContain(secret);

    const emulator = await startEmulator();
    onTestFinished(() => emulator.close());
    const about = { BOT_TOKEN: `123456:${'a'.repeat(35)}`, OPERATOR_NAME: 'Sanne', TELEGRAM_API_ROOT: emulator.url };
    const started = await run('main', [], { ...about, DATA_DIR: place.dataDir, HTTP_PORT: '0' });
    expect(started.code).toBe(1);
    expect(started.err.trim()).toMatch(/^[^\n]*was moved to PostgreSQL[^\n]*$/);
    const again = await run('operator/move', ['--to', 'postgres'], settings);
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).toContain('was moved already');
  });

  it.each([
    ['no databases', {}, /^Set DATABASE_URL and KEYS_DATABASE_URL to two empty databases/],
    ['one database', { DATABASE_URL: 'postgres://127.0.0.1:9/none' }, /^KEYS_DATABASE_URL is missing/],
    [
      'databases that do not answer',
      { DATABASE_URL: 'postgres://127.0.0.1:9/none', KEYS_DATABASE_URL: 'postgres://127.0.0.1:9/none' },
      /^PostgreSQL does not answer, or not as it should \(ECONNREFUSED\)/,
    ],
  ])('ends with 1 and a sentence for %s', async (_, urls, sentence) => {
    const dataDir = copyDatabase(day);
    const { code, out, err } = await run('operator/move', ['--to', 'postgres'], { DATA_DIR: dataDir, ...urls });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trim()).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
}

if (findPostgres() === null) it('PostgreSQL is left out, and says so', sayLeftOut);
else {
  describe('a move to PostgreSQL', describeMoving);
  describe('a move to PostgreSQL', describeOfBefore);
  describe('a move to PostgreSQL that is killed', describeCuts);
  describe('a move to PostgreSQL refuses', describeRefusals);
  describe('npm run move', describeCommand);
}
