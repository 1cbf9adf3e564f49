import { describe, expect, test } from 'vitest';
import {
  allowsVoice,
  anne,
  askedCouple,
  bram,
  given,
  happened,
  hours,
  pairedCouple,
  refused,
  settledCouple,
  that,
  time,
  type Act,
} from '../support/given.js';
import { draftOf } from './looks.js';
import { only, prompt } from './prompts.js';

describe('«ok» and «later» alone', () => {
  test.each(['ok', 'Oké. ', 'LATER!', 'straks', 'not now'])('«%s» is asked about', (word) => {
    given(pairedCouple())
      .when(anne.says(word))
      .then(happened('tapAwaited'), anne.reads('offer', { what: 'short' }));
  });

  test('can be an answer after all, or a wish for later', () => {
    given(pairedCouple(), anne.says('ok'))
      .when(anne.taps('thisIsIt'))
      .then(draftOf(anne, ['ok']));
    given(pairedCouple(), anne.says('later'))
      .when(anne.taps('later'))
      .then(happened('promptPostponed', 'pendingDropped'), anne.is({ pending: null }), anne.hears('postponed'));
    given(pairedCouple(), anne.taps('later'), anne.says('later'))
      .when(anne.taps('later'))
      .then(happened('pendingDropped'));
  });

  test('become an answer when they were meant as one', () => {
    given(pairedCouple(), anne.says('ok')).when(anne.taps('thisIsIt')).then(happened('draftChanged'));
  });

  test('make way for a real answer', () => {
    given(pairedCouple(), anne.says('ok'))
      .when(anne.says('Het strand'))
      .then(draftOf(anne, ['Het strand']), anne.is({ pending: null }));
  });

  test('«stop» and «hulp» alone offer the command', () => {
    given(pairedCouple())
      .when(anne.says('Stop!'))
      .then(anne.reads('commandOffered', { command: 'stop' }));
    given(pairedCouple())
      .when(anne.says('hulp'))
      .then(anne.reads('commandOffered', { command: 'helplines' }));
    given(pairedCouple()).when(anne.says('stop met vragen')).then(anne.hears('draft'));
  });
});

describe('what comes after sealing', () => {
  const sealed = () => given(pairedCouple(), anne.says('een', { messageId: 5 }), anne.taps('seal'));

  test('is added by a tap, all of it, and stays sealed', () => {
    sealed()
      .when(anne.says('twee'), anne.says('drie'), anne.taps('add'))
      .then(draftOf(anne, ['een', 'twee', 'drie'], 'sealed'), anne.hears('offer', 'offer', 'sealed'), bram.hears());
  });

  test('is left alone by a tap', () => {
    sealed()
      .when(anne.says('twee'), anne.taps('leaveIt'))
      .then(draftOf(anne, ['een'], 'sealed'), anne.hears('offer', 'leftAsIs'));
  });

  test('is bound to its offer', () => {
    sealed().when(anne.says('twee'), anne.says('drie'), anne.tapsOld('add')).then(refused('stale-button'));
    sealed().when(anne.says('twee'), anne.taps('add'), anne.taps('add')).then(refused('stale-button'));
  });

  test('keeps to the limits, and what does not fit waits', () => {
    sealed()
      .when(anne.says('a'.repeat(1500)), anne.taps('add'))
      .then(refused('too-long'), draftOf(anne, ['een'], 'sealed'))
      .when(anne.taps('leaveIt'))
      .then(happened('pendingDropped'));
  });

  test('comes along when the answer is taken back', () => {
    sealed()
      .when(anne.says('twee'), anne.taps('withdraw'))
      .then(draftOf(anne, ['een', 'twee']), anne.is({ pending: null }));
  });

  test('stays with its own question when that of another is taken back', () => {
    const story = given(askedCouple(), anne.says('een'), anne.taps('seal'), time.is('2026-11-25T20:00'));
    const [first] = story.rules.coupleOf(anne.id).rested;
    story.when(anne.says('twee'), anne.taps('seal'), anne.says('en drie'), (rules) => {
      const { step = 0 } = rules.personOf(anne.id).answers[first?.round.id ?? ''] ?? {};
      anne.does({
        type: 'press',
        sender: { name: 'Anne' },
        button: { name: 'withdraw', slot: first?.round.id ?? '', step, arg: '' },
        code: null,
      })(rules);
    });
    story.then(
      that((_, rules) => {
        const { answers, pending } = rules.personOf(anne.id);
        expect(answers[first?.round.id ?? '']?.pieces).toMatchObject([{ text: 'een' }]);
        expect(pending?.pieces).toMatchObject([{ text: 'en drie' }]);
      }),
    );
  });

  test('when it is an edit, offers to rewrite', () => {
    sealed()
      .when(anne.edits(5, 'EEN'))
      .then(anne.reads('offer', { what: 'rewrite' }), draftOf(anne, ['een'], 'sealed'))
      .when(anne.taps('rewrite'))
      .then(draftOf(anne, ['EEN']));
    sealed()
      .when(anne.edits(5, 'EEN'), anne.taps('leaveIt'))
      .then(draftOf(anne, ['een'], 'sealed'));
  });

  test('when it is an edit, rewrites the message that was edited and no other', () => {
    given(pairedCouple(), anne.says('een', { messageId: 61 }), anne.says('twee', { messageId: 62 }), anne.taps('seal'))
      .when(anne.edits(62, 'drie'), anne.taps('rewrite'))
      .then(
        anne.reads('draft'),
        that((_, rules) => {
          const [answer] = Object.values(rules.personOf(anne.id).answers);
          expect(answer?.pieces).toMatchObject([{ text: 'een' }, { text: 'drie' }]);
        }),
      );
  });

  test('when it is an edit of what is open, changes nothing and says so', () => {
    given(pairedCouple(), anne.says('een', { messageId: 5 }), anne.taps('seal'), bram.says('b'), bram.taps('seal'))
      .when(anne.edits(5, 'EEN'))
      .then(refused('edit-too-late'));
  });

  test('an edit of what waits for a tap changes what waits', () => {
    sealed()
      .when(anne.says('twee', { messageId: 6 }), anne.edits(6, 'TWEE'), anne.taps('add'))
      .then(draftOf(anne, ['een', 'TWEE'], 'sealed'));
  });

  test('is gone with the round when that opens', () => {
    given(pairedCouple(), anne.says('een'), anne.taps('seal'), anne.says('twee'))
      .when(bram.says('drie'), bram.taps('seal'))
      .then(anne.is({ pending: null }))
      .when(anne.taps('add'))
      .then(refused('stale-button'));
  });
});

describe('with no question open', () => {
  test('words go nowhere, and that is said', () => {
    given(settledCouple(), time.passes(hours(24)), time.is('2026-11-23T19:00'))
      .when(anne.says('hallo'))
      .then(refused('no-question'));
    given({}, anne.starts(), anne.taps('agree'), anne.does({ type: 'stop' }), anne.taps('unpair'), anne.taps('goOn'))
      .when(anne.says('hallo'))
      .then(refused('not-paired'));
  });
});

describe('what is being answered', () => {
  test('is a question put away only where an answer was begun, or by a reply to it', () => {
    const putAway = (...acts: readonly Act[]) =>
      given(askedCouple({ prompts: only(prompt('enige')) }), ...acts, time.is('2026-11-26T12:00'));
    putAway(anne.says('half')).when(anne.says('heel')).then(happened('draftChanged'));
    putAway(anne.taps('else'), anne.taps('skip')).when(anne.says('heel')).then(refused('no-question'));
    putAway().when(anne.says('heel')).then(refused('no-question'));
  });

  test('an edit changes what it was an edit of, and of a voice note nothing', () => {
    given(askedCouple(), allowsVoice(anne), anne.says('een', { messageId: 7 }), anne.says('twee', { messageId: 8 }))
      .when(anne.edits(8, 'TWEE'), anne.edits(8, 'TWEE'), anne.edits(9, 'drie'))
      .then(happened('draftChanged'), draftOf(anne, ['een', 'TWEE']))
      .when(anne.speaks('stem', { messageId: 10 }), anne.edits(10, 'bijschrift'))
      .then(happened('draftChanged'), draftOf(anne, ['een', 'TWEE', 'stem']))
      .when(anne.edits(7, 'a'.repeat(1501)))
      .then(refused('too-long'));
  });

  test('an edit of what waits for a tap changes that alone', () => {
    const sealed = [anne.says('een'), anne.taps('seal'), anne.says('twee', { messageId: 6 })];
    given(
      askedCouple(),
      allowsVoice(anne),
      ...sealed,
      anne.speaks('stem', { messageId: 7 }),
      anne.says('drie', { messageId: 8 }),
    )
      .when(anne.edits(6, 'TWEE'), anne.edits(6, 'TWEE'), anne.edits(7, 'bijschrift'), anne.edits(99, 'niets'))
      .then(happened('tapAwaited'))
      .when(anne.taps('add'))
      .then(draftOf(anne, ['een', 'TWEE', 'stem', 'drie'], 'sealed'));
  });

  test('words for a question that has gone meanwhile go nowhere', () => {
    given(askedCouple(), anne.says('ok'), time.is('2026-12-14T12:00'))
      .when(anne.taps('thisIsIt'))
      .then(refused('stale-button'));
  });

  test('a voice note is no answer to a question of the bot’s own, and «hulp» lets that go', () => {
    given(askedCouple(), allowsVoice(anne), anne.taps('otherZone'))
      .when(anne.speaks('stem'))
      .then(draftOf(anne, ['stem']));
    given(askedCouple(), anne.taps('otherZone'))
      .when(anne.says('hulp'))
      .then(anne.reads('commandOffered', { command: 'helplines' }));
  });
});

describe('what is no words at all', () => {
  test('is told so: too much at once, no command, no button', () => {
    given(askedCouple())
      .when(anne.does({ type: 'tooFast' }))
      .then(refused('too-fast'), bram.hears());
    given(askedCouple())
      .when(anne.does({ type: 'unknownCommand' }))
      .then(refused('unknown-command'));
    given(askedCouple())
      .when(anne.does({ type: 'pressUnknown' }))
      .then(refused('stale-button'));
  });
});
