/** What the parts of the bench have in common: figures beside targets, medians, data of their own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  /** Null for what stands there for comparison only. */
  readonly isMet: boolean | null;
}

export function atLeast(what: string, value: number, target: number, unit = ''): Figure {
  return { what, measured: `${shown(value)}${unit}`, target: `≥ ${shown(target)}${unit}`, isMet: value >= target };
}

export function atMost(what: string, value: number, target: number, unit = ''): Figure {
  return { what, measured: `${shown(value)}${unit}`, target: `≤ ${shown(target)}${unit}`, isMet: value <= target };
}

export function noted(what: string, measured: string): Figure {
  return { what, measured, target: '', isMet: null };
}

export function shown(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en');
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** «0.61–0.74», so that nobody takes a noisy machine's median for more than it is. */
export function range(values: readonly number[]): string {
  return `${shown(Math.min(...values))}–${shown(Math.max(...values))}`;
}

/** Runs with a directory that is gone afterwards. */
export async function withDirectory<Result>(work: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), 'samenspraak-bench-'));
  try {
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

export async function timed(work: () => Promise<void> | void): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
