import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface ContenderOptions {
  readonly apiRoot: string;
  readonly dataDir: string;
  readonly couples: number;
  readonly sendRate: number;
}

export interface Contender {
  readonly pid: number;
  /** Processor time since its start. */
  cpuSeconds(): Promise<number>;
  stop(): Promise<void>;
}

export const token = `1000:${'x'.repeat(35)}`;

/** Starts one contender in a process of its own and waits until it listens. */
export async function startContender(
  kind: 'ours' | 'raw' | 'telegraf-drizzle' | 'telegraf-echo',
  options: ContenderOptions,
  environment: NodeJS.ProcessEnv = {},
): Promise<Contender> {
  const file = kind.startsWith('telegraf') ? 'telegraf' : kind;
  const child = fork(fileURLToPath(new URL(`contender-${file}.ts`, import.meta.url)), [JSON.stringify(options), kind], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ...environment },
  });
  await once(child, 'message');
  return {
    pid: child.pid ?? 0,
    cpuSeconds: async () => {
      child.send('processor time?');
      const [seconds] = (await once(child, 'message')) as [number];
      return seconds;
    },
    stop: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/** For a contender's process: what it was started with. It ends with whoever started it, and tells its processor time when asked. */
export function startedWith(): ContenderOptions {
  process.on('disconnect', () => process.exit());
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1e6);
  });
  return JSON.parse(process.argv[2] ?? '{}') as ContenderOptions;
}
