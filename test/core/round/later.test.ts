import { describe, expect, test } from 'vitest';
import { anne, askedCouple, at, bram, given, happened, pairedCouple, that, time } from '../../support/given.js';

describe('[Later]', () => {
  test('says its hour, in two hours and to the quarter, and asks again then', () => {
    given(pairedCouple())
      .when(anne.taps('later'))
      .then(anne.reads('postponed', { at: at('2026-11-22T14:15') }), bram.hears())
      .when(time.is('2026-11-22T14:15'))
      .then(anne.hears('prompt'), anne.reads('prompt', { isFirst: false }), anne.is({ later: null }), bram.hears());
  });

  test('twice is once', () => {
    given(pairedCouple(), anne.taps('later')).when(anne.taps('later')).then(happened());
  });

  test('an hour later is an hour more', () => {
    given(pairedCouple(), anne.taps('later'), time.is('2026-11-22T13:00'))
      .when(anne.tapsOld('later'))
      .then(happened('promptPostponed'), anne.reads('postponed', { at: at('2026-11-22T15:00') }));
  });

  test('in the evening is the own hour of the next day, after midnight that of the same', () => {
    given(pairedCouple(), time.is('2026-11-22T21:00'))
      .when(anne.taps('later'))
      .then(anne.reads('postponed', { at: at('2026-11-23T20:00') }));
    given(pairedCouple(), time.is('2026-11-23T00:30'))
      .when(anne.taps('later'))
      .then(anne.reads('postponed', { at: at('2026-11-23T20:00') }));
  });

  test('is let go by an answer', () => {
    given(pairedCouple(), anne.taps('later'), anne.says('nu toch'))
      .when(time.is('2026-11-22T16:00'))
      .then(anne.hears());
  });

  test('outlives a late answer to another question', () => {
    const late = given(askedCouple({ acts: [time.is('2026-11-25T20:00'), anne.taps('later')] }));
    const [rested] = late.rules.coupleOf(anne.id).rested;
    late.when(anne.says('toch nog', { replyTo: `prompt:${rested?.round.id ?? ''}` })).then(
      that((_, rules) => {
        expect(rules.personOf(anne.id).later).not.toBeNull();
      }),
    );
  });

  test('comes at its hour all the same when the question was looked at before', () => {
    given(pairedCouple(), anne.taps('later'), anne.does({ type: 'askQuestion' }))
      .when(time.is('2026-11-22T14:15'))
      .then(anne.hears('prompt'));
  });
});
