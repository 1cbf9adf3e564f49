import { describe, expect, test } from 'vitest';
import { anyOf } from '../../../src/core/help/crisis-index.js';
import { spelledOut } from '../../../src/core/help/crisis-spelling.js';
import { suicideWords, violenceWords } from '../../../src/core/help/crisis-words.js';
import { neededBy } from '../../../src/core/help/needed.js';
import { MORE } from './crisis-more.js';
import { SIXTY } from './crisis-sixty.js';
import { THIRTY } from './crisis-thirty.js';

const patterns = [...suicideWords, ...violenceWords];
const sentences = [SIXTY, MORE, THIRTY].flatMap(({ nl, en }) =>
  [nl, en].flatMap(({ heavy, innocent }) => [...heavy.map(([, text]) => text), ...innocent]),
);

test('the index passes over no pattern that matches, whatever stands around it', () => {
  const indexed = patterns.map((pattern) => ({ pattern, has: anyOf([pattern]) }));
  const texts = sentences.map((sentence, at) => spelledOut(`${sentence} ${sentences.at(at - 7) ?? ''}`));
  const passedOver = texts.flatMap((said) =>
    indexed.filter(({ pattern, has }) => has(said) !== pattern.test(said)).map(({ pattern }) => [said, pattern.source]),
  );
  expect(texts.filter((said) => patterns.some((pattern) => pattern.test(said))).length).toBeGreaterThan(250);
  expect(passedOver).toEqual([]);
});

test('every pattern needs something that can be looked for', () => {
  const without = patterns.filter(({ source }) => neededBy(source)?.every(({ length }) => length >= 3) !== true);
  expect(without.map(({ source }) => source)).toEqual([]);
});

test('a pattern that needs nothing is tried on every text', () => {
  expect(anyOf([/^\w\w$/, /\bmezelf\b/])('ja')).toBe(true);
  expect(anyOf([/^\w\w$/, /\bmezelf\b/])('nee')).toBe(false);
});

describe('what a pattern needs', () => {
  test.each([
    [String.raw`\bzelfmoord\b`, ['zelfmoord']],
    ['mezelf|myself', ['mezelf', 'myself']],
    ['(?:mezelf|myself) sla', ['mezelf', 'myself']],
    ['sla(?:at|oeg) me', ['sla']],
    ['eindes? aan', ['einde']],
    ['einde?', ['eind']],
    ['mo+rd', ['mo']],
    ['mo{2,}rd', ['mo']],
    ['(?:heel )?erg', ['erg']],
    ['(?:heel ){0,3}erg', ['erg']],
    ['(?:heel ){1,3}erg', ['heel ']],
    ['(?:heel )*erg', ['erg']],
    ['ik (?=[^|]*slaat)', ['slaat']],
    ['ik (?!slaat)', ['ik ']],
    ['(?<=bang )ik', ['bang ']],
    ['(?<!bang )ik', ['ik']],
    [String.raw`a \| bc`, ['a | bc']],
    [String.raw`a[^|]bc\w*d.e`, ['bc']],
    [String.raw`\w+|mezelf`, null],
    ['(?:mezelf)?', null],
  ])('%s', (source, needed) => {
    expect(neededBy(source)).toEqual(needed);
  });

  test.each(['a(b)', String.raw`\d`, String.raw`\s`, 'A', '(?:a', 'a)', '*'])('%s is not understood', (source) => {
    expect(() => neededBy(source)).toThrow();
  });
});
