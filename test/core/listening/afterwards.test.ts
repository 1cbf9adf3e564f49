import { describe, expect, test } from 'vitest';
import type { Button } from '../../../src/core/buttons.js';
import {
  anne,
  bram,
  days,
  given,
  happened,
  hours,
  minutes,
  refused,
  settledCouple,
  that,
  time,
  type Act,
  type Expectation,
  type Someone,
} from '../../support/given.js';
import { held, listens } from '../../support/listening.js';

/** After a listening round: what can still be done with it, by whom, how often and for how long. */

const over: readonly Act[] = [
  ...[...listens('alleen-luisteren'), anne.says('zo'), anne.taps('listenDone'), held],
  bram.taps('listenOption', { arg: 'dank' }),
];
const aloud: readonly Act[] = [
  ...[...listens('alleen-luisteren', true), anne.taps('listenDone'), bram.taps('listenOption', { arg: 'dank' })],
];
/** A button of what was heard with anything on it. */
const taps =
  (who: Someone, name: Button['name'], rest: Partial<Button> = {}): Act =>
  (rules) => {
    const slot = rules.coupleOf(who.id).heard?.id ?? 'weg';
    rules.press({ name, slot, step: 0, arg: '', ...rest }, who.id, { name: who.name });
  };
const isKept =
  (wanted: boolean): Expectation =>
  (_, rules) => {
    expect(rules.coupleOf(anne.id).heard !== null).toBe(wanted);
  };
const calm = [anne, bram].map((one) => taps(one, 'listenTension', { arg: 'calm' }));
const plans = (who: Someone, text = 'Als, dan.'): readonly Act[] => [
  taps(who, 'listenPlan'),
  who.says(text, { messageId: 90 }),
];

test('its buttons belong to the last one, and to what was offered', () => {
  given(settledCouple(), ...over)
    .when(taps(anne, 'listenMore', { slot: 'weg' }))
    .then(refused('stale-button'))
    .when(taps(anne, 'listenTension', { arg: 'furious' }))
    .then(refused('stale-button'))
    .when(taps(anne, 'listenKeep', { arg: 'forever' }))
    .then(refused('stale-button'));
  given(settledCouple()).when(taps(anne, 'listenMore')).then(refused('stale-button'));
});

test('thanks are said once', () => {
  given(settledCouple(), ...over)
    .when(taps(anne, 'listenThank'), taps(anne, 'listenThank'))
    .then(happened('listenerThanked'), bram.hears('listenThanks'));
});

describe('what was said', () => {
  test('can be read again for a week', () => {
    given(settledCouple(), ...over, time.passes(days(7) - minutes(1)))
      .when(taps(bram, 'listenAgain'))
      .then(bram.reads('listenHeardAgain'))
      .when(time.passes(minutes(2)))
      .then(isKept(false))
      .when(anne.taps('listenThank'))
      .then(refused('stale-button'));
  });

  test('a day when one of them wants that, which only ever brings the end nearer', () => {
    given(settledCouple(), ...over)
      .when(taps(anne, 'listenKeep', { arg: 'day' }))
      .then(anne.reads('listenKeeping', { until: expect.any(Number) as never }))
      .when(time.passes(hours(23)), taps(bram, 'listenKeep', { arg: 'day' }), time.passes(hours(2)))
      .then(isKept(false));
  });

  test('and no longer at all when one of them wants that', () => {
    given(settledCouple(), ...over)
      .when(taps(anne, 'listenKeep', { arg: 'now' }))
      .then(anne.reads('listenKeeping', { until: null }), isKept(false), bram.hears());
  });

  test('and nothing was: thanks can be said for a day', () => {
    given(settledCouple(), ...aloud, time.passes(hours(23)))
      .when(taps(anne, 'listenThank'))
      .then(bram.hears('listenThanks'))
      .when(time.passes(hours(2)))
      .then(isKept(false));
  });

  test('is not kept of one that did not come to its end', () => {
    given(settledCouple(), ...listens('spiegelen'), anne.says('zo'), anne.taps('listenDone'), held)
      .when(time.passes(hours(49)), anne.taps('listenLetGo'), bram.taps('listenLetGo'))
      .then(isKept(false));
  });

  test('can be read again with the voice of the other', () => {
    const spoken = [...listens('alleen-luisteren'), anne.speaksFreely('stem'), anne.taps('listenDone'), held];
    given(settledCouple(), ...spoken, bram.taps('listenOption', { arg: 'dank' }), bram.taps('listenMore'))
      .when(bram.taps('listenAgain'))
      .then(bram.hears('listenHeardAgain', 'partnerVoice'));
  });

  const again = (someone: Someone) => [someone.taps('listenMore'), someone.taps('listenAgain')];

  test('can be read again by each, with the voice of the other and never one’s own', () => {
    const spoken = [...listens('alleen-luisteren'), anne.speaksFreely('stem'), anne.taps('listenDone'), held];
    given(settledCouple(), ...spoken, bram.taps('listenOption', { arg: 'dank' }))
      .when(...again(bram))
      .then(
        bram.hears('listenMore', 'listenHeardAgain', 'partnerVoice'),
        bram.reads('listenHeardAgain', { me: bram.id, partner: 'Anne' }),
        anne.hears(),
        that(({ heard: all }) => {
          const words = all.filter(({ notice }) => notice.say !== null && notice.say.name !== 'listenMore');
          expect(words.map(({ notice }) => [notice.isProtected, notice.isSilent])).toEqual([
            [true, false],
            [true, false],
          ]);
        }),
      )
      .when(...again(anne))
      .then(anne.hears('listenMore', 'listenHeardAgain'), bram.hears());
  });

  test('is spread over as many messages as it takes, in its order', () => {
    const said = (someone: Someone, letter: string, units = 490): readonly Act[] => [
      ...[someone.says(letter.repeat(units)), someone.taps('listenDone'), held],
    ];
    const spoken = anne.speaksFreely('stem');
    given(settledCouple(), ...listens('spiegelen'), spoken, ...said(anne, 'a'), ...said(bram, 'b'))
      .when(anne.taps('listenOption', { arg: 'bijna' }), ...said(anne, 'c', 100), ...said(bram, 'd'))
      .when(anne.taps('listenOption', { arg: 'ja' }), ...said(bram, 'e'))
      .when(bram.taps('listenGroup', { arg: 'verdrietig' }), bram.taps('listenPick', { arg: 'f_eenz' }))
      .when(bram.taps('listenDone'), held, anne.taps('listenOption', { arg: 'raakt' }))
      .when(anne.taps('listenSwap', { arg: 'no' }), bram.taps('listenSwap', { arg: 'no' }))
      .when(...again(bram))
      .then(
        bram.hears('listenMore', 'listenHeardAgain', 'listenHeardAgain', 'partnerVoice'),
        that(({ heard: all }) => {
          const pages = all.flatMap(({ notice: { say } }) =>
            say?.name === 'listenHeardAgain' ? [say.params.said] : [],
          );
          const letters = pages.map((page) =>
            page.flatMap(({ pieces }) => pieces.map((one) => 'text' in one && one.text[0])),
          );
          expect(letters).toEqual([[false, 'a', 'b', 'c', 'd'], ['e']]);
        }),
      );
  });
});

describe('an agreement', () => {
  test('is for two who are calm, from the question until the words', () => {
    given(settledCouple(), ...over, taps(anne, 'listenTension', { arg: 'calm' }))
      .when(taps(anne, 'listenPlan'))
      .then(refused('stale-button'));
    given(settledCouple(), ...over, ...calm, taps(anne, 'listenPlan'))
      .when(taps(bram, 'listenTension', { arg: 'high' }), anne.says('Als, dan.'))
      .then(refused('no-question'));
    given(settledCouple(), ...over, ...calm, taps(anne, 'listenPlan'))
      .when(taps(bram, 'listenKeep', { arg: 'now' }), anne.says('Als, dan.'))
      .then(refused('no-question'));
  });

  test('is a sentence or two', () => {
    given(settledCouple(), ...over, ...calm)
      .when(...plans(anne, 'x'.repeat(300)))
      .then(anne.hears('listenPlanAsked', 'listenPlan'))
      .when(...plans(anne, 'x'.repeat(301)))
      .then(refused('too-long', { units: 301, limit: 300 }));
  });

  test('is proposed by its writer alone, as it was shown last, and once', () => {
    const written = () => given(settledCouple(), ...over, ...calm, ...plans(anne));
    written()
      .when(taps(bram, 'listenPlanSend', { step: 90 }))
      .then(refused('stale-button'))
      .when(taps(anne, 'listenPlanSend', { step: 89 }))
      .then(refused('stale-button'))
      .when(taps(anne, 'listenPlanSend', { step: 90 }))
      .then(happened('planProposed'), bram.reads('listenPlanProposed'))
      .when(taps(anne, 'listenPlanSend', { step: 90 }))
      .then(refused('stale-button'));
    given(settledCouple(), ...over)
      .when(taps(anne, 'listenPlanSend'))
      .then(refused('stale-button'));
  });

  test('is agreed to by the other alone, once, and then there is no other', () => {
    const proposed = () =>
      given(settledCouple(), ...over, ...calm, ...plans(anne), taps(anne, 'listenPlanSend', { step: 90 }));
    proposed()
      .when(taps(anne, 'listenPlanYes'))
      .then(refused('stale-button'))
      .when(taps(bram, 'listenPlanYes', { step: 90 }))
      .then(happened('planAgreed'), anne.hears('listenPlanAgreed'))
      .when(taps(bram, 'listenPlanYes'))
      .then(refused('stale-button'))
      .when(taps(bram, 'listenPlan'))
      .then(refused('stale-button'));
    given(settledCouple(), ...over, ...calm, ...plans(anne))
      .when(taps(bram, 'listenPlanYes'))
      .then(refused('stale-button'));
    given(settledCouple(), ...over)
      .when(taps(bram, 'listenPlanYes'))
      .then(refused('stale-button'));
  });

  test('of each waits beside that of the other, and neither takes the other’s words away', () => {
    const both = () =>
      given(settledCouple(), ...over, ...calm, ...plans(anne, 'Annes zin.'), ...plans(bram, 'Brams zin.'));
    both()
      .when(taps(anne, 'listenPlanSend', { step: 90 }))
      .then(happened('planProposed'), bram.reads('listenPlanProposed', { plan: { words: 'Annes zin.' } }))
      .when(taps(bram, 'listenPlanSend', { step: 90 }))
      .then(happened('planProposed'), anne.reads('listenPlanProposed', { plan: { words: 'Brams zin.' } }))
      .when(taps(bram, 'listenPlanYes', { step: 90 }))
      .then(happened('planAgreed'), anne.reads('listenPlanAgreed', { plan: { words: 'Annes zin.' } }));
    both()
      .when(anne.does({ type: 'exportData' }), anne.taps('exportAll'), anne.taps('exportAllNow'))
      .then(
        that(({ heard }) => {
          const files = JSON.stringify(heard.filter(({ notice }) => notice.say?.name === 'exported'));
          expect(files).toContain('Annes zin.');
          expect(files).not.toContain('Brams zin.');
        }),
      );
  });

  test('of one that is not proposed yet leaves [Spreek iets af] with the other, as if nobody wrote', () => {
    const seen = (acts: readonly Act[]) => {
      let heard: readonly unknown[] = [];
      given(settledCouple(), ...over, ...calm, ...acts)
        .when(bram.taps('listenMore'))
        .then((happening) => {
          heard = happening.heard.flatMap(({ notice }) => (notice.to === bram.id ? [notice] : []));
        });
      return heard;
    };
    expect(seen(plans(anne))).toEqual(seen([]));
  });

  test('is agreed to in the words that were read', () => {
    given(settledCouple(), ...over, ...calm, ...plans(anne), taps(anne, 'listenPlanSend', { step: 90 }))
      .when(taps(bram, 'listenPlanYes', { step: 89 }))
      .then(refused('stale-button'));
  });
});

test('its end names the other to each', () => {
  given(settledCouple(), ...listens('alleen-luisteren', true), anne.taps('listenDone'))
    .when(bram.taps('listenOption', { arg: 'dank' }))
    .then(anne.reads('listenDone', { partner: 'Bram' }), bram.reads('listenDone', { partner: 'Anne' }));
});
