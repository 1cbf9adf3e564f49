import { cpus } from 'node:os';
import type { CallView } from '../../src/emulator/contract.js';
import type { Ledger } from './couple.js';
import type { Verdict } from './verdict.js';

export interface Kill {
  readonly isListening: boolean;
}

export interface Run {
  readonly seed: number;
  readonly seconds: number;
  readonly killed: readonly Kill[];
  readonly ledger: Ledger;
  readonly verdict: Verdict;
  readonly calls: readonly CallView[];
}

/** The page docs/crash-test.md: what was done, what was seen. */
export function report({ seed, seconds, killed, ledger, verdict, calls }: Run): string {
  const { broken, confirmed, copies } = verdict;
  const whileStarting = killed.filter(({ isListening }) => !isListening).length;
  const struck = calls.flatMap(({ fault }) => (fault === null ? [] : [fault]));
  const faults = [...new Set(struck)].map((kind) => `${String(struck.filter((one) => one === kind).length)} ${kind}`);
  const rows: readonly (readonly [string, string])[] = [
    ['kills by SIGKILL', `${String(killed.length)}, of which ${String(whileStarting)} before it listened`],
    ['couples', String(ledger.couples)],
    ['rounds, each opened to both', String(ledger.opened)],
    ['answers confirmed', String(confirmed)],
    ['answers edited, taken back', `${String(ledger.edits)}, ${String(ledger.withdrawals)}`],
    ['taps on an outdated «Verzegel», then on the newest', String(ledger.secondTaps)],
    ['breathers from the call to the end', String(ledger.breathers)],
    ['hearts', String(ledger.hearts)],
    ['calls of the bot', String(calls.length)],
    ['calls struck by a fault', faults.join(', ')],
    ['answers lost, halved or doubled; words too early; wrong calls; copies unexplained', String(broken.length)],
    [
      'copies of a message that is one of a kind',
      `${String(copies.byKill + copies.byBrokenAnswer)}: ${String(copies.byKill)} across a kill, ${String(copies.byBrokenAnswer)} after an answer that never arrived`,
    ],
    ['of these copies of what was opened', String(copies.ofReveals)],
  ];
  return [
    '# Killed at random',
    '',
    'Written by `npm run crash-test -- --report`; `test/crash/` has the people, the faults and the checks.',
    '',
    `Seed ${String(seed)}, ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${String(cpus().length)} cores, ${String(Math.round(seconds))} s.`,
    '',
    table(rows),
    '',
    ...(broken.length === 0 ? [] : ['## Broken', '', ...broken.slice(0, 50).map((sentence) => `- ${sentence}`), '']),
  ].join('\n');
}

function table(rows: readonly (readonly [string, string])[]): string {
  const head = ['What', 'How many'] as const;
  const widths = [0, 1].map((column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}
