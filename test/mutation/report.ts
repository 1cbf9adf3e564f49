import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';
import { readCommandLine } from '../../src/command-line.js';

/**
 * Takes the last run of Stryker (artifacts/mutation.json) into docs/mutants.md: how many changes of each file were noticed,
 * and a line for each that was not. A line whose change is still unnoticed keeps its answer; the others go.
 */

/** What of the report is read: https://github.com/stryker-mutator/mutation-testing-elements, schema 2. */
interface Report {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
}
interface Mutant {
  readonly status: string;
  readonly replacement?: string;
  readonly location: { readonly start: Place; readonly end: Place };
}
/** Both from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}
interface Counted {
  readonly noticed: number;
  readonly made: number;
  /** The changes nobody noticed, by what they are, each with its answer. */
  readonly answers: ReadonlyMap<string, string>;
}

readCommandLine({
  usage: 'npm run mutation:report',
  about: 'Takes the last mutation run (artifacts/mutation.json) into docs/mutants.md.',
});

const page = 'docs/mutants.md';
const start = '<!-- counted -->';
const unanswered = '?';
const section = /^## (?<name>\S+): (?<noticed>\d+) of (?<made>\d+)/;
const line = /^- (?<change>.+) — (?<answer>.+)$/;

const { files } = JSON.parse(readFileSync('artifacts/mutation.json', 'utf8')) as Report;
const [head = '', body = ''] = readFileSync(page, 'utf8').split(start);
const known = countedIn(body);
for (const [path, { source, mutants }] of Object.entries(files)) {
  const name = path.replace(/^src\//, '');
  if (mutants.length > 0) known.set(name, counted(source, mutants, known.get(name)?.answers ?? new Map()));
}
for (const name of known.keys()) if (!existsSync(`src/${name}`)) known.delete(name);
writeFileSync(page, `${head}${start}\n\n${written(known)}`);

const open = [...known].flatMap(([name, { answers }]) =>
  [...answers].filter(([, answer]) => answer === unanswered).map(([change]) => `${name}: ${change}`),
);
process.stdout.write(open.length === 0 ? 'Each has its answer.\n' : `Without an answer:\n${open.join('\n')}\n`);

function counted(source: string, mutants: readonly Mutant[], before: Counted['answers']): Counted {
  const decided = mutants.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status));
  const left = decided.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const tree = ts.createSourceFile('', source, ts.ScriptTarget.Latest, true);
  const answers = new Map<string, string>();
  for (const mutant of left.toSorted((one, other) => offsetOf(one) - offsetOf(other))) {
    const first = described(mutant);
    let change = first;
    for (let nth = 2; answers.has(change); nth++) change = `${first} (${String(nth)})`;
    answers.set(change, before.get(change) ?? unanswered);
  }
  return { noticed: decided.length - left.length, made: decided.length, answers };

  function offsetOf({ location }: Mutant): number {
    return tree.getPositionOfLineAndCharacter(location.start.line - 1, location.start.column - 1);
  }

  function described({ location, replacement = '' }: Mutant): string {
    const from = tree.getPositionOfLineAndCharacter(location.start.line - 1, location.start.column - 1);
    const to = tree.getPositionOfLineAndCharacter(location.end.line - 1, location.end.column - 1);
    return `${holderOf(tree, from)}: ${code(source.slice(from, to))} → ${code(replacement)}`;
  }
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
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const short = line.length <= 90 ? line : `${line.slice(0, 60)} … ${line.slice(-25)}`;
  const fence = short.includes('`') ? '``' : '`';
  // As Prettier has it: a blank only where a backtick would touch the fence.
  const blank = /^`|`$/.test(short) ? ' ' : '';
  return `${fence}${blank}${short}${blank}${fence}`;
}

function countedIn(text: string): Map<string, Counted> {
  const found = new Map<string, Counted>();
  let answers = new Map<string, string>();
  for (const row of text.split('\n')) {
    const { name, noticed, made } = section.exec(row)?.groups ?? {};
    if (name !== undefined) {
      answers = new Map();
      found.set(name, { noticed: Number(noticed), made: Number(made), answers });
    }
    const { change, answer } = line.exec(row)?.groups ?? {};
    if (change !== undefined && answer !== undefined) answers.set(change, answer);
  }
  return found;
}

function written(known: ReadonlyMap<string, Counted>): string {
  const sorted = [...known].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const noticed = sorted.reduce((sum, [, one]) => sum + one.noticed, 0);
  const made = sorted.reduce((sum, [, one]) => sum + one.made, 0);
  const all = `In ${String(sorted.length)} files ${String(noticed)} of ${String(made)} changes were noticed, ${share(noticed, made)}.`;
  const sections = sorted.map(([name, one]) => {
    const title = `## ${name}: ${String(one.noticed)} of ${String(one.made)}, ${share(one.noticed, one.made)}`;
    const rows = [...one.answers].map(([change, answer]) => `- ${change} — ${answer}`);
    return [title, ...(rows.length > 0 ? [rows.join('\n')] : [])].join('\n\n');
  });
  return `${[all, ...sections].join('\n\n')}\n`;
}

function share(noticed: number, made: number): string {
  return `${((100 * noticed) / made).toFixed(1)} %`;
}
