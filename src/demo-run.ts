import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBot } from './bot.js';
import { readConfig } from './config.js';
import { followClock } from './demo-clock.js';
import { tellNextQuestion, type NextTeller } from './demo-next.js';
import { createLog } from './log.js';
import { isAddressTaken, runUntilStopped } from './process.js';

export interface DemoOptions {
  readonly port: number;
  readonly emulator: string | undefined;
  readonly data: string | undefined;
  readonly scenario: string | undefined;
  readonly token: string | undefined;
}

/** Runs until it is stopped. */
export async function runDemo(options: DemoOptions): Promise<void> {
  const log = createLog(process.env['LOG_LEVEL'] ?? 'warn');
  await runUntilStopped(log, async (signal, onFatal) => {
    const emulator = await openEmulator(options);
    const data = await openDataDir(options);
    const config = readConfig({
      OPERATOR_NAME: 'Samenspraak',
      OPEN_TO: 'everyone',
      SAMENSPRAAK_KEY: options.data === undefined ? randomBytes(32).toString('base64') : undefined,
      KEY_FILE: join(data.path, '..', `${data.path.split('/').at(-1) ?? 'demo'}.key`),
      ...process.env,
      BOT_TOKEN: options.token ?? freshToken(),
      TELEGRAM_API_ROOT: emulator.url,
      DATA_DIR: data.path,
      HTTP_PORT: process.env['HTTP_PORT'] ?? '0',
    });
    const clock = await followClock(emulator.url);
    let next: NextTeller | null = null;
    const bot = await startBot({
      config,
      clock,
      log,
      onFatal,
      signal,
      onApplied: () => next?.mayHaveChanged(),
      keepsNothing: true,
      ...(options.scenario === undefined ? {} : { scenarioFile: options.scenario }),
    });
    const teller = tellNextQuestion(emulator.url, () => bot.nextQuestionAt());
    next = teller;
    clock.onJump(async () => {
      await bot.tick();
      await teller.tell();
    });
    await teller.tell();
    if (bot.ownerLink !== null) console.log(`The first link: ${bot.ownerLink}`);
    console.log(`Two phones, one bot: ${emulator.url}/`);
    console.log('Stop with Ctrl-C. Nothing you type here leaves this machine.');
    return {
      stop: async () => {
        clock.close();
        await teller.close();
        await bot.stop();
        await data.close();
        await emulator.close();
      },
    };
  });
}

interface Closable {
  close(): Promise<void>;
}

async function openDataDir({ data }: DemoOptions): Promise<Closable & { readonly path: string }> {
  if (data !== undefined) return { path: data, close: () => Promise.resolve() };
  const path = await mkdtemp(join(tmpdir(), 'samenspraak-demo-'));
  return { path, close: () => rm(path, { recursive: true, force: true }) };
}

async function openEmulator({ port, emulator }: DemoOptions): Promise<Closable & { readonly url: string }> {
  if (emulator !== undefined) return { url: emulator, close: () => Promise.resolve() };
  const { startEmulator } = await import('./emulator/server.js');
  return startEmulator({ port }).catch(async (error: unknown) => {
    if (!isAddressTaken(error)) throw error;
    const elsewhere = await startEmulator();
    console.log(`Port ${String(port)} is in use; the two phones are on ${String(elsewhere.port)} now.`);
    return elsewhere;
  });
}

/** Nobody else can talk to the emulator as this bot: the number stays, since data belongs to it; the rest is drawn. */
function freshToken(): string {
  return `4200000000:${randomBytes(27).toString('base64url')}`;
}
