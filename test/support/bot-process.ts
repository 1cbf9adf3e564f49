import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { byTheClock } from './by-the-clock.js';
import { compiled } from './compiled.js';
import type { World } from './world.js';

/** Far beyond what either takes on a busy machine: a process that hangs is killed, and the test fails. */
const startLimitMs = 60_000;
const stopLimitMs = 60_000;
/** The same at every start: with a fresh one it would be another bot. */
const token = `4200000000:${'test'.repeat(9)}`;
/** The real bot in a process of its own, against an emulated Telegram; it can be killed and started again. */
export interface BotProcess {
  readonly dataDir: string;
  /** All it has printed, logs included. */
  output(): string;
  /** Of the process that runs now. */
  pid(): number;
  /** `more`: flags besides those it was first started with. */
  start(more?: readonly string[]): Promise<void>;
  /** SIGKILL: no chance to finish anything. */
  kill(): Promise<void>;
  /** SIGTERM; gives back the exit code. */
  stop(): Promise<number | null>;
  close(): Promise<void>;
}

/** Without the questions that open by the clock, unless SCENARIOS_OFF is given as empty. */
export async function startBotProcess(
  world: World,
  { SCENARIOS_OFF: off, ...environment }: Record<string, string> | undefined = {},
  flags: readonly string[] = [],
): Promise<BotProcess> {
  const root = mkdtempSync(join(tmpdir(), 'samenspraak-test-'));
  const dataDir = join(root, 'data');
  const left = off === '' ? [] : [...byTheClock, ...(off === undefined ? [] : [off])];
  let child: ChildProcess | null = null;
  let output = '';

  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const running = child;
    child = null;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return running?.exitCode ?? null;
    const exited = once(running, 'exit') as Promise<[number | null]>;
    running.kill(signal);
    const limit = setTimeout(() => running.kill('SIGKILL'), stopLimitMs);
    const [code] = await exited;
    clearTimeout(limit);
    return code;
  };

  const bot: BotProcess = {
    dataDir,
    output: () => output,
    pid: () => {
      if (child?.pid === undefined) throw new Error('the bot does not run');
      return child.pid;
    },
    start: async (more = []) => {
      const started = spawn(
        process.execPath,
        [compiled('demo'), '--emulator', world.url, '--data', dataDir, '--token', token, ...flags, ...more],
        {
          env: { ...process.env, LOG_LEVEL: 'debug', CHAT_RATE: '100', SCENARIOS_OFF: left.join(','), ...environment },
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
      child = started;
      started.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
      const lines = createInterface({ input: started.stdout });
      const limit = setTimeout(() => started.kill('SIGKILL'), startLimitMs);
      await new Promise<void>((resolve, reject) => {
        lines.on('line', (line) => {
          output += `${line}\n`;
          if (line.startsWith('Two phones')) resolve();
        });
        started.once('exit', () => {
          reject(new Error(`the bot ended before it listened:\n${output}`));
        });
      }).finally(() => {
        clearTimeout(limit);
      });
    },
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    close: async () => {
      await end('SIGTERM');
      rmSync(root, { recursive: true, force: true });
    },
  };
  await bot.start();
  return bot;
}
