import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/core/round/scenario.js';
import { alikeIn } from '../../src/operator/alike.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { prompt } from '../core/prompts.js';

/** Across the files: no two questions that are one, nothing untranslated, no example twice. */

const asking = (id: string, nl: string, en: string, rest: Partial<Scenario> = {}) =>
  prompt(id, { text: { nl, en }, examples: [], ...rest });
const found = (...all: readonly Scenario[]) => alikeIn(new Map(all.map((one) => [one.id, one])));
const garden = asking(
  'tuin',
  'Welke bloemen zou jij planten langs het tuinpad?',
  'Which flowers would line your path?',
);

describe('what ships', () => {
  test('has nothing of it', () => {
    expect(alikeIn(loadScenarios({ shipped: shippedDirectory }).scenarios)).toEqual([]);
  });
});

describe('two questions', () => {
  test('that share more than half of what they are about are named', () => {
    const again = asking('pad', 'Langs welk tuinpad zou jij graag bloemen planten?', 'Where might tulips grow best?');
    expect(found(garden, again)).toEqual([expect.stringMatching(/^tuin and pad ask much the same \(nl: /u)]);
  });

  test('about two things are none of its business', () => {
    const other = asking('zee', 'Welk strand ruikt voor jou naar vroeger?', 'Which beach smells of the past to you?');
    expect(found(garden, other)).toEqual([]);
  });
});

test('a sentence that is the same in both languages is named', () => {
  expect(found(asking('vergeten', 'Dit is vergeten te vertalen.', 'Dit is vergeten te vertalen.'))).toHaveLength(1);
});

test('an example that stands in two files is named', () => {
  const examples = [{ nl: 'Een wandeling om het meer.', en: 'A walk round the lake.' }];
  const [one, other] = [asking('een', 'Een?', 'One?', { examples }), asking('twee', 'Twee?', 'Two?', { examples })];
  expect(found(one, other)).toEqual([expect.stringContaining('stands in een as well')]);
});
