import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../src/emulator/server.js';
import { openPostgres } from '../../src/store/postgres/open.js';
import { compiled } from '../support/compiled.js';
import { freePort } from '../support/free-port.js';
import { findPostgres, freshDatabases, sayLeftOut } from '../support/postgres.js';
import { leading, postgresOptions } from '../store/postgres-support.js';
import { agrees, anne, from, perform, tempDir } from '../store/support.js';

/** The commands of an operator whose data lies in PostgreSQL, as `npm run` starts them. */

const key = Buffer.alloc(32, 1).toString('base64');
let lastBot = 700;

async function aPlace() {
  const emulator = await startEmulator();
  onTestFinished(() => emulator.close());
  const where = await freshDatabases();
  const token = `${String((lastBot += 1))}:${'d'.repeat(35)}`;
  // A webhook, so that it need not poll, which takes seconds.
  await fetch(`${emulator.url}/bot${token}/setWebhook?url=${encodeURIComponent('http://127.0.0.1:9/')}`);
  const settings = {
    ...{ BOT_TOKEN: token, OPERATOR_NAME: 'Sanne', TELEGRAM_API_ROOT: emulator.url, SAMENSPRAAK_KEY: key },
    ...{ DATABASE_URL: where.databaseUrl, KEYS_DATABASE_URL: where.keysDatabaseUrl },
    HTTP_PORT: String(await freePort()),
  };
  return { where, settings };
}

async function run(command: string, args: readonly string[], settings: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [compiled(`operator/${command}`), ...args], {
    cwd: tempDir(),
    env: { PATH: process.env['PATH'] ?? '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  const lines = said.out.trim().split('\n');
  const about = (name: string) => lines.find((line) => line.slice(4).toLowerCase().startsWith(name)) ?? '';
  return { code, ...said, lines, about };
}

function describeDoctor(): void {
  it('looks at servers in the place of a disk, and prints no secret', async () => {
    const { where, settings } = await aPlace();
    const before = await run('doctor', [], settings);
    expect(before.about('key')).toMatch(/^ok .*there is no data yet/);
    expect(before.about('data')).toMatch(/^ok .*There is no data yet/);
    const store = await leading(await openPostgres(postgresOptions(where)));
    await perform(store, from(anne), agrees());
    const { code, lines, about, out } = await run('doctor', [], settings);
    const names = lines.map((line) => line.slice(4, 13).trim().toLowerCase());
    expect(names).toEqual(['settings', 'key', 'data', 'servers', 'clock', 'telegram', 'backup']);
    expect(about('key')).toMatch(/^ok .*The key fits/);
    expect(about('data')).toMatch(/^ok .*of this version \(1 of 1 steps\)/);
    expect(about('servers')).toMatch(/^- .*No second server follows that of DATABASE_URL, KEYS_DATABASE_URL/);
    expect(about('telegram')).toMatch(/^- .*A bot is using the data, and cannot be asked from here/);
    expect(about('backup')).toMatch(/^- .*PostgreSQL makes them itself/);
    expect(code).toBe(0);
    for (const secret of [key, settings.BOT_TOKEN, settings.DATABASE_URL]) expect(out).not.toContain(secret);
    await store.close();
    const dutch = await run('doctor', ['--language', 'nl'], { ...settings, SAMENSPRAAK_KEY: '', KEY_FILE: '/none' });
    expect(dutch.about('servers')).toMatch(/Geen tweede server houdt die van DATABASE_URL, KEYS_DATABASE_URL bij/);
    expect(dutch.about('sleutel')).toMatch(/^!! .*There is no key at/);
    expect(dutch.code).toBe(1);
  });

  it('says of one cluster for both, and of servers that are not there, what is wrong', async () => {
    const { settings } = await aPlace();
    const one = await run('doctor', [], { ...settings, KEYS_DATABASE_URL: settings.DATABASE_URL });
    expect(one.about('servers')).toMatch(/^!! .*lead to one cluster/);
    const nowhere = 'postgres://127.0.0.1:9/none';
    const none = await run('doctor', [], { ...settings, DATABASE_URL: nowhere, KEYS_DATABASE_URL: nowhere });
    expect(none.about('servers')).toMatch(/^!! .*ECONNREFUSED/);
    expect(none.code).toBe(1);
  });
}

function describeOthers(): void {
  it('backup refuses, and says who makes them', async () => {
    const { settings } = await aPlace();
    const { code, out, err } = await run('backup', [join(tempDir(), 'copy')], settings);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trim()).toMatch(/^[^\n]*PostgreSQL, which makes its own backups[^\n]*pg_dump[^\n]*$/);
  });

  it('restore takes no directory, and looks through what was put back', async () => {
    const { where, settings } = await aPlace();
    const withDirectory = await run('restore', ['/mnt/backup'], settings);
    expect(withDirectory.code).toBe(1);
    expect(withDirectory.err).toMatch(/without a directory/);
    const store = await leading(await openPostgres(postgresOptions(where)));
    await perform(store, from(anne), agrees());
    await store.close();
    const { code, out } = await run('restore', [], settings);
    expect(code).toBe(0);
    expect(out).toMatch(/1 person, 0 couples.*Start the bot/s);
  });

  it('keys checks and scrubs', async () => {
    const { where, settings } = await aPlace();
    expect((await run('keys', ['check'], settings)).err).toMatch(/There is no data in PostgreSQL yet/);
    const store = await leading(await openPostgres(postgresOptions(where)));
    await perform(store, from(anne), agrees());
    await store.close();
    expect((await run('keys', ['check'], settings)).out).toMatch(/SAMENSPRAAK_KEY opens all 1 keys in PostgreSQL/);
    expect(await run('keys', ['scrub'], settings)).toMatchObject({ code: 0, err: '' });
  });
}

if (findPostgres() === null) it('PostgreSQL is left out, and says so', sayLeftOut);
else {
  describe('npm run doctor, on PostgreSQL,', describeDoctor);
  describe('on PostgreSQL,', describeOthers);
}
