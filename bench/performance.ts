import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Figure } from './figures.js';

const file = fileURLToPath(new URL('../docs/performance.md', import.meta.url));

export interface MeasuredPart {
  readonly name: string;
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly cores: number;
  /** From what is known, without a run. */
  readonly isComputed?: boolean;
}

/** Puts a part's newest figures into docs/performance.md, between its marks; the words around them stay. */
export function writePart(part: MeasuredPart): void {
  const before = readFileSync(file, 'utf8');
  const [from, to] = [`<!-- bench ${part.name} -->`, `<!-- end ${part.name} -->`];
  const start = before.indexOf(from);
  const end = before.indexOf(to);
  if (start < 0 || end < start) throw new Error(`docs/performance.md has no place for the figures of ${part.name}`);
  writeFileSync(file, before.slice(0, start + from.length) + tableOf(part) + before.slice(end));
}

function tableOf({ figures, cores, isComputed = false }: MeasuredPart): string {
  const rows = [
    ['', isComputed ? 'computed' : 'measured', 'target', ''],
    ...figures.map(({ what, measured, target, isMet }) => [
      what,
      measured,
      target,
      isMet === null ? '' : isMet ? 'met' : '**missed**',
    ]),
  ];
  // Columns of one width, as Prettier would have them.
  const widths = [0, 1, 2, 3].map((column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const when = new Date().toISOString().slice(0, 10);
  const machine = isComputed
    ? `Computed on ${when}, not measured.`
    : `Measured on ${when}: ${String(cores)} cores, Node ${process.version}, ${process.platform} ${process.arch}, load average ${(loadavg()[0] ?? 0).toFixed(0)}.`;
  return `\n\n${machine}\n\n${[line(head), rule, ...body.map(line)].join('\n')}\n\n`;
}
