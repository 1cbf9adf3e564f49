import type { z } from 'zod';

/** What is wrong with a file, said so that the person who wrote it can put it right. */

/** Fields that are there by another name, or in another kind of file. */
const meantFields: ReadonlyMap<string, string> = new Map([
  ['arrives', 'arrives belongs in a file that says kind: postcard'],
  ['ritual', 'write "after.ritual"'],
  ['steps', 'steps belong in a file that says kind: path, or kind: listening'],
  ['summary', 'write "about"'],
  ['checks', 'write "own_part: true" at a line'],
  ['respond', 'write "after"'],
  ['follow_up', 'write "after.follow_up_days"'],
  ['stem', 'write answer: { kind: stem, lines: … }'],
]);

/** Fields for what the bot itself sees to, of every file alike. */
const settledFields = new Set(
  (
    'next retention_days min_engine reviewed cadence days per_week min_gap_hours both_opt_in light_mode content ' +
    'grounding not_when to pass reveal'
  ).split(' '),
);

const plain: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
};

/** The sentences for one zod issue: one per unknown field, otherwise a single one. `value` is what stands in the file. */
export function sentencesFor(issue: z.core.$ZodIssue, value: unknown): readonly string[] {
  const name = pathAsWritten(issue.path);
  const about = (sentence: string) => [name === '' ? sentence : `${name} ${sentence}`];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.message.split('\n').map((sentence) => (name === '' ? sentence : `${name} has an ${sentence}`));
    case 'invalid_type':
      return about(wrongType(issue, value));
    case 'invalid_value':
      if (isOurs(issue)) return [issue.message];
      if (value === undefined) return about('is missing');
      return about(`is ${JSON.stringify(value)}; it can be: ${issue.values.map(String).join(', ')}`);
    case 'too_small':
      return about(issue.origin === 'string' ? 'is empty' : `needs at least ${amount(issue.origin, issue.minimum)}`);
    case 'too_big':
      return about(`may be at most ${amount(issue.origin, issue.maximum)}`);
    case 'invalid_union':
      return [issue.message];
    case 'custom':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return about(issue.message);
  }
}

export function unknownField(key: string, known: readonly string[]): string {
  const elsewhere = meantFields.get(key);
  if (elsewhere !== undefined) return `unknown field "${key}"; ${elsewhere}`;
  if (settledFields.has(key)) return `unknown field "${key}"; the bot sees to that in every file alike`;
  return `unknown field "${key}"; ${meant(key, known)}`;
}

/** A value that should be one of a few names. */
export function unknownName(field: string, value: unknown, known: readonly string[]): string {
  if (typeof value !== 'string') return `names no ${field}; ${thereAre(known)}`;
  return `unknown ${field} ${JSON.stringify(value)}; ${meant(value, known)}`;
}

function meant(typed: string, known: readonly string[]): string {
  const close = known.find((name) => distance(typed.toLowerCase(), name) <= Math.min(2, Math.floor(name.length / 3)));
  return close === undefined ? thereAre(known) : `do you mean "${close}"?`;
}

function thereAre(known: readonly string[]): string {
  return `there ${known.length === 1 ? 'is' : 'are'}: ${known.join(', ')}`;
}

function wrongType(issue: z.core.$ZodIssueInvalidType, value: unknown): string {
  if (value === undefined) return 'is missing';
  if (value === null) return 'is empty';
  if (isOurs(issue)) return issue.message;
  if (issue.expected === 'string' && typeof value !== 'object') return 'should be text: put it in quotes';
  return `should be ${plain[issue.expected] ?? issue.expected}`;
}

/** A sentence given with the schema, rather than zod's own. */
function isOurs({ message }: z.core.$ZodIssue): boolean {
  return !message.startsWith('Invalid ');
}

function amount(origin: string, limit: number | bigint): string {
  if (origin === 'string') return `${limit} characters`;
  if (origin === 'array') return `${limit} ${Number(limit) === 1 ? 'item' : 'items'}`;
  return String(limit);
}

/** `answer.options[2].id`, counting from zero as YAML tools do. */
export function pathAsWritten(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('');
}

/** Edit distance (Levenshtein) between two field names. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, letter] of Array.from(one.slice(0, 40)).entries()) {
    const next = [index + 1];
    for (const [column, otherLetter] of Array.from(other).entries()) {
      const change = (row[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(change, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
