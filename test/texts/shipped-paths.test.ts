import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/core/round/scenario.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';

/** How the paths that ship are built, whatever they ask. */

const { paths, scenarios } = loadScenarios({ shipped: shippedDirectory });
const stepsOf = (id: string): readonly Scenario[] =>
  (paths.get(id)?.steps ?? []).flatMap(({ scenario }) => scenarios.get(scenario) ?? []);
const steps = [...scenarios.values()].filter(({ path }) => path !== undefined);
const isAsked = ({ visibility }: Scenario) => visibility !== 'private' && visibility !== 'together';
const deep = steps.filter(({ depth }) => depth >= 3);
/** In Dutch, as the notes and the cards name it. */
const namesHelp = ({ safetyNote, text }: Scenario) => `${safetyNote?.nl ?? ''} ${text.nl}`.includes('/hulp');

describe.each([...paths.keys()])('%s', (id) => {
  const own = stepsOf(id);

  test('has five to seven steps, and more to answer than to read', () => {
    expect(own.length).toBeGreaterThanOrEqual(5);
    expect(own.length).toBeLessThanOrEqual(7);
    if (id !== 'schrijf-het-af' && id !== 'woorden-voor-mezelf') {
      expect(own.filter(isAsked).length).toBeGreaterThan(
        own.filter(({ visibility }) => visibility === 'private').length,
      );
    }
  });

  test('is offered after six reveals when something in it is deep', () => {
    const isDeep = own.some(({ depth }) => depth >= 3);
    expect(paths.get(id)?.revealsNeeded).toBeGreaterThanOrEqual(isDeep ? 6 : 0);
  });

  test('waits for no path that stands later in the year', () => {
    const { order, needsDone } = paths.get(id) ?? { order: null, needsDone: [] };
    for (const before of needsDone) expect(paths.get(before)?.order ?? Infinity).toBeLessThan(order ?? Infinity);
  });
});

test('whatever is deep says something of its own before it, and shows how small an answer may be', () => {
  expect(deep.length).toBeGreaterThanOrEqual(12);
  const notes = deep.map(({ safetyNote }) => safetyNote?.nl);
  expect(new Set(notes).size).toBe(deep.length);
  expect(notes).not.toContain(undefined);
  for (const { id, answer, examples } of deep.filter(isAsked)) {
    // Of a sheet each row asks for itself: there is nothing to show.
    if (answer.kind === 'sheet') continue;
    expect(examples.length, id).toBeGreaterThan(0);
    const shortest = Math.min(...examples.map(({ nl }) => nl.length));
    expect(shortest, `${id}: the shortest example`).toBeLessThanOrEqual(answer.kind === 'stem' ? 160 : 80);
  }
});

test('what is tender can stay with its writer, or is said in half a sentence', () => {
  for (const { id, visibility, safetyNote } of steps.filter(({ depth }) => depth === 4)) {
    const saysLittle = /genoeg/u.test(safetyNote?.nl ?? '') || /hoeft niet/u.test(safetyNote?.nl ?? '');
    expect(visibility === 'choose' || saysLittle, id).toBe(true);
  }
});

test('a card about fear, drink, old hurt or a way out names whom to talk to', () => {
  const heavy = [
    'veilig-eerst--voor-jezelf',
    'relatiescan--eerlijk',
    'wat-meereist--vroeger',
    'woorden-voor-mezelf--troost',
  ];
  for (const id of [...heavy, 'schrijf-het-af--avond-een']) {
    const step = scenarios.get(id);
    expect(step !== undefined && namesHelp(step), id).toBe(true);
  }
});

test('a loop is drawn only where fear is named before it', () => {
  for (const { after } of steps.filter((step) => step.after?.drawing?.draw === 'loop')) {
    const from = scenarios.get(after?.drawing?.from ?? '');
    expect(from !== undefined && namesHelp(from)).toBe(true);
  }
});

test('no example is used twice, and none is the same in both languages', () => {
  const all = [...scenarios.values()].flatMap(({ examples }) => examples);
  for (const language of ['nl', 'en'] as const) {
    const words = all.map((example) => example[language]);
    expect(words.filter((one, index) => words.indexOf(one) !== index)).toEqual([]);
  }
  expect(all.filter(({ nl, en }) => nl === en)).toEqual([]);
});
