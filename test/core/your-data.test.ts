import { describe, expect, test } from 'vitest';
import {
  anne,
  bothAnswer,
  bram,
  days,
  given,
  inviter,
  pairedCouple,
  refused,
  settledCouple,
  that,
  time,
} from '../support/given.js';

const keeps = (who: typeof anne, arg: string) => [
  who.does({ type: 'showSettings', view: 'all' }),
  who.taps('settings', { arg: 'keeping' }),
  who.taps('keeping', { arg }),
];
const erases = (what: string) => [
  anne.does({ type: 'erase' }),
  anne.taps('erase', { arg: what }),
  anne.taps('eraseNow', { arg: what }),
];

describe('the book', () => {
  test('keeps what opened for 90 days from the question, each their own words', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer('Annes woorden', 'Brams woorden'), time.passes(days(8)));
    expect(rules.bookOf(anne.id)).toHaveLength(1);
    expect(JSON.stringify(rules.bookOf(anne.id))).not.toContain('Brams');
    time.passes(days(82))(rules);
    expect(rules.bookOf(anne.id)).toEqual([]);
  });

  test('is shortened for both by the shorter wish', () => {
    const { rules } = given(pairedCouple(), ...bothAnswer(), time.passes(days(8)), ...keeps(bram, '7'));
    expect([rules.bookOf(anne.id), rules.bookOf(bram.id)]).toEqual([[], []]);
  });
});

describe('/export', () => {
  test('sends two files without a word or name of the partner, and waits a while before the next', () => {
    given(pairedCouple(), ...bothAnswer('Annes woorden', 'Brams geheim'))
      .when(anne.does({ type: 'exportData' }))
      .then(
        anne.hears('exported', 'exported'),
        that(({ heard }) => {
          const said = JSON.stringify(heard.map(({ notice }) => notice.say));
          expect(said).toContain('Annes woorden');
          expect(said).not.toMatch(/Bram/u);
        }),
      )
      .when(anne.does({ type: 'exportData' }))
      .then(refused('export-too-soon'));
  });
});

describe('/wis', () => {
  test('of the answers takes one’s own words, and the other sees silence', () => {
    given(pairedCouple(), anne.says('geheim'), anne.taps('seal'))
      .when(...erases('answers'))
      .then(bram.hears(), anne.hears('eraseAsked', 'eraseExplained', 'answersErased'))
      .when(bram.says('x'), bram.taps('seal'))
      .then(bram.hears('draft', 'sealed'), anne.hears());
  });
});

describe('silence', () => {
  test('is asked about after half a year, and ends after seven months', () => {
    const story = given(inviter(), time.passes(days(182)));
    story.when(time.passes(days(3))).then(anne.hears('stayAsked'));
    story.when(time.passes(days(31))).then(anne.hears('erasedInSilence'), anne.is({ consent: null }));
  });

  test('asks nobody who stopped, and erases them unheard', () => {
    given(settledCouple(), anne.does({ type: 'stop' }))
      .when(time.passes(days(250)))
      .then(anne.hears(), anne.is({ consent: null }));
  });
});
