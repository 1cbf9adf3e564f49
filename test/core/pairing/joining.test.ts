import { describe, expect, test } from 'vitest';
import {
  anne,
  bram,
  carl,
  codeOf,
  days,
  erasesAll,
  given,
  happened,
  hours,
  inviter,
  pairedCouple,
  refused,
  that,
  time,
  type Act,
} from '../../support/given.js';
import type { Command } from '../../../src/core/command.js';
import { isMessage } from '../../../src/core/notice.js';
import { inCouples, keptOf } from '../looks.js';
import type { Rules } from '../stage.js';

/** From a code that somebody got to a couple, and every way in which it comes to nothing. */

const everyone = { openTo: 'everyone' } as const;
const sender = { name: 'Anne' };
const english = { name: 'language', slot: '', step: 0, arg: 'en' } as const;
const agreeing = { name: 'agree', slot: '', step: 0, arg: '' } as const;
const noCode = '0ABCDEFGHJKM';

describe('joining by a code', () => {
  test('takes three taps until both have the same question', () => {
    given(inviter(), bram.starts(codeOf(anne)))
      .when(bram.taps('agree'))
      .then(
        bram.hears('paired', 'prompt'),
        bram.reads('paired', { partner: 'Anne' }),
        bram.reads('prompt', { scenario: 'begin' }),
        anne.hears('joined'),
        anne.reads('joined', { partner: 'Bram' }),
      );
  });

  test('is met in the language of who invites, until another is chosen', () => {
    given(inviter(), anne.does({ type: 'press', sender, button: english, code: null }))
      .when(bram.starts(codeOf(anne)))
      .then(bram.is({ language: 'en', consent: null }))
      .when(bram.taps('language'), bram.taps('agree'))
      .then(bram.is({ language: 'nl' }), bram.hears('welcome', 'paired', 'prompt'));
  });

  test('is met in their own language by whoever agreed before', () => {
    given(
      inviter(),
      anne.does({ type: 'press', sender, button: english, code: null }),
      carl.starts(),
      carl.taps('agree'),
    )
      .when(carl.starts(codeOf(anne)))
      .then(happened('welcomed'), carl.is({ language: 'nl' }));
  });

  test('opens nothing once its inviter has stopped', () => {
    given(inviter(), anne.does({ type: 'stop' }))
      .when(bram.starts(codeOf(anne)))
      .then(refused('code-expired'));
  });

  test('can be typed, by the dashed code alone', () => {
    given(inviter())
      .when((rules) => {
        bram.says(codeOf(anne)(rules).toLowerCase())(rules);
      })
      .then(happened('welcomed'), bram.reads('welcome', { inviter: 'Anne' }));
  });

  test('takes along what the joiner answered to the same question, as a draft', () => {
    given(inviter(), bram.starts(), bram.taps('agree'), bram.says('De trein'), bram.taps('seal'))
      .when(bram.starts(codeOf(anne)), bram.taps('pairUp'))
      .then(bram.hears('pairAsked', 'paired', 'prompt', 'draft'), anne.hears('joined'), inCouples([1, 2]));
  });

  test('brings nothing along of a joiner who had answered nothing', () => {
    given(inviter(), bram.starts(), bram.taps('agree'), bram.starts(codeOf(anne)))
      .when(bram.taps('pairUp'))
      .then(
        that(({ events }) => {
          expect(events.some(({ type }) => type === 'draftChanged')).toBe(false);
        }),
      );
  });

  test('opens to an answer that was already waiting, once the carried draft is sealed', () => {
    given(inviter(), anne.says('Het strand'), anne.taps('seal'))
      .when(bram.starts(), bram.taps('agree'), bram.says('De trein'), bram.starts(codeOf(anne)), bram.taps('pairUp'))
      .then(anne.hears('joined'));
    given(
      inviter(),
      anne.says('Het strand'),
      anne.taps('seal'),
      bram.starts(),
      bram.taps('agree'),
      bram.says('De trein'),
    )
      .when(bram.starts(codeOf(anne)), bram.taps('pairUp'), bram.taps('seal'))
      .then(anne.reads('revealed', { partnerName: 'Bram' }));
  });

  test('is silent for an inviter who sleeps', () => {
    given(inviter(), time.is('2026-11-23T03:00'), bram.starts(codeOf(anne)))
      .when(bram.taps('agree'))
      .then(
        that(({ heard }) => {
          const arrived = heard.filter(({ notice }) => notice.to === anne.id && isMessage(notice));
          expect(arrived.map(({ notice }) => notice.isSilent)).toEqual([true]);
        }),
      );
  });
});

describe('somebody who uses the bot already', () => {
  const alone = () => given(inviter(), bram.starts(), bram.taps('agree'));

  test('is asked in one line whether to pair, and agrees to nothing anew', () => {
    alone()
      .when(bram.starts(codeOf(anne)))
      .then(bram.hears('pairAsked'))
      .when(bram.taps('pairUp'))
      .then(
        bram.reads('paired', { partner: 'Anne' }),
        that(({ events }) => {
          expect(events.some(({ type }) => type === 'consentGiven')).toBe(false);
        }),
      );
  });

  test('may say no: then nothing changes, and the question does not come back', () => {
    alone()
      .when(bram.starts(codeOf(anne)), bram.taps('notNow'))
      .then(bram.hears('pairAsked', 'pairDeclined'), anne.hears())
      .when(bram.says('De trein'), bram.taps('seal'))
      .then(bram.hears('draft', 'sealed'));
  });

  test('is asked again where it stands in the way: with a sealed answer, /start, /vraag and /uitnodigen', () => {
    const asked = () => given(inviter(), bram.starts(), bram.taps('agree'), bram.starts(codeOf(anne)));
    asked()
      .when(bram.says('De trein'))
      .then(bram.hears('draft'))
      .when(bram.taps('seal'))
      .then(bram.hears('sealed', 'pairAsked'))
      .when(bram.taps('pairUp'))
      .then(bram.reads('paired'));
    asked()
      .when(bram.starts())
      .then(bram.hears('status', 'invite', 'pairAsked'));
    asked()
      .when(bram.does({ type: 'showInvite' }))
      .then(bram.hears('invite', 'pairAsked'));
    asked()
      .when(bram.does({ type: 'askQuestion' }))
      .then(bram.hears('prompt', 'pairAsked'));
  });

  test('is told in the welcome’s place what to do, once it stands above', () => {
    given(inviter(), bram.starts(codeOf(anne)))
      .when(bram.says('hoi, wat is dit?'))
      .then(refused('agree-above'));
    given(inviter()).when(bram.says('hoi')).then(refused('agree-first'));
    given(everyone, bram.starts())
      .when(bram.does({ type: 'askQuestion' }))
      .then(refused('agree-above'));
    given(everyone, bram.starts(), bram.taps('agree')).when(bram.says('hoi')).then(bram.hears('draft'));
  });

  test('founds nothing with a code that cannot be read', () => {
    const unread: Command = { type: 'start', sender: { name: 'Bram' }, code: null, isUnread: true };
    given(everyone).when(bram.does(unread)).then(refused('code-unreadable'), inCouples());
    alone().when(bram.does(unread)).then(refused('code-unreadable'));
    given(pairedCouple()).when(bram.does(unread)).then(bram.hears('status'));
    alone()
      .when(bram.says('7K3F-9X2M-Q4T'))
      .then(refused('code-unreadable'), bram.is({ answers: {} }));
  });

  test('comes in by an invite that was passed on', () => {
    const passed: Act = (rules) => {
      const code = codeOf(anne)(rules);
      bram.does({ type: 'passInvite', sender: { name: 'Bram' }, code, messageId: 7 })(rules);
    };
    given(inviter()).when(passed).then(bram.hears('welcome')).when(bram.taps('agree')).then(bram.reads('paired'));
    given(pairedCouple()).when(passed).then(refused('already-paired'));
  });
});

describe('a code that opens nothing', () => {
  test('because it is your own', () => {
    given(inviter())
      .when(anne.starts(codeOf(anne)))
      .then(refused('code-own'));
    given(inviter())
      .when((rules) => {
        anne.does({ type: 'press', sender, button: agreeing, code: codeOf(anne)(rules) })(rules);
      })
      .then(refused('code-own'));
  });

  test('because somebody came through it', () => {
    const code = (rules: Rules) => rules.coupleOf(anne.id).spentCodes[0]?.code ?? '';
    given(pairedCouple()).when(carl.starts(code)).then(refused('code-used'));
  });

  test('because its week is over, whether or not the clock has met that', () => {
    given(inviter(), bram.starts(codeOf(anne)), time.passes(days(7)))
      .when(bram.taps('agree'))
      .then(refused('code-expired'));
    given(inviter(), bram.starts(codeOf(anne)), (rules) => {
      rules.passTo(rules.now() + days(7) - 10_000);
    })
      .when(bram.starts(codeOf(anne)))
      .then(happened('welcomed'));
  });

  test('because a newer one replaced it', () => {
    given(inviter(), bram.starts(codeOf(anne)), anne.taps('newCode'))
      .when(bram.taps('agree'))
      .then(refused('code-replaced'), inCouples([1]));
  });

  test('because it ran out or was replaced, told apart among those before it', () => {
    const codes: string[] = [];
    const note: Act = (rules) => {
      codes.push(rules.coupleOf(anne.id).invite?.code ?? '');
    };
    given(inviter(), note, time.passes(days(8)), anne.does({ type: 'showInvite' }), note, anne.taps('newCode'))
      .when(bram.starts(() => codes[0] ?? ''))
      .then(refused('code-expired'))
      .when(bram.starts(() => codes[1] ?? ''))
      .then(refused('code-replaced'));
  });

  test('because nobody knows it', () => {
    given(everyone)
      .when(bram.starts(noCode))
      .then(happened('guessedWrong'), bram.hears('codeUnknown'), keptOf(bram, 'nl', 1));
  });

  test('because nobody knows it, said by a tap on [akkoord]: a wrong guess as well', () => {
    given({ openTo: 'everyone' }, bram.starts())
      .when(bram.does({ type: 'press', sender, button: agreeing, code: noCode }))
      .then(happened('guessedWrong'));
  });

  test('because you are paired already', () => {
    given(pairedCouple(), carl.starts(), carl.taps('agree'))
      .when(bram.starts(codeOf(carl)))
      .then(refused('already-paired', { partner: 'Anne' }), inCouples([1, 2], [3]));
  });

  test('because it is the tenth guess within an hour', () => {
    const nine = Array.from({ length: 9 }, () => bram.starts(noCode));
    given(inviter(), ...nine)
      .when(bram.starts(codeOf(anne)))
      .then(refused('too-many-guesses'));
    given(inviter(), ...nine, time.passes(hours(1)))
      .when(bram.starts(codeOf(anne)))
      .then(happened('welcomed'));
    given(inviter(), ...nine.slice(1))
      .when(bram.starts(codeOf(anne)))
      .then(happened('welcomed'));
  });

  test('and a guess of more than an hour ago is not kept', () => {
    const guess = bram.starts('7K3F9X2MQ4TB');
    given(inviter(), guess, guess, time.passes(hours(1)), guess).then(
      that((_, rules) => {
        expect(rules.personOf(bram.id).wrongGuesses).toHaveLength(1);
      }),
    );
  });

  test('and neither agreeing nor erasing buys new guesses', () => {
    const nine = Array.from({ length: 9 }, () => bram.starts(noCode));
    given(everyone, ...nine, bram.starts(), bram.taps('agree'), ...erasesAll(bram))
      .when(bram.starts(noCode))
      .then(refused('too-many-guesses'));
  });

  test('when ten open it at once: one joins', () => {
    const ten = Array.from({ length: 10 }, (_, index) => index + 11);
    const story = given(inviter());
    const code = codeOf(anne)(story.rules);
    const press = (id: number) => (rules: Rules) => {
      rules.press({ name: 'agree', slot: code, step: 0, arg: '' }, id, { name: `P${String(id)}` });
    };
    story.when(...ten.map(press)).then(
      inCouples([1, 11]),
      that(({ refusals }) => {
        expect(refusals.map(({ refusal }) => refusal)).toEqual(Array(9).fill('code-used'));
      }),
    );
  });
});
