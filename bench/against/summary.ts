import { median, quantile, shown } from '../figures.js';
import type { Lap } from '../lap.js';
import type { Spent } from '../measured.js';

/** One round: this commit, the other, and this commit once more. */
export interface Pair {
  readonly ours: Lap;
  readonly theirs: Lap;
  readonly again: Lap;
}

interface Ratios {
  readonly what: string;
  /** Ours by theirs. */
  readonly change: readonly number[];
  /** Ours by ours once more, which is 1 but for the machine. */
  readonly noise: readonly number[];
}

export function ratiosOf(pairs: readonly Pair[]): readonly Ratios[] {
  const ratios = (what: string, take: (lap: Lap) => number): Ratios => ({
    what,
    change: pairs.map(({ ours, theirs }) => take(ours) / take(theirs)),
    noise: pairs.map(({ ours, again }) => take(ours) / take(again)),
  });
  const both = (of: string, take: (lap: Lap) => Spent) => [
    ratios(`processor time, ${of}`, (lap) => take(lap).cpuSeconds),
    ratios(`wall time, ${of}`, (lap) => take(lap).wallSeconds),
  ];
  const isTold = pairs.every(({ ours, theirs, again }) =>
    [ours, theirs, again].every(({ measured }) => measured !== null),
  );
  return [
    ...(isTold ? both('the bot’s share', ({ measured, whole }) => measured ?? whole) : []),
    ...both('whole process', ({ whole }) => whole),
  ];
}

export function summaryOf(pairs: readonly Pair[]): string {
  const all = ratiosOf(pairs);
  const [first] = all;
  const rows = [
    ['', 'median', 'middle half', 'range', 'A/A', 'A/A middle half', 'A/A range'],
    ...all.map(({ what, change, noise }) => [what, ...columnsOf(change), ...columnsOf(noise)]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, ...(first === undefined ? [] : [verdictOf(first, pairs.length)])].join('\n');
}

function columnsOf(ratios: readonly number[]): readonly string[] {
  const [from, to] = middleHalf(ratios);
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  return [shown(median(ratios)), `${fixed(from)}–${fixed(to)}`, `${fixed(least)}–${fixed(most)}`];
}

/** Whether the noise hides the difference: the A/A pairs stray from 1 as far as the two commits do. */
export function verdictOf({ what, change, noise }: Ratios, pairs: number): string {
  const [from, to] = middleHalf(noise);
  const stray = Math.max(Math.abs(from - 1), Math.abs(to - 1));
  const ratio = median(change);
  if (stray < Math.abs(ratio - 1)) return `Of ${what}, this commit takes ${fixed(ratio)} of the other’s.`;
  return `The same commit twice strays as far as ${fixed(stray)} from 1, no less than the two commits (${fixed(ratio)}): these pairs do not tell them apart. Try --pairs ${String(pairs * 2)}.`;
}

const middleHalf = (ratios: readonly number[]) => [quantile(ratios, 0.25), quantile(ratios, 0.75)] as const;

const fixed = (ratio: number) => ratio.toFixed(2);
