import type { Couple } from '../scene.js';
import type { Scenario, Scenarios } from './scenario.js';

/** What a couple was asked lately, and what a fortnight of questions still lacks. */

/** Three a week, so six in a fortnight: this one and the five before it. */
const before = 5;

/**
 * Of six: two that are light in tone, one of appreciation, two that go a little further (method.md §7.2); and one of the
 * time of year, whose days are soon over.
 */
const fortnight: readonly { readonly is: (scenario: Scenario) => boolean; readonly count: number }[] = [
  { is: ({ tags }) => tags?.includes('light') === true, count: 2 },
  { is: ({ tags }) => tags?.includes('appreciation') === true, count: 1 },
  { is: ({ depth }) => depth > 1, count: 2 },
  { is: ({ season }) => season !== undefined, count: 1 },
];

/** Newest first; steps of paths too. A question whose file is gone is not known. */
export function askedLately({ lastAsked }: Couple, count: number, scenarios: Scenarios): readonly Scenario[] {
  return Object.entries(lastAsked)
    .sort(([, one], [, other]) => other - one)
    .slice(0, count)
    .flatMap(([id]) => scenarios.get(id) ?? []);
}

/** Never the first tag of the last one while there are others; then whatever the fortnight lacks most. */
export function wellMixed(fitting: readonly Scenario[], couple: Couple, scenarios: Scenarios): readonly Scenario[] {
  const lately = askedLately(couple, before, scenarios);
  const [last] = lately[0]?.tags ?? [];
  const other = fitting.filter(({ tags }) => last === undefined || tags?.[0] !== last);
  const from = other.length > 0 ? other : fitting;
  const lacks = fortnight
    // Of a couple that begins nothing is lacking yet.
    .map(({ is, count }) => ({ is, left: Math.floor((count * lately.length) / before) - lately.filter(is).length }))
    .filter(({ is, left }) => left > 0 && from.some(is));
  const most = Math.max(0, ...lacks.map(({ left }) => left));
  const wanted = lacks.filter(({ left }) => left === most);
  return wanted.length === 0 ? from : from.filter((one) => wanted.some(({ is }) => is(one)));
}
