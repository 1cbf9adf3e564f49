import { describe, expect, test } from 'vitest';
import { anne, bothAnswer, bram, given, minutes, pairedCouple, time, type Act } from '../support/given.js';
import { asksToListen, held, listens } from '../support/listening.js';

/** Nothing comes on the heels of a listening round: what waited meanwhile comes an hour after it at the soonest. */

const listened: readonly Act[] = [
  ...listens('alleen-luisteren'),
  anne.says('Zo was het.'),
  anne.taps('listenDone'),
  held,
  bram.taps('listenOption', { arg: 'dank' }),
];

describe('after a listening round', () => {
  test('how the rhythm goes is told an hour later, to both', () => {
    given(pairedCouple(), ...bothAnswer(), ...listened)
      .when(time.passes(minutes(59)))
      .then(anne.hears(), bram.hears())
      .when(time.passes(minutes(2)))
      .then(anne.hears('rhythm'), bram.hears('rhythm'));
  });

  test('a question put off until it was over comes an hour later; one put off for longer at its own hour', () => {
    given(pairedCouple(), anne.taps('later'), time.is('2026-11-22T14:10'), bram.taps('later'))
      .when(...listened, time.is('2026-11-22T15:08'))
      .then(anne.is({ later: expect.anything() as never }))
      .when(time.is('2026-11-22T15:50'))
      .then(anne.hears('prompt'), bram.hears())
      .when(time.is('2026-11-22T16:15'))
      .then(anne.hears(), bram.hears('prompt'));
  });

  test('that was declined nothing is calmed', () => {
    given(pairedCouple(), anne.taps('later'))
      .when(...asksToListen('alleen-luisteren'), bram.taps('listenNotNow'), time.is('2026-11-22T14:16'))
      .then(anne.reads('prompt'));
  });
});
