import { describe, expect, test } from 'vitest';
import { pressListeningTurn } from '../../../src/core/listening/listening.js';
import type { Given } from '../../../src/core/given.js';
import { anne, bram, given, happened, hours, settledCouple, time, type Act } from '../../support/given.js';
import { asksToListen, held, listens } from '../../support/listening.js';
import { roundIs } from './looks.js';

/** An owner may change or take away files while a round of them is under way: that round may end, and nothing may break. */

describe('when the file of a listening round is gone at the next start', () => {
  const upgraded: Act = (rules) => {
    rules.changeProtocols(() => null);
  };

  test('a round that goes on is over by the next tap or tick, and until then says no more than it can', () => {
    const losing = () =>
      given(settledCouple(), ...listens('spiegelen'), anne.says('half', { messageId: 70 }), upgraded);
    losing()
      .when(anne.does({ type: 'listen' }))
      .then(happened('listeningTold'), anne.hears())
      .when(anne.edits(70, 'heel'))
      .then(happened())
      .when((rules) => {
        rules.comeBack();
      })
      .then(happened())
      .when(time.passes(hours(25)))
      .then(anne.hears('listenOver'), bram.hears('listenOver'), roundIs(null));
    losing().when(anne.taps('listenDone')).then(happened('listeningEnded'), bram.hears('listenOver'));
  });

  test('an invitation still waits for its answer, whatever else the clock brings', () => {
    given(settledCouple(), time.is('2026-11-23T19:00'), ...asksToListen('spiegelen'), upgraded)
      .when(time.is('2026-11-23T20:00'))
      .then(anne.hears('prompt'), bram.hears('prompt'), roundIs({ phase: 'invited' }));
  });

  test('what was held goes nowhere, and a moment that was agreed on is told like any other', () => {
    given(settledCouple(), ...listens('spiegelen'), anne.says('zo'), anne.taps('listenDone'), upgraded)
      .when(held)
      .then(bram.hears('listenOver'), anne.hears('listenOver'));
    given(settledCouple(), ...asksToListen('spiegelen'), bram.taps('listenNow'), upgraded)
      .when(bram.does({ type: 'listen' }))
      .then(bram.hears('listenReady'))
      .when(bram.taps('listenReady', { arg: 'calm' }))
      .then(happened('listeningEnded'));
  });

  test('a round is over at the next tap', () => {
    const { rules } = given(settledCouple(), ...listens('alleen-luisteren'));
    const { id = '', tick: step = 0 } = rules.coupleOf(anne.id).listening ?? {};
    const without = { now: rules.now(), protocols: new Map() } as unknown as Given;
    const button = { name: 'listenDone', slot: id, step, arg: '' } as const;
    expect(pressListeningTurn(rules.sceneOf(anne.id), rules.personOf(anne.id), button, without)).toMatchObject([
      { type: 'listeningEnded', how: 'over' },
    ]);
  });
});
