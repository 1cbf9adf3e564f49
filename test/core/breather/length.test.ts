import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  at,
  bram,
  given,
  happened,
  minutes,
  refused,
  settledCouple,
  time,
} from '../../support/given.js';
import { call, evening, monday, rest, stands, taps } from './steps.js';

describe('the length', () => {
  test('is half an hour when nothing is chosen within a minute', () => {
    given(monday(call))
      .when(time.passes(minutes(1)))
      .then(happened('breatherSettled'), stands({ until: evening('20:30'), isSettled: true }), bram.hears());
  });

  test.each([
    ['m20', '2026-11-23T20:20'],
    ['m60', '2026-11-23T21:00'],
    ['tomorrow', '2026-11-24T09:00'],
  ])('%s: until %s, and the other hears the new time', (length, until) => {
    given(monday(call))
      .when(anne.taps('breathFor', { arg: length }))
      .then(happened('breatherSettled'), bram.reads('breatherCalled', { until: at(until) }));
  });

  test('is chosen once, by who called, within a minute', () => {
    given(askedCouple(), call)
      .when(taps(bram, 'breathFor', 'm20'))
      .then(refused('stale-button'));
    given(askedCouple(), call)
      .when(taps(anne, 'breathFor', 'm25'))
      .then(refused('stale-button'));
    given(askedCouple(), call, anne.taps('breathFor', { arg: 'm20' }))
      .when(taps(anne, 'breathFor', 'm60'))
      .then(refused('stale-button'));
    given(askedCouple(), ...rest)
      .when(taps(anne, 'breathFor', 'm60'))
      .then(refused('stale-button'));
  });

  test('is offered with tomorrow first after ten in the evening, and never «tonight» then', () => {
    given(monday(time.is('2026-11-23T22:05')))
      .when(call)
      .then(({ heard }) => {
        const keys = heard.find(({ notice }) => notice.say?.name === 'breatherBegan')?.notice.keys ?? [];
        const args = keys.flat().flatMap((key) => (key.kind === 'press' ? [key.button.arg] : []));
        expect(args).toEqual(['tomorrow', 'm20', 'm30', 'm60']);
      });
  });

  test('is the later when either needs longer, once each, and nobody is named', () => {
    given(monday(...rest))
      .when(bram.taps('breathLonger'), bram.taps('breathLonger', { arg: 'm30' }))
      .then(
        happened('breatherTimesShown', 'breatherLengthened'),
        stands({ until: evening('21:00') }),
        anne.hears('breatherMoved'),
        bram.hears('breatherTimes', 'breatherRest'),
      )
      .when(bram.taps('breathLonger', { arg: 'm30' }))
      .then(refused('breather-full'));
  });

  test('is not cut short by a caller who chooses after the other asked for more', () => {
    given(monday(call, bram.taps('breathLonger'), bram.taps('breathLonger', { arg: 'm60' })))
      .when(anne.taps('breathFor', { arg: 'm20' }))
      .then(stands({ until: evening('21:30') }));
  });

  test('is 24 hours in all at most', () => {
    given(monday(call, anne.taps('breathFor', { arg: 'tomorrow' })))
      .when(taps(bram, 'breathLonger', 'tomorrow'))
      .then(refused('breather-full'), stands({ until: at('2026-11-24T09:00') }));
  });

  test('ends outside the quiet hours of both when it is the next day, in whichever zone', () => {
    const zones = { 2: 'America/New_York' };
    given(settledCouple({ zones, acts: [time.is('2026-11-23T20:30'), call] }))
      .when(anne.taps('breathFor', { arg: 'tomorrow' }))
      .then(bram.reads('breatherCalled', { until: at('2026-11-24T08:00', 'America/New_York') }));
  });

  test('grows by what is offered, and fits the day', () => {
    given(askedCouple(), ...rest)
      .when(taps(bram, 'breathLonger', 'm25'))
      .then(refused('stale-button'));
    const morning = (clock: string) => [
      time.is(`2026-11-24T${clock}`),
      call,
      anne.taps('breathFor', { arg: 'tomorrow' }),
    ];
    given(askedCouple(), ...morning('09:10'))
      .when(taps(bram, 'breathLonger'))
      .then(refused('breather-full'));
    given(askedCouple(), ...morning('09:30'))
      .when(taps(bram, 'breathLonger', 'm60'))
      .then(refused('breather-full'));
    given(askedCouple(), ...morning('09:30'))
      .when(taps(bram, 'breathLonger', 'm20'))
      .then(happened('breatherLengthened'));
  });
});
