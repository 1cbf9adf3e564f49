import { describe, test } from 'vitest';
import { anne, bram, days, given, happened, hours, settledCouple, time } from '../../support/given.js';
import { held, lies, listens } from '../../support/listening.js';
import { inSilence, roundIs } from './looks.js';

/** Whoever stops in the middle of a listening round: to the other it is silence. */

describe('whoever stops', () => {
  test('takes along what they were about to send, and the step waits as it would for silence', () => {
    const story = given(settledCouple(), ...listens('alleen-luisteren'), anne.says('geheim'));
    const doneAt = story.rules.now();
    story
      .when(anne.taps('listenDone'), anne.does({ type: 'stop' }), held)
      .then(bram.hears(), roundIs({ phase: 'step', left: [anne.id], drafts: {}, until: doneAt + hours(48) }))
      .when(lies)
      .then(bram.reads('listenParked'), anne.hears());
    given(settledCouple(), ...listens('tien-en-tien'))
      .when(...[anne, bram].flatMap((one) => [one.says('Lieve'), one.taps('listenDone')]), anne.does({ type: 'stop' }))
      .then(roundIs({ phase: 'together', ready: [bram.id], left: [anne.id] }));
  });

  test('is not waited for by the other’s wish to go on', () => {
    given(settledCouple(), ...listens('spiegelen'), lies, anne.taps('listenGoOn'), anne.does({ type: 'stop' }))
      .when(bram.taps('listenGoOn'))
      .then(happened('goOnWished'), roundIs({ phase: 'parked', ready: [bram.id] }));
  });

  test('does not end it, also when the other had let it go: the clock does', () => {
    given(settledCouple(), ...listens('spiegelen'), lies, anne.taps('listenLetGo'))
      .when(bram.does({ type: 'stop' }))
      .then(roundIs({ left: [anne.id, bram.id] }))
      .when(time.passes(days(3)))
      .then(roundIs(null), inSilence);
    given(settledCouple(), ...listens('spiegelen'), lies, anne.taps('listenLetGo'))
      .when(anne.does({ type: 'stop' }))
      .then(roundIs({ left: [anne.id] }));
  });
});
