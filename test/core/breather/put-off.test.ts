import { describe, expect, test } from 'vitest';
import {
  anne,
  at,
  bram,
  given,
  minutes,
  pairedCouple,
  time,
  type Act,
  type Expectation,
  type Someone,
} from '../../support/given.js';
import { call } from './steps.js';

/**
 * A question that somebody put off, and a breather that is in the way of its hour and ends late in the evening: an hour
 * after that end it would be night. On Sunday, with both asleep from ten to eight.
 */

const eight = '2026-11-23T08:00';
/** Put off until nine; the breather begins ten minutes before. */
const putOff = (who: Someone): Act[] => [
  time.is('2026-11-22T18:58'),
  who.taps('later'),
  time.is('2026-11-22T20:50'),
  call,
];

const rests = (who: Someone) => who.taps('breathChoice', { arg: 'letRest' });
/** The breather is over some time before ten. */
const ends: readonly (readonly [string, readonly Act[]])[] = [
  ['both come back, Anne first', [anne.taps('breathBack'), bram.taps('breathBack'), rests(anne), rests(bram)]],
  ['both come back, Bram first', [bram.taps('breathBack'), anne.taps('breathBack'), rests(bram), rests(anne)]],
  ['only Anne comes back', [anne.taps('breathBack')]],
  ['only Bram comes back', [bram.taps('breathBack')]],
  ['neither comes back', []],
  ['whoever put it off says: not today', [anne.taps('breathNotToday')]],
  ['the other says: not today', [bram.taps('breathNotToday')]],
  ['the other stops', [bram.does({ type: 'stop' })]],
];

/** To the minute, when this person was shown the question because it had been put off. */
const shownTo =
  (who: Someone, ...times: readonly number[]): Expectation =>
  ({ heard }) => {
    const shown = heard.filter(
      ({ notice, because }) =>
        notice.to === who.id && notice.say !== null && because.type === 'promptShown' && because.why === 'later',
    );
    expect(shown.map((one) => one.at - (one.at % minutes(1)))).toEqual(times);
  };

describe('a question put off to an hour in a breather that ends late', () => {
  test.each(ends)('comes in the morning, once: %s', (_, acts) => {
    given(pairedCouple(), ...putOff(anne), time.is('2026-11-22T21:21'))
      .when(...acts, time.is('2026-11-23T12:00'))
      .then(shownTo(anne, at(eight)), shownTo(bram));
  });

  test('of both comes to each in the morning', () => {
    given(pairedCouple(), time.is('2026-11-22T18:58'), bram.taps('later'), ...putOff(anne), time.is('2026-11-22T21:21'))
      .when(bram.taps('breathBack'), anne.taps('breathBack'), rests(anne), rests(bram), time.is('2026-11-23T12:00'))
      .then(shownTo(anne, at(eight)), shownTo(bram, at(eight)));
  });

  test('comes an hour after an end that leaves that much of the evening', () => {
    given(pairedCouple(), time.is('2026-11-22T17:58'), anne.taps('later'), time.is('2026-11-22T19:50'), call)
      .when(time.is('2026-11-22T20:21'), bram.taps('breathBack'), anne.taps('breathBack'), rests(bram), rests(anne))
      .then(shownTo(anne))
      .when(time.is('2026-11-23T12:00'))
      .then(shownTo(anne, at('2026-11-22T21:21')));
  });

  test('was not lost with a bot that was off when the breather ended', () => {
    given(pairedCouple(), ...putOff(anne))
      .when(time.jumps(at('2026-11-23T02:00') - at('2026-11-22T20:50')), time.passes(minutes(1)))
      .then(shownTo(anne))
      .when(time.is('2026-11-23T12:00'))
      .then(shownTo(anne, at(eight)));
  });
});
