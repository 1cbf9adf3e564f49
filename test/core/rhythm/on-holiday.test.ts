import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  at,
  bothAnswer,
  bram,
  given,
  hours,
  pairedCouple,
  refused,
  settledCouple,
  time,
  type Act,
  type Someone,
} from '../../support/given.js';
import { amsterdam, prompted } from '../prompted.js';
import { rhythm, types } from './settings-card.js';

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

  test('is nowhere to be read for the other: what they are told of the next moment is their own rhythm', () => {
    const told = [[], off(bram, '14'), [bram.presses('days', { arg: 'rest' })]].map((acts) => {
      const story = given(settledCouple(), ...acts, time.is('2026-11-23T12:00')).when(anne.starts());
      const happening = story.rules.begin();
      anne.starts()(story.rules);
      return happening.heard.map(({ notice }) => notice);
    });
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
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
