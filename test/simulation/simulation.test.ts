import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mutants } from './mutants.js';
import { drawPlan, type Plan, type Step } from './plan.js';
import { drawRare, rareThemes } from './rare-plans.js';
import { shrink } from './shrink.js';
import { drawTwins } from './twins-plan.js';
import { live, type Report } from './world.js';

/** A bounded share of the simulation; the long one is `npm run proof`. */

const fixed = [104, 113, 301, 302, 303, 304];
const fresh = Math.floor(Date.now() / 1000) % 1_000_000;
const timeout = 120_000;

describe('whatever people, networks and machines do', () => {
  const worlds = [...fixed.map((seed) => [seed, 500] as const), [fresh, 200] as const];
  test.each(worlds)('the promises hold in the world of seed %i, %i steps long', { timeout }, async (seed, steps) => {
    const { breach } = await live(drawPlan({ seed, steps }));
    expect(breach, `npm run simulate -- --seed ${seed} --steps ${steps}`).toBeNull();
  });

  test.each([1, 2])('they hold while the clock is set wrong and right again, seed %i', { timeout }, async (seed) => {
    const { breach, counts } = await live(drawPlan({ seed, steps: 150, theme: 'clock' }));
    expect(breach, `npm run simulate -- --seed ${seed} --steps 150 --theme clock`).toBeNull();
    expect(counts.prompts).toBeGreaterThan(10);
  });

  test.each(rareThemes)('they hold where life seldom comes: %s', { timeout }, async (theme) => {
    const { breach } = await live(drawRare({ seed: 1, steps: 200, disk: 'memory', theme }));
    expect(breach, `npm run simulate -- --seed 1 --steps 200 --theme ${theme}`).toBeNull();
  });

  test('they hold where two processes take turns at the lead, seed 5', { timeout }, async () => {
    // A world in which somebody stops while whoever led stands still with a message for them in hand.
    const { breach } = await live(drawPlan({ seed: 5, steps: 400, replicas: 2 }));
    expect(breach, 'npm run simulate -- --seed 5 --steps 400 --replicas 2').toBeNull();
  });

  test('they hold on SQLite, also when the power fails', { timeout }, async () => {
    const { breach, counts } = await live(drawPlan({ seed: 104, steps: 120, disk: 'sqlite', theme: 'crashes' }));
    expect(breach).toBeNull();
    expect(counts.starts).toBeGreaterThan(10);
  });

  test('without a crash, what lies beneath makes no difference to anybody', { timeout }, async () => {
    const [one, other] = [await livesOn('memory'), await livesOn('sqlite')];
    expect(one.hash).toBe(other.hash);
    expect(one.counts.deliveries).toBeGreaterThan(50);
  });

  test('the same seed lives the same life', { timeout }, async () => {
    const plan = drawPlan({ seed: 113, steps: 200 });
    const [one, other] = [await live(plan), await live(plan)];
    expect(one.hash).toBe(other.hash);
  });
});

describe('the same days, one secret act apart', () => {
  // Worlds in which one planted bug each shows.
  const twins = [5, 33, 47, 66, 239];
  test.each([...twins, fresh])('look the same to the other in the world of seed %i', { timeout }, async (seed) => {
    const { breach } = await live(drawTwins({ seed, steps: 80 }));
    expect(breach, `npm run simulate -- --theme twins --seed ${seed} --steps 80`).toBeNull();
  });

  test('are lived alike by the same seed', { timeout }, async () => {
    const plan = drawTwins({ seed: 19, steps: 60 });
    const [one, other] = [await live(plan), await live(plan)];
    expect(one.hash).toBe(other.hash);
  });
});

function livesOn(disk: Plan['disk']): Promise<Report> {
  const plan = drawPlan({ seed: 32, steps: 90, disk });
  return live({ ...plan, steps: plan.steps.filter(({ what }) => what === 'deed' || what === 'trouble') });
}

describe('planted bugs', () => {
  test.each(mutants)('$name: its place is there, once', ({ file, search }) => {
    expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').split(search)).toHaveLength(2);
  });
});

describe('shrinking', () => {
  /** A world that breaks when this person postpones after that one skipped, whatever else happens. */
  const breaksOn = (skips: number, postpones: number) => (plan: Plan) => {
    const has = (who: number, deed: string) =>
      plan.steps.findIndex((step) => step.what === 'deed' && step.who === who && step.deed === deed);
    const [first, then] = [has(skips, 'skips'), has(postpones, 'postpones')];
    const isBroken = first >= 0 && then > first;
    const breach = isBroken ? { promise: '6', what: 'seen', at: plan.startsAt + 1e12, people: [skips] } : null;
    return Promise.resolve({ breach, hash: '', counts, cpuMs: 0 });
  };
  const counts = { updates: 0, calls: 0, deliveries: 0, starts: 0, reveals: 0, prompts: 0 };

  test('keeps what breaks it, and nothing else', async () => {
    const drawn = drawPlan({ seed: 8, steps: 300, couples: 2 });
    const culprits: readonly Step[] = [
      { at: 5, what: 'deed', who: 1000, deed: 'skips', n: 1 },
      { at: 9, what: 'deed', who: 1001, deed: 'postpones', n: 1 },
    ];
    const others = drawn.steps.filter((step) => step.what !== 'deed' || !/skips|postpones/.test(step.deed));
    const plan = { ...drawn, steps: [...others.slice(0, 100), ...culprits, ...others.slice(100)] };
    const breaks = breaksOn(1000, 1001);
    const { kept, report } = await shrink(plan, await breaks(plan), breaks);
    expect(kept.map((index) => plan.steps[index])).toEqual(culprits);
    expect(report.breach?.promise).toBe('6');
  });
});
