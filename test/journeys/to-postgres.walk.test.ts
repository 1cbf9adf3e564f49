import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { compiled } from '../support/compiled.js';
import { pair } from '../support/couple.js';
import { findPostgres, freshDatabases, sayLeftOut } from '../support/postgres.js';
import { openWorld } from '../support/world.js';

/** Two people whose bot moves from files to PostgreSQL between a draft and its seal, and who notice nothing of it. */

/** Where it is about noon, so that nothing waits for the morning. */
function zoneOfNoon(): string {
  const hours = 12 - new Date().getUTCHours();
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${String(Math.abs(hours))}`;
}

type Settings = Readonly<Record<string, string>>;

function startProgram(program: string, args: readonly string[], cwd: string, settings: Settings) {
  const child = spawn(process.execPath, [compiled(program), ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let said = '';
  const listeners: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const says = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (said.includes(words)) resolve();
      };
      listeners.push(look);
      look();
      void ended.then(() => {
        reject(new Error(`${program} ended: ${said}`));
      });
    });
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { says, ended, stop, said: () => said };
}

async function movesBetweenDraftAndSeal(): Promise<void> {
  const cwd = mkdtempSync(join(tmpdir(), 'samenspraak-moves-'));
  onTestFinished(() => {
    rmSync(cwd, { recursive: true, force: true });
  });
  const [world, where] = [await openWorld(120_000), await freshDatabases()];
  onTestFinished(() => world.close());
  const about = {
    ...{ BOT_TOKEN: `4200000000:${'moves'.repeat(8)}`, OPERATOR_NAME: 'Sanne', OPEN_TO: 'everyone' },
    ...{ TELEGRAM_API_ROOT: world.url, DEFAULT_TIMEZONE: zoneOfNoon(), CHAT_RATE: '100', HTTP_PORT: '0' },
    KEY_FILE: join(cwd, 'samenspraak.key'),
  };
  const urls = { DATABASE_URL: where.databaseUrl, KEYS_DATABASE_URL: where.keysDatabaseUrl };

  const onFiles = startProgram('main', [], cwd, about);
  await onFiles.says('Stop with Ctrl-C');
  const { anne, bram } = await pair(world);
  await anne.says('een kom soep, zomaar');
  await anne.hears('een kom soep, zomaar');
  await bram.says('dat je de fiets naar binnen zette');
  await bram.hears('dat je de fiets naar binnen zette');
  await bram.taps(nl.labels.seal);
  await bram.sees(/Verzegeld/);
  expect(await onFiles.stop()).toBe(0);

  const move = startProgram('operator/move', ['--to', 'postgres'], cwd, { ...about, ...urls });
  expect([await move.ended, move.said()]).toEqual([0, expect.stringContaining('2 people, 1 couple and')]);

  // What is tapped meanwhile waits at Telegram.
  await anne.taps(nl.labels.seal);
  const onPostgres = startProgram('main', [], cwd, { ...about, ...urls });
  await onPostgres.says('Stop with Ctrl-C');
  await anne.hears('dat je de fiets naar binnen zette');
  await bram.hears('een kom soep, zomaar');
  expect(await onPostgres.stop()).toBe(0);
  const again = startProgram('main', [], cwd, about);
  expect([await again.ended, again.said()]).toEqual([1, expect.stringContaining('was moved to PostgreSQL')]);
  expect(world.wrongCalls()).toEqual([]);
}

if (findPostgres() === null) it('PostgreSQL is left out, and says so', sayLeftOut);
else
  it('moves to PostgreSQL between a draft and its seal, and both read what the other wrote', movesBetweenDraftAndSeal);
