import { describe, expect, test } from 'vitest';
import { localMoment } from '../../src/core/calendar.js';
import {
  anne,
  askedCouple,
  at,
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
  time,
  type Expectation,
  type Someone,
  that,
} from '../support/given.js';
import { only, opening } from './prompts.js';
import type { Happening } from './memory.js';

const newYork = { zones: { 2: 'America/New_York' } };

/** The scheduled prompts somebody got, by their own date and hour. */
function promptsTo(someone: Someone, { heard }: Happening, zone = 'Europe/Amsterdam'): readonly string[] {
  return heard
    .filter(({ notice }) => notice.to === someone.id && notice.localDate !== null)
    .map(({ at: now }) => {
      const { date, minute } = localMoment(now, zone);
      return `${date} ${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`;
    });
}

const prompted =
  (someone: Someone, zone: string, ...moments: readonly string[]): Expectation =>
  (happening) => {
    expect(promptsTo(someone, happening, zone)).toEqual(moments);
  };
const amsterdam = 'Europe/Amsterdam';
const answerAll = (hoursApart: number, times: number) =>
  Array.from({ length: times }, () => [time.passes(hours(hoursApart)), ...bothAnswer()]).flat();

describe('the rhythm', () => {
  test('is Monday, Wednesday and Saturday at 20:00, never on the day of pairing', () => {
    given(settledCouple())
      .when(...answerAll(24, 14))
      .then(
        prompted(
          anne,
          amsterdam,
          ...['23', '25', '28', '30'].map((day) => `2026-11-${day} 20:00`),
          '2026-12-02 20:00',
          '2026-12-05 20:00',
        ),
      );
    given({ ...pairedCouple(), beginsAt: at('2026-11-23T12:00') }, ...bothAnswer())
      .when(time.is('2026-11-24T12:00'))
      .then(prompted(anne, amsterdam));
  });

  test('brings one question to both, each at their own hour', () => {
    given(settledCouple(newYork))
      .when(time.is('2026-11-24T12:00'))
      .then(
        prompted(anne, amsterdam, '2026-11-23 20:00'),
        prompted(bram, 'America/New_York', '2026-11-23 20:00'),
        that(({ events }) => {
          expect(events.filter(({ type }) => type === 'roundStarted')).toHaveLength(1);
        }),
      );
  });

  test('follows the clock through summer and winter time', () => {
    given({ ...settledCouple(), beginsAt: at('2026-10-18T12:00') })
      .when(...answerAll(24, 14))
      .then(
        that((happening) => {
          const moments = promptsTo(anne, happening);
          expect(moments.slice(0, 5)).toEqual(['19', '21', '24', '26', '28'].map((day) => `2026-10-${day} 20:00`));
        }),
      );
  });

  test('does not forget somebody whose day began before the pairing and the other’s after it', () => {
    // 01:00 on Monday for Anne, 19:00 on Sunday for Bram.
    given({ ...settledCouple(newYork), beginsAt: at('2026-11-23T01:00') })
      .when(time.is('2026-11-26T12:00'))
      .then(prompted(bram, 'America/New_York', '2026-11-23 20:00'), prompted(anne, amsterdam, '2026-11-25 20:00'));
  });

  test('gives a question that was asked while somebody could not be reached to them at the next moment', () => {
    given(settledCouple(), bram.does({ type: 'block' }), anne.does({ type: 'askQuestion' }))
      .when(bram.starts())
      .then(bram.hears('wentOn', 'status'))
      .when(time.is('2026-11-23T20:00'))
      .then(bram.hears('prompt'), anne.hears());
  });

  test('passes silently when nothing is left to ask', () => {
    given(settledCouple({ prompts: only(opening) }))
      .when(time.passes(days(10)))
      .then(anne.hears(), bram.hears());
  });

  test('that is set to rest asks nothing; the slower wish counts for both, and nobody is told whose', () => {
    given(settledCouple(), anne.taps('otherRhythm'))
      .when(anne.taps('days', { arg: 'weekly' }), time.is('2026-11-29T12:00'))
      .then(bram.hears('prompt'), prompted(bram, amsterdam, '2026-11-28 20:00'));
    given(settledCouple(), bram.taps('otherRhythm'), bram.taps('days', { arg: 'rest' }))
      .when(time.passes(days(30)))
      .then(anne.hears(), bram.hears());
  });

  test('that was just chosen asks nothing for an hour that is past', () => {
    const daily = [anne, bram].flatMap((one) => [one.taps('otherRhythm'), one.taps('days', { arg: 'daily' })]);
    given(askedCouple(), ...bothAnswer(), time.is('2026-11-24T21:00'))
      .when(...daily, time.is('2026-11-25T19:00'))
      .then(prompted(anne, amsterdam), prompted(bram, amsterdam))
      .when(time.is('2026-11-25T20:00'))
      .then(prompted(anne, amsterdam, '2026-11-25 20:00'), prompted(bram, amsterdam, '2026-11-25 20:00'));
  });

  test('in a zone where the hour is past asks after the quiet hours there', () => {
    given(askedCouple(), ...bothAnswer(), time.is('2026-11-25T15:00'), anne.taps('otherZone'))
      .when(anne.says('Tokio'), time.is('2026-11-26T12:00'))
      .then(prompted(anne, 'Asia/Tokyo', '2026-11-26 8:00'), prompted(bram, amsterdam, '2026-11-25 20:00'));
  });

  test('never asks twice on one local date, also for a traveller', () => {
    const zones = ['Tokio', 'Honolulu', 'Auckland', 'Amsterdam', 'Los Angeles', 'Londen'];
    const travels = zones.flatMap((city) => [
      time.passes(hours(7)),
      anne.taps('otherZone'),
      anne.says(city),
      ...bothAnswer(),
    ]);
    given(settledCouple())
      .when(...travels, ...travels, ...travels)
      .then(
        that(({ heard }) => {
          const dates = heard.flatMap(({ notice }) =>
            notice.to === anne.id && notice.localDate !== null ? [notice.localDate] : [],
          );
          expect(dates.length).toBeGreaterThan(0);
          expect(new Set(dates).size).toBe(dates.length);
        }),
      );
  });
});

describe('a bot that was away', () => {
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

describe('waking', () => {
  test('too early does nothing', () => {
    given(pairedCouple())
      .when((rules) => {
        rules.perform({ type: 'wake' }, null);
      })
      .then(happened());
  });

  test('is asked for at nothing but the end of the silence, once everything is silent', () => {
    const { rules } = given(inviter(), time.passes(days(90)));
    expect(rules.nextWake()).toBe(at('2027-05-24T20:00'));
    for (const act of [time.passes(days(150))]) act(rules);
    expect(rules.couples()).toEqual([]);
    expect(rules.nextWake()).toBeNull();
  });
});
