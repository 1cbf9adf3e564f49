import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsSvg, type WordsDrawn } from '../../src/drawing/words.js';

/** Promise 17: a drawing of words holds those of both and no figure, and treats both alike. */

const some = fc.constantFrom('nu niet', 'het wisselt', 'meestal wel', 'helemaal', 'een wat langer woord dat afbreekt');
const row = fc.record({
  statement: fc.option(
    fc.constantFrom('Bij jou kan ik gek doen.', 'Een zin die zo lang is dat er twee regels nodig zijn.'),
  ),
  words: fc.tuple(fc.option(some), fc.option(some)),
});
const drawn: fc.Arbitrary<WordsDrawn> = fc.record({
  language: fc.constantFrom('nl', 'en'),
  names: fc.constant(['Anne', 'Bram'] as const),
  title: fc.option(fc.constantFrom('Plezier', 'Veilig en eerlijk')),
  rows: fc.array(row, { minLength: 1, maxLength: 5 }),
});

/** Every text with where it stands; the first place and the second change sides. */
function placed(svg: string, isSwapped: boolean): readonly string[] {
  const mirrored = new Map([
    ['295', '785'],
    ['785', '295'],
    ['70', '560'],
    ['560', '70'],
  ]);
  const texts = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)"[^>]*>([^<]*)</g)].map(
    ([, x = '', y, anchor, text]) =>
      `${anchor === 'middle' && isSwapped ? (mirrored.get(x) ?? x) : x} ${String(y)} ${String(text)}`,
  );
  const tiles = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map(
    ([, x = '', ...rest]) => `${isSwapped ? (mirrored.get(x) ?? x) : x} ${rest.join(' ')}`,
  );
  return [...texts, ...tiles].toSorted();
}

const swapped = (said: WordsDrawn): WordsDrawn => ({
  ...said,
  names: [said.names[1], said.names[0]],
  rows: said.rows.map(({ statement, words: [one, other] }) => ({ statement, words: [other, one] })),
});

describe('the words of two people, drawn', () => {
  test('swapping the two swaps their places, and nothing else', () => {
    fc.assert(
      fc.property(drawn, (said) => {
        const [one, other] = [wordsSvg(said), wordsSvg(swapped(said))];
        expect(placed(other ?? '', true)).toEqual(placed(one ?? '', false));
      }),
    );
  });

  test('hold every word, no figure, and two colours of ink and paper for both', () => {
    fc.assert(
      fc.property(drawn, (said) => {
        const svg = wordsSvg(said) ?? '';
        const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text ?? '');
        expect(texts.join(' ')).not.toMatch(/\d/);
        const words = said.rows.flatMap(({ words }) => words).filter((word) => word !== null);
        for (const word of words) expect(texts.join(' ')).toContain(word.split(' ')[0]);
        expect(new Set([...svg.matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => colour)).size).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('leave out both names where one cannot be drawn; words that cannot be make none', () => {
    const said: WordsDrawn = {
      language: 'nl',
      names: ['Anne', '🦊'],
      title: 'Plezier',
      rows: [{ statement: 'Een zin.', words: ['vaak', 'soms'] }],
    };
    expect(wordsSvg(said)).not.toContain('Anne');
    expect(wordsSvg({ ...said, rows: [{ statement: 'نص', words: ['vaak', 'soms'] }] })).toBeNull();
    expect(wordsSvg({ ...said, rows: [] })).toBeNull();
  });
});
