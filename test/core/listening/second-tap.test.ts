import { describe, expect, test } from 'vitest';
import type { Button } from '../../../src/core/buttons.js';
import {
  anne,
  bram,
  given,
  happened,
  refused,
  settledCouple,
  type Act,
  type Expectation,
  type Someone,
} from '../../support/given.js';
import { listens, held } from '../../support/listening.js';

/** A thumb that taps twice: what is done is done, and nobody is told off for it. */

const twice = (who: Someone, wanted: Pick<Button, 'name'> & Partial<Button>, count = 2): Act => {
  return (rules) => {
    const button = rules
      .buttonsOf(who.id)
      .findLast(({ name, arg }) => name === wanted.name && arg === (wanted.arg ?? arg));
    if (button === undefined) throw new Error(`${who.name} was never shown that button`);
    for (let tap = 0; tap < count; tap += 1) rules.press(button, who.id, { name: who.name });
  };
};
const quiet: Expectation = ({ refusals }) => {
  expect(refusals).toEqual([]);
};
const done = { name: 'listenDone' } as const;

describe('a second tap on [Klaar]', () => {
  test('under what is written holds it once', () => {
    given(settledCouple(), ...listens('spiegelen'), anne.says('zo'))
      .when(twice(anne, done))
      .then(happened('segmentHeld'), anne.hears('listenHeld'))
      .when(held)
      .then(bram.hears('listenSaid', 'listenStep'));
  });

  test('aloud passes the pen once', () => {
    given(settledCouple(), ...listens('spiegelen', true))
      .when(twice(anne, done))
      .then(happened('stepBegan'), bram.hears('listenStep'));
  });

  test('under a letter seals it once, also when it is the second one', () => {
    given(settledCouple(), ...listens('tien-en-tien'), anne.says('Lieve Bram'), bram.says('Lieve Anne'))
      .when(twice(anne, done))
      .then(quiet, anne.hears('listenLetterSealed'), bram.hears())
      .when(twice(bram, done))
      .then(quiet, anne.hears('listenHeld'));
  });

  test('after talking says once that it is done, and ends it once', () => {
    given(settledCouple(), ...listens('tien-en-tien', true), anne.taps('listenDone'), bram.taps('listenDone'))
      .when(twice(anne, done))
      .then(quiet, anne.hears('listenDoneNoted'), bram.hears())
      .when(twice(bram, done))
      .then(quiet, anne.hears('listenDone'), bram.hears('listenDone'));
  });
});

describe('a second tap on a choice', () => {
  test('chooses it once, also when it ends the round', () => {
    given(settledCouple(), ...listens('alleen-luisteren', true), anne.taps('listenDone'))
      .when(twice(bram, { name: 'listenOption', arg: 'knuffel' }))
      .then(happened('segmentDelivered', 'listeningEnded'), anne.hears('listenDone'));
  });

  test('that sends what is written sends it once', () => {
    given(settledCouple(), ...listens('alleen-luisteren'), anne.says('Eerst dit.'))
      .when(twice(anne, { name: 'listenOption', arg: 'meer--1' }))
      .then(quiet, anne.hears('listenHeld'))
      .when(held)
      .then(bram.hears('listenSaid', 'listenStep'));
  });

  test('that goes back to an earlier step goes there once', () => {
    given(settledCouple(), ...listens('spiegelen', true), anne.taps('listenDone'))
      .when(twice(bram, { name: 'listenOption', arg: 'nog-eens' }))
      .then(happened('segmentDelivered', 'stepBegan'));
  });

  test('is known among all the choices that were made before', () => {
    const retold = [anne.taps('listenDone'), bram.taps('listenOption', { arg: 'nog-eens' }), anne.taps('listenDone')];
    given(settledCouple(), ...listens('spiegelen', true), ...retold, bram.taps('listenDone'))
      .when(twice(anne, { name: 'listenOption', arg: 'ja' }))
      .then(happened('segmentDelivered', 'stepBegan'));
  });

  test('is of that choice, and not of another button that says the same', () => {
    const clever: Act = (rules) => {
      const { id = '', tick = 0 } = rules.coupleOf(anne.id).listening ?? {};
      rules.press({ name: 'listenSignal', slot: id, step: tick - 1, arg: 'ja' }, anne.id, { name: 'Anne' });
    };
    given(settledCouple(), ...listens('spiegelen', true), anne.taps('listenDone'), bram.taps('listenDone'))
      .when(twice(anne, { name: 'listenOption', arg: 'ja' }, 1), clever)
      .then(refused('stale-button'));
  });

  test('on anything but what was done is still out of date', () => {
    given(settledCouple(), ...listens('spiegelen', true), anne.taps('listenDone'), bram.taps('listenDone'))
      .when(anne.tapsOld('listenDone'))
      .then(refused('stale-button'));
    given(settledCouple(), ...listens('spiegelen'), anne.says('zo'))
      .when(twice(anne, done, 1), twice(anne, { name: 'listenRestart' }, 1))
      .then(refused('stale-button'));
    given(settledCouple(), ...listens('alleen-luisteren', true), anne.taps('listenDone'))
      .when(bram.taps('listenOption', { arg: 'dank' }), bram.tapsOld('listenSignal'))
      .then(refused('stale-button'));
  });

  test('on another way than the one that was taken is still out of date', () => {
    given(settledCouple(), ...listens('spiegelen', true), anne.taps('listenDone'), bram.taps('listenDone'))
      .when(twice(anne, { name: 'listenOption', arg: 'ja' }, 1), twice(anne, { name: 'listenOption', arg: 'bijna' }, 1))
      .then(refused('stale-button'));
  });
});
