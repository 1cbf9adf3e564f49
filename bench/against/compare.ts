import { join, resolve } from 'node:path';
import type { Lap } from '../lap.js';
import { checkOut, fitBench, install } from './checkout.js';
import { killChildren, runChild } from './children.js';
import { ratiosOf, summaryOf, type Pair } from './summary.js';

export interface Comparison {
  readonly part: string;
  readonly commit: string;
  readonly pairs: number;
  readonly scale: number;
}

/**
 * Runs one part on the working tree and on another commit, each run in a process of its own, in turns. Each round runs the
 * working tree twice, and the three take turns at being first, so that what the machine does meanwhile falls on all.
 */
export async function compare({ part, commit, pairs, scale }: Comparison): Promise<void> {
  const root = resolve(import.meta.dirname, '../..');
  const checkout = checkOut(commit);
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    // npm passes a signal on that the terminal has sent to both; a second one must find a listener too.
    process.on(signal, () => {
      process.exit(code);
    });
  }
  process.on('exit', () => {
    killChildren();
    checkout.remove();
  });
  console.log(`${commit.slice(0, 10)} is checked out; its dependencies are installed …`);
  const whose = await install(checkout.directory);
  console.log(`  ${whose === 'ours' ? 'the same lock file: ours are used' : 'npm ci is done'}`);
  const kept = await fitBench(checkout.directory);
  const fit = kept.length === 0 ? 'whole' : `except what speaks to src: ${kept.join(', ')}`;
  console.log(`  this bench measures both, ${fit}`);
  const done: Pair[] = [];
  while (done.length < pairs) {
    const laps = await inTurns(done.length, {
      ours: () => lapIn(root, part, scale),
      theirs: () => lapIn(checkout.directory, part, scale),
      again: () => lapIn(root, part, scale),
    });
    done.push(laps);
    const [cpu] = ratiosOf([laps]);
    const [change = Number.NaN, noise = Number.NaN] = [cpu?.change[0], cpu?.noise[0]];
    const ratios = `${change.toFixed(2)}, the same commit twice ${noise.toFixed(2)}`;
    console.log(`  pair ${String(done.length)} of ${String(pairs)}: processor time ${ratios}`);
  }
  console.log(`\nThe working tree by ${commit.slice(0, 10)}, ${String(pairs)} pairs:\n\n${summaryOf(done)}`);
}

async function inTurns(round: number, run: Readonly<Record<keyof Pair, () => Promise<Lap>>>): Promise<Pair> {
  const names = ['ours', 'theirs', 'again'] as const;
  const laps: Partial<Record<keyof Pair, Lap>> = {};
  for (const turn of names.keys()) {
    const name = names[(round + turn) % names.length] ?? 'ours';
    laps[name] = await run[name]();
  }
  return laps as Pair;
}

async function lapIn(directory: string, part: string, scale: number): Promise<Lap> {
  const args = ['--import', 'tsx', join(directory, 'bench/lap.ts'), part, String(scale)];
  const { code, said, told } = await runChild(process.execPath, args, { cwd: directory, ipc: true });
  if (code !== 0 || told === null) throw new Error(`${part} failed in ${directory}:\n${said}`);
  return told as Lap;
}
