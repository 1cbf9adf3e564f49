import { expect, test } from 'vitest';
import { anne, bram, given, refused, settledCouple, type Act } from '../../support/given.js';
import { bothGoOn, held, lies, listens } from '../../support/listening.js';

/** Buttons of before do nothing any more. */

test('every step makes the buttons before it out of date', () => {
  const ticks: number[] = [];
  const notes: Act = (rules) => {
    ticks.push(rules.coupleOf(anne.id).listening?.tick ?? 0);
  };
  const steps: readonly Act[] = [
    ...[anne.says('zo'), anne.taps('listenDone'), notes, anne.taps('listenTakeBack'), notes],
    ...[anne.taps('listenDone'), held, notes, bram.says('zo dus'), bram.taps('listenDone'), held, notes],
    ...[anne.taps('listenOption', { arg: 'bijna' }), notes, anne.says('half'), lies, notes, ...bothGoOn, notes],
    ...[anne.taps('listenDone'), anne.does({ type: 'stop' }), notes],
  ];
  given(settledCouple(), ...listens('spiegelen'), notes, ...steps);
  expect(ticks).toEqual(ticks.toSorted((one, other) => one - other));
  expect(new Set(ticks).size).toBe(ticks.length);
});

test('a button of the round before is not one of this round', () => {
  const over = [
    ...listens('alleen-luisteren'),
    anne.says('zo'),
    anne.taps('listenDone'),
    held,
    bram.taps('listenOption', { arg: 'dank' }),
  ];
  given(settledCouple(), ...over, ...over)
    .when(anne.tapsOld('listenDone'))
    .then(refused('stale-button'));
});
