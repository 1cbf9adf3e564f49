import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startEmulator, type RunningEmulator } from '../../src/emulator/server.js';
import { noteBackup } from '../../src/store/backup-note.js';
import { openStore } from '../../src/store/sqlite/open.js';
import { compiled } from '../support/compiled.js';
import { freePort } from '../support/free-port.js';
import { optionsFor, tempDir } from '../store/support.js';

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

let lastBot = 100;
const newToken = () => `${String((lastBot += 1))}:${'d'.repeat(35)}`;
const key = Buffer.alloc(32, 1).toString('base64');

/** A place with data in it, as the doctor finds it; a bot of its own, so that no other test polls it. */
async function aPlace(more: Readonly<Record<string, string>> = {}) {
  const cwd = tempDir();
  const dataDir = join(cwd, 'data');
  await (await openStore(optionsFor(dataDir))).close();
  writeFileSync(join(cwd, 'samenspraak.key'), `${key}\n`, { mode: 0o600 });
  const settings = {
    BOT_TOKEN: newToken(),
    OPERATOR_NAME: 'Sanne',
    TELEGRAM_API_ROOT: emulator.url,
    HTTP_PORT: String(await freePort()),
    ...more,
  };
  return { cwd, dataDir, settings };
}

type Place = Awaited<ReturnType<typeof aPlace>>;

async function examine(
  { cwd, settings }: Pick<Place, 'cwd'> & { readonly settings: Readonly<Record<string, string>> },
  ...args: readonly string[]
) {
  const child = spawn(process.execPath, [compiled('operator/doctor'), ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  const lines = said.trim().split('\n');
  return {
    code,
    said,
    about: (name: string) => lines.find((line) => line.slice(4).toLowerCase().startsWith(name)) ?? '',
    lines,
  };
}

function startBot({ cwd, settings }: Place) {
  const child = spawn(process.execPath, [compiled('main')], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return new Promise<void>((resolve) => {
    child.stdout.on('data', (part: Buffer) => {
      if (part.toString().includes('Stop with Ctrl-C')) resolve();
    });
  });
}

describe('npm run doctor', () => {
  it('says one line about each, prints no secret, and ends with 0 when all is well', async () => {
    const place = await aPlace();
    const { code, said, lines } = await examine(place);
    expect(lines.map((line) => line.slice(0, 13).trim().toLowerCase())).toEqual(
      ['settings', 'key', 'data', 'disk', 'clock', 'telegram', 'backup'].map((name) => `ok  ${name}`),
    );
    expect(code).toBe(0);
    for (const secret of [key, place.settings.BOT_TOKEN, 'Sanne']) expect(said).not.toContain(secret);
  });

  it('says the same in Dutch, as the machine speaks or as it is asked', async () => {
    const place = await aPlace();
    await setWebhook(place);
    const asked = await examine(place, '--language', 'nl');
    const names = ['instellingen', 'sleutel', 'gegevens', 'schijf', 'klok', 'Telegram', 'back-up'];
    expect(asked.lines.map((line) => line.slice(4, 16).trim())).toEqual(names);
    expect(asked.about('sleutel')).toBe('ok  sleutel      De sleutel past.');
    const settings = { ...place.settings, LANG: 'nl_NL.UTF-8' };
    expect((await examine({ ...place, settings })).about('sleutel')).toBe(asked.about('sleutel'));
  });

  it('leaves a bot that runs alone, and asks it how it is', async () => {
    const place = await aPlace();
    await startBot(place);
    const { code, about } = await examine(place);
    expect(about('telegram')).toMatch(/^ok .*the bot that runs here is well\.$/);
    expect(about('data')).toMatch(/^ok /);
    expect(code).toBe(0);
  });

  it('hears another copy that polls with the same token', async () => {
    const place = await aPlace();
    await startBot(await aPlace({ BOT_TOKEN: place.settings.BOT_TOKEN }));
    const { code, about } = await examine(place);
    expect(about('telegram')).toMatch(/^!! .*another copy polls with this token/);
    expect(code).toBe(1);
  });

  it('names a setting that is missing, and looks at the rest', async () => {
    const { cwd, settings } = await aPlace();
    const { code, about, lines } = await examine({ cwd, settings: { ...settings, BOT_TOKEN: '' } });
    expect(about('settings')).toMatch(/^!! .*BOT_TOKEN is missing/);
    expect(about('telegram')).toMatch(/^!! .*BOT_TOKEN is missing/);
    expect(about('key')).toMatch(/^ok /);
    expect({ code, count: lines.length }).toEqual({ code: 1, count: 7 });
  });

  it.each([
    [
      'a key that others can read',
      (place: Place) => {
        chmodSync(join(place.cwd, 'samenspraak.key'), 0o644);
      },
      'key',
      /^!! .*chmod 600/,
    ],
    [
      'another key',
      (place: Place) => {
        writeFileSync(join(place.cwd, 'samenspraak.key'), Buffer.alloc(32, 2).toString('base64'));
      },
      'key',
      /^!! .*another key/,
    ],
    ['data of a newer version', makeNewer, 'data', /^!! .*newer version/],
    [
      'a backup that failed',
      (place: Place) => {
        noteBackup(place.dataDir, false, Date.now());
      },
      'backup',
      /^!! .*failed/,
    ],
    [
      'a backup of last week',
      (place: Place) => {
        noteBackup(place.dataDir, true, Date.now() - 7 * 86_400_000);
      },
      'backup',
      /^- .*168 hours/,
    ],
    [
      'a name in .env that is a slip',
      (place: Place) => {
        writeFileSync(join(place.cwd, '.env'), 'OPERATER=x\n', { mode: 0o600 });
      },
      'settings',
      /^- .*OPERATER/,
    ],
  ] as const)('names %s', async (_, spoil, name, line) => {
    const place = await aPlace();
    await setWebhook(place);
    spoil(place);
    const { code, about, said } = await examine(place);
    expect(about(name)).toMatch(line);
    expect(code).toBe(about(name).startsWith('!!') ? 1 : 0);
    expect(said).not.toContain(key);
  });

  it('says that Telegram cannot be reached', async () => {
    const gone = await startEmulator();
    await gone.close();
    const { code, about } = await examine(await aPlace({ TELEGRAM_API_ROOT: gone.url }));
    expect(about('telegram')).toMatch(/^!! .*cannot be reached \(ECONNREFUSED\)/);
    expect(about('clock')).toMatch(/^- /);
    expect(code).toBe(1);
  });

  it('says by how much the clock is wrong', async () => {
    const server = createServer((_request, response) => {
      response.sendDate = false;
      response.setHeader('date', new Date(Date.now() + 90 * 60_000).toUTCString());
      response.end(JSON.stringify({ ok: true, result: { id: 1, username: 'a_bot', url: 'https://example.org' } }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const { about } = await examine(await aPlace({ TELEGRAM_API_ROOT: `http://127.0.0.1:${String(port)}` }));
    expect(about('clock')).toMatch(/^!! .*90 minutes behind/);
    expect(about('telegram')).toMatch(/^- .*webhook/);
  });
});

/** It need not poll then, which takes seconds. */
async function setWebhook({ settings }: Place): Promise<void> {
  await fetch(`${emulator.url}/bot${settings.BOT_TOKEN}/setWebhook?url=${encodeURIComponent('http://127.0.0.1:9/')}`);
}

function makeNewer({ dataDir }: Place): void {
  const raw = new Database(join(dataDir, 'samenspraak.sqlite'));
  raw.prepare(`insert into __drizzle_migrations (hash, created_at) values ('of-tomorrow', 9e12)`).run();
  raw.close();
}
