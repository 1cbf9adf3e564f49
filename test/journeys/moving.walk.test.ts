import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { startBotProcess } from '../support/bot-process.js';
import { compiled } from '../support/compiled.js';
import { begin, join as joinBy } from '../support/couple.js';
import { freePort } from '../support/free-port.js';
import { tracesOf } from '../support/traces.js';
import { openWorld } from '../support/world.js';

const words = { first: 'één regenboogforel', second: 'kastanjebruin zonlicht', later: 'een scheve kerktoren' };
const dayMs = 24 * 3_600_000;
const otherBot = `4300000000:${'ander'.repeat(8)}`;

/** One of the commands beside the bot, as `npm run` starts it. */
async function run(
  script: 'backup' | 'restore' | 'keys',
  args: readonly string[],
  environment: Record<string, string>,
): Promise<string> {
  const child = spawn(process.execPath, [compiled(`operator/${script}`), ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${script} ended with ${String(code)}: ${said}`);
  return said;
}

it('two people are backed up, met by another bot and restored, and leave no readable trace anywhere', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'samenspraak-moving-'));
  onTestFinished(() => {
    rmSync(temporary, { recursive: true, force: true });
  });
  const world = await openWorld();
  await world.setClock(Math.ceil(Date.now() / dayMs) * dayMs + 10 * 3_600_000);
  const port = await freePort();
  const bot = await startBotProcess(world, {
    TMPDIR: temporary,
    LOG_LEVEL: 'trace',
    HTTP_PORT: String(port),
  });
  const keyFile = `${bot.dataDir}.key`;
  const backupDir = join(bot.dataDir, '..', 'backup');
  const environment = { DATA_DIR: bot.dataDir, KEY_FILE: keyFile };

  await world.person('Voorbijganger');
  const anne = await world.person('Zwaantje', { username: 'zwaantje_vd_beek' });
  const bram = await world.person('Quirijn', { username: 'quirijn_op_reis' });
  const code = await begin(anne);
  await joinBy(bram, code);
  await anne.hears('Quirijn doet mee.');
  await anne.says(words.first);
  await anne.hears('Zo krijgt je partner het straks te lezen');
  await anne.sends({ voice: { durationSeconds: 7 } });
  await anne.taps(nl.labels.allowVoice);
  await anne.sees('🎙 0:07');
  await anne.taps(nl.labels.seal);
  await anne.sees('Verzegeld.');
  await bram.says(words.second);
  await bram.hears('Zo krijgt je partner het straks te lezen');
  await bram.sends({ sticker: { emoji: '🐟' } });

  const said = await run('backup', [backupDir], environment);
  expect(said).toMatch(/^A copy stands in .+: samenspraak\.sqlite \([\d.]+ MB\) and keys\.sqlite/);
  expect(said).not.toContain(readFileSync(keyFile, 'utf8').trim());
  expect(await run('keys', ['check'], environment)).toMatch(/^The key fits: .+ opens all \d+ keys/);
  await expect(run('keys', ['rotate'], environment)).rejects.toThrow(/The bot is running/);
  const read = async (path: string) => (await fetch(`http://127.0.0.1:${String(port)}${path}`)).text();
  const pages = {
    metrics: await read('/metrics'),
    healthz: await read('/healthz'),
    readyz: await read('/readyz'),
    status: await read('/status.json'),
  };
  const voiceId = anne.messages().flatMap(({ media }) => media?.url?.split('/').at(-1) ?? [])[0] ?? '';
  expect(voiceId).toMatch(/^[\w-]{10,}$/);
  const people = ['Zwaantje', 'Quirijn', 'zwaantje_vd_beek', 'quirijn_op_reis', String(anne.id), String(bram.id)];
  const secrets = [...Object.values(words), ...people, code, voiceId, readFileSync(keyFile, 'utf8').trim()];
  const traces = () =>
    tracesOf(secrets, {
      directories: [bot.dataDir, backupDir, temporary],
      texts: { output: bot.output(), ...pages, said },
    });
  expect(traces()).toEqual([]);
  await bot.kill();
  expect(traces()).toEqual([]);

  await bot.start(['--token', otherBot]);
  await anne.says('/start');
  await anne.sees('Ik ben verhuisd');
  await bram.says('/start');
  await bram.sees('Zwaantje moet hier');
  await bram.says(words.later);
  await bram.sees(words.later);
  await bram.taps(nl.labels.seal);
  const opened = await bram.sees('Jullie antwoorden zijn open.');
  expect(opened.text).toContain('🎙 0:07 (niet meer te beluisteren)');
  expect(opened.text).toContain(words.first);
  await bot.stop();

  const restored = await run('restore', [backupDir, '--force'], environment);
  expect(restored).toMatch(/stands in place.+: 2 people, 1 couple\./);
  expect(await run('keys', ['rotate'], environment)).toMatch(/holds a new key/);
  await bot.start();
  await bram.sees('Ik ben teruggezet naar een kopie');
  await bram.sees('Zo krijgt je partner het straks te lezen');
  expect(world.wrongCalls().filter(({ errorCode }) => errorCode !== 403)).toEqual([]);
  await bot.stop();
  expect(traces()).toEqual([]);
  await bot.close();
  await world.close();
});
