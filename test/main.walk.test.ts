import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../src/emulator/server.js';
import { compiled } from './support/compiled.js';

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
  const heard = (text: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (text.test(said.out)) resolve();
      };
      child.stdout.on('data', look);
      child.once('exit', () => {
        reject(new Error(`it ended: ${said.out}${said.err}`));
      });
      look();
    });
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, cwd, said, heard, ended };
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
    await new Promise<void>((resolve) => {
      bot.child.stderr.on('data', () => {
        if (bot.said.err.includes('Telegram cannot be reached; trying on until it can.')) resolve();
      });
    });
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

function bytesOf(cwd: string): Record<string, string> {
  const data = join(cwd, 'data');
  const sqlite = readdirSync(data).filter((file) => file.endsWith('.sqlite'));
  return Object.fromEntries(sqlite.map((file) => [file, readFileSync(join(data, file)).toString('base64')]));
}
