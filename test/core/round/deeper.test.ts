import { describe, expect, test } from 'vitest';
import {
  anne,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  hours,
  minutes,
  refused,
  settledCouple,
  time,
  type Act,
  type Expectation,
  type Setting,
  type Someone,
} from '../../support/given.js';
import { opening, prompt } from '../prompts.js';

const deep = prompt('diep', { depth: 3, safetyNote: { nl: 'Let op.', en: 'Mind.' }, revealsNeeded: 6 });
const personal = prompt('eigen', { depth: 2, isRecurring: true, cooldownDays: 1 });
const light = Array.from({ length: 7 }, (_, index) => prompt(`licht-${index}`));
const card = (someone: Someone) => someone.does({ type: 'showSettings', view: 'all' });
const wants = (someone: Someone): readonly Act[] => [
  card(someone),
  someone.taps('deeper'),
  someone.taps('canSayNo', { arg: 'yes' }),
];
const asks = anne.does({ type: 'askQuestion' });
const askAndAnswer = [asks, ...bothAnswer(), time.passes(minutes(5))];

/** Six reveals behind them, one deep question left, and both want it; Sunday afternoon. */
function ready(rest: Partial<Setting> = {}): Setting {
  const prompts = [opening, ...light.slice(0, 5), deep];
  const six = Array.from({ length: 5 }, () => askAndAnswer).flat();
  return settledCouple({ prompts, ...rest, acts: [...six, ...wants(anne), ...wants(bram), ...(rest.acts ?? [])] });
}
/** The deep question is before them, and both sealed it at about 13:30 on Sunday. */
const bothSealed = (rest: Partial<Setting> = {}) =>
  ready({ ...rest, acts: [asks, ...bothAnswer(), ...(rest.acts ?? [])] });
const revealsTo = (someone: Someone, count: number): Expectation => {
  return ({ heard }) => {
    const found = heard.filter(({ notice }) => notice.to === someone.id && notice.say?.name === 'revealed');
    expect(found).toHaveLength(count);
  };
};

describe('«Iets dieper»', () => {
  test('is switched on by a plain yes to the question that goes with it, and nobody else hears of it', () => {
    given(settledCouple())
      .when(...wants(anne))
      .then(
        anne.is({ consents: { voice: null, photo: null, deeper: { version: 1, at: expect.any(Number) as number } } }),
        anne.reads('deeperChosen', { how: 'on' }),
        bram.hears(),
      );
    given(settledCouple(), ...wants(anne))
      .when(anne.taps('deeper'), anne.taps('notDeeper'))
      .then(anne.is({ consents: { voice: null, photo: null, deeper: null } }), bram.hears());
  });

  test.each(['no', 'unsure'])('stays off after «%s», shows who can help, and leaves no trace of the answer', (arg) => {
    const before = given(settledCouple(), card(anne));
    const person = before.rules.personOf(anne.id);
    before
      .when(anne.taps('deeper'), anne.taps('canSayNo', { arg }))
      .then(anne.hears('deeperAsked', 'deeperChosen', 'informed'), bram.hears(), (_, rules) => {
        expect(rules.personOf(anne.id)).toEqual(person);
      });
  });

  test('brings a deeper question once both want it and six rounds have opened', () => {
    const deepAsked: Expectation = ({ events }) => {
      expect(events.some((event) => event.type === 'roundStarted' && event.round.scenario === 'diep')).toBe(true);
    };
    given(ready()).when(asks).then(deepAsked);
    given(ready({ acts: [bram.taps('deeper'), bram.taps('notDeeper')] }))
      .when(asks)
      .then(refused('no-scenario'));
    given(settledCouple({ prompts: [opening, deep], acts: [...wants(anne), ...wants(bram)] }))
      .when(asks)
      .then(refused('no-scenario'));
  });

  test('of which a new couple knows nothing any more', () => {
    given(ready(), anne.does({ type: 'stop' }))
      .when(anne.taps('unpair'))
      .then(
        anne.is({ consents: { voice: null, photo: null, deeper: null } }),
        bram.is({ consents: { voice: null, photo: null, deeper: null } }),
      );
  });
});

describe('a deeper question', () => {
  test('comes as a line that tells nothing, and opens by a tap', () => {
    given(ready())
      .when(asks)
      .then(anne.hears('folded'), bram.hears('folded'))
      .when(bram.taps('openPrompt'))
      .then(happened('promptUnfolded'), bram.reads('prompt', { scenario: 'diep', isFirst: true }), anne.hears());
  });

  test('opens neither at once nor by the clock alone', () => {
    given(ready({ acts: [asks] }))
      .when(...bothAnswer(), time.passes(days(20)))
      .then(revealsTo(anne, 0), revealsTo(bram, 0));
  });

  test('asks each for a fresh yes two hours after the last edit, and opens at the second', () => {
    given(bothSealed())
      .when(time.passes(hours(2) - minutes(1)))
      .then(anne.hears(), bram.hears())
      .when(time.passes(minutes(2)))
      .then(anne.hears('yesAsked'), bram.hears('yesAsked'))
      .when(anne.taps('openYes'))
      .then(anne.hears('yesNoted'), bram.hears())
      .when(anne.taps('openYes'), bram.taps('openYes'))
      .then(happened('yesGiven', 'answersRevealed'), revealsTo(anne, 1), revealsTo(bram, 1));
  });

  test('keeps to the couple’s own hour after the second yes', () => {
    given(
      ready({ acts: [anne.taps('openingHour'), anne.taps('setOpeningHour', { arg: '1200' }), asks, ...bothAnswer()] }),
      time.passes(hours(3)),
    )
      .when(anne.taps('openYes'), bram.taps('openYes'))
      .then(revealsTo(anne, 0))
      .when(time.is('2026-11-22T20:00'))
      .then(revealsTo(anne, 1), revealsTo(bram, 1));
  });

  test('waits with its asking until the quiet hours are over', () => {
    given(ready({ acts: [time.is('2026-11-22T21:30'), asks, ...bothAnswer()] }))
      .when(time.is('2026-11-23T07:59'))
      .then(anne.hears(), bram.hears())
      .when(time.is('2026-11-23T08:00'))
      .then(anne.hears('yesAsked'), bram.hears('yesAsked'));
  });

  test('rests for both, with the same words, when one does not say yes within a day', () => {
    const rested = (yes: readonly Act[]) => {
      const story = given(bothSealed(), time.passes(hours(3)), ...yes).when(time.passes(days(3)));
      story.then(anne.reads('rested', { hadSealed: true }), bram.reads('rested', { hadSealed: true }));
      return story;
    };
    rested([anne.taps('openYes')]).then(revealsTo(anne, 0), revealsTo(bram, 0));
    rested([]).then(revealsTo(anne, 0), revealsTo(bram, 0));
    given(bothSealed(), time.passes(hours(3)), anne.taps('openYes'), time.passes(hours(30)))
      .when(bram.taps('openYes'))
      .then(refused('stale-button'));
  });

  test('that is taken back meanwhile looks the same to the other as no yes', () => {
    const heardByAnne = (...acts: readonly Act[]) => {
      const said: unknown[] = [];
      given(bothSealed(), time.passes(hours(3)), anne.taps('openYes'))
        .when(...acts, time.is('2026-11-26T12:00'))
        .then(({ heard }) => {
          const toAnne = heard.filter(({ notice }) => notice.to === anne.id);
          said.push(...toAnne.map(({ at, notice }) => [at, notice.act, notice.card, notice.say]));
        });
      return said;
    };
    expect(heardByAnne(bram.does({ type: 'withdraw' }))).toEqual(heardByAnne(time.passes(1000)));
  });

  test('asks its writer again after an edit, and the other notices nothing', () => {
    given(bothSealed(), time.passes(hours(3)), anne.taps('openYes'))
      .when(bram.does({ type: 'withdraw' }), bram.taps('seal'), time.passes(hours(1)))
      .then(anne.hears(), revealsTo(bram, 0))
      .when(bram.taps('openYes'))
      .then(refused('stale-button'))
      .when(time.passes(hours(1) + minutes(1)))
      .then(anne.hears(), bram.hears('yesAsked'))
      .when(bram.taps('openYes'))
      .then(revealsTo(anne, 1), revealsTo(bram, 1));
  });

  test('asks again as well after something was added', () => {
    given(bothSealed(), time.passes(hours(3)), bram.taps('openYes'))
      .when(bram.says('en nog iets'), bram.taps('add'), anne.taps('openYes'))
      .then(revealsTo(anne, 0))
      .when(time.passes(hours(2) + minutes(1)), bram.taps('openYes'))
      .then(revealsTo(anne, 1));
  });

  test('opens after all when a question that was put away is sealed anew', () => {
    given(bothSealed(), time.is('2026-11-24T12:00'))
      .when(bram.does({ type: 'withdraw' }), bram.taps('seal'), time.passes(hours(2) + minutes(1)))
      .then(anne.hears('yesAsked'), bram.reads('yesAsked'))
      .when(anne.taps('openYes'), bram.taps('openYes'))
      .then(revealsTo(anne, 1), revealsTo(bram, 1));
  });

  test('is followed by a light one', () => {
    const prompts = [opening, ...light.slice(0, 5), deep, personal, prompt('na', { revealsNeeded: 7 })];
    const story = given(ready({ prompts }), (rules) => {
      for (let tries = 0; tries < 20 && rules.coupleOf(1).round?.scenario !== 'diep'; tries += 1) {
        for (const act of rules.coupleOf(1).round === null ? [asks] : [...bothAnswer(), time.passes(days(1))])
          act(rules);
      }
    });
    story.when(...bothAnswer(), time.passes(hours(2) + minutes(1)), anne.taps('openYes'), bram.taps('openYes'));
    story.then(revealsTo(anne, 1)).when(time.passes(hours(1)), asks);
    story.then(({ events }) => {
      const started = events.find((event) => event.type === 'roundStarted');
      expect(started?.round).toMatchObject({ depth: 1 });
    });
  });

  test('is followed by a personal one when nothing light is left, and never by another deep one', () => {
    const second = { ...deep, id: 'dieper' };
    const prompts = [opening, ...light.slice(0, 5), deep, second, prompt('eigen', { depth: 2, revealsNeeded: 7 })];
    given(
      ready({
        prompts,
        acts: [asks, ...bothAnswer(), time.passes(hours(3)), anne.taps('openYes'), bram.taps('openYes')],
      }),
    )
      .when(asks)
      .then(({ events }) => {
        const started = events.find((event) => event.type === 'roundStarted');
        expect(started?.round.scenario).toBe('eigen');
      });
  });
});
