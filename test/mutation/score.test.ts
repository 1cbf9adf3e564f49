import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { countAnew, readScore, writeEquivalents, writePage, type Mutant, type Score } from './score.js';

const source = `export const limit = 3;
export function fits(n: number): boolean {
  return n < limit && n > 0 && n < limit;
}
`;

/** A change of the nth \`from\` in the source. */
function mutant(status: string, from: string, replacement: string, nth = 1): Mutant {
  let at = -1;
  for (let count = 0; count < nth; count++) at = source.indexOf(from, at + 1);
  const place = (offset: number) => {
    const before = source.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  };
  return { status, replacement, location: { start: place(at), end: place(at + from.length) } };
}

const atLimit = 'fits: `n < limit` → `n <= limit`';
const atZero = 'fits: `n > 0` → `n >= 0`';

const known = (equivalents: readonly string[], reasons: Readonly<Record<string, string>>) =>
  ({ noticed: 1, made: 3, equivalents, reasons: new Map(Object.entries(reasons)) }) as const;

describe('what a run gives', () => {
  test('counts what was decided, and leaves out what could not be compiled', () => {
    const { noticed, made } = countAnew(
      source,
      [
        mutant('Killed', '3', '4'),
        mutant('Timeout', 'n > 0', 'true'),
        mutant('Survived', 'n < limit', 'n <= limit'),
        mutant('NoCoverage', 'n > 0', 'n >= 0'),
        mutant('CompileError', 'n > 0', '{}'),
        mutant('Ignored', 'n > 0', '""'),
      ],
      undefined,
    );
    expect({ noticed, made }).toEqual({ noticed: 2, made: 4 });
  });

  test('an unnoticed change that is new waits for its reason', () => {
    const { equivalents, reasons } = countAnew(source, [mutant('Survived', 'n < limit', 'n <= limit')], undefined);
    expect(equivalents).toEqual([]);
    expect([...reasons]).toEqual([[atLimit, '?']]);
  });

  test('a reason stays, and an equivalent is remembered, for as long as the change goes unnoticed', () => {
    const run = [mutant('Survived', 'n > 0', 'n >= 0'), mutant('Survived', 'n < limit', 'n <= limit')];
    const { equivalents, reasons } = countAnew(source, run, known([atZero], { [atLimit]: 'Nobody has three.' }));
    expect(equivalents).toEqual([atZero]);
    expect([...reasons]).toEqual([[atLimit, 'Nobody has three.']]);
  });

  test('what a test notices by now goes, from both places', () => {
    const run = [mutant('Killed', 'n > 0', 'n >= 0'), mutant('Killed', 'n < limit', 'n <= limit')];
    const { equivalents, reasons } = countAnew(source, run, known([atZero], { [atLimit]: 'Nobody has three.' }));
    expect({ equivalents, open: reasons.size }).toEqual({ equivalents: [], open: 0 });
  });

  test('two changes that read the same are told apart by their order in the file', () => {
    const twice = [mutant('Survived', 'n < limit', 'n <= limit', 2), mutant('Survived', 'n < limit', 'n <= limit', 1)];
    const { equivalents, reasons } = countAnew(source, twice, known([`${atLimit} (2)`], {}));
    expect(equivalents).toEqual([`${atLimit} (2)`]);
    expect([...reasons.keys()]).toEqual([atLimit]);
  });
});

describe('the page and the list', () => {
  const score: Score = new Map([
    ['core/b.ts', known([], { [atLimit]: 'Either is right — nobody has three.' })],
    ['core/a.ts', known([atZero, `${atZero} (2)`], {})],
  ]);

  test('say the same when they are read again', () => {
    const again = readScore(writePage(score), writeEquivalents(score));
    expect([...again]).toEqual([...score].toSorted());
    expect([writePage(again), writeEquivalents(again)]).toEqual([writePage(score), writeEquivalents(score)]);
  });

  test('the page has the figures of each file and a reason for each change that is not equivalent', () => {
    expect(writePage(score))
      .toBe(`In 2 files 2 of 6 changes were noticed, 33.3 %. Of the rest 2 are equivalent, and 1 could be told from the code.

| File | Noticed | Of | Share | Equivalent | Others |
| --- | --: | --: | --: | --: | --: |
| core/a.ts | 1 | 3 | 33.3 % | 2 | 0 |
| core/b.ts | 1 | 3 | 33.3 % | 0 | 1 |

## core/b.ts

- ${atLimit} — Either is right — nobody has three.
`);
  });

  test('the list has a file on a line and its changes below, sorted by file', () => {
    expect(writeEquivalents(score)).toBe(`core/a.ts\n  ${atZero}\n  ${atZero} (2)\n`);
  });

  test('a line that somebody moved to the list is an equivalent, also while it still stands on the page', () => {
    const found = readScore(writePage(score), `core/b.ts\n  ${atLimit}\n`).get('core/b.ts');
    expect(found?.equivalents).toEqual([atLimit]);
    expect(found?.reasons.size).toBe(0);
  });
});

describe('docs/mutants.md and equivalents.txt as they are', () => {
  const page = readFileSync('docs/mutants.md', 'utf8');
  const list = readFileSync('test/mutation/equivalents.txt', 'utf8');
  const score = readScore(page, list);

  test('name files that are there', () => {
    expect(score.size).toBeGreaterThan(70);
    expect([...score.keys()].filter((file) => !existsSync(`src/${file}`))).toEqual([]);
  });

  test('account for every change of every file, each with a reason', () => {
    const off = [...score].filter(
      ([, { noticed, made, equivalents, reasons }]) => noticed + equivalents.length + reasons.size !== made,
    );
    expect(off.map(([file]) => file)).toEqual([]);
    expect([...score.values()].flatMap(({ reasons }) => [...reasons.values()]).filter((why) => why === '?')).toEqual(
      [],
    );
  });

  test('are read whole: nothing in them is lost when they are written', () => {
    expect(writeEquivalents(score)).toBe(list);
    const lines = (text: string) => text.split('\n').filter((one) => one.startsWith('- '));
    expect(lines(writePage(score))).toEqual(lines(page));
  });
});
