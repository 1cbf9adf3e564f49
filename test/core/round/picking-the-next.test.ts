import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  given,
  happened,
  refused,
  settledCouple,
  time,
  type Expectation,
} from '../../support/given.js';
import { only, opening, prompt } from '../prompts.js';

const asked = (scenario: (shown: readonly string[]) => string | undefined): Expectation => {
  return ({ events }) => {
    const shown = events.find((event) => event.type === 'choicesShown')?.scenarios ?? [];
    expect(shown).toHaveLength(3);
    const started = events.findLast((event) => event.type === 'roundStarted');
    expect(started?.round.scenario).toBe(scenario(shown));
  };
};
/** Taps the newest choice that was shown. */
const picks = anne.taps('pickNext');

describe('picking the next question', () => {
  test('is for one of both at a time, and the other is shown no sign of it', () => {
    given(settledCouple(), anne.taps('moreWays'))
      .when(anne.taps('chooseNext'))
      .then(happened('choicesShown'), anne.hears('choices'), bram.hears());
    expect(() => given(settledCouple(), bram.taps('moreWays'), bram.taps('chooseNext'))).toThrow('never shown');
  });

  test('is used at the next moment, and the turn passes', () => {
    given(settledCouple())
      .when(anne.presses('chooseNext'), picks, time.is('2026-11-23T20:00'))
      .then(
        asked((shown) => shown[2]),
        anne.hears('choices', 'nextPicked', 'prompt'),
        bram.hears('prompt'),
      )
      .when(...bothAnswer(), bram.presses('chooseNext'))
      .then(bram.reads('choices'))
      .when(anne.presses('chooseNext'))
      .then(refused('stale-button'));
  });

  test('is used at once by /vraag, of either', () => {
    given(settledCouple())
      .when(anne.presses('chooseNext'), picks, bram.does({ type: 'askQuestion' }))
      .then(asked((shown) => shown[2]));
  });

  test('may be changed until it is used; when nothing is picked the bot picks, and the turn stays', () => {
    given(settledCouple(), anne.presses('chooseNext'), picks)
      .when(anne.presses('chooseNext'), picks, picks, time.is('2026-11-23T20:00'))
      .then(asked((shown) => shown[2]));
    given(askedCouple(), ...bothAnswer())
      .when(anne.presses('chooseNext'))
      .then(anne.hears('choices'));
  });

  test('is offered with how things stand as well', () => {
    given(askedCouple(), anne.says('a'), anne.taps('seal'))
      .when(anne.does({ type: 'askQuestion' }))
      .then(({ heard }) => {
        const keys = heard.flatMap(({ notice }) => (notice.say?.name === 'status' ? notice.keys.flat() : []));
        expect(keys.some((key) => key.kind === 'press' && key.button.name === 'chooseNext')).toBe(true);
      });
  });

  test('offers what there is, and says so when there is nothing', () => {
    given(settledCouple({ prompts: only(prompt('een')) }))
      .when(anne.presses('chooseNext'))
      .then(anne.reads('choices', { scenarios: ['een'] }));
    given(settledCouple({ prompts: [opening] }))
      .when(anne.presses('chooseNext'))
      .then(refused('no-scenario'));
  });
});
