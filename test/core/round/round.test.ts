import { describe, expect, test } from 'vitest';
import { optionsOf } from '../../../src/core/round/kinds.js';
import {
  allowsVoice,
  anne,
  askedCouple,
  bothAnswer,
  bram,
  given,
  happened,
  pairedCouple,
  refused,
  that,
} from '../../support/given.js';
import { doneTo, draftOf, picksOf, revealTo } from '../looks.js';
import { choice, feelings, only, scale } from '../prompts.js';

describe('a draft', () => {
  test('grows with every piece, on one card that is always the lowest', () => {
    given(pairedCouple(), allowsVoice(anne))
      .when(anne.says('een'), anne.speaks('stem'), anne.says('drie'))
      .then(
        draftOf(anne, ['een', 'stem', 'drie']),
        anne.hears('draft', 'draft', 'draft'),
        doneTo(anne, 'delete draft', 'send draft', 'delete draft', 'send draft', 'delete draft', 'send draft'),
        bram.hears(),
      );
  });

  test('holds 1,500 characters and three voice notes', () => {
    given(pairedCouple(), anne.says('a'.repeat(1000)))
      .when(anne.says('b'.repeat(499)))
      .then(happened('draftChanged'));
    given(pairedCouple(), anne.says('a'.repeat(1000)))
      .when(anne.says('b'.repeat(500)))
      .then(refused('too-long', { units: 1501, limit: 1500 }), draftOf(anne, ['a'.repeat(1000)]));
    given(pairedCouple(), anne.speaksFreely('1'), anne.speaksFreely('2'), anne.speaksFreely('3'))
      .when(anne.speaks('4'))
      .then(refused('too-many-voices', { limit: 3 }), draftOf(anne, ['1', '2', '3']));
  });

  test('arrives as typed, whatever it looks like', () => {
    const typed = '<b>*_`[x](y)\u0000 \u202E 👩‍👩‍👧 constructor __proto__';
    given(pairedCouple())
      .when(anne.says(typed))
      .then(draftOf(anne, [typed]));
  });

  test('follows its edits, in place', () => {
    given(pairedCouple(), anne.says('een', { messageId: 5 }), anne.says('twee'))
      .when(anne.edits(5, 'EEN'))
      .then(draftOf(anne, ['EEN', 'twee']), doneTo(anne, 'edit draft'));
    given(pairedCouple(), anne.says('een', { messageId: 5 }))
      .when(anne.edits(5, 'a'.repeat(1501)))
      .then(refused('too-long'), draftOf(anne, ['een']));
    given(pairedCouple(), anne.says('een', { messageId: 5 }))
      .when(anne.edits(5, 'een'), anne.edits(6, 'x'))
      .then(happened());
  });

  test('can be begun again; buttons of before are stale, a double tap is one', () => {
    given(pairedCouple(), anne.says('een'))
      .when(anne.taps('restart'))
      .then(draftOf(anne, []), anne.hears('draftCleared'));
    given(pairedCouple(), anne.says('een'), anne.taps('restart')).when(anne.taps('restart')).then(happened());
    given(pairedCouple(), anne.says('een'), anne.says('twee'))
      .when(anne.tapsOld('restart'))
      .then(refused('stale-button'));
    given(pairedCouple(), anne.says('een'), anne.taps('restart')).when(anne.taps('seal')).then(refused('stale-button'));
  });

  test('cannot be sealed by a card of before', () => {
    given(pairedCouple(), anne.says('een'), anne.says('twee')).when(anne.tapsOld('seal')).then(refused('stale-button'));
  });

  test('has no place for stickers, forwards or an unknown command, and says so', () => {
    given(pairedCouple())
      .when(anne.does({ type: 'sendUnsupported', what: 'media' }))
      .then(refused('media-unsupported'));
    given(pairedCouple())
      .when(anne.does({ type: 'sendUnsupported', what: 'forwarded' }))
      .then(refused('forwarded-unsupported'));
    given(pairedCouple())
      .when(anne.does({ type: 'unknownCommand' }))
      .then(refused('unknown-command'));
    given(pairedCouple())
      .when(anne.does({ type: 'pressUnknown' }))
      .then(refused('stale-button'));
  });
});

describe('sealing', () => {
  test('closes the answer and tells the partner nothing', () => {
    given(pairedCouple(), anne.says('Het strand'))
      .when(anne.taps('seal'))
      .then(happened('answerSealed'), draftOf(anne, ['Het strand'], 'sealed'), anne.hears('sealed'), bram.hears());
  });

  test('twice is once, from an older card it says how things stand', () => {
    given(pairedCouple(), anne.says('a'), anne.taps('seal')).when(anne.taps('seal')).then(happened());
    given(pairedCouple(), anne.says('a'), anne.says('b'), anne.taps('seal'))
      .when(anne.tapsOld('seal'))
      .then(refused('sealed-already', { step: 3 }));
  });

  test('of nothing is refused', () => {
    const unpicked = [anne.taps('pick', { arg: 'thee' }), anne.taps('pick', { arg: 'thee', step: 0 })];
    given(askedCouple({ prompts: only(choice) }), ...unpicked)
      .when(anne.taps('seal'))
      .then(refused('empty-draft'));
  });

  test('can be taken back until it opens, by button and by command; twice is once', () => {
    given(pairedCouple(), anne.says('a'), anne.taps('seal'))
      .when(anne.taps('withdraw'))
      .then(happened('draftChanged'), draftOf(anne, ['a']), anne.hears('draft'), bram.hears());
    given(pairedCouple(), anne.says('a'), anne.taps('seal'))
      .when(anne.does({ type: 'withdraw' }))
      .then(draftOf(anne, ['a']));
    given(pairedCouple(), anne.says('a'), anne.taps('seal'), anne.taps('withdraw'))
      .when(anne.taps('withdraw'))
      .then(happened());
    given(pairedCouple(), ...bothAnswer())
      .when(anne.taps('withdraw'))
      .then(refused('stale-button'));
    given(pairedCouple())
      .when(anne.does({ type: 'withdraw' }))
      .then(refused('nothing-to-withdraw'));
  });

  test('leaves the keys of the prompt without effect', () => {
    const sealed = () => given(pairedCouple(), anne.taps('else'), anne.says('a'), anne.taps('seal'));
    for (const name of ['later', 'else', 'notYet', 'live', 'skip', 'back', 'restart'] as const) {
      sealed()
        .when(anne.taps(name))
        .then(refused('sealed-already'), draftOf(anne, ['a'], 'sealed'));
    }
  });
});

describe('[Anders…]', () => {
  test('shows three ways and a way back', () => {
    given(pairedCouple())
      .when(anne.taps('else'), anne.taps('back'))
      .then(
        that(({ heard }) => {
          const keys = heard.map(({ notice }) =>
            notice.keys.flat().map((key) => (key.kind === 'press' ? key.button.name : '')),
          );
          expect(keys).toEqual([
            ['notYet', 'live', 'skip', 'back'],
            ['later', 'else'],
          ]);
        }),
      );
  });

  test('[Terug] closes the other ways again', () => {
    given(pairedCouple(), anne.taps('else')).when(anne.taps('back')).then(happened('waysClosed'));
  });

  test.each([
    ['notYet', 'not-yet'],
    ['live', 'live'],
  ] as const)('[%s] is an answer the partner sees', (button, state) => {
    given(pairedCouple(), anne.taps('else'))
      .when(anne.taps(button), bram.says('Brams woorden'), bram.taps('seal'))
      .then(
        bram.reads('revealed'),
        that(({ heard }) => {
          const { partner } = revealTo(
            bram,
            heard.map(({ notice }) => notice),
          );
          expect(partner.answer).toMatchObject({ state, pieces: [] });
        }),
      );
  });

  test('can be taken back, which leaves the question as it was', () => {
    given(pairedCouple(), anne.taps('else'), anne.taps('notYet'))
      .when(anne.taps('withdraw'))
      .then(anne.hears('draftCleared'), bram.hears(), draftOf(anne, []));
    given(pairedCouple(), anne.taps('else'), anne.taps('notYet'))
      .when(anne.does({ type: 'withdraw' }))
      .then(doneTo(anne, 'editKeys prompt', 'delete draft', 'send draft'), bram.hears());
  });

  test('words after it are an answer again', () => {
    given(pairedCouple(), anne.taps('else'), anne.taps('live'))
      .when(anne.says('toch'))
      .then(draftOf(anne, ['toch']));
  });

  test('[Sla over] sends nothing, twice is once, and an answer is still welcome', () => {
    given(pairedCouple(), anne.says('half'), anne.taps('else'))
      .when(anne.taps('skip'), anne.taps('skip'))
      .then(happened('promptSkipped'), anne.hears('skipped'), bram.hears());
    given(pairedCouple(), anne.taps('else'), anne.taps('skip'))
      .when(anne.says('toch'))
      .then(draftOf(anne, ['toch']));
    given(pairedCouple(), anne.says('half', { messageId: 5 }), anne.taps('else'), anne.taps('skip'))
      .when(anne.edits(5, 'heel'))
      .then(draftOf(anne, ['heel']), doneTo(anne, 'delete draft', 'send draft'));
  });

  test('[Sla over] says who will hear nothing of it', () => {
    given(pairedCouple(), anne.taps('else'))
      .when(anne.taps('skip'))
      .then(anne.reads('skipped', { partner: 'Bram' }));
  });
});

describe('answers by tapping', () => {
  test('a choice and a scale hold one', () => {
    given(askedCouple({ prompts: only(choice) }))
      .when(anne.taps('pick', { arg: 'thee' }), anne.taps('pick', { arg: 'koffie' }))
      .then(picksOf(anne, 'koffie'), anne.hears('draft', 'draft'));
    given(askedCouple({ prompts: only(scale) }))
      .when(anne.taps('pick', { arg: 'drie' }))
      .then(picksOf(anne, 'drie'));
  });

  test('a tap says what it wants, so that a double tap does not undo itself', () => {
    given(askedCouple({ prompts: only(choice) }))
      .when(anne.taps('pick', { arg: 'thee' }), anne.taps('pick', { arg: 'thee', step: 1 }))
      .then(picksOf(anne, 'thee'));
    given(askedCouple({ prompts: only(choice) }), anne.taps('pick', { arg: 'thee' }))
      .when(anne.taps('pick', { arg: 'thee', step: 0 }))
      .then(picksOf(anne));
  });

  test('several feelings come from groups that stay open, up to a limit', () => {
    const [warm, heavy] = ['warm', 'zwaar'].map((arg) => anne.taps('group', { arg }));
    if (warm === undefined || heavy === undefined) throw new Error('two groups');
    given(askedCouple({ prompts: only(feelings) }))
      .when(warm, anne.taps('pick', { arg: 'blij' }), heavy, anne.taps('pick', { arg: 'moe' }))
      .then(picksOf(anne, 'blij', 'moe'));
    given(
      askedCouple({ prompts: only(feelings) }),
      warm,
      anne.taps('pick', { arg: 'blij' }),
      anne.taps('pick', { arg: 'dankbaar' }),
    )
      .when(heavy, anne.taps('pick', { arg: 'bang' }))
      .then(refused('too-many-picks', { limit: 2 }), picksOf(anne, 'blij', 'dankbaar'));
  });

  test('words go with them', () => {
    given(askedCouple({ prompts: only(choice) }))
      .when(anne.taps('pick', { arg: 'thee' }), anne.says('met melk'), anne.taps('seal'))
      .then(picksOf(anne, 'thee'), draftOf(anne, ['met melk'], 'sealed'));
  });

  test('an option nobody offered is a stale button', () => {
    given(askedCouple({ prompts: only(choice) }))
      .when((rules) => {
        const slot = rules.coupleOf(anne.id).round?.id ?? '';
        rules.press({ name: 'pick', slot, step: 1, arg: 'cola' }, anne.id, { name: 'Anne' });
      })
      .then(refused('stale-button'));
  });

  test('are none to a question that is answered aloud', () => {
    expect(optionsOf({ kind: 'voice' })).toEqual([]);
  });
});
