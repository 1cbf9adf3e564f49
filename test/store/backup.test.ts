import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { follow } from '../../src/app/handle.js';
import { createRenderer } from '../../src/app/render.js';
import type { ButtonName } from '../../src/core/buttons.js';
import type { Command } from '../../src/core/command.js';
import { consentVersion } from '../../src/core/pairing/consent.js';
import type { Heard } from '../../src/core/listening/scene.js';
import type { Scene } from '../../src/core/scene.js';
import type { PersonId } from '../../src/core/ids.js';
import { refuseBackupPlace } from '../../src/store/backup-place.js';
import { backUp } from '../../src/store/sqlite/backup.js';
import { openHouse, openStore } from '../../src/store/sqlite/open.js';
import { restore } from '../../src/store/sqlite/restore.js';
import { rewrapKeys } from '../../src/store/sqlite/rewrap.js';
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { Rule, Store } from '../../src/store/store.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { outcome } from '../support/outgoing.js';
import {
  actorOf,
  agrees,
  anne,
  bram,
  dayMs,
  deliver,
  from,
  message,
  monday,
  optionsFor,
  pairUp,
  perform,
  refusalOf,
  sceneOf,
  tempDir,
  textOf,
  theCouple,
  withCouple,
  withPerson,
} from './support.js';

const carol = '700000003';
const masterKey = Buffer.alloc(32, 1);

async function open(dir: string): Promise<Store> {
  const store = await openStore(optionsFor(dir));
  onTestFinished(() => store.close().catch(() => undefined));
  return store;
}

const copy = (dataDir: string, to: string) => backUp({ dataDir, to, onProgress: () => undefined });
const back = (from: string, dataDir: string, isForced = false) =>
  restore({ from, dataDir, masterKey, isForced, now: monday + dayMs });

/** The couple is gone and whoever acts is a stranger again, as after /wis. */
const erases: Rule = (scene) => {
  const people = Object.fromEntries(
    Object.entries(scene.people).map(([id, person]) => [id, { ...person, coupleId: null }]),
  );
  const gone = { ...scene, people, couples: {} };
  return outcome(withPerson(gone, { ...actorOf(gone), consent: null, name: '' }));
};

/** The bot's own rules. */
const { scenarios, protocols, paths } = loadScenarios({ shipped: shippedDirectory });
const about = { operator: '', operatorContact: null, policyUrl: null, botUsername: 'B', scenarios, protocols, paths };
const renderer = createRenderer({ nl, en }, about);
const moment = {
  now: monday,
  chance: new Uint8Array(32),
  tellsNews: true,
  spreadMs: 0,
  doubtedUntil: null,
  waiting: null,
};
const rules: Rule = (scene, one) =>
  follow(scene, one, { ...moment, scenarios, protocols, paths, openTo: 'everyone' }, renderer);

const tapOn = (button: { name: ButtonName; slot: string; arg: string }): Command => ({
  type: 'press',
  sender: { name: 'Anne' },
  button: { step: 0, ...button },
  code: null,
});

/** To the terms as they are now. */
const agreeing = (scene: Scene): Scene =>
  withPerson(scene, { ...actorOf(scene), consent: { version: consentVersion, at: monday } });

const heardOf = (by: PersonId, text: string): Heard => ({
  id: 'l1',
  protocol: 'spiegelen',
  endedAt: monday,
  until: monday + dayMs,
  said: [{ by, step: 'vertellen', option: null, pieces: [{ kind: 'text', at: null, messageId: 1, text }], picks: [] }],
  thanked: [],
  tension: {},
  plans: [],
});

describe('a backup', () => {
  it('is made while the bot writes, again in the same place, and fits together each time', async () => {
    const [dir, to] = [tempDir(), join(tempDir(), 'kopie')];
    const store = await open(dir);
    await pairUp(store);
    for (let round = 0; round < 2; round += 1) {
      const state = { isDone: false };
      const copying = copy(dir, to).finally(() => (state.isDone = true));
      for (let index = 0; !state.isDone && index < 1000; index += 1) {
        await perform(store, from(String(800_000_000 + round * 1000 + index)), agrees());
        await new Promise(setImmediate);
      }
      await copying;
      expect(readdirSync(to).sort()).toEqual(['keys.sqlite', 'samenspraak.sqlite']);
      for (const file of readdirSync(to)) expect(statSync(join(to, file)).mode & 0o777).toBe(0o600);
      const into = tempDir();
      expect(back(to, into)).toMatchObject({ was: 'restored', erasedPeople: 0, couples: 1 });
      const restored = await open(into);
      expect(theCouple(await sceneOf(restored, from(bram))).members).toHaveLength(2);
      await restored.close();
    }
  });

  it('keeps nobody waiting: an erasure meanwhile is done at once, and empties the logs when the copy is ready', async () => {
    const dir = tempDir();
    const { database, keys, close } = openHouse(optionsFor(dir));
    const store = new SqliteStore(database, close);
    onTestFinished(() => store.close());
    await pairUp(store);
    const reader = new Database(join(dir, 'keys.sqlite'), { readonly: true });
    reader.exec('begin');
    reader.prepare('select * from keys').all();
    const startedAt = performance.now();
    await perform(store, from(anne), erases);
    expect(performance.now() - startedAt).toBeLessThan(1000);
    reader.close();
    await store.tidy(monday);
    for (const { raw } of [database.connection, keys]) expect(statSync(`${raw.name}-wal`).size).toBe(0);
  });

  it('is not made within the data, with the key, in the place of another, or of nothing', async () => {
    const root = tempDir();
    const source = { dataDir: join(root, 'data'), keyFile: join(root, 'k', 'samenspraak.key'), keyFromEnv: null };
    mkdirSync(source.dataDir);
    mkdirSync(join(root, 'k'));
    const key = masterKey.toString('base64');
    writeFileSync(source.keyFile, `${key}\n`, { mode: 0o600 });
    const place = (to: string) => {
      refuseBackupPlace(to, source);
      return 'fine';
    };
    symlinkSync(source.dataDir, join(root, 'elders'));
    expect(refusalOf(() => place(join(source.dataDir, 'a', 'b')))).toMatch(/lies in DATA_DIR/);
    expect(refusalOf(() => place(join(root, 'elders', 'kopie')))).toMatch(/lies in DATA_DIR/);
    expect(refusalOf(() => place(join(root, 'k')))).toMatch(/holds the master key/);
    mkdirSync(join(root, 'kopie'));
    expect(place(join(root, 'kopie'))).toBe('fine');
    writeFileSync(join(root, 'kopie', 'env'), `SAMENSPRAAK_KEY=${key}`);
    expect(refusalOf(() => place(join(root, 'kopie')))).toMatch(/holds the master key/);

    await expect(copy(source.dataDir, join(root, 'leeg'))).rejects.toThrow(/no data/);
    const [one, other] = [tempDir(), tempDir()];
    await (await open(one)).close();
    await (await open(other)).close();
    await copy(one, join(root, 'een'));
    const before = readFileSync(join(root, 'een', 'keys.sqlite'));
    await expect(copy(other, join(root, 'een'))).rejects.toThrow(/a copy of other data/);
    expect(readFileSync(join(root, 'een', 'keys.sqlite')).equals(before)).toBe(true);
    expect(readdirSync(join(root, 'een')).sort()).toEqual(['keys.sqlite', 'samenspraak.sqlite']);
  });
});

describe('a restore', () => {
  it('brings back nobody who was erased since, by the keys that are there, and drops what the clock had in store', async () => {
    const [dir, to] = [tempDir(), tempDir()];
    const store = await open(dir);
    await pairUp(store);
    await perform(store, from(carol), agrees(12));
    await perform(store, from(carol), (scene) =>
      outcome(scene, {
        outgoing: [
          message(actorOf(scene).id, { text: 'antwoord' }),
          message(actorOf(scene).id, { text: 'vraag', lane: 'scheduled' }),
          message(actorOf(scene).id, { text: 'straks', lane: 'scheduled', notBefore: monday + 1 }),
        ],
      }),
    );
    await store.markAlive(monday);
    await copy(dir, to);
    await perform(store, from(anne), erases);
    await store.close();
    expect(refusalOf(() => back(to, dir))).toMatch(/There is data in .* already/);
    const restored = back(to, dir, true);
    expect(restored).toMatchObject({
      was: 'restored',
      asOf: monday,
      people: 2,
      couples: 0,
      erasedPeople: 1,
      dropped: 2,
      hasAskedLiveKeys: true,
    });
    expect(readdirSync(restored.movedTo ?? '').sort()).toEqual(['keys.sqlite', 'samenspraak.sqlite']);
    const again = await open(dir);
    expect(actorOf(await sceneOf(again, from(anne))).consent).toBeNull();
    const alone = await sceneOf(again, from(bram));
    expect(actorOf(alone)).toMatchObject({ name: 'Anne', coupleId: null });
    expect((await deliver(again, monday + dayMs)).map(textOf)).toEqual(['antwoord']);
    expect(await again.counts()).toEqual({ couples: 0, unsent: 0 });
    expect(idsIn(dir)).toEqual(new Set(keysUsed(dir)));
  });

  it('brings back nobody who was erased before the keys were copied, also from an older database', async () => {
    const [dir, to] = [tempDir(), tempDir()];
    const store = await open(dir);
    await pairUp(store);
    await copy(dir, to);
    const older = readFileSync(join(to, 'samenspraak.sqlite'));
    await perform(store, from(anne), erases);
    await copy(dir, to);
    writeFileSync(join(to, 'samenspraak.sqlite'), older);
    const into = tempDir();
    expect(back(to, into)).toMatchObject({ erasedPeople: 1, couples: 0, hasAskedLiveKeys: false, movedTo: null });
  });

  it.each([
    ['answers erased', { name: 'eraseNow', slot: '', arg: 'answers' }],
    ['a listening round erased', { name: 'listenKeep', slot: 'l1', arg: 'now' }],
  ] as const)('opens nothing of what two people share from before they had %s', async (_, button) => {
    const [dir, to] = [tempDir(), tempDir()];
    const store = await open(dir);
    const { anneId, bramId } = await pairUp(store);
    const said = { heard: heardOf(anneId, 'onder vier ogen') };
    await perform(store, from(anne), (scene) => outcome(agreeing(withCouple(scene, { ...theCouple(scene), ...said }))));
    await copy(dir, to);
    const older = readFileSync(join(to, 'samenspraak.sqlite'));
    const olderKey = read(join(to, 'samenspraak.sqlite'), 'select key_id from couples');
    await perform(store, from(anne, { command: tapOn(button), callbackQueryId: 'tap' }), rules);
    const left = theCouple(await sceneOf(store, from(bram)));
    expect(left.members).toEqual([anneId, bramId]);
    expect(JSON.stringify(left)).not.toContain('onder vier ogen');
    await copy(dir, to);
    expect(olderKey).toHaveLength(1);
    expect(idsIn(to)).not.toContain(olderKey[0]);
    expect(idsIn(to)).toEqual(new Set(keysUsed(to)));
    writeFileSync(join(to, 'samenspraak.sqlite'), older);
    const into = tempDir();
    expect(back(to, into)).toMatchObject({ couples: 0 });
    await store.close();
    const again = await open(dir);
    expect(theCouple(await sceneOf(again, from(bram))).members).toEqual([anneId, bramId]);
  });

  it('asks the keys that are there although their master key is another one by now, and those of other data never', async () => {
    const [dir, other, to] = [tempDir(), tempDir(), tempDir()];
    const store = await open(dir);
    await pairUp(store);
    await copy(dir, to);
    await perform(store, from(anne), erases);
    await store.close();
    rewrapKeys(dir, masterKey, Buffer.alloc(32, 7));
    expect(back(to, dir, true)).toMatchObject({ erasedPeople: 1, hasAskedLiveKeys: true });
    const stranger = await open(other);
    for (let index = 0; index < 9; index += 1) await perform(stranger, from(String(810_000_000 + index)), erases);
    await stranger.close();
    expect(back(to, other, true)).toMatchObject({ people: 2, erasedPeople: 0, hasAskedLiveKeys: false });
  });

  it('never gives out the number of a key twice', async () => {
    const [dir, to] = [tempDir(), tempDir()];
    const store = await open(dir);
    await pairUp(store);
    await copy(dir, to);
    await perform(store, from(carol), agrees());
    await store.close();
    const last = Math.max(...idsIn(dir));
    back(to, dir, true);
    const again = await open(dir);
    await perform(again, from('700000009'), agrees());
    await again.close();
    expect(Math.max(...idsIn(dir))).toBeGreaterThan(last);
  });

  it('refuses what it should not put in place, and changes nothing', async () => {
    const [dir, to] = [tempDir(), tempDir()];
    const store = await open(dir);
    await pairUp(store);
    await copy(dir, to);
    await store.close();
    const before = readdirSync(dir).sort();
    const other = Buffer.alloc(32, 2);
    expect(refusalOf(() => restore({ from: to, dataDir: dir, masterKey: other, isForced: true, now: 0 }))).toMatch(
      /not the one/,
    );
    expect(refusalOf(() => back(tempDir(), dir, true))).toMatch(/holds no backup/);
    const spoil = (file: string, work: (path: string) => void) => {
      const bad = tempDir();
      cpSync(to, bad, { recursive: true });
      work(join(bad, file));
      return refusalOf(() => back(bad, dir, true));
    };
    const sql = (text: string) => (path: string) => {
      const raw = new Database(path);
      raw.exec(text);
      raw.close();
    };
    expect(
      spoil('samenspraak.sqlite', sql(`insert into __drizzle_migrations (hash, created_at) values ('morgen', 9e12)`)),
    ).toMatch(/newer version/);
    expect(spoil('samenspraak.sqlite', sql(`update canaries set value = x'00'`))).toMatch(/does not belong/);
    const damage = spoil('samenspraak.sqlite', (path) => {
      const bytes = readFileSync(path);
      bytes.fill(0x55, bytes.length - 6000, bytes.length - 100);
      writeFileSync(path, bytes);
    });
    expect(damage).toMatch(/damaged|cannot be read/);
    expect(readdirSync(dir).sort()).toEqual(before);
    const again = await open(dir);
    expect(actorOf(await sceneOf(again, from(anne))).name).toBe('Anne');
  });

  it('cut off while it puts the files in place keeps the bot from starting, and is finished when run again', async () => {
    const [dir, to] = [tempDir(), tempDir()];
    const store = await open(dir);
    await pairUp(store);
    await copy(dir, to);
    await store.close();
    const arriving = join(dir, 'restored');
    for (const done of [[], ['keys.sqlite']]) {
      mkdirSync(arriving);
      for (const file of ['keys.sqlite', 'samenspraak.sqlite']) {
        const to_ = done.includes(file) ? dir : arriving;
        cpSync(join(to, file), join(to_, file));
      }
      if (done.length > 0) rmSync(join(dir, 'samenspraak.sqlite'));
      await expect(openStore(optionsFor(dir))).rejects.toThrow(/run npm run restore again/);
      expect(back(to, dir)).toMatchObject({ was: 'finished' });
      expect(existsSync(arriving)).toBe(false);
      const again = await open(dir);
      expect(actorOf(await sceneOf(again, from(anne))).name).toBe('Anne');
      await again.close();
    }
  });
});

function read(path: string, sql: string): readonly number[] {
  const raw = new Database(path, { readonly: true });
  try {
    return raw.prepare<[], number>(sql).pluck().all();
  } finally {
    raw.close();
  }
}

const idsIn = (dir: string) => new Set(read(join(dir, 'keys.sqlite'), 'select id from keys'));
const keysUsed = (dir: string) =>
  read(join(dir, 'samenspraak.sqlite'), 'select key_id from people union select key_id from couples');
