import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startEmulator } from '../src/emulator/server.js';
import { storeOptions } from './seed.js';

/** The bot as `npm start` starts it, in a process of its own, and what the system says of it and of all that it started. */
export interface Started {
  readonly wallMs: number;
  readonly pid: number;
  usage(): Usage;
  end(): Promise<void>;
}

export interface Usage {
  readonly cpuMs: number;
  /** Of the largest of its processes. */
  readonly rssMb: number;
  readonly writtenBytes: number;
}

const root = resolve(import.meta.dirname, '..');
const ticksPerSecond = 100;

export async function startBotProcess(dataDir?: string): Promise<Started> {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  const emulator = await startEmulator();
  const seeded = storeOptions('');
  const place = mkdtempSync(join(tmpdir(), 'samenspraak-bench-'));
  const began = performance.now();
  const child = spawn('sh', ['-c', scripts.start], {
    cwd: root,
    // A group of its own, by which everything it starts is found.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      // Those of what the bench seeds.
      BOT_TOKEN: `${seeded.botId}:${'b'.repeat(35)}`,
      SAMENSPRAAK_KEY: seeded.masterKey.toString('base64'),
      OPERATOR_NAME: 'Sanne',
      OPEN_TO: 'everyone',
      TELEGRAM_API_ROOT: emulator.url,
      HTTP_PORT: '0',
      DATA_DIR: dataDir ?? join(place, 'data'),
      LOG_LEVEL: 'warn',
    },
  });
  const pid = child.pid ?? 0;
  const ended = once(child, 'close');
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      if (/is listening\. Stop/.test(said)) resolve();
    });
    child.once('exit', () => {
      reject(new Error(`the bot ended before it listened: ${said}`));
    });
  });
  const wallMs = performance.now() - began;
  return {
    wallMs,
    pid,
    usage: () => usageOf(pid),
    end: async () => {
      process.kill(-pid, 'SIGKILL');
      await ended;
      await emulator.close();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** Over all processes of the group, those that have ended and were waited for included. */
function usageOf(group: number): Usage {
  const each = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => ofProcess(pid, group));
  return {
    cpuMs: each.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    rssMb: Math.max(...each.map(({ rssMb }) => rssMb)),
    writtenBytes: each.reduce((sum, { writtenBytes }) => sum + writtenBytes, 0),
  };
}

function ofProcess(pid: string, group: number): readonly Usage[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (Number(fields[2]) !== group) return [];
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    const numberIn = (file: string, name: RegExp) =>
      Number(name.exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1] ?? 0);
    return [
      {
        cpuMs: (ticks * 1000) / ticksPerSecond,
        rssMb: numberIn('status', /^VmRSS:\s+(\d+)/m) / 1024,
        writtenBytes: numberIn('io', /^write_bytes: (\d+)/m),
      },
    ];
  } catch {
    // It has just ended.
    return [];
  }
}
