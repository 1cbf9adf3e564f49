import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { byTheClock } from '../support/by-the-clock.js';
import { compiled } from '../support/compiled.js';
import { freePort } from '../support/free-port.js';
import type { TestDatabases } from '../support/postgres.js';

const token = `4200000000:${'test'.repeat(9)}`;
/** How long a service manager waits before it restarts a process. */
const againMs = 500;
const lookMs = 50;
const startLimitMs = 60_000;

/** One process of the bot. Whenever it ends it is started again, until it is closed. */
export interface Replica {
  readonly name: string;
  readonly pid: number;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** SIGTERM. */
  stop(): Promise<void>;
  /** SIGSTOP. */
  freeze(): void;
  /** SIGCONT. */
  wake(): void;
  /** How often it ended without being killed. */
  ends(): number;
  output(): string;
  close(): Promise<void>;
}

export interface Town {
  /** The emulator's. */
  readonly url: string;
  readonly databases: TestDatabases;
}

/** Resolves once it answers on its port. It need not lead. */
export async function startReplica(name: string, { url, databases }: Town): Promise<Replica> {
  const home = mkdtempSync(join(tmpdir(), 'samenspraak-replica-'));
  const port = await freePort();
  const environment = {
    PATH: process.env['PATH'],
    BOT_TOKEN: token,
    OPERATOR_NAME: 'Tests',
    OPEN_TO: 'everyone',
    TELEGRAM_API_ROOT: url,
    DATABASE_URL: `${databases.databaseUrl}?application_name=${name}`,
    KEYS_DATABASE_URL: databases.keysDatabaseUrl,
    SAMENSPRAAK_KEY: Buffer.alloc(32, 3).toString('base64'),
    DEFAULT_TIMEZONE: zoneOfNoon(),
    CHAT_RATE: '100',
    SCENARIOS_OFF: byTheClock.join(','),
    HTTP_PORT: String(port),
    LOG_LEVEL: 'warn',
  };
  let child: ChildProcess | null = null;
  let isClosed = false;
  let isOurs = false;
  let ends = 0;
  let output = '';
  let running = Promise.resolve();

  const begin = () => {
    const started = spawn(process.execPath, [compiled('main')], {
      cwd: home,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    }
    running = new Promise((resolve) => {
      started.once('exit', () => {
        if (!isOurs) ends += 1;
        isOurs = false;
        child = null;
        resolve();
      });
    });
    void running
      .then(() => wait(againMs))
      .then(() => {
        if (!isClosed) begin();
      });
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child === null) return;
    isOurs = true;
    child.kill(signal);
    await running;
  };
  const answers = () =>
    fetch(`http://127.0.0.1:${String(port)}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );

  begin();
  const until = performance.now() + startLimitMs;
  while (!(await answers())) {
    if (performance.now() > until) throw new Error(`${name} did not start:\n${output}`);
    await wait(lookMs);
  }
  return {
    name,
    get pid() {
      return child?.pid ?? 0;
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    freeze: () => child?.kill('SIGSTOP'),
    wake: () => child?.kill('SIGCONT'),
    ends: () => ends,
    output: () => output,
    close: async () => {
      isClosed = true;
      child?.kill('SIGCONT');
      await end('SIGTERM');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A zone in which it is about noon now: the bot sends nothing at night, and it runs on the machine's clock. */
function zoneOfNoon(): string {
  const hours = 12 - new Date().getUTCHours();
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${String(Math.abs(hours))}`;
}
