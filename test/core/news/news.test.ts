import { describe, expect, test } from 'vitest';
import { news } from '../../../src/core/news/table.js';
import {
  anne,
  askedCouple,
  at,
  bram,
  days,
  given,
  happened,
  inviter,
  leaves,
  minutes,
  prefers,
  settledCouple,
  that,
  time,
  type Act,
  type Setting,
  type Someone,
} from '../../support/given.js';
import { sees } from '../chat.js';
import { listens } from '../../support/listening.js';
import { types } from '../rhythm/settings-card.js';

/** After an update that brings something, each of the two reads of it once, at an hour of their own day. */

const all = news.map(({ what }) => what);
/** A new version starts, with data that knew only the first so many rows. */
const updated =
  (local: string, since = 0): Act =>
  (rules) => {
    rules.startAt(at(local), { type: 'updated', since });
  };
/** What of the news somebody hears in the days that follow, by the local hour at which it came. */
function hoursOfNews(who: Someone, setting: Partial<Setting>, ...acts: readonly Act[]): readonly string[] {
  const came: string[] = [];
  const { rules } = given(setting, ...acts);
  const until = rules.now() + days(4);
  for (let next = rules.nextWake(); next !== null && next <= until; next = rules.nextWake()) {
    const { heard } = rules.begin();
    rules.passTo(Math.max(next, rules.now()));
    if (heard.some(({ notice }) => notice.to === who.id && notice.say?.name === 'news')) {
      came.push(new Date(rules.now()).toISOString().slice(0, 16));
    }
  }
  return came;
}
/** The Monday, in Amsterdam, where the clock is an hour ahead of these. */
const mondayNight = '2026-11-23T03:00';

describe('what an update brought', () => {
  test('is one line for each of the two, in the daytime that follows, without a sound, once', () => {
    given(settledCouple(), updated(mondayNight))
      .when(time.is('2026-11-23T09:59'))
      .then(anne.hears(), bram.hears())
      .when(time.is('2026-11-23T10:00'))
      .then(anne.reads('news', { what: all }), bram.reads('news', { what: all }))
      .then(sees(anne, '+ news (scheduled, silent, nudge, until Mon 13:00)'))
      .when(time.is('2026-11-23T19:59'))
      .then(anne.hears(), bram.hears());
  });

  test('is told from the rows on that the version before did not know', () => {
    given(settledCouple(), updated(mondayNight, news.length))
      .when(time.is('2026-11-23T12:00'))
      .then(happened('newsTold', 'newsTold'), anne.hears(), bram.hears());
  });

  test('comes in the reader’s own day', () => {
    const zones = { [bram.id]: 'America/New_York' };
    expect(hoursOfNews(bram, settledCouple({ zones }), updated(mondayNight))).toEqual(['2026-11-23T15:00']);
    expect(hoursOfNews(anne, settledCouple({ zones }), updated(mondayNight))).toEqual(['2026-11-23T09:00']);
  });

  test.each([
    ['not in quiet hours', types(anne, 'quiet', '9 tot 16'), '2026-11-23T17:00'],
    ['not beside a question', types(anne, 'hour', '10:30'), '2026-11-23T11:00'],
    ['not before a holiday is over', types(anne, 'holiday', '24 november'), '2026-11-25T09:00'],
    ['in the evening to whoever is never free by day', types(anne, 'quiet', '09:00 tot 19:00'), '2026-11-23T20:30'],
  ])('%s, and the other’s comes when it would have come', (_, acts, hour) => {
    expect(hoursOfNews(anne, settledCouple(), ...acts, updated(mondayNight))).toEqual([hour]);
    expect(hoursOfNews(bram, settledCouple(), ...acts, updated(mondayNight))).toEqual(['2026-11-23T09:00']);
  });

  test('what was set since is heeded', () => {
    expect(hoursOfNews(anne, settledCouple(), updated(mondayNight), ...types(anne, 'quiet', '9 tot 16'))).toEqual([
      '2026-11-23T17:00',
    ]);
  });

  test('waits for another hour of the day during a breather, and on the heels of its end', () => {
    const breather = [time.is('2026-11-23T09:50'), bram.does({ type: 'callBreather' })];
    expect(hoursOfNews(anne, settledCouple(), updated(mondayNight), ...breather)).toEqual(['2026-11-23T11:00']);
  });

  test('waits during a listening round', () => {
    given(settledCouple(), updated(mondayNight), time.is('2026-11-23T09:50'), ...listens('spiegelen'))
      .when(time.is('2026-11-23T10:05'))
      .then(
        that((happening) => {
          expect(happening.events.filter(({ type }) => type === 'newsTold')).toEqual([]);
        }),
      );
  });

  test('met late, while the machine was off, waits for the next hour', () => {
    expect(hoursOfNews(anne, settledCouple(), updated(mondayNight), time.jumps(minutes(510)))).toEqual([
      '2026-11-23T11:00',
    ]);
  });

  test('is not for whoever stopped, before the update or after it', () => {
    expect(hoursOfNews(anne, settledCouple(), ...leaves(anne), updated(mondayNight))).toEqual([]);
    expect(hoursOfNews(anne, settledCouple(), updated(mondayNight), anne.does({ type: 'stop' }))).toEqual([]);
    expect(hoursOfNews(bram, settledCouple(), updated(mondayNight), anne.does({ type: 'stop' }))).toEqual([
      '2026-11-23T09:00',
    ]);
  });

  test('is not for whoever is alone, nor for those who came since', () => {
    expect(hoursOfNews(anne, inviter(), updated('2026-11-22T13:00'))).toEqual([]);
    given(settledCouple())
      .when(time.is('2026-11-23T19:00'))
      .then(anne.is({ news: null }), bram.is({ news: null }), anne.hears(), bram.hears());
  });

  test('lies folded for whoever wants it so', () => {
    given(settledCouple(), prefers(anne, true), updated(mondayNight))
      .when(time.is('2026-11-23T10:00'))
      .then(anne.hears('unopened', 'news'), bram.hears('news'));
  });

  test('is let go where the operator switched it off', () => {
    expect(hoursOfNews(anne, settledCouple({ tellsNews: false }), updated(mondayNight))).toEqual([]);
  });

  test('waits while nobody knows whether the clock is right', () => {
    const doubted: Act = (rules) => {
      rules.doubt(days(1));
    };
    expect(hoursOfNews(anne, settledCouple(), updated(mondayNight), doubted)).toEqual(['2026-11-24T09:00']);
  });

  test.each<[string, readonly Act[]]>([
    ['skips', [bram.taps('else'), bram.taps('skip')]],
    ['stops', [bram.does({ type: 'stop' })]],
    [
      'wants no questions',
      [
        bram.does({ type: 'showSettings', view: 'rhythm' }),
        bram.taps('settings', { arg: 'days' }),
        bram.taps('days', { arg: 'rest' }),
      ],
    ],
    ['goes on holiday', types(bram, 'holiday', '30 november')],
  ])('comes when it would have come when the other %s', (_, acts) => {
    const tuesday = updated('2026-11-24T03:00');
    const without = hoursOfNews(anne, askedCouple(), tuesday);
    expect(without).toHaveLength(1);
    expect(hoursOfNews(anne, askedCouple(), tuesday, ...acts)).toEqual(without);
    expect(hoursOfNews(anne, askedCouple(), ...acts, tuesday)).toEqual(without);
  });
});
