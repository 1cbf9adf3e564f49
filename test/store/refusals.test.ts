import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { documentVersions, versionMark } from '../../src/store/documents.js';
import { StoreRefusal } from '../../src/store/failures.js';
import { readMasterKey } from '../../src/store/master-key.js';
import { openStore } from '../../src/store/sqlite/open.js';
import type { Rule } from '../../src/store/store.js';
import { restore } from '../../src/store/sqlite/restore.js';
import { outcome } from '../support/outgoing.js';
import { actorOf, agrees, anne, from, monday, optionsFor, pairUp, perform, sceneOf, tempDir } from './support.js';

/** Somebody has their words erased by hand, so that the key changes. */
const forgets: Rule = (scene) => {
  const { id } = actorOf(scene);
  return outcome(scene, { rekeyed: [{ people: [id], couples: [] }] });
};

/** What lies in a directory, except what SQLite keeps there as scratch. */
function printOf(dir: string): readonly string[] {
  return readdirSync(dir)
    .filter((file) => !file.endsWith('-shm'))
    .sort()
    .map(
      (file) =>
        `${file} ${createHash('sha256')
          .update(readFileSync(join(dir, file)))
          .digest('hex')}`,
    );
}

async function filled(): Promise<string> {
  const dir = tempDir();
  const store = await openStore(optionsFor(dir));
  await pairUp(store);
  await store.close();
  return dir;
}

/** The files as a crash leaves them: with a log that was not yet copied into the database. */
async function crashed(): Promise<string> {
  const dir = tempDir();
  const copy = tempDir();
  const store = await openStore(optionsFor(dir));
  await pairUp(store);
  cpSync(dir, copy, { recursive: true });
  await store.close();
  return copy;
}

async function refusalOf(dir: string, masterKey = Buffer.alloc(32, 1)): Promise<string> {
  const error: unknown = await openStore(optionsFor(dir, { masterKey })).catch((reason: unknown) => reason);
  if (!(error instanceof StoreRefusal)) throw new Error('the store was not refused');
  return error.message;
}

describe('opening the store', () => {
  it('refuses another master key, touching nothing', async () => {
    const dir = await filled();
    const before = printOf(dir);
    expect(await refusalOf(dir, Buffer.alloc(32, 2))).toMatch(/master key is not the one/);
    expect(printOf(dir)).toEqual(before);
    expect(existsSync(join(dir, 'keys.sqlite-shm'))).toBe(false);
  });

  it('refuses another master key after a crash, touching nothing', async () => {
    const dir = await crashed();
    const before = printOf(dir);
    expect(before.some((file) => file.includes('-wal'))).toBe(true);
    expect(await refusalOf(dir, Buffer.alloc(32, 2))).toMatch(/master key is not the one/);
    expect(printOf(dir)).toEqual(before);
  });

  it('opens after a crash, with all that was confirmed', async () => {
    const dir = await crashed();
    const store = await openStore(optionsFor(dir));
    onTestFinished(() => store.close());
    expect(await store.counts()).toMatchObject({ couples: 1 });
  });

  it('refuses a database of a newer version, touching nothing', async () => {
    for (const file of ['samenspraak.sqlite', 'keys.sqlite']) {
      const dir = await filled();
      const raw = new Database(join(dir, file));
      raw.exec(`insert into __drizzle_migrations (hash, created_at) values ('of-tomorrow', 9999999999999)`);
      raw.close();
      const before = printOf(dir);
      expect(await refusalOf(dir)).toMatch(/newer version/);
      expect(printOf(dir)).toEqual(before);
    }
  });

  it('refuses a database with documents of a newer version, touching nothing', async () => {
    for (const name of Object.keys(documentVersions)) {
      const dir = await filled();
      const raw = new Database(join(dir, 'samenspraak.sqlite'));
      const raised = raw.prepare('update marks set value = value + 1 where name = ?').run(versionMark(name));
      raw.close();
      expect(raised.changes).toBe(1);
      const before = printOf(dir);
      expect(await refusalOf(dir)).toMatch(/newer version/);
      expect(printOf(dir)).toEqual(before);
    }
  });

  it('refuses a database without its keys, touching nothing', async () => {
    const dir = await filled();
    rmSync(join(dir, 'keys.sqlite'));
    const before = printOf(dir);
    expect(await refusalOf(dir)).toMatch(/keys\.sqlite is missing/);
    expect(printOf(dir)).toEqual(before);
  });

  it('refuses keys older than the data, whoever came or was erased since', async () => {
    for (const happens of [agrees(), forgets]) {
      const dir = await filled();
      cpSync(join(dir, 'keys.sqlite'), join(dir, 'older'));
      const store = await openStore(optionsFor(dir));
      await perform(store, from(happens === forgets ? anne : '700000099'), happens);
      await store.close();
      cpSync(join(dir, 'older'), join(dir, 'keys.sqlite'));
      expect(await refusalOf(dir)).toMatch(/one of the two is an older copy/);
    }
  });

  it('refuses data older than its keys', async () => {
    const dir = await filled();
    cpSync(join(dir, 'samenspraak.sqlite'), join(dir, 'older'));
    await (await openStore(optionsFor(dir))).close();
    cpSync(join(dir, 'older'), join(dir, 'samenspraak.sqlite'));
    expect(await refusalOf(dir)).toMatch(/are of different days: one of the two is an older copy/);
  });

  it('refuses rows without a key, touching nothing', async () => {
    const dir = await filled();
    const raw = new Database(join(dir, 'keys.sqlite'));
    raw.exec('delete from keys where id = 2');
    raw.close();
    const before = printOf(dir);
    expect(await refusalOf(dir)).toMatch(/lacks the keys of 1 of the people and couples/);
    expect(printOf(dir)).toEqual(before);
  });

  it('refuses keys without the data they belong to', async () => {
    const dir = await filled();
    rmSync(join(dir, 'samenspraak.sqlite'));
    expect(await refusalOf(dir)).toMatch(/holds keys, but there is nothing/);
  });

  it.each(['together', 'samenspraak.sqlite', 'keys.sqlite'])(
    'refuses what was copied in use without its log, touching nothing: %s',
    async (which) => {
      const dir = await crashed();
      for (const file of ['samenspraak.sqlite', 'keys.sqlite']) {
        if (which === 'together' || which === file) rmSync(join(dir, `${file}-wal`));
      }
      const before = printOf(dir);
      expect(await refusalOf(dir)).toMatch(/without its samenspraak.sqlite-wal|lacks the keys of 3/);
      expect(printOf(dir)).toEqual(before);
    },
  );

  it('takes such a copy as it is by a restore', async () => {
    const dir = await crashed();
    const to = join(tempDir(), 'data');
    for (const file of ['samenspraak.sqlite', 'keys.sqlite']) rmSync(join(dir, `${file}-wal`));
    restore({ from: dir, dataDir: to, masterKey: Buffer.alloc(32, 1), isForced: false, now: monday });
    await (await openStore(optionsFor(to))).close();
  });

  it('opens a copy of files that were in use with their logs, and of files that were closed', async () => {
    for (const dir of [await crashed(), await filled()]) {
      const copy = tempDir();
      cpSync(dir, copy, { recursive: true });
      await (await openStore(optionsFor(copy))).close();
      await (await openStore(optionsFor(copy))).close();
    }
  });

  it('opens after a power cut while it noted that it was opened', async () => {
    const dir = await filled();
    const keys = new Database(join(dir, 'keys.sqlite'));
    const { value } = keys.prepare(`select value from marks where name = 'generation'`).get() as { value: number };
    keys.prepare(`insert into marks (name, value) values ('next-generation', ?)`).run(value + 1);
    keys.close();
    const main = new Database(join(dir, 'samenspraak.sqlite'));
    main.prepare(`update marks set value = ? where name = 'generation'`).run(value + 1);
    main.close();
    await (await openStore(optionsFor(dir))).close();
  });

  it('never gives out the number of a key twice', async () => {
    const dir = await filled();
    const keys = new Database(join(dir, 'keys.sqlite'));
    keys.exec(`delete from sqlite_sequence where name = 'keys'`);
    keys.close();
    const store = await openStore(optionsFor(dir));
    onTestFinished(() => store.close());
    await perform(store, from('700000099'), agrees());
    expect(actorOf(await sceneOf(store, from('700000099'))).name).toBe('Anne');
  });

  it('refuses keys that belong to another database', async () => {
    const [one, other] = [await filled(), await filled()];
    cpSync(join(other, 'keys.sqlite'), join(one, 'keys.sqlite'));
    expect(await refusalOf(one)).toMatch(/does not belong/);
  });

  it('refuses a file that is no database', async () => {
    const dir = await filled();
    writeFileSync(join(dir, 'samenspraak.sqlite'), 'geen database '.repeat(1000));
    expect(await refusalOf(dir)).toMatch(/cannot be read as a database/);
  });

  it('refuses data that another process is using, until that process is gone', async () => {
    const dir = await filled();
    const holder = `
      import Database from 'better-sqlite3';
      globalThis.lock = new Database(process.argv[1]);
      globalThis.lock.exec('begin exclusive');
      console.log('held');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', holder, join(dir, 'lock')]);
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    await once(child.stdout, 'data');
    expect(await refusalOf(dir)).toMatch(/Another process is using/);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await (await openStore(optionsFor(dir))).close();
  });

  it('refuses a second store on the same data in one process', async () => {
    const dir = tempDir();
    const store = await openStore(optionsFor(dir));
    expect(await refusalOf(dir)).toMatch(/Another process is using/);
    await perform(store, from(anne), agrees());
    await store.close();
    await (await openStore(optionsFor(dir))).close();
  });

  it('makes files that only their owner can read', async () => {
    const dir = join(tempDir(), 'data');
    const store = await openStore(optionsFor(dir));
    onTestFinished(() => store.close());
    await pairUp(store);
    const modeOf = (path: string) => statSync(path).mode & 0o777;
    expect(modeOf(dir)).toBe(0o700);
    expect(readdirSync(dir)).toContain('lock');
    for (const file of readdirSync(dir)) expect([file, modeOf(join(dir, file))]).toEqual([file, 0o600]);
  });
});

describe('the master key', () => {
  const source = (dir: string, more: { readonly keyFromEnv?: string } = {}) => ({
    keyFile: join(dir, 'samenspraak.key'),
    keyFromEnv: null,
    dataDir: join(dir, 'data'),
    ...more,
  });

  it('is made once, for its owner alone, and read again', () => {
    const dir = tempDir();
    const key = readMasterKey(source(dir));
    expect(key).toHaveLength(32);
    expect(statSync(join(dir, 'samenspraak.key')).mode & 0o777).toBe(0o600);
    expect(readMasterKey(source(dir)).equals(key)).toBe(true);
  });

  it('is not made where there is data already', async () => {
    const dir = tempDir();
    await (await openStore(optionsFor(join(dir, 'data')))).close();
    expect(() => readMasterKey(source(dir))).toThrow(/its key is not at/);
    expect(existsSync(join(dir, 'samenspraak.key'))).toBe(false);
  });

  it('comes from the environment when it is there', () => {
    const key = Buffer.alloc(32, 9);
    const dir = tempDir();
    expect(readMasterKey(source(dir, { keyFromEnv: key.toString('base64') })).equals(key)).toBe(true);
    expect(existsSync(join(dir, 'samenspraak.key'))).toBe(false);
  });

  it('is refused when it is no key, without repeating it', () => {
    expect(() => readMasterKey(source(tempDir(), { keyFromEnv: 'hunter2' }))).toThrow(
      'SAMENSPRAAK_KEY must hold 32 random bytes in base64, and nothing else.',
    );
  });

  it('is refused when others can read its file', () => {
    const dir = tempDir();
    readMasterKey(source(dir));
    chmodSync(join(dir, 'samenspraak.key'), 0o644);
    expect(() => readMasterKey(source(dir))).toThrow(/chmod 600/);
  });

  it.each(['samenspraak.key', 'below/samenspraak.key'])('is refused when it lies in DATA_DIR, as %s', (name) => {
    const dir = tempDir();
    expect(() => readMasterKey({ ...source(dir), keyFile: join(dir, 'data', name) })).toThrow(/lies in DATA_DIR/);
    expect(existsSync(join(dir, 'data'))).toBe(false);
  });

  it('is refused when its place cannot be written', () => {
    const dir = tempDir();
    expect(() => readMasterKey({ ...source(dir), keyFile: join(dir, 'nowhere', 'key') })).toThrow(/cannot be made/);
  });
});
