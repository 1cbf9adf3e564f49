import { expect, test } from 'vitest';
import { waitingLine } from '../../../src/core/discreet/fold.js';
import { chanceLength } from '../../../src/core/time/chance.js';
import { anne, at } from '../../support/given.js';

/** A clock that was two days ahead and is set back meets last evening's hour once more. */
test('two folded messages of one moment by the clock are two messages', () => {
  const now = at('2026-11-23T20:00');
  const cards = [1, 2].map((byte) => {
    const moment = { now, chance: new Uint8Array(chanceLength).fill(byte) };
    return waitingLine(anne.id, 0, false, moment).card;
  });
  expect(new Set(cards).size).toBe(2);
});
