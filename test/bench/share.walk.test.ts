import { expect, test } from 'vitest';
import { benchApply } from '../../bench/apply.js';
import { spentSoFar } from '../../bench/measured.js';

test('the round that warms is no part of the bot’s share', async () => {
  await benchApply({ rounds: 0, crowd: 1 });
  expect(spentSoFar()).toBeNull();
  await benchApply({ rounds: 1, crowd: 1 });
  expect(spentSoFar()?.cpuSeconds).toBeGreaterThan(0);
});
