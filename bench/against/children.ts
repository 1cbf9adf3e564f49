import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';

/** Processes that do not outlive this one. Each leads a group of its own, so that what it started in turn ends with it. */

const running = new Set<ChildProcess>();

export interface Ended {
  readonly code: number | null;
  /** What it printed, errors included, unless that was shown. */
  readonly said: string;
  /** What it sent over IPC last. */
  readonly told: unknown;
}

interface How {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly ipc?: boolean;
  /** Whether what it prints goes to this one's output, instead of being gathered. */
  readonly isShown?: boolean;
}

export async function runChild(
  command: string,
  args: readonly string[],
  { cwd, env = process.env, ipc = false, isShown = false }: How,
): Promise<Ended> {
  const output = isShown ? 'inherit' : 'pipe';
  const stdio: StdioOptions = ['ignore', output, output, ...(ipc ? ['ipc' as const] : [])];
  const child = spawn(command, args, { cwd, env, stdio, detached: true });
  running.add(child);
  let said = '';
  let told: unknown = null;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  child.on('message', (message) => {
    told = message;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  running.delete(child);
  return { code, said, told };
}

export function killChildren(): void {
  for (const { pid } of running) {
    if (pid === undefined) continue;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  }
}
