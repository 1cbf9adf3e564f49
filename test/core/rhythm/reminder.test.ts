import { describe, expect, test } from 'vitest';
import { localMoment } from '../../../src/core/time/calendar.js';
import { anne, askedCouple, at, bram, days, given, hours, minutes, time } from '../../support/given.js';
import { rhythm } from './settings-card.js';

describe('a reminder', () => {
  const reminded = (rest: Parameters<typeof askedCouple>[0] = {}) =>
    askedCouple({ ...rest, acts: [anne.does(rhythm), anne.taps('reminder', { arg: 'on' }), ...(rest.acts ?? [])] });

  test('comes to nobody who did not switch it on', () => {
    given(askedCouple()).when(time.is('2026-11-25T19:00')).then(anne.hears(), bram.hears());
  });

  test('comes once, at the own hour on the day after, and never to the other', () => {
    given(reminded())
      .when(time.is('2026-11-24T19:59'))
      .then(anne.hears())
      .when(time.is('2026-11-24T20:00'))
      .then(anne.hears('reminder'), bram.hears(), ({ heard }) => {
        expect(heard.at(-1)?.notice).toMatchObject({ lane: 'scheduled', isNudge: true, localDate: null });
        expect(heard.at(-1)?.notice.dropAfter).toBeGreaterThan(at('2026-11-24T20:00'));
      })
      .when(time.is('2026-11-25T19:59'))
      .then(anne.hears(), bram.hears());
  });

  test('comes again with the next question, once', () => {
    given(reminded(), time.is('2026-11-25T20:00'))
      .when(time.is('2026-11-28T19:00'))
      .then(anne.hears('reminder'), bram.hears());
  });

  test.each([
    ['answered', [anne.says('ja'), anne.taps('seal')]],
    ['skipped it', [anne.taps('else'), anne.taps('skip')]],
    ['said they do not know yet', [anne.taps('else'), anne.taps('notYet')]],
    ['switched it off', [anne.does(rhythm), anne.taps('reminder', { arg: 'off' })]],
    ['stopped', [anne.does({ type: 'stop' })]],
    [
      'went on holiday',
      [anne.does(rhythm), anne.taps('settings', { arg: 'holiday' }), anne.taps('holiday', { arg: '7' })],
    ],
  ])('does not come to somebody who %s', (_what, acts) => {
    given(reminded(), ...acts)
      .when(time.is('2026-11-25T19:00'))
      .then(anne.hears(), bram.hears());
  });

  test('does not come to somebody who chose an hour: the question itself does', () => {
    given(reminded(), time.is('2026-11-23T20:30'), anne.taps('later'))
      .when(time.is('2026-11-25T19:00'))
      .then(anne.hears('prompt'));
  });

  test('offers to postpone, and says until when', () => {
    given(reminded(), time.is('2026-11-24T20:00'))
      .when(anne.taps('later'))
      .then(anne.reads('postponed', { at: at('2026-11-25T20:00') }));
  });

  test('comes to somebody with a draft that is not sealed', () => {
    given(reminded(), anne.says('half')).when(time.is('2026-11-24T20:00')).then(anne.hears('reminder'));
  });

  test('keeps to the own hour and zone of its reader', () => {
    given(reminded({ zones: { 1: 'Pacific/Auckland' } }), time.is('2026-11-24T20:00', 'Pacific/Auckland'))
      .when(time.passes(days(3)))
      .then(({ heard }) => {
        const nudges = heard.filter(({ notice }) => notice.say?.name === 'reminder');
        expect(nudges.map(({ at: now }) => localMoment(now, 'Pacific/Auckland').minute)).toEqual(
          nudges.map(() => 1200),
        );
        expect(nudges.length).toBeGreaterThan(0);
      });
  });

  test('that the bot was not there to give is let go', () => {
    given(reminded(), time.is('2026-11-24T19:00'), time.jumps(hours(4)))
      .when(time.is('2026-11-25T19:00'))
      .then(anne.hears());
  });

  test('that the bot could not give for more than an hour is let go', () => {
    const wants = [anne.does({ type: 'showSettings', view: 'rhythm' } as const), anne.taps('reminder', { arg: 'on' })];
    given(askedCouple(), ...wants, time.is('2026-11-24T19:00'))
      .when(time.jumps(minutes(150)))
      .then(anne.hears());
    given(askedCouple(), ...wants, time.is('2026-11-24T19:00'))
      .when(time.jumps(minutes(110)))
      .then(anne.hears('reminder'));
  });
});
