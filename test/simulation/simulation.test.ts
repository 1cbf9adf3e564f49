import { describe, expect, test } from 'vitest';
import { drawPlan } from './plan.js';
import { live } from './world.js';

/** A bounded share of the simulation; the long one is `npm run proof`. */

const fixed = [104, 113];
const fresh = Math.floor(Date.now() / 1000) % 1_000_000;
const steps = 160;

describe('whatever people, networks and machines do', () => {
  test.each([...fixed, fresh])('the promises hold in the world of seed %i', { timeout: 120_000 }, async (seed) => {
    const plan = drawPlan({ seed, steps });
    const { breach } = await live(plan);
    expect(breach, `npm run simulate -- --seed ${seed} --steps ${steps}`).toBeNull();
  });

  test('the same seed lives the same life', { timeout: 120_000 }, async () => {
    const plan = drawPlan({ seed: 113, steps: 90 });
    const [one, other] = [await live(plan), await live(plan)];
    expect(one.hash).toBe(other.hash);
    expect(one.counts.deliveries).toBeGreaterThan(50);
  });
});
