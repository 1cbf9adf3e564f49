import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  minutes,
  refused,
  settledCouple,
  that,
  time,
  type Act,
  type Expectation,
  type Someone,
} from '../../support/given.js';

const chooses = (someone: Someone, minute: number | null): readonly Act[] => [
  someone.taps('openingHour'),
  someone.taps('setOpeningHour', { arg: minute === null ? '' : String(minute) }),
];
const settings = [anne, bram].map((someone) => someone.does({ type: 'showSettings', view: 'all' }));
/** Both have seen the settings card; Anne wants it at 20:00. */
const atEight = [...settings, ...chooses(anne, 1200)];
const noReveal: Expectation = ({ heard }) => {
  expect(heard.filter(({ notice }) => notice.say?.name === 'revealed')).toEqual([]);
};
const opened = [anne, bram].map((someone) => someone.reads('revealed', { scenario: expect.any(String) as string }));

describe('an hour to open together', () => {
  test('opens what both sealed then, by the clock, to both', () => {
    given(askedCouple({ acts: [...atEight, time.passes(minutes(30)), ...bothAnswer()] }))
      .when(time.is('2026-11-24T19:59'))
      .then(anne.hears(), bram.hears())
      .when(time.is('2026-11-24T20:00'))
      .then(happened('answersRevealed'), ...opened);
  });

  test('says the same to who seals, whatever the partner did', () => {
    const words = (someone: Someone): Expectation =>
      someone.reads('sealed', { opens: new Date('2026-11-24T19:00Z').getTime() });
    given(askedCouple({ acts: [...atEight, time.passes(minutes(30))] }))
      .when(...bothAnswer())
      .then(words(anne), words(bram), anne.hears('draft', 'sealed'), bram.hears('draft', 'sealed'));
  });

  test('leaves time to take it back, and opens once it is sealed again', () => {
    given(askedCouple({ acts: [...atEight, time.passes(minutes(30)), ...bothAnswer()] }))
      .when(bram.does({ type: 'withdraw' }), time.is('2026-11-25T12:00'))
      .then(
        noReveal,
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).openings).toEqual([]);
        }),
      )
      .when(bram.taps('seal'), time.is('2026-11-25T20:00'))
      .then(...opened);
  });

  test('counts as soon as one of both wants it, and of two hours the later, without a word about whose', () => {
    given(askedCouple({ acts: [...atEight, ...chooses(bram, 1290), time.passes(minutes(30)), ...bothAnswer()] }))
      .when(time.is('2026-11-23T21:29'))
      .then(noReveal)
      .when(time.is('2026-11-23T21:30'))
      .then(...opened);
    given(settledCouple({ acts: settings }))
      .when(...chooses(bram, 1200))
      .then(anne.hears(), bram.hears('openingHourAsked', 'openingHourChosen'));
  });

  test('is at once again when both want that; what waits keeps the hour it was told', () => {
    given(askedCouple({ acts: [...atEight, time.passes(minutes(30)), ...bothAnswer()] }))
      .when(...chooses(anne, null), time.is('2026-11-24T19:59'))
      .then(noReveal)
      .when(time.is('2026-11-24T20:00'), anne.does({ type: 'askQuestion' }), ...bothAnswer())
      .then(({ events }) => {
        expect(events.filter(({ type }) => type === 'answersRevealed')).toHaveLength(2);
      });
  });

  test('is not forgotten while it waits, and passes by no moment of the rhythm twice', () => {
    const late = chooses(anne, 1290);
    given(askedCouple({ acts: [...settings, ...late, time.is('2026-11-25T12:00'), ...bothAnswer()] }))
      .when(time.is('2026-11-25T21:00'))
      .then(anne.hears(), bram.hears())
      .when(time.is('2026-11-25T21:30'))
      .then(...opened)
      .when(time.is('2026-11-28T20:00'))
      .then(anne.hears('prompt'), bram.hears('prompt'));
  });

  test('opens when the bot comes back from being away', () => {
    given(askedCouple({ acts: [...atEight, time.passes(minutes(30)), ...bothAnswer()] }))
      .when(time.jumps(days(3)))
      .then(...opened);
  });

  test('comes without a sound to who is in quiet hours, and follows each one’s own clock', () => {
    const zones = { 2: 'Asia/Tokyo' };
    given(askedCouple({ zones, acts: [...atEight, time.is('2026-11-24T19:00'), ...bothAnswer()] }))
      .when(time.is('2026-11-24T20:00'))
      .then(({ heard }) => {
        const silent = heard.flatMap(({ notice }) =>
          notice.say?.name === 'revealed' ? [[notice.to, notice.isSilent]] : [],
        );
        expect(silent).toEqual([
          [anne.id, false],
          [bram.id, true],
        ]);
      });
  });

  test('opens a late answer to a question that was put away', () => {
    given(askedCouple({ acts: [...atEight, anne.says('a'), anne.taps('seal'), time.is('2026-11-25T20:30')] }))
      .when(
        (rules) => {
          const round = rules.coupleOf(bram.id).rested[0]?.round.id ?? '';
          bram.says('laat', { replyTo: `prompt:${round}` })(rules);
        },
        bram.taps('seal'),
        time.is('2026-11-26T20:00'),
      )
      .then(...opened);
  });

  test('before one’s own question, or as it comes, is said to mean the next day, and the hours stay to choose from', () => {
    given(settledCouple({ acts: [...settings, anne.taps('openingHour')] }))
      .when(anne.taps('setOpeningHour', { arg: '1080' }))
      .then(anne.reads('openingHourChosen', { minute: 1080, question: 1200 }))
      .when(anne.taps('setOpeningHour', { arg: '1200' }))
      .then(anne.reads('openingHourChosen', { minute: 1200, question: 1200 }))
      .when(anne.taps('setOpeningHour', { arg: '1290' }))
      .then(anne.reads('openingHourChosen', { minute: 1290, question: null }));
  });

  test('that nobody offered is no hour', () => {
    given(settledCouple({ acts: [...settings, anne.taps('openingHour')] }))
      .when(anne.taps('setOpeningHour', { arg: '1200' }), anne.presses('setOpeningHour', { arg: '61' }))
      .then(refused('stale-button'), anne.is({ revealMinute: 1200 }));
  });
});
