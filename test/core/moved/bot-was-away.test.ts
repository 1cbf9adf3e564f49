import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  hours,
  inviter,
  minutes,
  pairedCouple,
  settledCouple,
  that,
  time,
} from '../../support/given.js';
import { sees } from '../chat.js';
import { amsterdam, prompted, promptsTo } from '../prompted.js';
import type { Rules } from '../stage.js';

describe('a bot that was away', () => {
  test('has nothing to ask of who has no question, or has answered it', () => {
    const away = (rules: Rules) => {
      rules.comeBack();
    };
    given(settledCouple()).when(away).then(happened());
    given(inviter(), anne.says('a'), anne.taps('seal')).when(away).then(happened());
    given(inviter()).when(away).then(happened('cameBack'));
  });

  test('asks whoever had not sealed to send it again', () => {
    given(pairedCouple(), anne.says('a'), anne.taps('seal'), bram.says('half'), time.passes(minutes(5)))
      .when((rules) => {
        rules.comeBack();
      })
      .then(bram.hears('cameBack'), anne.hears());
  });

  test('says so in the morning to whoever sleeps', () => {
    given(askedCouple(), time.is('2026-11-23T23:00'))
      .when((rules) => {
        rules.comeBack();
      })
      .then(
        sees(anne, '+ cameBack (scheduled, nudge, from Tue 08:00)'),
        sees(bram, '+ cameBack (scheduled, nudge, from Tue 08:00)'),
      );
  });

  test('for minutes is minutes late', () => {
    given(settledCouple(), time.is('2026-11-23T19:59'))
      .when(time.jumps(minutes(6)))
      .then(prompted(anne, amsterdam, '2026-11-23 20:05'));
  });

  test('over night asks after the quiet hours', () => {
    given(settledCouple(), time.is('2026-11-23T19:00'))
      .when(time.jumps(hours(6)), time.passes(hours(10)))
      .then(prompted(anne, amsterdam, '2026-11-24 8:00'));
  });

  test('for a day lets that day pass, and never asks two at once', () => {
    given(settledCouple(), time.is('2026-11-23T19:00'))
      .when(time.jumps(hours(26)))
      .then(prompted(anne, amsterdam));
    given(settledCouple(), time.is('2026-11-23T19:00'))
      .when(time.jumps(hours(50)))
      .then(prompted(anne, amsterdam, '2026-11-25 21:00'));
  });

  test('with a rhythm of every day asks once for two days missed', () => {
    const daily = [
      anne.taps('otherRhythm'),
      anne.taps('days', { arg: 'daily' }),
      bram.taps('otherRhythm'),
      bram.taps('days', { arg: 'daily' }),
    ];
    given(settledCouple(), ...daily, time.is('2026-11-23T19:00'))
      .when(time.jumps(hours(25) + minutes(30)), time.passes(hours(12)))
      .then(prompted(anne, amsterdam, '2026-11-24 20:30'));
  });

  test('that asked in the morning for the evening before asks no more that day', () => {
    const daily = [anne, bram].flatMap((one) => [one.taps('otherRhythm'), one.taps('days', { arg: 'daily' })]);
    given(settledCouple(), ...daily, time.is('2026-11-23T19:00'))
      .when(time.jumps(hours(6)), time.is('2026-11-24T09:00'), ...bothAnswer(), time.is('2026-11-25T19:00'))
      .then(prompted(anne, amsterdam, '2026-11-24 8:00'));
  });

  test('for years goes on, with one question', () => {
    given(askedCouple(), anne.says('a'), anne.taps('later'))
      .when(time.jumps(days(3650)))
      .then(
        that((happening) => {
          expect(promptsTo(anne, happening).length).toBeLessThanOrEqual(1);
        }),
      );
    const far = given(askedCouple()).when(time.jumps(days(3650)), time.passes(days(7)));
    far.then(
      that((happening) => {
        expect(promptsTo(bram, happening).length).toBeGreaterThanOrEqual(1);
      }),
    );
    expect(far.rules.nextWake()).toBeGreaterThan(far.rules.now());
  });
});
