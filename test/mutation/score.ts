import ts from 'typescript';

/**
 * How many changes of each file were noticed, and what became of those that were not. A change is equivalent when no
 * input tells it apart; those are a list for the machine (test/mutation/equivalents.txt). All others stand in
 * docs/mutants.md with a reason each.
 */

/** What is read of https://github.com/stryker-mutator/mutation-testing-elements, schema 2. */
export interface Mutant {
  readonly status: string;
  readonly replacement?: string;
  readonly location: { readonly start: Place; readonly end: Place };
}
/** Both from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Counted {
  readonly noticed: number;
  readonly made: number;
  readonly equivalents: readonly string[];
  /** The other changes that nobody noticed, by what they are, each with its reason. */
  readonly reasons: ReadonlyMap<string, string>;
}
/** By file. */
export type Score = ReadonlyMap<string, Counted>;

export const unanswered = '?';

const row = /^\| (?<file>\S+\.ts) +\| +(?<noticed>\d+) \| +(?<made>\d+) \|/;
const heading = /^## (?<file>\S+)$/;
/** A change ends in its code, or in a number. */
const line = /^- (?<change>.+?[`)]) — (?<reason>.+)$/;

export function readScore(page: string, list: string): Score {
  const equivalents = readEquivalents(list);
  const reasons = readReasons(page);
  const rows = page.split('\n').flatMap((one) => {
    const groups = row.exec(one)?.groups;
    return groups === undefined ? [] : [groups];
  });
  return new Map(
    rows.map(({ file = '', noticed, made }) => {
      const known = equivalents.get(file) ?? [];
      const open = [...(reasons.get(file) ?? [])].filter(([change]) => !known.includes(change));
      return [
        file,
        { noticed: Number(noticed), made: Number(made), equivalents: known, reasons: new Map(open) },
      ] as const;
    }),
  );
}

/** A file on a line of its own, its changes indented below it. */
function readEquivalents(list: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let changes: string[] = [];
  for (const one of list.split('\n').filter((text) => text.trim() !== '')) {
    if (one.startsWith(' ')) changes.push(one.trim());
    else found.set(one, (changes = []));
  }
  return found;
}

function readReasons(page: string): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  let reasons = new Map<string, string>();
  for (const one of page.split('\n')) {
    const { file } = heading.exec(one)?.groups ?? {};
    if (file !== undefined) found.set(file, (reasons = new Map<string, string>()));
    const { change, reason } = line.exec(one)?.groups ?? {};
    if (change !== undefined && reason !== undefined) reasons.set(change, reason);
  }
  return found;
}

/** A file after a run: what is still unnoticed keeps its place, all else of before goes. */
export function countAnew(source: string, mutants: readonly Mutant[], before: Counted | undefined): Counted {
  const decided = mutants.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status));
  const left = decided.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const changes = describe(source, left);
  const isEquivalent = (change: string) => before?.equivalents.includes(change) === true;
  const open = changes.filter((change) => !isEquivalent(change));
  return {
    noticed: decided.length - left.length,
    made: decided.length,
    equivalents: changes.filter(isEquivalent),
    reasons: new Map(open.map((change) => [change, before?.reasons.get(change) ?? unanswered])),
  };
}

/** Where, what, into what; the second of two that read the same is numbered. */
function describe(source: string, mutants: readonly Mutant[]): readonly string[] {
  const tree = ts.createSourceFile('', source, ts.ScriptTarget.Latest, true);
  const offset = ({ line, column }: Place) => tree.getPositionOfLineAndCharacter(line - 1, column - 1);
  const found = new Set<string>();
  const inOrder = mutants.toSorted((one, other) => offset(one.location.start) - offset(other.location.start));
  for (const { location, replacement = '' } of inOrder) {
    const from = offset(location.start);
    const was = source.slice(from, offset(location.end));
    const first = `${holderOf(tree, from)}: ${code(was)} → ${code(replacement)}`;
    let change = first;
    for (let nth = 2; found.has(change); nth++) change = `${first} (${String(nth)})`;
    found.add(change);
  }
  return [...found];
}

/** The name of the function or constant at the top of the file that this place is part of. */
function holderOf(tree: ts.SourceFile, position: number): string {
  const statement = tree.statements.find(({ pos, end }) => pos <= position && position < end);
  if (statement === undefined) return 'file';
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations[0]?.name.getText() ?? 'file';
  return ts.isFunctionDeclaration(statement) ? (statement.name?.text ?? 'file') : 'file';
}

/** On one line, its middle left out where it is long. */
function code(text: string): string {
  const onOne = text.replaceAll(/\s+/g, ' ').trim();
  const short = onOne.length <= 90 ? onOne : `${onOne.slice(0, 60)} … ${onOne.slice(-25)}`;
  const fence = short.includes('`') ? '``' : '`';
  // As Prettier has it: a blank only where a backtick would touch the fence.
  const blank = /^`|`$/.test(short) ? ' ' : '';
  return `${fence}${blank}${short}${blank}${fence}`;
}

const inOrder = (score: Score) => [...score].toSorted(([one], [other]) => (one < other ? -1 : 1));

export function writeEquivalents(score: Score): string {
  const files = inOrder(score).filter(([, { equivalents }]) => equivalents.length > 0);
  return files
    .map(([file, { equivalents }]) => `${[file, ...equivalents.map((one) => `  ${one}`)].join('\n')}\n`)
    .join('\n');
}

/** What follows the introduction of the page; not yet laid out by Prettier. */
export function writePage(score: Score): string {
  const files = inOrder(score);
  const sum = (of: (one: Counted) => number) => files.reduce((all, [, one]) => all + of(one), 0);
  const noticed = sum((one) => one.noticed);
  const made = sum((one) => one.made);
  const equivalent = sum((one) => one.equivalents.length);
  const others = sum((one) => one.reasons.size);
  const all = [
    `In ${String(files.length)} files ${String(noticed)} of ${String(made)} changes were noticed, ${share(noticed, made)}.`,
    `Of the rest ${String(equivalent)} are equivalent, and ${String(others)} could be told from the code.`,
  ].join(' ');
  const table = [
    '| File | Noticed | Of | Share | Equivalent | Others |',
    '| --- | --: | --: | --: | --: | --: |',
    ...files.map(
      ([file, one]) =>
        `| ${file} | ${[one.noticed, one.made, share(one.noticed, one.made), one.equivalents.length, one.reasons.size].join(' | ')} |`,
    ),
  ].join('\n');
  const sections = files
    .filter(([, { reasons }]) => reasons.size > 0)
    .map(
      ([file, { reasons }]) =>
        `## ${file}\n\n${[...reasons].map(([change, why]) => `- ${change} — ${why}`).join('\n')}`,
    );
  return `${[all, table, ...sections].join('\n\n')}\n`;
}

function share(noticed: number, made: number): string {
  return `${((100 * noticed) / made).toFixed(1)} %`;
}
