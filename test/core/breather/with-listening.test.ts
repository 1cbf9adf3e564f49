import { describe, expect, test } from 'vitest';
import { anne, bram, given, happened, settledCouple, that, type Act, type Expectation } from '../../support/given.js';
import { asksToListen, listens } from '../../support/listening.js';
import { roundIs } from '../listening/looks.js';
import { choosing } from './steps.js';

describe('a listening round that a breather interrupted', () => {
  const interrupted = [...listens('alleen-luisteren'), anne.says('Zo'), ...choosing];
  const choose = (arg: string) => [anne, bram].map((one) => one.taps('breathChoice', { arg }));
  const listeningIs = (rest: object): Expectation =>
    that((_, rules) => {
      expect(rules.coupleOf(anne.id)).toMatchObject({ breather: null, listening: rest });
    });

  test('goes on where it was when both want to talk, and was not put down', () => {
    given(settledCouple(), ...interrupted)
      .when(...choose('talkNow'))
      .then(listeningIs({ phase: 'step', parkings: 0 }), anne.reads('listenStep', { isPen: true }));
  });

  test('is put down when they let it rest', () => {
    given(settledCouple(), ...interrupted)
      .when(...choose('letRest'))
      .then(listeningIs({ phase: 'parked', parkings: 1 }))
      .when(...[anne, bram].flatMap((one) => [one.does({ type: 'listen' }), one.taps('listenGoOn')]))
      .then(listeningIs({ phase: 'ready' }));
  });

  test('is nothing to talk on about once its file is gone', () => {
    const gone: Act = (rules) => {
      rules.changeProtocols(() => null);
    };
    given(settledCouple(), ...listens('spiegelen'), anne.says('half'), ...choosing, gone)
      .when(anne.taps('breathChoice', { arg: 'talkNow' }), bram.taps('breathChoice', { arg: 'talkNow' }))
      .then(happened('nextChosen', 'nextChosen', 'breatherEnded', 'listeningEnded'));
  });
});

test('an invitation to listen stays as it is in a breather', () => {
  given(settledCouple(), ...asksToListen('spiegelen'), bram.does({ type: 'callBreather' }))
    .when()
    .then(roundIs({ phase: 'invited' }));
});
