import { describe, expect, test } from 'vitest';
import { drawExampleIndex, drawScenarioIndex, tossCoin } from '../../src/core/chance.js';
import type { Notice } from '../../src/core/notice.js';
import {
  anne,
  askedCouple,
  at,
  bothAnswer,
  bram,
  days,
  given,
  happened,
  hours,
  minutes,
  pairedCouple,
  refused,
  settledCouple,
  time,
  type Expectation,
  type Someone,
} from '../support/given.js';
import { choice, feelings, only, opening, prompt, recurring, scale } from './prompts.js';

const draftOf =
  (someone: Someone, texts: readonly string[], state = 'draft'): Expectation =>
  (_, rules) => {
    const { round } = rules.coupleOf(someone.id);
    const answer = rules.personOf(someone.id).answers[round?.id ?? ''];
    expect(answer?.state).toBe(state);
    expect(answer?.pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.fileId))).toEqual(texts);
  };

const picksOf =
  (someone: Someone, ...picks: readonly string[]): Expectation =>
  (_, rules) => {
    const { round } = rules.coupleOf(someone.id);
    expect(rules.personOf(someone.id).answers[round?.id ?? '']?.picks).toEqual(picks);
  };

/** What the notices to somebody do to their messages, in order: `send draft:…` without the round's name. */
const doneTo =
  (someone: Someone, ...acts: readonly string[]): Expectation =>
  ({ heard }) => {
    const plain = ({ act, card }: Notice) => `${act} ${card?.replace(/:.*/, '') ?? '-'}`;
    expect(heard.flatMap(({ notice }) => (notice.to === someone.id ? [plain(notice)] : []))).toEqual(acts);
  };

describe('a draft', () => {
  test('grows with every piece, on one card that is always the lowest', () => {
    given(pairedCouple())
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
    given(pairedCouple(), anne.speaks('1'), anne.speaks('2'), anne.speaks('3'))
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
});

describe('[Later]', () => {
  test('says its hour, in two hours and to the quarter, and asks again then', () => {
    given(pairedCouple())
      .when(anne.taps('later'))
      .then(anne.reads('postponed', { at: at('2026-11-22T14:15') }), bram.hears())
      .when(time.is('2026-11-22T14:15'))
      .then(anne.hears('prompt'), anne.reads('prompt', { isFirst: false }), anne.is({ later: null }), bram.hears());
  });

  test('twice is once', () => {
    given(pairedCouple(), anne.taps('later')).when(anne.taps('later')).then(happened());
  });

  test('in the evening is the own hour of the next day, after midnight that of the same', () => {
    given(pairedCouple(), time.is('2026-11-22T21:00'))
      .when(anne.taps('later'))
      .then(anne.reads('postponed', { at: at('2026-11-23T20:00') }));
    given(pairedCouple(), time.is('2026-11-23T00:30'))
      .when(anne.taps('later'))
      .then(anne.reads('postponed', { at: at('2026-11-23T20:00') }));
  });

  test('is let go by an answer', () => {
    given(pairedCouple(), anne.taps('later'), anne.says('nu toch'))
      .when(time.is('2026-11-22T16:00'))
      .then(anne.hears());
  });

  test('outlives a late answer to another question', () => {
    const late = given(askedCouple({ acts: [time.is('2026-11-25T20:00'), anne.taps('later')] }));
    const [rested] = late.rules.coupleOf(anne.id).rested;
    late.when(anne.says('toch nog', { replyTo: `prompt:${rested?.round.id ?? ''}` })).then((_, rules) => {
      expect(rules.personOf(anne.id).later).not.toBeNull();
    });
  });
});

describe('[Anders…]', () => {
  test('shows three ways and a way back', () => {
    given(pairedCouple())
      .when(anne.taps('else'), anne.taps('back'))
      .then(({ heard }) => {
        const keys = heard.map(({ notice }) =>
          notice.keys.flat().map((key) => (key.kind === 'press' ? key.button.name : '')),
        );
        expect(keys).toEqual([
          ['notYet', 'live', 'skip', 'back'],
          ['later', 'else'],
        ]);
      });
  });

  test.each([
    ['notYet', 'not-yet'],
    ['live', 'live'],
  ] as const)('[%s] is an answer the partner sees', (button, state) => {
    given(pairedCouple(), anne.taps('else'))
      .when(anne.taps(button), bram.says('Brams woorden'), bram.taps('seal'))
      .then(bram.reads('revealed'), ({ heard }) => {
        const { partner } = revealTo(
          bram,
          heard.map(({ notice }) => notice),
        );
        expect(partner.answer).toMatchObject({ state, pieces: [] });
      });
  });

  test('can be taken back, which leaves the question as it was', () => {
    given(pairedCouple(), anne.taps('else'), anne.taps('notYet'))
      .when(anne.taps('withdraw'))
      .then(anne.hears('draftCleared'), bram.hears(), draftOf(anne, []));
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
        rules.press({ name: 'pick', slot, step: 1, arg: 'cola' }, anne.id, { name: 'Anne', language: null });
      })
      .then(refused('stale-button'));
  });
});

describe('opening', () => {
  test('happens to both in the same step, own answer first, protected, the cards closed', () => {
    given(pairedCouple(), anne.says('Het strand'), anne.taps('seal'), bram.says('De trein'), bram.speaks('stem'))
      .when(bram.taps('seal'))
      .then(happened('answerSealed', 'answersRevealed'), ({ heard }) => {
        const notices = heard.map(({ notice }) => notice);
        expect(textsOf(revealTo(anne, notices))).toEqual([['Het strand'], ['De trein', 'stem']]);
        expect(textsOf(revealTo(bram, notices))).toEqual([['De trein', 'stem'], ['Het strand']]);
        const crossing = notices.filter(({ say }) => say?.name === 'revealed' || say?.name === 'partnerVoice');
        expect(crossing.map(({ to, isProtected, lane }) => [to, isProtected, lane])).toEqual([
          [anne.id, true, 'reveal'],
          [anne.id, true, 'reveal'],
          [bram.id, true, 'reveal'],
        ]);
      });
  });

  test('makes no sound for a partner in quiet hours, neither words nor voice', () => {
    given(pairedCouple(), anne.says('a'), anne.taps('seal'), time.is('2026-11-22T23:00'), bram.speaks('stem'))
      .when(bram.taps('seal'))
      .then(({ heard }) => {
        const sent = heard.filter(({ notice }) => notice.to === anne.id && notice.lane === 'reveal');
        expect(sent.map(({ notice }) => [notice.say?.name, notice.isSilent])).toEqual([
          ['revealed', true],
          ['partnerVoice', true],
        ]);
      });
  });

  test('a pass leaves the partner’s words closed, and a draft that was never sealed with its writer', () => {
    const passed = () =>
      given(
        pairedCouple(),
        anne.says('nooit verzegeld'),
        anne.speaks('nooit'),
        anne.taps('else'),
        anne.taps('notYet'),
        bram.says('Brams woorden'),
      );
    passed()
      .when(bram.taps('seal'))
      .then(anne.hears('sealedAndOpen', 'revealed'), bram.hears('sealed', 'sealedAndOpen', 'revealed'), ({ heard }) => {
        const notices = heard.map(({ notice }) => notice);
        expect(revealTo(anne, notices).partner).toMatchObject({ isClosed: true, answer: { pieces: [] } });
        expect(revealTo(bram, notices).own.isClosed).toBe(true);
        const toBram = notices.filter(({ to }) => to === bram.id);
        expect(JSON.stringify(toBram)).not.toContain('nooit');
      });
  });

  test('[Toch delen] gives them after all, once', () => {
    const closed = () =>
      given(
        pairedCouple(),
        anne.taps('else'),
        anne.taps('live'),
        bram.says('woorden'),
        bram.speaks('stem'),
        bram.taps('seal'),
      );
    closed()
      .when(bram.taps('shareAnyway'))
      .then(anne.hears('closedAnswer', 'partnerVoice'), bram.hears('closedAnswerSent'));
    closed().when(bram.taps('shareAnyway'), bram.taps('shareAnyway')).then(happened('closedAnswerShared'));
  });

  test('two passes close nothing', () => {
    given(pairedCouple(), anne.taps('else'), anne.taps('live'), bram.taps('else'))
      .when(bram.taps('notYet'))
      .then(anne.reads('revealed'), ({ heard }) => {
        expect(heard.some(({ notice }) => JSON.stringify(notice.keys).includes('shareAnyway'))).toBe(false);
      });
  });
});

describe('/vraag', () => {
  const ask = (someone: Someone) => someone.does({ type: 'askQuestion' });

  test('brings one to both at once, silently to who sleeps', () => {
    given(settledCouple(), time.is('2026-11-22T23:30'))
      .when(ask(anne))
      .then(
        happened('roundStarted', 'promptShown', 'promptShown'),
        anne.hears('prompt'),
        bram.hears('prompt'),
        ({ heard }) => {
          expect(heard.map(({ notice }) => notice.isSilent)).toEqual([false, true]);
        },
      );
  });

  test('with one open shows that one again, and how things stand once it is answered', () => {
    given(pairedCouple())
      .when(ask(anne))
      .then(happened('promptShown'), anne.reads('prompt', { scenario: 'begin', isFirst: false }), bram.hears());
    given(pairedCouple(), anne.says('a'), anne.taps('seal'))
      .when(ask(anne))
      .then(anne.reads('status', { round: 'answered' }));
  });

  test('says so when nobody is there to ask with, or nothing is left to ask', () => {
    given({}, anne.starts(), anne.taps('agree'), anne.does({ type: 'stop' }), anne.taps('unpair'))
      .when(ask(anne))
      .then(refused('not-paired'));
    given(
      settledCouple({ prompts: only(choice) }),
      ask(anne),
      anne.taps('pick'),
      anne.taps('seal'),
      bram.taps('pick'),
      bram.taps('seal'),
    )
      .when(ask(anne))
      .then(refused('no-scenario'));
  });
});

describe('what is asked next', () => {
  test('is never the same one-off twice; a recurring one comes back after its days', () => {
    const evenings = Array.from({ length: 12 }, (_, index) => time.passes(days(index === 0 ? 1 : 2)));
    const once = prompt('eenmalig');
    const asked = given(settledCouple({ prompts: [opening, once, recurring] })).when(...evenings);
    asked.then(({ events }) => {
      const started = events.flatMap((event) => (event.type === 'roundStarted' ? [event.round] : []));
      expect(started.filter(({ scenario }) => scenario === 'eenmalig')).toHaveLength(1);
      const again = started.filter(({ scenario }) => scenario === 'terug').map(({ startedAt }) => startedAt);
      expect(again.length).toBeGreaterThan(1);
      expect(again.every((one, index) => index === 0 || one - (again[index - 1] ?? 0) >= days(7))).toBe(true);
    });
  });

  test('is light, and fits how many reveals there were', () => {
    const prompts = [opening, prompt('diep', { depth: 3 }), prompt('pas-na-vijf', { revealsNeeded: 5 })];
    given(settledCouple({ prompts }))
      .when(anne.does({ type: 'askQuestion' }))
      .then(refused('no-scenario'));
  });

  test('draws question, example and coin from chances of their own', () => {
    const chance = Uint8Array.from({ length: 32 }, (_, index) => (index < 29 ? 0 : 255));
    const moment = { now: 0, chance };
    expect(drawScenarioIndex(moment, 1000)).toBe(0);
    expect(drawExampleIndex(moment, 1000)).toBe(65_535 % 1000);
    expect(tossCoin(moment)).toBe(false);
    expect(tossCoin({ now: 0, chance: new Uint8Array(32) })).toBe(true);
  });
});

describe('with no question open', () => {
  test('words go nowhere, and that is said', () => {
    given(settledCouple(), time.passes(hours(24)), time.is('2026-11-23T19:00'))
      .when(anne.says('hallo'))
      .then(refused('no-question'));
    given({}, anne.starts(), anne.taps('agree'), anne.does({ type: 'stop' }), anne.taps('unpair'))
      .when(anne.says('hallo'))
      .then(refused('not-paired'));
  });

  test('after a pause the bot asks whoever had not sealed to send it again', () => {
    given(pairedCouple(), anne.says('a'), anne.taps('seal'), bram.says('half'), time.passes(minutes(5)))
      .when((rules) => {
        rules.comeBack();
      })
      .then(bram.hears('cameBack'), anne.hears());
  });
});

function revealTo(someone: Someone, notices: readonly Notice[]) {
  const say = notices.find((notice) => notice.to === someone.id && notice.say?.name === 'revealed')?.say;
  if (say?.name !== 'revealed') throw new Error(`nothing was revealed to ${someone.name}`);
  return say.params;
}

function textsOf({ own, partner }: ReturnType<typeof revealTo>) {
  return [own, partner].map(({ answer }) =>
    answer.pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.fileId)),
  );
}
