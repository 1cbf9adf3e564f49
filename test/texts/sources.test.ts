import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { carriersOf, placesIn, type Place } from '../../src/scenarios/carriers.js';
import { notBuilt, readElements, type Way } from '../../src/scenarios/elements.js';
import { elementsMax } from '../../src/scenarios/file-fields.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { sourcesPage } from '../../src/scenarios/sources-page.js';

/** Every idea of the sources is found in what ships, carried in the way that the table in scenarios/elements.yaml says. */

const table = readElements(shippedDirectory);
const places = placesIn(shippedDirectory);

/** What waits, and for which way of asking. This list may only shrink. */
const waiting: Readonly<Record<number, Way>> = {};
/** Carried already, and to come as something else as well. */
const alsoWaiting: Readonly<Record<number, Way>> = {};

/** What no file carries: it is how the paths stand in a row, and how every question is answered. */
const outsideFiles: readonly Way[] = ['order', 'engine'];

test('there are as many ideas as the sources hold, each once', () => {
  expect(table.elements.map(({ n }) => n)).toEqual(Array.from({ length: elementsMax }, (_, index) => index + 1));
  for (const { seed } of table.elements) expect(table.seeds[seed]).toBeDefined();
});

test.each(table.elements.filter(({ by }) => !outsideFiles.includes(by[0] ?? 'round')))(
  '$n ($idea) is carried by $by, or waits for what is not built',
  (element) => {
    const carriers = carriersOf(element, places);
    const needs = element.by.find((way) => notBuilt.includes(way));
    expect(waiting[element.n]).toBe(needs);
    if (needs === undefined) expect(carriers).not.toEqual([]);
    else expect(carriers).toEqual([]);
    expect(alsoWaiting[element.n]).toBe(element.also?.find((way) => notBuilt.includes(way)));
    const built = (element.also ?? []).filter((way) => !notBuilt.includes(way));
    for (const way of built) expect(carriersOf({ n: element.n, by: [way] }, places)).not.toEqual([]);
  },
);

test('a year of paths stands in a row, and three beside it', () => {
  const orders = [...loadScenarios({ shipped: shippedDirectory }).paths.values()].map(({ order }) => order);
  expect(orders.filter((order) => order !== null).sort((one, other) => one - other)).toEqual(
    Array.from({ length: 24 }, (_, index) => index + 1),
  );
  expect(orders.filter((order) => order === null)).toHaveLength(3);
});

test('the page is what the files say today: npm run scenarios -- --sources writes it anew', async () => {
  const file = join(shippedDirectory, '..', 'docs', 'sources.md');
  const options = await resolveConfig(file);
  const page = await format(sourcesPage(table, places), { ...options, filepath: file });
  expect(readFileSync(file, 'utf8')).toBe(page);
});

describe('an idea is carried', () => {
  const place = (file: string, index: number, ...ways: readonly Way[]): Place => ({
    file,
    step: { id: `s${String(index)}`, index },
    elements: [7],
    ways: new Set(ways),
  });
  const carried = (by: readonly Way[], ...where: readonly Place[]) => carriersOf({ n: 7, by: [...by] }, where).length;

  test('by a step that has all that is asked, and by none that lacks some', () => {
    expect(carried(['stem', 'page'], place('a', 0, 'stem', 'page'))).toBe(1);
    expect(carried(['stem', 'page'], place('a', 0, 'stem'))).toBe(0);
    expect(carried(['stem', 'page'], place('a', 0, 'stem'), place('a', 1, 'page'))).toBe(0);
  });

  test('by a card only when a question of the same path comes after it', () => {
    expect(carried(['card-then-asked'], place('a', 0, 'card'), place('a', 1, 'choose'))).toBe(2);
    expect(carried(['card-then-asked'], place('a', 0, 'round'), place('a', 1, 'card'))).toBe(0);
    expect(carried(['card-then-asked'], place('a', 0, 'card'), place('b', 1, 'round'))).toBe(0);
  });

  test('by several steps only when they are of one path', () => {
    expect(carried(['several-steps'], place('a', 0, 'round'), place('a', 1, 'card'))).toBe(2);
    expect(carried(['several-steps'], place('a', 0, 'round'), place('b', 0, 'round'))).toBe(0);
    expect(carried(['several-steps', 'page'], place('a', 0, 'round'), place('a', 1, 'stem'))).toBe(0);
  });
});
