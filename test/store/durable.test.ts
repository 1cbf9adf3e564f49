import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { StorageFailure } from '../../src/store/failures.js';
import type { Vault } from '../../src/store/sqlite/vault.js';
import type { OpenDatabase } from '../../src/store/sqlite/database.js';
import { openHouse, openStore } from '../../src/store/sqlite/open.js';
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Rule, Store } from '../../src/store/store.js';
import { outcome } from '../support/outgoing.js';
import {
  actorOf,
  agrees,
  anne,
  applyOne,
  bram,
  deliver,
  from,
  monday,
  nothing,
  pairUp,
  perform,
  says,
  sceneOf,
  tempDir,
  textOf,
  theCouple,
  optionsFor,
  withPerson,
} from './support.js';

/** A store with its insides in reach, and its vault replaced where a test says so. */
function opened(
  dir: string,
  vaultWith: (vault: Vault) => Partial<Vault> = () => ({}),
): { store: Store; database: OpenDatabase } {
  const { database, close } = openHouse(optionsFor(dir));
  const faulty = { ...database, vault: { ...database.vault, ...vaultWith(database.vault) } };
  const store = new SqliteStore(faulty, close);
  onTestFinished(() => store.close().catch(() => undefined));
  return { store, database };
}

const powerCut = () => {
  throw new Error('power cut');
};
const erasesActor: Rule = (scene) =>
  outcome({ ...withPerson(scene, { ...actorOf(scene), consent: null, coupleId: null }), couples: {} });
const keyCount = (dir: string) => {
  const raw = new Database(join(dir, 'keys.sqlite'), { readonly: true });
  const count = raw.prepare('select count(*) from keys').pluck().get();
  raw.close();
  return Number(count);
};

describe('durability', () => {
  it('waits for the disk at every commit, and leaves nothing of what is deleted', () => {
    const { database } = opened(tempDir());
    const settings = ['synchronous', 'journal_mode', 'secure_delete', 'foreign_keys', 'wal_autocheckpoint'];
    const values = settings.map((name) => database.connection.raw.pragma(name, { simple: true }));
    expect(values).toEqual([2, 'wal', 1, 1, 0]);
  });

  it('keeps its log short by itself', async () => {
    const { store, database } = opened(tempDir());
    for (let batch = 0; batch < 60; batch += 1) {
      const inbound = Array.from({ length: 20 }, (_, index) => from(String(5_000_000 + batch * 20 + index)));
      await store.apply(inbound, agrees(), monday, () => []);
    }
    const [{ log } = { log: 0 }] = database.connection.raw.pragma('wal_checkpoint(NOOP)') as { log: number }[];
    expect(log).toBeLessThan(2000);
  });

  it('has everything again after it was closed', async () => {
    const dir = tempDir();
    const first = await openStore(optionsFor(dir));
    await pairUp(first);
    await perform(first, from(anne), says({ text: 'straks' }));
    await first.close();
    const { store } = opened(dir);
    expect(theCouple(await sceneOf(store, from(bram))).members).toHaveLength(2);
    expect((await deliver(store)).map(textOf)).toEqual(['straks']);
  });

  it('takes the same number of another bot for another update', async () => {
    const dir = tempDir();
    const update = from(anne);
    const first = await openStore(optionsFor(dir));
    await perform(first, update, nothing);
    await first.close();
    const second = await openStore(optionsFor(dir, { botId: '654321' }));
    onTestFinished(() => second.close());
    expect((await applyOne(second, update, nothing)).result).toBe('applied');
  });

  it('rejects a batch, and applies nothing of it, when the disk is full', async () => {
    const { store, database } = opened(tempDir());
    await pairUp(store);
    const { raw } = database.connection;
    raw.pragma(`max_page_count = ${Number(raw.pragma('page_count', { simple: true })) + 4}`);
    const updates = Array.from({ length: 200 }, () => from(anne));
    const rejected: unknown = await store
      .apply(updates, says({ text: 'x'.repeat(3000) }), monday, () => [])
      .catch((error: unknown) => error);
    expect(rejected).toBeInstanceOf(StorageFailure);
    expect(rejected).toMatchObject({ code: 'SQLITE_FULL', message: 'storage failed: SQLITE_FULL' });
    expect(await deliver(store)).toEqual([]);
    raw.pragma('max_page_count = 1000000');
    const applied = await store.apply(updates, says({ text: 'x' }), monday, () => []);
    expect(applied.every(({ result }) => result === 'applied')).toBe(true);
  });

  it('rejects when the file has become read-only', async () => {
    const { store, database } = opened(tempDir());
    await pairUp(store);
    database.connection.raw.pragma('query_only = ON');
    await expect(applyOne(store, from(anne), says({}))).rejects.toBeInstanceOf(StorageFailure);
  });
});

describe('keys', () => {
  it('are written before what they protect', async () => {
    const dir = tempDir();
    let writes = 0;
    const failsFirst = (vault: Vault) => ({
      write: () => {
        writes += 1;
        if (writes === 1) powerCut();
        vault.write();
      },
    });
    const { store } = opened(dir, failsFirst);
    await expect(applyOne(store, from(anne), agrees(9))).rejects.toThrow('power cut');
    expect((await sceneOf(store, from(anne))).about).toBeNull();
    expect(keyCount(dir)).toBe(0);
  });

  it('are not drawn for what was rolled back', async () => {
    const dir = tempDir();
    const { store } = opened(dir);
    const toNobody = says({ to: 999 });
    await applyOne(store, from(anne), (scene, inbound, now) => ({
      ...agrees(9)(scene, inbound, now),
      outgoing: toNobody(scene, inbound, now).outgoing,
    }));
    expect(keyCount(dir)).toBe(0);
    await perform(store, from(bram), agrees(9));
    expect(keyCount(dir)).toBe(2);
  });

  it('are destroyed with whom they protected', async () => {
    const dir = tempDir();
    const { store } = opened(dir);
    await perform(store, from(anne), agrees(9));
    expect(keyCount(dir)).toBe(2);
    await perform(store, from(anne), erasesActor);
    // The couple's key and the old one of this person are gone; a new one protects what is left: a language.
    expect(keyCount(dir)).toBe(1);
  });

  it('are destroyed at the next start when a crash came between', async () => {
    const dir = tempDir();
    const { store } = opened(dir, () => ({ erase: powerCut }));
    await perform(store, from(anne), agrees(9));
    await expect(applyOne(store, from(anne), erasesActor)).rejects.toThrow('power cut');
    expect(keyCount(dir)).toBe(3);
    await store.close();
    opened(dir);
    expect(keyCount(dir)).toBe(1);
  });

  it('make a copy of the database unreadable once they are destroyed', async () => {
    const dir = tempDir();
    const backup = tempDir();
    const first = await openStore(optionsFor(dir));
    await perform(first, from(anne), agrees(9));
    await perform(first, from(bram), agrees());
    await first.close();
    cpSync(dir, backup, { recursive: true });
    const second = await openStore(optionsFor(dir));
    await perform(second, from(anne), erasesActor);
    await second.close();
    cpSync(join(dir, 'keys.sqlite'), join(backup, 'keys.sqlite'));

    await expect(openStore(optionsFor(backup))).rejects.toThrow(/lacks the keys of 2 of the people and couples/);
    const { database, close } = openHouse(optionsFor(backup), 'restore');
    const restored = new SqliteStore(database, close);
    onTestFinished(() => restored.close());
    const applied = await applyOne(restored, from(anne), nothing);
    expect(applied).toMatchObject({ result: 'failed', error: { name: 'BrokenDocument', message: 'a key is gone' } });
    expect(actorOf(await sceneOf(restored, from(bram))).name).toBe('Anne');
  });

  it('empty both logs once they are destroyed', async () => {
    const { store, database } = opened(tempDir());
    await perform(store, from(anne), agrees(9));
    await perform(store, from(anne), erasesActor);
    expect(database.connection.raw.pragma('wal_checkpoint(NOOP)')).toEqual([{ busy: 0, log: 0, checkpointed: 0 }]);
  });
});
