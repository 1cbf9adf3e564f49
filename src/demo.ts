import './utc.js';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBot } from './bot.js';
import { readConfig } from './config.js';
import { followClock } from './demo-clock.js';
import { createLog } from './log.js';
import { runUntilStopped, stopWith } from './process.js';

/**
 * The bot against a Bot API emulator on this machine: no token, no network. `--emulator` uses one that runs already,
 * `--data` keeps what the bot stores (both for tests that kill and restart the bot), `--scenario` asks a prompt of your
 * own first, `--token` is another bot.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8090' },
    emulator: { type: 'string' },
    data: { type: 'string' },
    scenario: { type: 'string' },
    token: { type: 'string', default: `4200000000:${'demo'.repeat(9)}` },
  },
});

async function openDataDir(): Promise<{ path: string; close: () => Promise<void> }> {
  if (values.data !== undefined) return { path: values.data, close: () => Promise.resolve() };
  const path = await mkdtemp(join(tmpdir(), 'samenspraak-demo-'));
  return { path, close: () => rm(path, { recursive: true, force: true }) };
}

async function openEmulator(): Promise<{ url: string; close: () => Promise<void> }> {
  if (values.emulator !== undefined) return { url: values.emulator, close: () => Promise.resolve() };
  const { startEmulator } = await import('./emulator/server.js');
  const port = Number(values.port);
  return startEmulator({ port }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return startEmulator();
    throw error;
  });
}

try {
  const log = createLog(process.env['LOG_LEVEL'] ?? 'warn');
  await runUntilStopped(log, async (signal, onFatal) => {
    const emulator = await openEmulator();
    const data = await openDataDir();
    const config = readConfig({
      OPERATOR_NAME: 'Samenspraak',
      OPEN_TO: 'everyone',
      SAMENSPRAAK_KEY: values.data === undefined ? randomBytes(32).toString('base64') : undefined,
      KEY_FILE: join(data.path, '..', `${data.path.split('/').at(-1) ?? 'demo'}.key`),
      ...process.env,
      BOT_TOKEN: values.token,
      TELEGRAM_API_ROOT: emulator.url,
      DATA_DIR: data.path,
      HTTP_PORT: process.env['HTTP_PORT'] ?? '0',
    });
    const clock = await followClock(emulator.url);
    const bot = await startBot({
      config,
      clock,
      log,
      onFatal,
      signal,
      ...(values.scenario === undefined ? {} : { scenarioFile: values.scenario }),
    });
    clock.onJump(() => bot.tick());
    if (bot.ownerLink !== null) console.log(`The first link: ${bot.ownerLink}`);
    console.log(`Two phones, one bot: ${emulator.url}/`);
    console.log('Stop with Ctrl-C. Nothing you type here leaves this machine.');
    return {
      stop: async () => {
        clock.close();
        await bot.stop();
        await data.close();
        await emulator.close();
      },
    };
  });
} catch (error) {
  stopWith(error);
}
