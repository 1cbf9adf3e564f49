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
  refused,
  settledCouple,
  time,
  type Act,
  type Expectation,
  type Someone,
} from '../support/given.js';

const rhythm = { type: 'showSettings', view: 'rhythm' } as const;
const settings = { type: 'showSettings', view: 'all' } as const;

/** Opens /ritme, and there what is to be typed. */
const types = (someone: Someone, what: 'hour' | 'quiet' | 'holiday', text: string): readonly Act[] => [
  someone.does(rhythm),
  someone.taps('settings', { arg: what }),
  someone.taps('type', { arg: what }),
  someone.says(text),
];

/** The scheduled prompts somebody got, by their own date and hour. */
const prompted =
  (someone: Someone, zone: string, ...moments: readonly string[]): Expectation =>
  ({ heard }) => {
    const times = heard.flatMap(({ notice, at: now }) => {
      if (notice.to !== someone.id || notice.localDate === null) return [];
      const { date, minute } = localMoment(now, zone);
      return [`${date} ${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`];
    });
    expect(times).toEqual(moments);
  };
const amsterdam = 'Europe/Amsterdam';

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
    const sender = { name: 'Anne' };
    for (const [name, arg] of [
      ['settings', 'constructor'],
      ['days', 'hourly'],
      ['hour', '1440'],
      ['hour', 'x'],
      ['holiday', '5000'],
      ['type', 'city'],
    ] as const) {
      story
        .when((rules) => {
          rules.press({ name, slot: '', step: 0, arg }, anne.id, sender);
        })
        .then(refused('stale-button'));
    }
  });
});

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
});

describe('a holiday', () => {
  const off = (someone: Someone, arg: string): readonly Act[] => [
    someone.does(rhythm),
    someone.taps('settings', { arg: 'holiday' }),
    someone.taps('holiday', { arg }),
  ];

  test('rests the programme for both through its last day, and nobody is told whose it is', () => {
    given(settledCouple())
      .when(...types(bram, 'holiday', '5 december'), time.is('2026-12-05T23:00'))
      .then(prompted(anne, amsterdam), anne.hears(), bram.is({ holidayUntil: '2026-12-05' }))
      .when(time.is('2026-12-07T20:00'))
      .then(anne.hears('prompt'), bram.hears('prompt'));
  });

  test('of a week begins at once, and the longer of two counts', () => {
    given(settledCouple(), time.is('2026-11-23T12:00'))
      .when(...off(anne, '7'), ...off(bram, '14'), time.is('2026-12-07T23:00'))
      .then(anne.is({ holidayUntil: '2026-11-30' }), prompted(anne, amsterdam), prompted(bram, amsterdam))
      .when(time.is('2026-12-09T20:00'))
      .then(anne.hears('prompt'), bram.hears('prompt'));
  });

  test('of most of a year is slept through, and ends', () => {
    const story = given(settledCouple(), ...types(anne, 'holiday', '20-11-2027'));
    expect(story.rules.nextWake()).toBeLessThan(at('2027-11-23T00:00'));
    story.when(time.is('2027-11-22T20:00')).then(anne.hears('prompt'), bram.hears('prompt'));
  });

  test('leaves the open question be, and what was postponed comes after it', () => {
    given(askedCouple(), anne.taps('later'), ...off(anne, '7'))
      .when(time.is('2026-11-30T23:00'))
      .then(anne.hears(), bram.hears())
      .when(time.is('2026-12-01T20:00'))
      .then(anne.hears('prompt'), bram.hears());
  });

  test('moves what is postponed during it to its end, and says so', () => {
    given(askedCouple(), ...off(anne, '7'))
      .when(anne.taps('later'))
      .then(anne.reads('postponed', { at: at('2026-12-01T20:00') }));
  });

  test('that ends on a day of the rhythm never brings what was postponed and a new question together', () => {
    given(askedCouple(), anne.taps('later'), ...types(anne, 'holiday', '1 december'))
      .when(time.is('2026-12-02T20:00'))
      .then(anne.hears('rested', 'prompt'), bram.hears('rested', 'prompt'));
  });

  test('that is cut short brings back the days ahead, not the hours gone by', () => {
    given(settledCouple(), ...off(anne, '14'), time.is('2026-11-23T21:00'))
      .when(...off(anne, 'none'), time.is('2026-11-25T19:00'))
      .then(anne.is({ holidayUntil: null }), prompted(anne, amsterdam), prompted(bram, amsterdam))
      .when(time.is('2026-11-25T20:00'))
      .then(anne.hears('prompt'), bram.hears('prompt'));
  });

  test('keeps away the note about the rhythm, and only from whoever has it', () => {
    given(pairedCouple(), ...off(anne, '7'), ...bothAnswer())
      .when(time.passes(hours(1)))
      .then(anne.hears(), bram.hears('rhythm'));
  });

  test.each([
    ['1 november', 'date-past'],
    ['12-12-2025', 'date-past'],
    ['12 december 2028', 'date-too-far'],
    ['ooit', 'unknown-date'],
  ] as const)('until «%s» is refused: %s', (text, refusal) => {
    given(settledCouple())
      .when(...types(anne, 'holiday', text))
      .then(refused(refusal), anne.is({ holidayUntil: null }));
  });
});

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
});
