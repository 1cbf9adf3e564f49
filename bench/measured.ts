/** What a part spends on the bot itself, without seeding and without the contenders beside it. Imports nothing, so that it fits any commit's bench. */

export interface Spent {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
}

let measured: Spent | null = null;

export function noteSpent({ cpuSeconds, wallSeconds }: Spent): void {
  measured = {
    cpuSeconds: (measured?.cpuSeconds ?? 0) + cpuSeconds,
    wallSeconds: (measured?.wallSeconds ?? 0) + wallSeconds,
  };
}

/** The sum of what was noted so far; null when nothing was. */
export const spentSoFar = (): Spent | null => measured;

/** Runs the bot's share of a part in this process. Gives its seconds of wall time. */
export async function timedOurs(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const wallSeconds = (performance.now() - started) / 1000;
  noteSpent({ cpuSeconds: (user + system) / 1e6, wallSeconds });
  return wallSeconds;
}
