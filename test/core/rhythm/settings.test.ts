import { describe, expect, test } from 'vitest';
import {
  anne,
  bram,
  given,
  happened,
  inviter,
  refused,
  settledCouple,
  type Act,
  type Expectation,
} from '../../support/given.js';
import { amsterdam } from '../prompted.js';
import { rhythm, settings, types } from './settings-card.js';

describe('the settings', () => {
  test('are for whoever agreed', () => {
    given({}).when(anne.does(settings)).then(refused('agree-first'));
    given(inviter())
      .when(anne.does(settings))
      .then(anne.reads('settings', { view: 'all', language: 'nl' }));
  });

  test('are one card, changed where it stands', () => {
    given(settledCouple(), anne.does(settings))
      .when((rules) => {
        const button = rules.buttonsOf(anne.id).findLast(({ name, arg }) => name === 'settings' && arg === 'rhythm');
        if (button === undefined) throw new Error('the card has no way to the rhythm');
        const sender = { name: 'Anne' };
        rules.perform({ type: 'press', sender, button, code: null }, anne.id, 'settings');
      })
      .then(happened('settingsShown'))
      .then(({ heard }) => {
        expect(heard.map(({ notice }) => [notice.act, notice.card])).toEqual([['edit', 'settings']]);
      });
  });

  test('of a card of long ago are shown on a new one', () => {
    given(settledCouple(), anne.does(settings))
      .when(anne.taps('settings', { arg: 'rhythm' }))
      .then(({ heard }) => {
        expect(heard.map(({ notice }) => notice.act)).toEqual(['editKeys', 'send']);
      });
  });

  test('change the language at once', () => {
    given(settledCouple(), anne.does(settings))
      .when(anne.taps('speak', { arg: 'en' }))
      .then(anne.reads('settings', { language: 'en' }), anne.is({ language: 'en' }), bram.hears());
  });

  test('are never told to the other', () => {
    given(settledCouple(), anne.does(rhythm))
      .when(
        anne.taps('reminder', { arg: 'on' }),
        anne.taps('settings', { arg: 'holiday' }),
        anne.taps('holiday', { arg: '7' }),
        ...types(anne, 'hour', 'half acht'),
      )
      .then(bram.hears());
  });

  test('that no card ever offered are stale', () => {
    const story = given(settledCouple(), anne.does(rhythm), anne.taps('settings', { arg: 'hour' }));
    for (const [name, arg] of [
      ['settings', 'constructor'],
      ['days', 'hourly'],
      ['hour', '1440'],
      ['hour', 'x'],
      ['holiday', '5000'],
      ['type', 'city'],
    ] as const) {
      story.when(anne.presses(name, { arg })).then(refused('stale-button'));
    }
  });
});

describe('an own zone', () => {
  test('is found by a shared place, which is asked for with a key of its own', () => {
    const story = given(settledCouple(), anne.does(settings)).when(anne.taps('otherZone'));
    story.then(anne.reads('asked', { what: 'city' })).then(({ heard }) => {
      expect(heard.at(-1)?.notice.board).toBe('share-place');
    });
    story
      .when(anne.does({ type: 'shareZone', zone: 'Pacific/Auckland' }))
      .then(anne.is({ zone: 'Pacific/Auckland', asked: null }))
      .then(({ heard }) => {
        expect(heard.map(({ notice }) => [notice.act, notice.board])).toContainEqual(['send', 'none']);
      });
  });

  test('stays when the place is nowhere, and a place that nobody asked for is nothing', () => {
    given(settledCouple(), anne.taps('otherZone'))
      .when(anne.does({ type: 'shareZone', zone: null }))
      .then(refused('unknown-city'), anne.is({ zone: amsterdam }));
    given(settledCouple())
      .when(anne.does({ type: 'shareZone', zone: 'Pacific/Auckland' }))
      .then(refused('media-unsupported'), anne.is({ zone: amsterdam }));
  });

  test('takes the question and its key away when something else is asked', () => {
    given(settledCouple(), anne.taps('otherZone'))
      .when(anne.does(rhythm))
      .then(({ heard }) => {
        expect(heard.map(({ notice }) => [notice.act, notice.card])).toContainEqual(['delete', 'city']);
      });
  });

  test('is told with its name and its hour', () => {
    given(settledCouple(), anne.taps('otherZone'))
      .when(anne.does({ type: 'shareZone', zone: 'Europe/London' }))
      .then(anne.reads('zoneChanged', { zone: 'Europe/London', at: expect.any(Number) as number }));
  });
});

/** Types into what the card asks, as if that view were open. */
const typed = (what: 'hour' | 'quiet' | 'holiday', text: string): Act => {
  const acts = [anne.presses('type', { arg: what }), anne.says(text)];
  return (rules) => {
    for (const act of acts) act(rules);
  };
};
const notes = (noted: object): Expectation => anne.reads('settings', { noted: noted as never });

describe('the card of settings says what was changed', () => {
  test.each([
    { name: 'days', act: anne.presses('days', { arg: 'daily' }), noted: { what: 'days' } },
    { name: 'the hour', act: anne.presses('hour', { arg: '510' }), noted: { what: 'hour', other: null } },
    { name: 'quiet hours', act: anne.presses('quiet', { arg: '1260-420' }), noted: { what: 'quiet' } },
    { name: 'a holiday', act: anne.presses('holiday', { arg: '7' }), noted: { what: 'holiday' } },
    { name: 'a holiday, typed', act: typed('holiday', '5 december'), noted: { what: 'holiday' } },
    { name: 'reminders', act: anne.presses('reminder', { arg: 'on' }), noted: { what: 'reminder' } },
    { name: 'how long all is kept', act: anne.presses('keeping', { arg: '30' }), noted: { what: 'keeping' } },
  ])('$name', ({ act, noted }) => {
    given(settledCouple()).when(act).then(notes(noted));
  });

  test('which language it speaks is seen by itself, in either', () => {
    given(settledCouple(), anne.presses('speak', { arg: 'en' }))
      .when(anne.presses('speak', { arg: 'nl' }))
      .then(anne.is({ language: 'nl' }), anne.reads('settings', { language: 'nl', noted: null }));
  });
});

describe('a setting that cannot be', () => {
  test.each([
    ['keeping', '31', 'stale-button'],
    ['hour', '510x', 'stale-button'],
    ['hour', 'x510', 'stale-button'],
    ['quiet', '1260', 'unknown-quiet-hours'],
    ['quiet', 'x-420', 'unknown-quiet-hours'],
  ] as const)('%s «%s» changes nothing: %s', (name, arg, refusal) => {
    const story = given(settledCouple());
    const before = story.rules.personOf(anne.id).rhythm;
    story.when(anne.presses(name, { arg })).then(refused(refusal), anne.is({ rhythm: before, keepDays: 90 }));
  });

  test('an hour that is quiet, with no other that may be meant, is refused with the quiet hours it lies in', () => {
    const noon = { fromMinute: 720, untilMinute: 840 };
    given(settledCouple(), anne.presses('quiet', { arg: '720-840' }))
      .when(typed('hour', '13:00'))
      .then(refused('hour-in-quiet', { minute: 780, quiet: noon }))
      .when(anne.presses('hour', { arg: '780' }))
      .then(refused('hour-in-quiet', { minute: 780, quiet: noon }));
  });
});
