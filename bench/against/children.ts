import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';

/** Processes that do not outlive this one. Each leads a group of its own, so that what it started in turn ends with it. */

const running = new Set<ChildProcess>();

export interface Ended {
  readonly code: number | null;
  /** What it printed, errors included. */
  readonly said: string;
  /** What it sent over IPC last. */
  readonly told: unknown;
}

export async function runChild(
  command: string,
  args: readonly string[],
  { cwd, ipc = false }: { readonly cwd: string; readonly ipc?: boolean },
): Promise<Ended> {
  const stdio: StdioOptions = ipc ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'];
  const child = spawn(command, args, { cwd, stdio, detached: true });
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
