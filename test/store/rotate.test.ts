import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readMasterKey } from '../../src/store/master-key.js';
import { checkKey, newKeyFileOf, rotateKey } from '../../src/store/rotate.js';
import { keysFile } from '../../src/store/sqlite/files.js';
import { keysInFiles } from '../../src/store/sqlite/key-ring.js';
import { openStore } from '../../src/store/sqlite/open.js';
import { compiled } from '../support/compiled.js';
import { actorOf, anne, from, optionsFor, pairUp, refusalOf, sceneOf, tempDir } from './support.js';

/** Data of Anne and Bram, with its key in a file. */
async function filled() {
  const root = tempDir();
  const source = { keyFile: join(root, 'samenspraak.key'), dataDir: join(root, 'data'), keyFromEnv: null };
  mkdirSync(source.dataDir);
  const store = await openStore(optionsFor(source.dataDir, { masterKey: readMasterKey(source) }));
  await pairUp(store);
  await store.close();
  return { ...source, ring: keysInFiles(source.dataDir), newKeyFromEnv: null };
}

const refused = (work: Promise<unknown>) =>
  work.then(
    () => Promise.reject(new Error('it was not refused')),
    (error: unknown) =>
      refusalOf(() => {
        throw error;
      }),
  );

type Source = Awaited<ReturnType<typeof filled>>;

const textOf = (file: string) => readFileSync(file, 'utf8').trim();

async function nameInside(source: Source): Promise<string> {
  const store = await openStore(optionsFor(source.dataDir, { masterKey: readMasterKey(source) }));
  const { name } = actorOf(await sceneOf(store, from(anne)));
  await store.close();
  return name;
}

/** Rotates in a process of its own, which is killed right after a step. */
async function rotateAndKill(source: Source, lastStep: string): Promise<void> {
  const script = `
    import { rotateKey } from ${JSON.stringify(compiled('store/rotate'))};
    import { keysInFiles } from ${JSON.stringify(compiled('store/sqlite/key-ring'))};
    const [source, lastStep] = JSON.parse(process.argv[1]);
    await rotateKey({ ...source, ring: keysInFiles(source.dataDir), onStep: (step) => step === lastStep && process.kill(process.pid, 'SIGKILL') });`;
  const args = ['--input-type=module', '--eval', script, JSON.stringify([source, lastStep])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

describe('keys -- rotate', () => {
  it('puts another key in the file, for its owner alone, and everything opens with it and no longer with the old one', async () => {
    const source = await filled();
    const oldKey = readMasterKey(source);
    const wrappedBefore = readFileSync(join(source.dataDir, keysFile));
    const said = (await rotateKey(source)).join('\n');
    expect(said).toMatch(/holds a new key, and all \d+ keys are wrapped/);
    expect(said).not.toContain(oldKey.toString('base64'));
    expect(said).not.toContain(textOf(source.keyFile));
    expect(readMasterKey(source).equals(oldKey)).toBe(false);
    expect(statSync(source.keyFile).mode & 0o777).toBe(0o600);
    expect(existsSync(newKeyFileOf(source.keyFile))).toBe(false);
    expect(await nameInside(source)).toBe('Anne');
    await expect(openStore(optionsFor(source.dataDir, { masterKey: oldKey }))).rejects.toThrow(/not the one/);
    expect(readFileSync(join(source.dataDir, keysFile)).equals(wrappedBefore)).toBe(false);
  });

  it('killed once the new key is written, leaves the old one good, and begins anew when run again', async () => {
    const source = await filled();
    const before = textOf(source.keyFile);
    await rotateAndKill(source, 'new-key-written');
    expect(textOf(source.keyFile)).toBe(before);
    const abandoned = textOf(newKeyFileOf(source.keyFile));
    expect(await nameInside(source)).toBe('Anne');
    expect((await rotateKey(source))[0]).toMatch(/ended before it changed anything/);
    expect([before, abandoned]).not.toContain(textOf(source.keyFile));
    expect(await nameInside(source)).toBe('Anne');
  });

  it('killed once the keys are wrapped, opens with the new file, says so, and is finished when run again', async () => {
    const source = await filled();
    await rotateAndKill(source, 'keys-rewrapped');
    const made = textOf(newKeyFileOf(source.keyFile));
    expect(await nameInside({ ...source, keyFile: newKeyFileOf(source.keyFile) })).toBe('Anne');
    await expect(nameInside(source)).rejects.toThrow(/keys -- check/);
    expect(await refused(checkKey(source, source.ring))).toMatch(/rotate finishes the rotation/);
    expect((await rotateKey(source))[0]).toMatch(/it is finished now/);
    expect(textOf(source.keyFile)).toBe(made);
    expect(await nameInside(source)).toBe('Anne');
  });

  it('refuses while the bot runs, and where the key is another one, changing nothing', async () => {
    const source = await filled();
    const store = await openStore(optionsFor(source.dataDir, { masterKey: readMasterKey(source) }));
    expect(await refused(rotateKey(source))).toMatch(/The bot is running/);
    await store.close();
    const other = { ...source, keyFile: `${source.keyFile}.other` };
    writeFileSync(other.keyFile, Buffer.alloc(32, 3).toString('base64'), { mode: 0o600 });
    chmodSync(other.keyFile, 0o600);
    expect(await refused(rotateKey(other))).toMatch(/nothing was changed/);
    expect(await nameInside(source)).toBe('Anne');
  });

  it('with the key in the environment says what to do, does it with a new key beside it, and prints neither', async () => {
    const file = await filled();
    const oldText = textOf(file.keyFile);
    const newText = Buffer.alloc(32, 8).toString('base64');
    const source = { ...file, keyFromEnv: oldText };
    const told = await refused(rotateKey(source));
    expect(told).toContain('openssl rand -base64 32');
    const said = (await rotateKey({ ...source, newKeyFromEnv: newText })).join('\n');
    expect(said).toContain('SAMENSPRAAK_NEW_KEY');
    for (const key of [oldText, newText]) expect(told + said).not.toContain(key);
    expect((await rotateKey({ ...source, newKeyFromEnv: newText }))[0]).toMatch(/already/);
    expect(await checkKey({ ...source, keyFromEnv: newText }, source.ring)).toMatch(/The key fits/);
    expect(await refused(checkKey(source, source.ring))).toMatch(/it is another key/);
    expect(textOf(file.keyFile)).toBe(oldText);
  });
});

describe('keys -- check', () => {
  it('says that the key fits, in use or not, and leaves no trace', async () => {
    const source = await filled();
    expect(await checkKey(source, source.ring)).toMatch(/opens all 3 keys/);
    expect(existsSync(join(source.dataDir, 'keys.sqlite-shm'))).toBe(false);
    const store = await openStore(optionsFor(source.dataDir, { masterKey: readMasterKey(source) }));
    onTestFinished(() => store.close());
    expect(await checkKey(source, source.ring)).toMatch(/opens all 3 keys/);
    expect(await refused(checkKey({ ...source, keyFile: '/nowhere/at-all.key' }, source.ring))).toMatch(
      /There is no key at/,
    );
  });
});
