import { describe, expect, test } from 'vitest';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { given, inOwnDirectory, saidAbout } from '../support/own-prompts.js';

inOwnDirectory();

/** Postcards as files: what ships, what an owner adds, and what is wrong with one that cannot work. */

const shipped = loadScenarios({ shipped: shippedDirectory });
const own = (...lines: readonly string[]) =>
  [
    'kind: postcard',
    'id: ons',
    'title: { nl: Van ons }',
    'text: { nl: "Wat zou {partner} graag horen?" }',
    ...lines,
  ].join('\n');
const inWords = 'answer: { kind: text }';

test('five ship, and /waardeer begins with one', () => {
  const cards = [...shipped.scenarios.values()].filter(({ postcard }) => postcard !== undefined);
  expect(shipped.problems).toEqual([]);
  expect(cards.map(({ id }) => id).sort()).toEqual([
    'een-aanbod',
    'een-vraag',
    'goed-nieuws-kaartje',
    'waardering',
    'wees-bij-me',
  ]);
  expect(cards.filter(({ postcard }) => postcard?.isFirst).map(({ id }) => id)).toEqual(['waardering']);
  expect(cards.filter(({ postcard }) => postcard?.isQuestion).map(({ id }) => id)).toEqual(['een-vraag']);
  for (const { postcard, path } of cards) {
    expect(postcard?.arrives?.nl).toContain('{partner}');
    expect(path).toBeUndefined();
  }
  expect(shipped.scenarios.get('een-aanbod')?.after?.replies.map(({ label }) => label.nl)).toEqual([
    'Graag',
    'Liever niet nu',
  ]);
});

test('an own postcard needs only kind, id, title, text and answer', () => {
  const file = given('own/a.yaml', own(inWords));
  const { scenarios, problems } = loadScenarios({ shipped: shippedDirectory, own: file });
  expect(problems).toEqual([]);
  expect(scenarios.get('ons')).toMatchObject({
    text: { nl: 'Wat zou {partner} graag horen?' },
    postcard: { isFirst: false, isQuestion: false, arrives: null },
  });
});

describe('a postcard that cannot work is named at its line, and left out', () => {
  test.each<[string, string, string]>([
    ['without an answer', own(), 'answer is missing'],
    [
      'that is tapped',
      own('answer: { kind: choice, options: [{ id: a, nl: een }, { id: b, nl: twee }] }'),
      'answer.kind is choice; a postcard has text, voice, stem',
    ],
    ['without a gap', own('answer: { kind: stem, lines: [{ id: a, nl: Ik merk }] }'), 'nl has no gap'],
    ['with what a question has', own(inWords, 'depth: 2'), 'unknown field "depth"'],
    [
      'with four replies',
      own(
        inWords,
        `after: { replies: [${'abcd'
          .split('')
          .map((id) => `{ id: ${id}, nl: ${id} }`)
          .join(', ')}] }`,
      ),
      'at most 3 items',
    ],
    ['as the first', own(inWords, 'first: true'), 'an own postcard cannot be the first one'],
  ])('%s', (_, content, message) => {
    expect(saidAbout(content).join('\n')).toContain(message);
  });

  test('and one that reproaches is kept, with a warning', () => {
    expect(saidAbout(own(inWords, 'arrives: { nl: "{partner} zegt nooit iets!" }'))).toEqual([
      expect.stringContaining('~ arrives.nl says "nooit"'),
      expect.stringContaining('~ arrives.nl has an exclamation mark'),
    ]);
  });

  test('a name stands between braces there, and nothing else', () => {
    expect(saidAbout(own(inWords).replace('{partner}', '{naam}'))).toEqual([
      expect.stringContaining('~ text.nl has {naam}, but nothing is filled in'),
    ]);
  });
});
