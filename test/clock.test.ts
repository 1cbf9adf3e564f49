import { expect, it } from 'vitest';
import { steady } from '../src/clock.js';

it('stands still where its source goes back, and goes on from there', () => {
  const times = [1_000.7, 2_000, 500, 1_999, 2_001];
  const clock = steady(() => times.shift() ?? 0);
  expect([1, 2, 3, 4, 5].map(() => clock.now())).toEqual([1_000, 2_000, 2_000, 2_000, 2_001]);
});
