import { describe, expect, test } from 'vitest';
import {
  anne,
  bram,
  given,
  happened,
  hours,
  refused,
  settledCouple,
  that,
  time,
  type Someone,
} from '../../support/given.js';
import { felt, taps } from './steps.js';

describe('the other’s turn', () => {
  const swapping = () => given(settledCouple(), ...felt, anne.taps('listenOption', { arg: 'dank' }));
  const wish = (who: Someone, arg: string) => who.taps('listenSwap', { arg });

  test('is a wish of both, said once each', () => {
    swapping()
      .when(bram.taps('listenSwap', { arg: 'now' }), taps(bram, 'listenSwap', { arg: 'now' }))
      .then(happened('swapWished'), anne.hears())
      .when(taps(bram, 'listenSwap', { arg: 'perhaps' }))
      .then(refused('stale-button'));
  });

  test('goes by the gentlest of both wishes', () => {
    swapping()
      .when(wish(anne, 'now'), wish(bram, 'tomorrow'))
      .then(happened('swapWished', 'swapWished', 'turnScheduled'))
      .when(time.passes(hours(31)))
      .then(
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).listening).toMatchObject({ phase: 'ready', step: 'vertel' });
        }),
      );
    swapping()
      .when(wish(bram, 'no'), wish(anne, 'tomorrow'))
      .then(happened('swapWished', 'swapWished', 'listeningEnded'));
  });

  test('is waited for without a word of whoever erased theirs meanwhile', () => {
    // What Bram said out of turn is noted for him, and the turns change tomorrow.
    given(settledCouple(), ...felt, bram.says('even onthouden'), anne.taps('listenOption', { arg: 'dank' }))
      .when(wish(anne, 'now'), wish(bram, 'tomorrow'))
      .then(happened('swapWished', 'swapWished', 'turnScheduled'))
      .when(bram.does({ type: 'erase' }), bram.taps('erase', { arg: 'answers' }), bram.taps('eraseNow'))
      .then(
        that((_, rules) => {
          expect(JSON.stringify(rules.coupleOf(anne.id).listening)).not.toContain('even onthouden');
          expect(rules.coupleOf(anne.id).listening).toMatchObject({ phase: 'scheduled', left: [] });
        }),
      );
  });
});
