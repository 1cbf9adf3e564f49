import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.js';
import { compiled } from '../support/compiled.js';
import { stage } from './stage.js';

function start(...flags: string[]) {
  const child = spawn(process.execPath, [compiled('emulator/main'), ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  return { child, said };
}

/** Every token in a text: digits, a colon, and what follows. */
const tokensIn = (text: string) => [...text.matchAll(/\d+:[A-Za-z][\w-]*/g)].map(([token]) => token);

test('a port that is in use is said in one sentence', async () => {
  const { emulator } = await stage();
  const { child, said } = start('--port', String(emulator.port));
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(1);
  expect(said.err).toBe(`Port ${String(emulator.port)} is in use by something else: choose another one with --port.\n`);
});

test('the token it prints is one that bots take, and works as it says', async () => {
  const { child, said } = start('--port', '0');
  while (!said.out.includes('Try:')) await once(child.stdout, 'data');
  const tokens = tokensIn(said.out);
  expect(tokens.length).toBeGreaterThanOrEqual(4);
  for (const token of tokens) readConfig({ BOT_TOKEN: token, OPERATOR_NAME: 'Anne' });
  const address = /curl (\S+)/.exec(said.out)?.[1] ?? '';
  expect((await fetch(address)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([0, null]);
});

test('the commands in its documentation are complete: Samenspraak starts with the one given for it', () => {
  const text = readFileSync('src/emulator/README.md', 'utf8');
  const command = /`([A-Z_]+=[^`]*) npm start`/.exec(text)?.[1] ?? '';
  const settings = Object.fromEntries(
    command.split(' ').map((part): [string, string] => {
      const [name = '', value = ''] = part.split(/=(.*)/s);
      return [name, value];
    }),
  );
  expect(readConfig(settings)).toMatchObject({ TELEGRAM_API_ROOT: 'http://127.0.0.1:8081' });
  for (const token of tokensIn(text)) readConfig({ BOT_TOKEN: token, OPERATOR_NAME: 'Anne' });
});
