import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  at,
  bothAnswer,
  bram,
  days,
  given,
  hours,
  pairedCouple,
  settledCouple,
  that,
  time,
} from '../../support/given.js';
import { amsterdam, prompted, promptsTo } from '../prompted.js';
import { only, opening } from '../prompts.js';

/** When the clock brings a question, to whom, and when it passes. */

const newYork = { zones: { 2: 'America/New_York' } };
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

describe('a scheduled moment', () => {
  test('in a breather passes for both, also for whom it comes once that is over', () => {
    given(settledCouple({ zones: { 2: 'America/New_York' } }), time.is('2026-11-23T19:50'))
      .when(anne.does({ type: 'callBreather' }), time.is('2026-11-23T20:05'))
      .then(bram.reads('breatherCalled'))
      .when(time.is('2026-11-24T12:00'))
      .then(
        that(({ events }) => {
          expect(events.filter(({ type }) => type === 'roundStarted' || type === 'promptShown')).toEqual([]);
        }),
      );
  });

  test('in a breather is dealt with once, though each of the two meets it at an hour of their own', () => {
    const call = anne.does({ type: 'callBreather' });
    given(askedCouple({ zones: { 2: 'America/New_York' } }), time.is('2026-11-24T12:00'))
      .when(time.is('2026-11-25T19:50'), call, time.is('2026-11-26T01:50'), call, time.is('2026-11-26T12:00'))
      .then(
        that(({ events }, rules) => {
          expect(events.filter(({ type }) => type === 'slotMet')).toMatchObject([{ date: '2026-11-25', round: null }]);
          expect(events.flatMap((event) => (event.type === 'dateServed' ? [event.person] : []))).toEqual([1, 2]);
          expect(rules.coupleOf(anne.id).rested).toEqual([]);
        }),
      );
  });

  test('brings a question again after five were put away and none is open', () => {
    given(askedCouple(), time.is('2026-12-05T21:00'), bram.presses('days', { arg: 'rest' }))
      .when(time.passes(days(80)))
      .then(
        that((_, rules) => {
          expect(rules.coupleOf(anne.id)).toMatchObject({ round: null, unanswered: 5 });
        }),
      )
      .when(bram.presses('days', { arg: 'three' }), time.passes(days(7)))
      .then(anne.reads('prompt'));
  });
});
