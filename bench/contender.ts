import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface ContenderOptions {
  readonly apiRoot: string;
  readonly dataDir: string;
  readonly couples: number;
  readonly sendRate: number;
}

export const token = `1000:${'x'.repeat(35)}`;

/** Starts one contender in a process of its own and waits until it listens; gives what ends it. */
export async function startContender(
  kind: 'ours' | 'raw' | 'telegraf-drizzle' | 'telegraf-echo',
  options: ContenderOptions,
): Promise<() => Promise<void>> {
  const file = kind.startsWith('telegraf') ? 'telegraf' : kind;
  const child = fork(fileURLToPath(new URL(`contender-${file}.ts`, import.meta.url)), [JSON.stringify(options), kind], {
    execArgv: ['--import', 'tsx'],
  });
  await once(child, 'message');
  return async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
}

/** What a contender's process was started with. */
export function startedWith(): ContenderOptions {
  return JSON.parse(process.argv[2] ?? '{}') as ContenderOptions;
}
