import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../src/emulator/server.js';
import { schemaVersions } from '../src/store/postgres/migrate.js';
import { compiled } from './support/compiled.js';
import { freePort } from './support/free-port.js';
import { placeForServers, sayLeftOut } from './support/postgres.js';
import { careless, findPostgres, makeServer, ofKeys } from './support/postgres-server.js';

const token = `123456:${'a'.repeat(35)}`;
const root = resolve(import.meta.dirname, '..');

/** As `npm start` does it. */
const byName = [join(root, 'src/run/run.js'), 'main'];

/** The bot in an empty directory of its own. */
function start(
  environment: Record<string, string>,
  cwd = mkdtempSync(join(tmpdir(), 'samenspraak-start-')),
  program = [compiled('main')],
) {
  const child = spawn(process.execPath, program, {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  const hears = (from: 'out' | 'err') => (text: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (text.test(said[from])) resolve();
      };
      child[`std${from}`].on('data', look);
      child.once('exit', () => {
        reject(new Error(`it ended: ${said.out}${said.err}`));
      });
      look();
    });
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, cwd, said, heard: hears('out'), complains: hears('err'), ended };
}

const settings = (url: string) => ({
  BOT_TOKEN: token,
  OPERATOR_NAME: 'Sanne',
  TELEGRAM_API_ROOT: url,
  HTTP_PORT: '0',
});

describe('npm start', () => {
  it('stops without a token, in one sentence that names BOT_TOKEN and the demo', async () => {
    const bot = start({ OPERATOR_NAME: 'Sanne' });
    expect(await bot.ended).toBe(1);
    expect(bot.said.err.trim()).toMatch(/^BOT_TOKEN is missing[^\n]*npm run demo\.$/);
  });

  it('reads .env, warns of a name it does not know, shows the first link, and stops cleanly', async () => {
    const emulator = await startEmulator();
    const cwd = mkdtempSync(join(tmpdir(), 'samenspraak-start-'));
    const lines = Object.entries({ ...settings(emulator.url), OPERATER_NAME: 'x' }).map((entry) => entry.join('='));
    writeFileSync(join(cwd, '.env'), lines.join('\n'));
    const bot = start({}, cwd, byName);
    await bot.heard(/Only for you: open https:\/\/t\.me\/SamenspraakBot\?start=\w{12}/);
    expect(bot.said.err).toContain('OPERATER_NAME');
    // A code to scan is for eyes at a terminal; here it is a pipe.
    expect(bot.said.out).not.toContain('█');
    expect(statSync(join(cwd, 'samenspraak.key')).mode & 0o777).toBe(0o600);
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(readdirSync(join(cwd, 'data')).filter((file) => file.endsWith('-wal'))).toEqual([]);
    const again = start({}, cwd);
    await again.heard(new RegExp(/start=(\w{12})/.exec(bot.said.out)?.[1] ?? 'no link'));
    again.child.kill('SIGINT');
    expect(await again.ended).toBe(0);
    await emulator.close();
  });

  it('ends whole when the process of `npm start` itself is told to stop', { timeout: 60_000 }, async () => {
    const emulator = await startEmulator();
    const dir = mkdtempSync(join(tmpdir(), 'samenspraak-start-'));
    const child = spawn('npm', ['start'], {
      cwd: root,
      env: {
        PATH: process.env['PATH'] ?? '',
        ...settings(emulator.url),
        DATA_DIR: join(dir, 'data'),
        KEY_FILE: join(dir, 'key'),
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let said = '';
    const isListening = new Promise<void>((resolve) => {
      child.stdout.on('data', (part: Buffer) => {
        said += part.toString();
        if (said.includes('is listening. Stop')) resolve();
      });
    });
    await isListening;
    child.kill('SIGTERM');
    // Its output ends once nobody holds it any more: neither npm nor the bot.
    await once(child, 'close');
    expect(said).toContain('"msg":"stopping"');
    await emulator.close();
  });

  it('goes on when nobody reads its output any more', async () => {
    const emulator = await startEmulator();
    const bot = start(settings(emulator.url), undefined, byName);
    await bot.heard(/is listening\. Stop/);
    bot.child.stdout.destroy();
    bot.child.stderr.destroy();
    const person = (await (
      await fetch(`${emulator.url}/control/people`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ firstName: 'Anne', languageCode: 'nl' }),
      })
    ).json()) as { id: number };
    await fetch(`${emulator.url}/control/people/${String(person.id)}/send`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: '/privacy' }),
    });
    bot.child.kill('SIGTERM');
    const [code] = (await once(bot.child, 'exit')) as [number | null];
    expect(code).toBe(0);
    await emulator.close();
  });

  it('says in a sentence that Telegram cannot be reached, and keeps trying', async () => {
    const emulator = await startEmulator();
    await emulator.close();
    const bot = start(settings(emulator.url));
    await bot.complains(/Telegram cannot be reached; trying on until it can\./);
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  it('says in a sentence what is wrong with the place to listen on', async () => {
    const emulator = await startEmulator();
    const bot = start({ ...settings(emulator.url), HTTP_HOST: '192.0.2.1' });
    expect(await bot.ended).toBe(1);
    expect(bot.said.err.trim()).toMatch(/^HTTP_HOST is no address of this machine[^\n]*$/);
    await emulator.close();
  });

  it('stops with a sentence when Telegram does not know the token', async () => {
    const emulator = await startEmulator();
    await fetch(`${emulator.url}/control/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'unauthorized' }),
    });
    const bot = start(settings(emulator.url));
    expect(await bot.ended).toBe(1);
    expect(bot.said.err).toMatch(/Check BOT_TOKEN/);
    expect(bot.said.err).not.toContain(token);
    await emulator.close();
  });

  it('touches nothing when the key is another one', async () => {
    const emulator = await startEmulator();
    const first = start(settings(emulator.url));
    await first.heard(/Only for you/);
    first.child.kill('SIGTERM');
    await first.ended;
    const before = bytesOf(first.cwd);
    const other = Buffer.alloc(32, 5).toString('base64');
    const second = start({ ...settings(emulator.url), SAMENSPRAAK_KEY: other }, first.cwd);
    expect(await second.ended).toBe(1);
    expect(second.said.err.trim().split('\n')).toHaveLength(1);
    expect(bytesOf(first.cwd)).toEqual(before);
    await emulator.close();
  });
});

function describePostgres(): void {
  const aPlace = async () => {
    const place = placeForServers();
    const main = await makeServer({ place, name: 'main', settings: careless });
    const keys = await makeServer({ place, name: 'keys', settings: [...careless, ...ofKeys] });
    const emulator = await startEmulator();
    onTestFinished(async () => {
      for (const server of [main, keys]) await server.stopAtOnce();
      rmSync(place, { recursive: true, force: true });
      await emulator.close();
    });
    const port = await freePort();
    const environment = {
      ...settings(emulator.url),
      SAMENSPRAAK_KEY: Buffer.alloc(32, 5).toString('base64'),
      DATABASE_URL: `${main.url}/postgres`,
      KEYS_DATABASE_URL: `${keys.url}/postgres`,
      HTTP_PORT: String(port),
    };
    const read = async (path: string) => (await fetch(`http://127.0.0.1:${String(port)}${path}`)).text();
    return { main, keys, environment, read };
  };
  const away = /^PostgreSQL does not answer \(ECONNREFUSED\): the bot waits for it\.[^\n]*\n/;

  it('waits for servers that are not there yet, in one sentence, and begins once both are', async () => {
    const { main, keys, environment, read } = await aPlace();
    const bot = start(environment);
    await bot.complains(away);
    await main.start();
    await keys.start();
    await bot.heard(/is listening\. Stop/);
    expect(bot.said.err.match(/PostgreSQL/g)).toHaveLength(1);
    expect(JSON.parse(await read('/status.json'))).toMatchObject({ schema: schemaVersions(), backup: null });
    expect(await read('/metrics')).toMatch(/^samenspraak_couples 0$/m);
    expect(JSON.parse(await read('/readyz'))).toEqual({ ok: true });
    await keys.stopAtOnce();
    await main.stopAtOnce();
    expect(JSON.parse(await read('/readyz'))).toMatchObject({ ok: false, store: 'cannot be read' });
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  it('stops at once when it is told to while it waits', async () => {
    const { environment } = await aPlace();
    const bot = start(environment);
    await bot.complains(away);
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  it('does not wait for a database that is not there, or a user nobody knows', async () => {
    const { main, keys, environment } = await aPlace();
    await main.start();
    await keys.start();
    const wrong = [`${main.url}/nowhere`, `${main.url.replace('//tests@', '//nobody@')}/postgres`];
    for (const url of wrong) {
      const bot = start({ ...environment, DATABASE_URL: url });
      expect(await bot.ended).toBe(1);
      expect(bot.said.err).toMatch(
        /^PostgreSQL lets nobody in by DATABASE_URL or KEYS_DATABASE_URL \((?:28|3D)\w+\)[^\n]*\n$/,
      );
    }
  });
}

if (findPostgres() === null) it('PostgreSQL is left out, and says so', sayLeftOut);
else describe('npm start, on PostgreSQL,', describePostgres);

function bytesOf(cwd: string): Record<string, string> {
  const data = join(cwd, 'data');
  const sqlite = readdirSync(data).filter((file) => file.endsWith('.sqlite'));
  return Object.fromEntries(sqlite.map((file) => [file, readFileSync(join(data, file)).toString('base64')]));
}
