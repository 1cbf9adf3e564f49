import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  hours,
  minutes,
  settledCouple,
  that,
  time,
  type Act,
  type Expectation,
  type Setting,
  type Someone,
} from '../../support/given.js';
import { opening, prompt } from '../prompts.js';

/** Two rounds that are on their way to open at once, and what somebody does to one of them. */

const hourOf8: readonly Act[] = [
  anne.does({ type: 'showSettings', view: 'all' }),
  anne.taps('openingHour'),
  anne.taps('setOpeningHour', { arg: '1200' }),
];
/** A reply to the question that was put away. */
const late =
  (someone: Someone, text: string): Act =>
  (rules) => {
    const first = rules.coupleOf(someone.id).rested[0]?.round.id ?? '';
    someone.says(text, { replyTo: `prompt:${first}` })(rules);
  };
const revealed = (...partners: readonly string[]): Expectation => {
  return ({ heard }) => {
    const found = heard.flatMap(({ notice }) => {
      if (notice.to !== anne.id || notice.say?.name !== 'revealed') return [];
      const { pieces } = notice.say.params.partner.answer;
      return pieces.length === 0 ? ['closed'] : pieces.map((piece) => (piece.kind === 'text' ? piece.text : ''));
    });
    expect(found).toEqual(partners);
  };
};

describe('two that wait for the hour of the couple', () => {
  /** Both were answered on Wednesday at 20:00, the one that was put away first; they open on Thursday. */
  const both: readonly Act[] = [
    ...[...hourOf8, anne.says('toen'), anne.taps('seal'), time.is('2026-11-25T20:05')],
    ...[late(bram, 'Brams oude'), bram.taps('seal'), ...bothAnswer('nu', 'Brams nieuwe')],
  ];
  const tomorrow = time.is('2026-11-26T20:00');

  test('open together', () => {
    given(askedCouple(), ...both)
      .when(tomorrow)
      .then(revealed('Brams oude', 'Brams nieuwe'))
      .when(time.passes(days(2)))
      .then(revealed());
  });

  test('leave each other be when one is taken back', () => {
    given(askedCouple(), ...both, bram.does({ type: 'withdraw' }))
      .when(tomorrow)
      .then(revealed('Brams oude'))
      .when(bram.taps('seal'), time.is('2026-11-27T20:00'))
      .then(revealed('Brams nieuwe'));
  });

  test('keep their hour when something is added to one', () => {
    given(askedCouple(), ...both, bram.says('en dit'), bram.taps('add'))
      .when(tomorrow)
      .then(revealed('Brams oude', 'Brams nieuwe', 'en dit'));
  });
});

const deep = (id: string) => prompt(id, { depth: 3, safetyNote: { nl: 'Let op.', en: 'Mind.' }, revealsNeeded: 6 });
const light = Array.from({ length: 5 }, (_, index) => prompt(`licht-${String(index)}`));
const asks = anne.does({ type: 'askQuestion' });
const deeper = (someone: Someone): readonly Act[] => [
  someone.does({ type: 'showSettings', view: 'all' }),
  someone.taps('deeper'),
  someone.taps('canSayNo', { arg: 'yes' }),
];
/** Sunday afternoon: nothing but deep questions is left, and one of them lies before both. */
const deepAsked = ({ zones = {} }: Partial<Setting> = {}) => {
  const six = light.flatMap(() => [asks, ...bothAnswer(), time.passes(minutes(5))]);
  const prompts = [opening, ...light, deep('diep'), deep('dieper')];
  return settledCouple({ prompts, zones, acts: [...six, ...deeper(anne), ...deeper(bram), asks] });
};
const yes = (someone: Someone, which: 'older' | 'newer'): Act => {
  return (rules) => {
    const { round, rested } = rules.coupleOf(someone.id);
    const slot = (which === 'newer' ? round : rested[0]?.round)?.id ?? '';
    rules.press({ name: 'openYes', slot, step: 0, arg: '' }, someone.id, { name: someone.name });
  };
};

describe('a deep one', () => {
  test('asks each at their own hour: whoever is asked first does not take the question from the other', () => {
    given(deepAsked({ zones: { 2: 'America/Los_Angeles' } }), ...bothAnswer(), time.is('2026-11-22T15:00'))
      .when(time.is('2026-11-22T16:59'))
      .then(anne.hears('yesAsked'), bram.hears())
      .when(time.is('2026-11-22T17:00'))
      .then(anne.hears(), bram.hears('yesAsked'));
  });

  test('that was taken back after its writer’s yes does not open by the other’s', () => {
    given(deepAsked(), ...bothAnswer(), time.passes(hours(3)), anne.taps('openYes'))
      .when(anne.does({ type: 'withdraw' }), bram.taps('openYes'), time.passes(hours(30)))
      .then(revealed());
  });

  test('that was taken back after both said yes does not open at the hour of the couple', () => {
    given(deepAsked(), ...hourOf8, ...bothAnswer(), time.passes(hours(3)), anne.taps('openYes'), bram.taps('openYes'))
      .when(anne.does({ type: 'withdraw' }), time.is('2026-11-22T20:00'))
      .then(revealed());
  });

  test('that was put away, sealed anew and not said yes to is put away once more, and told at their own moment', () => {
    given(deepAsked(), ...bothAnswer(), time.is('2026-11-24T12:00'))
      .when(bram.does({ type: 'withdraw' }), bram.taps('seal'), time.is('2026-11-25T20:10'))
      .then(
        anne.hears('yesAsked', 'rested'),
        bram.reads('rested'),
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).openings).toEqual([]);
        }),
      );
  });
});

describe('two deep ones', () => {
  test('ask for a yes each: one to the newer is none to the older', () => {
    given(deepAsked(), anne.says('toen'), anne.taps('seal'), time.is('2026-11-24T21:00'))
      .when(time.is('2026-11-25T20:00'))
      .then(anne.reads('rested'))
      .when(...bothAnswer('nu', 'Brams nieuwe'), late(bram, 'Brams oude'), bram.taps('seal'))
      .when(time.is('2026-11-26T12:00'))
      .then(anne.hears('yesAsked', 'yesAsked'))
      .when(yes(anne, 'newer'), yes(bram, 'older'))
      .then(happened('yesGiven', 'yesGiven'), revealed())
      .when(yes(bram, 'newer'))
      .then(revealed('Brams nieuwe'));
  });
});
