import { expect, it } from 'vitest';
import { canBeMet } from '../../src/app/load.js';

const quiet = Array.from({ length: 59 }, () => 0);

it('meets what fits in a minute, and no more', () => {
  expect(canBeMet([900, ...quiet], { sendRate: 30, spreadMinutes: 0 })).toBe(true);
  expect(canBeMet([901, ...quiet], { sendRate: 30, spreadMinutes: 0 })).toBe(false);
});

it('meets more in a wider window', () => {
  expect(canBeMet([8_000, ...quiet], { sendRate: 30, spreadMinutes: 10 })).toBe(true);
  expect(canBeMet([9_001, ...quiet], { sendRate: 30, spreadMinutes: 10 })).toBe(false);
});

it('counts what still waits from the minutes before', () => {
  expect(canBeMet([900, 900, 900], { sendRate: 30, spreadMinutes: 1 })).toBe(true);
  expect(canBeMet([4_000, 4_000, 4_000], { sendRate: 30, spreadMinutes: 5 })).toBe(false);
});
