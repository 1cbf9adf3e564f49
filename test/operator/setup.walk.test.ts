import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type RunningEmulator } from '../../src/emulator/server.js';
import { setUp } from '../../src/operator/setup/set-up.js';
import type { Terminal } from '../../src/operator/setup/terminal.js';
import { languageOf } from '../../src/operator/language.js';
import { setupWords } from '../../src/operator/setup/words.js';
import { compiled } from '../support/compiled.js';

const root = resolve(import.meta.dirname, '../..');
const token = `123456:${'t'.repeat(35)}`;
const example = readFileSync(join(root, '.env.example'), 'utf8');
const linkIn = (text: string) => /https:\/\/t\.me\/SamenspraakBot\?start=\w{12}/.exec(text)?.[0];

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.close());

const refuseTheToken = () =>
  fetch(`${emulator.url}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'unauthorized', times: 1 }),
  });

/** Somebody who answers so; null is Ctrl-C. */
function typing(...answers: readonly (string | null)[]) {
  const left = [...answers];
  const said: string[] = [];
  const asked: string[] = [];
  const next = (question: string) => {
    asked.push(question);
    const answer = left.shift();
    return answer === undefined ? Promise.reject(new Error(`asked once more: ${question}`)) : Promise.resolve(answer);
  };
  const terminal: Terminal = { say: (text) => said.push(text), ask: next, askHidden: next, close: () => undefined };
  return { terminal, asked, text: () => said.join('\n') };
}

function newPlace(env?: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'samenspraak-setup-'));
  if (env !== undefined) writeFileSync(join(directory, '.env'), env);
  return directory;
}

const optionsFor = (terminal: Terminal, directory: string) => ({
  terminal,
  words: setupWords.en,
  directory,
  example,
  environment: {
    TELEGRAM_API_ROOT: emulator.url,
    DATA_DIR: join(directory, 'data'),
    KEY_FILE: join(directory, 'samenspraak.key'),
  },
  chosen: {},
  isForContainer: false,
});

const settingsIn = (directory: string) => parseEnv(readFileSync(join(directory, '.env'), 'utf8'));

describe('npm run setup', () => {
  it('asks twice, writes .env for its owner alone, and shows the link that the bot shows too', async () => {
    const directory = newPlace();
    const person = typing(token, `Sanne d'Hondt`);
    expect(await setUp(optionsFor(person.terminal, directory))).toBe(true);
    expect(settingsIn(directory)).toMatchObject({ BOT_TOKEN: token, OPERATOR_NAME: `Sanne d'Hondt` });
    expect(statSync(join(directory, '.env')).mode & 0o777).toBe(0o600);
    expect(statSync(join(directory, 'samenspraak.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory).sort()).toEqual(['.env', 'data', 'samenspraak.key']);
    expect(person.text()).toContain('█');
    expect(person.text()).toContain('/setjoingroups');
    expect(person.text()).not.toContain(token);

    const bot = spawn(process.execPath, [compiled('main')], {
      cwd: directory,
      env: { PATH: process.env['PATH'] ?? '', HTTP_PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    for await (const part of bot.stdout as AsyncIterable<Buffer>) {
      said += part.toString();
      if (linkIn(said) !== undefined) break;
    }
    bot.kill('SIGTERM');
    await once(bot, 'exit');
    expect(linkIn(said)).toBe(linkIn(person.text()));
  });

  it('asks again for what is no token, for what Telegram does not know, and for no name', async () => {
    const directory = newPlace();
    await refuseTheToken();
    const person = typing('hello', `999:${'x'.repeat(35)}`, token, '', 'Sanne');
    await setUp(optionsFor(person.terminal, directory));
    expect(person.text()).toContain(setupWords.en.notAToken);
    expect(person.text()).toContain(setupWords.en.unknownToken);
    expect(person.text()).toContain(setupWords.en.nameNeeded);
    expect(settingsIn(directory)['BOT_TOKEN']).toBe(token);
  });

  it('keeps what was there: Enter keeps the token and the name, and the other lines stay', async () => {
    const directory = newPlace();
    const { DATA_DIR, KEY_FILE, TELEGRAM_API_ROOT } = optionsFor(typing().terminal, directory).environment;
    const places = `DATA_DIR="${DATA_DIR}"\nKEY_FILE=${KEY_FILE}\nTELEGRAM_API_ROOT=${TELEGRAM_API_ROOT}\n`;
    const mine = `# of mine\nBOT_TOKEN=${token}\nOPERATOR_NAME='Sanne de Wit'\nCHAT_RATE=2\n${places}`;
    writeFileSync(join(directory, '.env'), mine);
    const person = typing('', '');
    await setUp({ ...optionsFor(person.terminal, directory), environment: {} });
    expect(readFileSync(join(directory, '.env'), 'utf8')).toBe(mine);
    expect(person.asked.join('')).not.toContain(token);
  });

  it('asks for a name as for the first time where .env is still the example', async () => {
    const directory = newPlace(example);
    const person = typing(token, 'Sanne');
    await setUp(optionsFor(person.terminal, directory));
    expect(person.asked).toEqual([setupWords.en.askToken, setupWords.en.askName(null)]);
  });

  it('writes nothing when it is ended halfway', async () => {
    const directory = newPlace();
    expect(await setUp(optionsFor(typing(token, null).terminal, directory))).toBe(false);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('writes nothing when Telegram cannot be reached, and says so in one sentence', async () => {
    const directory = newPlace();
    const gone = await startEmulator();
    await gone.close();
    const options = optionsFor(typing(token).terminal, directory);
    const environment = { ...options.environment, TELEGRAM_API_ROOT: gone.url };
    await expect(setUp({ ...options, environment })).rejects.toThrow(/^Telegram can't be reached \(ECONNREFUSED\)/);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('writes nothing when another setting is wrong', async () => {
    const directory = newPlace('HTTP_PORT=99999\n');
    await expect(setUp(optionsFor(typing(token, 'Sanne').terminal, directory))).rejects.toThrow(/HTTP_PORT/);
    expect(readFileSync(join(directory, '.env'), 'utf8')).toBe('HTTP_PORT=99999\n');
  });

  it('refuses a name that no .env can hold', async () => {
    const directory = newPlace();
    const person = typing(token, `S'a"n\`ne`);
    await expect(setUp(optionsFor(person.terminal, directory))).rejects.toThrow(/OPERATOR_NAME/);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('for a container makes the settings and the key, and no data', async () => {
    const directory = newPlace();
    const person = typing(token, 'Sanne');
    await setUp({ ...optionsFor(person.terminal, directory), isForContainer: true });
    expect(readdirSync(directory).sort()).toEqual(['.env', 'samenspraak.key']);
    const key = readFileSync(join(directory, 'samenspraak.key'), 'utf8');
    await setUp({ ...optionsFor(typing('', '').terminal, directory), isForContainer: true });
    expect(readFileSync(join(directory, 'samenspraak.key'), 'utf8')).toBe(key);
    expect(person.text()).not.toContain(key.trim());
  });

  it('writes where the data lies into .env, when that is chosen', async () => {
    const directory = newPlace();
    const chosen = { DATA_DIR: join(directory, 'elsewhere'), KEY_FILE: join(directory, 'my.key') };
    await setUp({ ...optionsFor(typing(token, 'Sanne').terminal, directory), chosen });
    expect(settingsIn(directory)).toMatchObject(chosen);
    expect(readdirSync(directory).sort()).toEqual(['.env', 'elsewhere', 'my.key']);
  });

  it('writes what a start in another terminal needs, but no key that was in the environment', async () => {
    const directory = newPlace();
    const options = optionsFor(typing(token, 'Sanne').terminal, directory);
    const SAMENSPRAAK_KEY = Buffer.alloc(32, 3).toString('base64');
    await setUp({
      ...options,
      environment: { ...options.environment, SAMENSPRAAK_KEY, HTTP_PORT: '8099', HOME: '/x' },
    });
    const { DATA_DIR, TELEGRAM_API_ROOT } = options.environment;
    expect(settingsIn(directory)).toMatchObject({ DATA_DIR, TELEGRAM_API_ROOT, HTTP_PORT: '8099' });
    expect(readFileSync(join(directory, '.env'), 'utf8')).not.toMatch(new RegExp(`^HOME|${SAMENSPRAAK_KEY}`, 'm'));
  });

  it.each([
    ['nl_BE.UTF-8', 'nl'],
    ['nl', 'nl'],
    ['en_GB.UTF-8', 'en'],
    ['C.UTF-8', 'en'],
    ['', 'en'],
  ])('speaks with a locale %s: %s', (LANG, language) => {
    expect(languageOf({ LANG })).toBe(language);
    expect(languageOf({ LANG: 'en_US', LC_ALL: LANG === '' ? 'en' : LANG })).toBe(language);
  });

  it.each([
    ['nl', /^Hier is geen terminal [^\n]*BOT_TOKEN[^\n]*OPERATOR_NAME[^\n]*\n$/],
    ['en', /^There's no terminal [^\n]*BOT_TOKEN[^\n]*OPERATOR_NAME[^\n]*\n$/],
  ])('says without a terminal what to set (%s)', (language, sentence) => {
    const cwd = newPlace();
    const { status, stderr } = spawnSync(process.execPath, [compiled('operator/setup'), '--language', language], {
      cwd,
      input: '',
      encoding: 'utf8',
    });
    expect({ status, made: readdirSync(cwd) }).toEqual({ status: 1, made: [] });
    expect(stderr).toMatch(sentence);
  });

  it('shows nothing of the token in a real terminal', async () => {
    const cwd = newPlace();
    const command = `${process.execPath} ${compiled('operator/setup')}`;
    const child = spawn('script', ['-qefc', command, '/dev/null'], {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', TELEGRAM_API_ROOT: emulator.url, LANG: 'nl_NL.UTF-8', TERM: 'xterm' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let shown = '';
    const replies = [
      [setupWords.nl.askToken, `${token}\r`],
      ['Hoe heet je?', 'Sanne\r'],
    ] as const;
    let answered = 0;
    child.stdout.on('data', (part: Buffer) => {
      shown += part.toString();
      const next = replies[answered];
      if (next === undefined || !shown.includes(next[0])) return;
      answered += 1;
      child.stdin.write(next[1]);
    });
    const [code] = (await once(child, 'close')) as [number | null];
    expect(shown).not.toContain('ttttt');
    expect(linkIn(shown)).toBeDefined();
    expect(code).toBe(0);
    expect(settingsIn(cwd)).toMatchObject({ BOT_TOKEN: token, OPERATOR_NAME: 'Sanne' });
  });
});
