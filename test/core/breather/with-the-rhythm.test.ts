import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  at,
  bothAnswer,
  bram,
  given,
  hours,
  minutes,
  settledCouple,
  time,
  type Act,
  type Expectation,
} from '../../support/given.js';
import { call, monday } from './steps.js';

/** What else the clock would start, while a breather lasts. A question of Monday 20:00 lies before both. */

const toEight: readonly Act[] = [anne.does({ type: 'showSettings', view: 'all' }), anne.taps('openingHour')];
const atEight: readonly Act[] = [...toEight, anne.taps('setOpeningHour', { arg: '1200' })];
/** Nobody heard anything because of this. */
const never =
  (type: string): Expectation =>
  ({ heard }) => {
    expect(heard.map(({ because }) => because.type)).not.toContain(type);
  };

describe('while a breather lasts', () => {
  test('what both sealed to open at an hour waits, and opens when it has ended', () => {
    given(askedCouple({ acts: [...atEight, time.passes(minutes(5)), ...bothAnswer()] }))
      .when(time.is('2026-11-24T19:45'), call, time.is('2026-11-24T20:10'))
      .then(never('answersRevealed'))
      .when(time.passes(hours(3)))
      .then(
        anne.reads('revealed', { scenario: expect.any(String) as string }),
        bram.reads('revealed', { scenario: expect.any(String) as string }),
      );
  });

  test('nobody is reminded', () => {
    const reminding = [anne.does({ type: 'showSettings', view: 'all' }), anne.taps('reminder', { arg: 'on' })];
    given(askedCouple({ acts: reminding }))
      .when(time.is('2026-11-24T19:50'), call, time.is('2026-11-24T20:15'))
      .then(never('reminded'));
  });

  test('scheduled moments pass, and a prompt that was put off waits until an hour after', () => {
    given(settledCouple(), time.is('2026-11-23T19:50'), call)
      .when(time.is('2026-11-24T12:00'))
      .then(({ events }) => {
        expect(events.some(({ type }) => type === 'promptShown')).toBe(false);
      });
    given(monday(anne.taps('later'), time.is('2026-11-23T21:45'), call))
      .when(time.is('2026-11-24T23:00'))
      .then(({ heard }) => {
        const shown = heard.find(({ because }) => because.type === 'promptShown' && because.why === 'later');
        expect(shown?.at).toBeGreaterThan(at('2026-11-23T23:45'));
      });
  });

  test('no question comes on the heels of its end, which an absence of the bot brought late', () => {
    given(settledCouple(), time.is('2026-11-23T12:00'), call)
      .when(time.jumps(at('2026-11-25T20:01') - at('2026-11-23T12:00')))
      .then(anne.reads('breatherOver'), bram.reads('breatherOver'), never('promptShown'))
      .when(time.is('2026-11-27T12:00'))
      .then(never('promptShown'))
      .when(time.is('2026-11-28T20:00'))
      .then(anne.reads('prompt'), bram.reads('prompt'));
  });
});
