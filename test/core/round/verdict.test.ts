import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src/core/round/scenario.js';
import {
  anne,
  askedCouple,
  bram,
  given,
  happened,
  minutes,
  that,
  time,
  type Act,
  type Expectation,
} from '../../support/given.js';
import { picksOf, revealTo } from '../looks.js';
import { feelings, only, verdicts, verdictsChosen } from '../prompts.js';

/** A word that says what somebody else did, typed as a feeling: its writer is asked once what they feel themselves. */

const asked = (prompt: Scenario, ...acts: readonly Act[]) => given(askedCouple({ prompts: only(prompt) }), ...acts);
const picks = (...ids: readonly string[]) => [
  anne.taps('group', { arg: 'zwaar' }),
  ...ids.map((arg) => anne.taps('pick', { arg })),
];
const gone = (card: string): Expectation =>
  that(({ heard }) => {
    const removed = heard.filter(({ notice }) => notice.act === 'delete').map(({ notice }) => notice.card);
    expect(removed.some((one) => one?.startsWith(`${card}:`))).toBe(true);
  });

describe('a word that says what somebody else did', () => {
  test('is asked about below its draft, with the feelings to tap; the other hears nothing', () => {
    asked(verdicts)
      .when(anne.says('Ik voelde me genegeerd'))
      .then(
        happened('draftChanged', 'verdictNudged'),
        anne.hears('draft', 'verdictAsked'),
        anne.reads('verdictAsked', { word: 'genegeerd', namesHelp: false }),
        bram.hears(),
        that(({ heard }) => {
          const keys = heard.at(-1)?.notice.keys.flat() ?? [];
          expect(keys.map((key) => (key.kind === 'press' ? [key.button.name, key.button.arg] : []))).toEqual([
            ['pick', 'moe'],
            ['pick', 'bang'],
            ['keepAsIs', ''],
          ]);
        }),
      );
  });

  test('stays beside what is tapped, and the question goes', () => {
    asked(verdicts, anne.says('genegeerd'))
      .when(anne.taps('pick', { arg: 'bang' }))
      .then(picksOf(anne, 'bang'), anne.hears('draft'), gone('own-part'));
  });

  test('may stay as it is, and seals without an answer to it', () => {
    asked(verdicts, anne.says('genegeerd'))
      .when(anne.taps('keepAsIs'), anne.taps('seal'))
      .then(happened('ownPartKept', 'answerSealed'), anne.hears('sealed'), bram.hears());
    asked(verdicts, anne.says('genegeerd')).when(anne.taps('seal')).then(happened('answerSealed'), gone('own-part'));
  });

  test('is asked about once: not after another one, an edit, or beginning anew', () => {
    asked(verdicts, anne.says('genegeerd', { messageId: 5 }))
      .when(anne.says('en gecontroleerd'), anne.edits(5, 'gecontroleerd'))
      .then(anne.hears('draft', 'draft'))
      .when(anne.taps('restart'), anne.says('genegeerd'))
      .then(anne.hears('draftCleared', 'draft'));
  });

  test('is asked about when an edit brings it, before the seal and after', () => {
    asked(verdicts, anne.says('ik weet niet', { messageId: 5 }))
      .when(anne.edits(5, 'genegeerd'))
      .then(anne.hears('draft', 'verdictAsked'));
    asked(verdicts, anne.says('geen idee', { messageId: 5 }), anne.taps('seal'))
      .when(anne.edits(5, 'genegeerd'), anne.taps('rewrite'))
      .then(anne.hears('offer', 'draft', 'verdictAsked'), bram.hears());
  });

  test('is asked about with what was not tapped yet, and not at all when everything was', () => {
    asked(verdicts, ...picks('bang'))
      .when(anne.says('genegeerd'))
      .then(anne.reads('verdictAsked', { feelings: [{ nl: 'moe', en: 'moe' }] }));
    asked(verdicts, ...picks('bang', 'moe'))
      .when(anne.says('genegeerd'))
      .then(anne.hears('draft'));
  });

  test('is asked about where its writer chooses what opens', () => {
    asked(verdictsChosen).when(anne.says('genegeerd')).then(anne.hears('choosing', 'verdictAsked'), bram.hears());
  });

  test('is a word as any other where the list names none', () => {
    asked(feelings).when(anne.says('genegeerd')).then(anne.hears('draft'));
  });

  test('that names help goes away by itself', () => {
    asked(verdicts)
      .when(anne.says('gecontroleerd'))
      .then(
        anne.reads('verdictAsked', { word: 'gecontroleerd', namesHelp: true }),
        that(({ heard }) => {
          const sweep = heard.find(({ notice }) => notice.act === 'delete' && notice.lane === 'sweep')?.notice;
          expect(sweep?.card?.startsWith('own-part:')).toBe(true);
        }),
      );
  });

  test('leaves no question behind with [Sla over]', () => {
    asked(verdicts, anne.says('genegeerd'))
      .when(anne.taps('else'), anne.taps('skip'))
      .then(gone('own-part'), gone('draft'));
  });
});

describe('what opens', () => {
  test('is the same as without it, whatever became of the question', () => {
    const opened = (prompt: Scenario, ...between: readonly Act[]) => {
      let shown: unknown = null;
      asked(prompt, anne.says('genegeerd'), ...between, anne.taps('seal'), bram.says('stil'))
        .when(bram.taps('seal'))
        .then(
          that(({ heard }) => {
            const { partner } = revealTo(
              bram,
              heard.map(({ notice }) => notice),
            );
            expect(partner.answer).not.toHaveProperty('stem');
            shown = partner;
          }),
        );
      return shown;
    };
    const plain = opened({ ...feelings, id: verdicts.id });
    expect(opened(verdicts)).toEqual(plain);
    expect(opened(verdicts, anne.taps('keepAsIs'))).toEqual(plain);
  });

  test('is nothing of it before both have sealed', () => {
    asked(verdicts)
      .when(anne.says('genegeerd'), anne.taps('keepAsIs'), time.passes(minutes(5)), anne.taps('seal'))
      .then(bram.hears());
  });
});
