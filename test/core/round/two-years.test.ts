import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src/core/round/scenario.js';
import { liveYear, type Came } from '../../../src/operator/year.js';
import { loadScenarios, shippedDirectory } from '../../../src/scenarios/scenarios.js';

/** Two years of all that ships, with its paths, for three rhythms: what never happens, and how a fortnight is mixed. */

const loaded = loadScenarios({ shipped: shippedDirectory });
const scenarioOf = ({ scenario }: Came): Scenario => {
  const found = loaded.scenarios.get(scenario);
  if (found === undefined) throw new Error(`nobody knows ${scenario}`);
  return found;
};
const rhythms = ['daily', 'three', 'weekly'] as const;
const seeds = [1, 2, 3];
const lives = rhythms.flatMap((rhythm) =>
  seeds.map((seed) => [rhythm, seed, liveYear(loaded, { seed, rhythm, language: 'nl', days: 731 })] as const),
);
/** As long as half of what is asked once is left. */
const firstOf = (all: readonly Came[]) => all.filter(({ path }) => path === null).slice(0, 110);

describe.each(lives)('two years, %s, seed %i', (rhythm, _, all) => {
  test('bring something at every moment that there is something for', () => {
    const least = { daily: 200, three: 250, weekly: 95 }[rhythm];
    expect(all.length).toBeGreaterThan(least);
  });

  test('bring nothing twice that is asked once', () => {
    const once = all.filter((one) => !scenarioOf(one).isRecurring && one.path === null).map(({ scenario }) => scenario);
    expect(new Set(once).size).toBe(once.length);
  });

  test('bring what comes back no sooner than it may', () => {
    const last = new Map<string, number>();
    for (const one of all) {
      const { isRecurring, cooldownDays } = scenarioOf(one);
      const at = Date.parse(one.date);
      const before = last.get(one.scenario);
      last.set(one.scenario, at);
      if (isRecurring && one.path === null && before !== undefined) {
        expect((at - before) / 86_400_000, one.scenario).toBeGreaterThanOrEqual(cooldownDays - 1);
      }
    }
  });

  test('bring no two deep ones in a row', () => {
    const depths = all.map((one) => scenarioOf(one).depth);
    for (const [index, depth] of depths.entries()) {
      if (depth >= 3) expect(depths[index + 1] ?? 1, JSON.stringify(all[index])).toBeLessThan(3);
    }
  });

  test('bring two of the same first tag in a row only where nothing else is left', () => {
    const loose = firstOf(all);
    for (const [index, one] of loose.entries()) {
      const [mine, next] = [scenarioOf(one).tags?.[0], loose[index + 1]];
      const follows = next !== undefined && all.indexOf(next) === all.indexOf(one) + 1;
      if (mine !== undefined && follows) expect(scenarioOf(next).tags?.[0], one.scenario).not.toBe(mine);
    }
  });

  test('bring in most fortnights something light, something of appreciation, and something that goes further', () => {
    const share = (some: readonly Came[], is: (one: Scenario) => boolean) => {
      const known = some.map(scenarioOf);
      const sixes = Array.from({ length: known.length - 5 }, (__, index) => known.slice(index, index + 6));
      return sixes.filter((six) => six.some(is)).length / sixes.length;
    };
    const loose = firstOf(all);
    expect(share(loose, ({ tags }) => tags?.includes('light') === true)).toBeGreaterThan(0.9);
    // There are few of these, one in eight of the deck; once a week there are too few to tell.
    if (rhythm !== 'weekly')
      expect(share(loose, ({ tags }) => tags?.includes('appreciation') === true)).toBeGreaterThan(0.5);
    // Asked daily, whatever comes between two steps of a path is light.
    if (rhythm !== 'daily') expect(share(all, ({ depth }) => depth > 1)).toBeGreaterThan(0.75);
  });
});

test('a question of the dark days comes only then', () => {
  const [first] = [...loaded.scenarios.values()].filter(({ path, isOpening }) => path === undefined && !isOpening);
  if (first === undefined) throw new Error('there is no prompt');
  const season = { from: '12-06', until: '01-06' };
  const winter: Scenario = { ...first, isRecurring: true, cooldownDays: 1, season, revealsNeeded: 0, depth: 1 };
  const only = { ...loaded, paths: new Map(), scenarios: new Map([[winter.id, winter]]) };
  const dates = liveYear(only, { seed: 1, rhythm: 'three', language: 'nl', days: 731 }).map(({ date }) =>
    date.slice(5),
  );
  expect(dates.length).toBeGreaterThan(10);
  for (const day of dates) expect(day >= '12-06' || day <= '01-06', day).toBe(true);
});
