import { describe, expect, test } from 'vitest';
import { openLines } from '../../../src/core/crossing/breather.js';
import {
  anne,
  askedCouple,
  bram,
  given,
  happened,
  minutes,
  refused,
  settledCouple,
  time,
} from '../../support/given.js';
import { monday, stands, taps, writing } from './steps.js';

describe('one line', () => {
  test('of each opens together with the other’s, once both have sealed', () => {
    given(monday(...writing, anne.says('Ik was bang.'), bram.says('Ik mis je.')))
      .when(anne.taps('breathSeal'))
      .then(bram.hears(), anne.hears('breatherLineSealed'))
      .when(bram.taps('breathSeal'))
      .then(
        anne.reads('breatherOpened', {
          own: { words: 'Ik was bang.' },
          partner: { words: 'Ik mis je.' },
          partnerName: 'Bram',
        }),
        bram.reads('breatherOpened', { own: { words: 'Ik mis je.' }, partner: { words: 'Ik was bang.' } }),
        stands(null),
      );
  });

  test('is erased when the other had none for it', () => {
    given(monday(...writing, anne.says('Ik was bang.'), anne.taps('breathSeal')))
      .when(time.passes(minutes(31)))
      .then(happened('breatherEnded'), anne.hears('breatherRested'), bram.hears('breatherRested'), stands(null));
  });

  test('is given up by /intrek, and when another takes its place', () => {
    given(monday(...writing, anne.says('een'), anne.says('twee')))
      .when(anne.tapsOld('breathSeal'))
      .then(refused('stale-button'))
      .when(anne.taps('breathSeal'), anne.does({ type: 'withdraw' }))
      .then(happened('lineChanged', 'lineChanged'), stands({ lines: {} }));
  });

  test('is one, typed, and not an argument', () => {
    given(monday(...writing))
      .when(anne.says('x'.repeat(301)))
      .then(refused('line-too-long'))
      .when(anne.speaks('een-stem'))
      .then(refused('line-typed-only'));
  });

  test('may be just as long as a line, is sealed once, and then nothing is added', () => {
    given(askedCouple(), ...writing, anne.says('x'.repeat(300), { messageId: 60 }))
      .when(taps(anne, 'breathSeal', '', 60), taps(anne, 'breathSeal', '', 60))
      .then(happened('lineChanged'), bram.hears())
      .when(anne.says('en nog iets'))
      .then(refused('in-breather'));
  });

  test('that nobody wrote cannot be sealed or taken back', () => {
    given(askedCouple(), ...writing)
      .when(taps(anne, 'breathSeal', '', 1))
      .then(refused('stale-button'));
    given(askedCouple(), ...writing)
      .when(anne.does({ type: 'withdraw' }))
      .then(refused('nothing-to-withdraw'));
    given(askedCouple(), ...writing, anne.says('Ik mis je.', { messageId: 60 }), time.passes(minutes(31)))
      .when(taps(anne, 'breathSeal', '', 60))
      .then(refused('stale-button'));
  });

  test('opens from nothing but two sealed ones, whoever asks', () => {
    const { rules } = given(settledCouple(), ...writing, anne.says('bang'), anne.taps('breathSeal'));
    const doors = () => {
      const couple = rules.coupleOf(anne.id);
      return couple.breather === null ? null : openLines(couple, couple.breather, rules.sceneOf(anne.id), rules.now());
    };
    expect(doors()).toEqual([]);
    bram.says('mis je')(rules);
    expect(doors()).toEqual([]);
  });

  test('that is taken back is gone, and the other’s stays sealed', () => {
    given(settledCouple(), ...writing, anne.says('Ik was bang.'), bram.says('Ik mis je.'), bram.taps('breathSeal'))
      .when(anne.does({ type: 'withdraw' }))
      .then(stands({ lines: { [bram.id]: { text: 'Ik mis je.', isSealed: true } } }))
      .when(anne.does({ type: 'withdraw' }))
      .then(refused('nothing-to-withdraw'))
      .when(anne.taps('breathSeal'))
      .then(refused('stale-button'))
      .when(anne.says('Ik ook van jou.'), anne.taps('breathSeal'))
      .then(
        bram.reads('breatherOpened', { own: { words: 'Ik mis je.' }, partner: { words: 'Ik ook van jou.' } }),
        stands(null),
      );
  });
});
