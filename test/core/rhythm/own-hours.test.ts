import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  given,
  minutes,
  refused,
  settledCouple,
  time,
} from '../../support/given.js';
import { amsterdam, prompted } from '../prompted.js';
import { rhythm, types } from './settings-card.js';

/** The hours somebody chooses: when they are asked, and when it is quiet. */

describe('an own hour', () => {
  test('is typed as it is said, and the card says how it was understood', () => {
    given(settledCouple())
      .when(...types(anne, 'hour', 'half acht'))
      .then(anne.reads('settings', { view: 'rhythm', noted: { what: 'hour', other: null } }))
      .then((_, rules) => {
        expect(rules.personOf(anne.id)).toMatchObject({ asked: null, rhythm: { minute: 1170 } });
      });
  });

  test('that may be meant in the morning offers that with one tap', () => {
    given(settledCouple())
      .when(...types(anne, 'hour', 'half negen'))
      .then(anne.reads('settings', { noted: { what: 'hour', other: 510 } }))
      .when(anne.taps('hour', { arg: '510' }))
      .then((_, rules) => {
        expect(rules.personOf(anne.id).rhythm.minute).toBe(510);
      });
  });

  test('that would be quiet in the evening is taken for the morning', () => {
    given(settledCouple())
      .when(...types(anne, 'hour', 'elf uur'))
      .then((_, rules) => {
        expect(rules.personOf(anne.id).rhythm.minute).toBe(660);
      });
  });

  test('inside the quiet hours is refused, and the setting stays', () => {
    const story = given(settledCouple()).when(...types(anne, 'hour', '23:00'));
    story.then(refused('hour-in-quiet', { minute: 1380 }));
    expect(story.rules.personOf(anne.id)).toMatchObject({ rhythm: { minute: 1200 }, asked: { what: 'hour' } });
    story.when(anne.says('21:30')).then(anne.reads('settings'));
    expect(story.rules.personOf(anne.id).rhythm.minute).toBe(1290);
  });

  test('that is not understood is asked for again, for ten minutes', () => {
    const story = given(settledCouple()).when(...types(anne, 'hour', 'straks wel'));
    story.then(refused('unknown-hour'));
    expect(story.rules.personOf(anne.id).rhythm.minute).toBe(1200);
    story.when(time.passes(minutes(10)), anne.says('21:00')).then(anne.reads('offer', { what: 'reaction' }));
  });

  test('does not stand in the way of the word that stops everything', () => {
    given(settledCouple())
      .when(...types(anne, 'hour', 'stop'))
      .then(anne.reads('commandOffered', { command: 'stop' }));
  });

  test('that is later the same day asks then, and once', () => {
    given(settledCouple(), time.is('2026-11-23T19:00'), ...types(anne, 'hour', '21:00'))
      .when(time.is('2026-11-24T12:00'))
      .then(prompted(anne, amsterdam, '2026-11-23 21:00'), prompted(bram, amsterdam, '2026-11-23 20:00'));
  });

  test('that is past already does not lose the day its question', () => {
    given(settledCouple(), time.is('2026-11-23T12:00'))
      .when(...types(anne, 'hour', '08:00'), time.is('2026-11-23T20:00'), ...bothAnswer(), time.is('2026-11-25T12:00'))
      .then(prompted(anne, amsterdam, '2026-11-23 12:00', '2026-11-25 8:00'));
  });

  test('that was met today asks no second time today', () => {
    given(askedCouple(), ...bothAnswer())
      .when(...types(anne, 'hour', '21:00'), time.is('2026-11-25T20:30'))
      .then(prompted(anne, amsterdam))
      .when(time.is('2026-11-25T21:00'))
      .then(prompted(anne, amsterdam, '2026-11-25 21:00'));
  });

  test('moved to and fro never asks twice on one local date, nor leaves one out', () => {
    const daily = [anne, bram].flatMap((one) => [
      one.does(rhythm),
      one.taps('settings', { arg: 'days' }),
      one.taps('days', { arg: 'daily' }),
    ]);
    const moves = ['08:00', '21:30', '12:30', '20:00', '09:00', '19:00', '10:00'].flatMap((hour, index) => [
      time.is(`2026-11-${String(23 + index)}T${index % 2 === 0 ? '15' : '22'}:00`),
      ...types(anne, 'hour', hour),
      ...(index % 2 === 0 ? [] : bothAnswer()),
    ]);
    given(settledCouple(), ...daily)
      .when(...moves, time.is('2026-11-30T12:00'))
      .then(({ heard, events }) => {
        const served = events.flatMap((event) =>
          event.type === 'dateServed' && event.person === anne.id ? [event.date] : [],
        );
        expect(served).toEqual([...new Set(served)]);
        expect(served).toEqual(['23', '24', '25', '26', '27', '28', '29', '30'].map((day) => `2026-11-${day}`));
        const asked = heard.flatMap(({ notice }) =>
          notice.to === anne.id && notice.localDate !== null ? [notice.localDate] : [],
        );
        expect(asked).toEqual([...new Set(asked)]);
      });
  });
});

describe('quiet hours', () => {
  test('are typed or tapped', () => {
    given(settledCouple())
      .when(...types(anne, 'quiet', 'van 23u tot 7u30'))
      .then(anne.reads('settings', { noted: { what: 'quiet' } }))
      .then((_, rules) => {
        expect(rules.personOf(anne.id).rhythm).toMatchObject({ quietFromMinute: 1380, quietUntilMinute: 450 });
      })
      .when(anne.does(rhythm), anne.taps('settings', { arg: 'quiet' }), anne.taps('quiet', { arg: '1260-420' }))
      .then((_, rules) => {
        expect(rules.personOf(anne.id).rhythm).toMatchObject({ quietFromMinute: 1260, quietUntilMinute: 420 });
      });
  });

  test('that would hold the own hour, or are none, are refused', () => {
    given(settledCouple())
      .when(...types(anne, 'quiet', '19:00-08:00'))
      .then(refused('quiet-over-hour', { minute: 1200 }))
      .then((_, rules) => {
        expect(rules.personOf(anne.id).rhythm).toMatchObject({ quietFromMinute: 1320, quietUntilMinute: 480 });
      })
      .when(...types(anne, 'quiet', 'nooit'))
      .then(refused('unknown-quiet-hours'));
  });
});
