import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  at,
  bram,
  given,
  happened,
  hours,
  minutes,
  refused,
  settledCouple,
  that,
  time,
  type Someone,
} from '../../support/given.js';
import { asked, call, choosing, monday, taps } from './steps.js';

/** A time to come back to it, which each picks alone. */

const without = that((_, rules) => {
  expect(rules.coupleOf(anne.id).resumption).toBeNull();
});

describe('a time to come back to it', () => {
  const over = [...asked, time.passes(minutes(31))];
  test('counts once both have picked one, and then the later', () => {
    given(monday(...over, anne.taps('breathMoment', { arg: 'evening' })))
      .when(bram.taps('breathMoment', { arg: 'morning' }))
      .then(happened('momentPicked', 'momentAgreed'), anne.reads('momentAgreed', { at: at('2026-11-24T20:00') }))
      .when(time.is('2026-11-24T20:01'))
      .then(anne.hears('momentCame'), bram.hears('momentCame'));
  });

  test('that only one picked is never told on, and forgotten after a day', () => {
    given(monday(...over, anne.taps('breathMoment', { arg: 'evening' })))
      .when(time.passes(hours(25)))
      .then(bram.hears(), anne.hears(), (_, rules) => {
        expect(rules.coupleOf(anne.id).resumption).toBeNull();
      });
  });

  test('that one picked early waits until the breather is over', () => {
    given(
      monday(
        ...asked,
        anne.taps('breathNotToday'),
        anne.taps('breathMoment', { arg: 'morning' }),
        bram.taps('breathNotToday'),
      ),
    )
      .when(bram.taps('breathMoment', { arg: 'morning' }))
      .then(happened('momentPicked'), anne.hears())
      .when(time.passes(minutes(31)))
      .then(happened('breatherEnded', 'momentAgreed'));
  });

  test('is picked once, and no longer changed once both have', () => {
    given(askedCouple(), ...over)
      .when(taps(anne, 'breathMoment', 'evening'), taps(anne, 'breathMoment', 'evening'))
      .then(happened('momentPicked'), bram.hears())
      .when(taps(anne, 'breathMoment', 'never'))
      .then(refused('stale-button'))
      .when(taps(bram, 'breathMoment', 'evening'))
      .then(happened('momentPicked', 'momentAgreed'))
      .when(taps(anne, 'breathMoment', 'morning'))
      .then(refused('stale-button'));
  });

  test('is kept a day for who did not pick yet, and then forgotten', () => {
    given(askedCouple(), ...over, taps(anne, 'breathMoment', 'evening'))
      .when(time.passes(hours(23)))
      .then(happened())
      .when(time.passes(hours(2)))
      .then(happened('resumptionForgotten'), bram.hears())
      .when(taps(bram, 'breathMoment', 'evening'))
      .then(refused('stale-button'));
  });

  test('that was past while the bot was away is none', () => {
    const leaves = (who: Someone) => [taps(who, 'breathNotToday'), taps(who, 'breathMoment', 'morning')];
    given(settledCouple({ acts: [time.is('2026-11-22T14:00'), ...asked] }), ...leaves(anne), ...leaves(bram))
      .when(time.jumps(at('2026-11-23T11:00') - at('2026-11-22T14:31')))
      .then(happened('breatherEnded'));
  });

  test('that somebody was offered on the way back is none once its day is over', () => {
    const again = [call, time.passes(minutes(31)), anne.taps('breathBack'), bram.taps('breathBack')];
    // No more time can be given, so calling again is «not today».
    given(askedCouple(), ...choosing, ...again, ...again, call)
      .when(time.jumps(hours(72)))
      .then(happened('breatherEnded'), without);
  });
});
