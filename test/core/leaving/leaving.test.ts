import { describe, expect, test } from 'vitest';
import { silencedBy } from '../../../src/core/recalls.js';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  codeOf,
  days,
  given,
  happened,
  hours,
  inviter,
  minutes,
  olderTerms,
  pairedCouple,
  refused,
  settledCouple,
  that,
  time,
} from '../../support/given.js';

const stop = anne.does({ type: 'stop' });

describe('/stop', () => {
  test('answers with one farewell, that says how to go further or back; the partner hears nothing', () => {
    given(askedCouple())
      .when(stop)
      .then(
        happened('stopped'),
        anne.reads('stopped', { partner: 'Bram' }),
        bram.hears(),
        that(({ heard }) => {
          const farewell = heard.find(({ notice }) => notice.say?.name === 'stopped');
          const keys = (farewell?.notice.keys ?? [])
            .flat()
            .flatMap((one) => (one.kind === 'press' ? [one.button] : []));
          expect(keys.map(({ name }) => name)).toEqual([
            'unpair',
            'unpairLater',
            'staySilent',
            'goOn',
            'askErase',
            'removeNow',
          ]);
        }),
      );
  });

  test('may be followed by any of the ways, or by none', () => {
    given(askedCouple(), stop)
      .when(anne.taps('staySilent'))
      .then(anne.reads('silenceKept', { partner: 'Bram' }), anne.is({ hasStopped: true }), bram.hears())
      .when(time.passes(days(20)))
      .then(anne.hears());
    given(askedCouple(), stop).when(anne.taps('askErase')).then(happened('eraseAsked'), bram.hears());
    given(askedCouple(), stop, anne.taps('goOn'))
      .when(anne.tapsOld('staySilent'))
      .then(refused('stale-button'), anne.is({ hasStopped: false }));
  });

  test('takes back everything that is on its way to its sender, in every lane', () => {
    const { rules } = given(askedCouple());
    const before = {
      actor: 1,
      about: null,
      invited: null,
      card: null,
      book: [],
      otherBook: [],
      people: {},
      couples: {},
    };
    expect(silencedBy({ type: 'stopped', person: anne.id }, before)).toEqual([
      { person: anne.id, lanes: ['reply', 'reveal', 'scheduled'] },
    ]);
    const couple = rules.coupleOf(anne.id);
    const paired = { ...before, couples: { [couple.id]: couple } };
    expect(silencedBy({ type: 'unpaired', couple: couple.id, by: anne.id }, paired)).toEqual(
      [anne.id, bram.id].map((person) => ({ person, lanes: ['reply', 'reveal', 'scheduled'] })),
    );
  });

  test('keeps and passes on nothing of what is said afterwards, until [Toch verder]', () => {
    const said = [
      anne.says('half'),
      anne.speaks('stem'),
      anne.does({ type: 'askQuestion' }),
      anne.does({ type: 'showSettings', view: 'all' }),
      anne.does({ type: 'showInvite' }),
      anne.does({ type: 'sendUnsupported', what: 'media' }),
      anne.taps('later'),
    ];
    for (const act of said) {
      given(askedCouple(), stop)
        .when(act)
        .then(refused('has-stopped'), bram.hears(), anne.is({ answers: {} }));
    }
    given(askedCouple(), stop)
      .when(anne.does({ type: 'heart' }), anne.does({ type: 'editSaid', messageId: 5, text: 'x' }))
      .then(happened(), anne.hears());
    given(askedCouple(), stop, anne.says('half'), anne.taps('goOn'))
      .when(anne.says('toch'))
      .then(happened('draftChanged'));
  });

  test('leaves help, what is kept, taking back, rest and erasing within reach', () => {
    const open = () => given(askedCouple(), anne.says('x'), anne.taps('seal'), stop);
    open()
      .when(anne.does({ type: 'inform', about: 'helplines' }))
      .then(happened('informed'));
    open()
      .when(anne.does({ type: 'inform', about: 'privacy' }))
      .then(happened('informed'));
    open()
      .when(anne.does({ type: 'withdraw' }))
      .then(happened('draftChanged'), bram.hears());
    open()
      .when(anne.does({ type: 'erase' }))
      .then(happened('eraseAsked'));
    open().when(stop).then(happened('stopped'), anne.hears('stopped'));
  });

  test('works from every state', () => {
    const states = [
      given(inviter()),
      given(pairedCouple(), anne.says('half')),
      given(pairedCouple(), anne.says('a'), anne.taps('seal')),
      given(pairedCouple(), anne.says('ok')),
      given(pairedCouple(), ...bothAnswer()),
      given(settledCouple(), anne.taps('otherZone')),
      given(pairedCouple(), anne.taps('undoPairing')),
      given(settledCouple(), anne.does({ type: 'callBreather' })),
      given(settledCouple(), bram.does({ type: 'callBreather' })),
      given(settledCouple(), anne.does({ type: 'callBreather' }), time.passes(minutes(31))),
      given(pairedCouple(), anne.speaks('stem')),
      given(settledCouple(), stop),
      given(settledCouple(), anne.does({ type: 'block' })),
      given(settledCouple(), olderTerms(anne)),
    ];
    for (const state of states) state.when(stop).then(happened('stopped'), anne.hears('stopped'));
  });

  test('is silence from then on, whatever the clock and the partner do', () => {
    given(askedCouple(), anne.taps('later'), stop)
      .when(
        bram.says('x'),
        bram.taps('seal'),
        bram.does({ type: 'askQuestion' }),
        time.passes(days(30)),
        bram.does({ type: 'askQuestion' }),
        bram.says('y'),
        bram.taps('seal'),
        bram.does({ type: 'stop' }),
        bram.taps('unpair'),
      )
      .then(anne.hears());
  });

  test('leaves an answer that was sealed to open for the partner alone', () => {
    given(pairedCouple(), anne.says('Het strand'), anne.taps('seal'), stop)
      .when(bram.says('De trein'), bram.taps('seal'))
      .then(bram.reads('revealed', { partnerName: 'Anne' }), anne.hears());
  });

  test('ends by a tap or by /start, and the rhythm goes on', () => {
    given(settledCouple(), stop)
      .when(anne.taps('goOn'))
      .then(anne.hears('wentOn'), anne.is({ hasStopped: false }));
    given(settledCouple(), stop)
      .when(anne.starts(), time.is('2026-11-23T20:00'))
      .then(anne.hears('wentOn', 'status', 'prompt'));
    given(settledCouple(), anne.does({ type: 'callBreather' }), stop)
      .when(anne.starts())
      .then(anne.hears('wentOn', 'status'));
    given(settledCouple()).when(stop, anne.taps('goOn'), anne.taps('goOn')).then(happened('stopped', 'wentOn'));
  });

  test('before consent is only a no', () => {
    given({}, anne.starts()).when(stop).then(happened('declined'));
  });

  test('is a button as well', () => {
    given(askedCouple()).when(anne.presses('stop')).then(happened('stopped'), bram.hears());
  });
});

describe('un-pairing', () => {
  test('tells the other that it ended, once and without a reason, silently at night', () => {
    given(askedCouple(), stop, time.is('2026-11-23T23:00'))
      .when(anne.taps('unpair'))
      .then(
        happened('unpaired'),
        anne.hears('unpairedSelf'),
        bram.reads('unpaired', {}),
        bram.hears('unpaired'),
        that(({ heard }) => {
          expect(heard.find(({ notice }) => notice.to === bram.id)?.notice.isSilent).toBe(true);
        }),
      );
  });

  test('leaves nothing to come, and a way to begin again', () => {
    given(askedCouple(), stop, anne.taps('unpair'))
      .when(time.passes(days(30)))
      .then(anne.hears(), bram.hears());
    given(askedCouple(), stop, anne.taps('unpair'))
      .when(bram.says('hallo'))
      .then(refused('not-paired'))
      .when(bram.starts())
      .then(bram.hears('beginningAsked'))
      .when(bram.taps('beginAgain'))
      .then(bram.hears('invite', 'prompt'));
    given(askedCouple(), stop, anne.taps('unpair'), anne.starts(), bram.starts(codeOf(anne)))
      .when(bram.taps('pairUp'))
      .then(bram.hears('paired', 'prompt'), anne.hears('joined'));
  });

  test('makes every earlier button stale', () => {
    const left = () => given(askedCouple(), ...bothAnswer(), stop, anne.taps('unpair'));
    for (const name of ['seal', 'withdraw', 'later', 'thank', 'tellMore', 'undoPairing'] as const) {
      left().when(bram.taps(name)).then(refused('stale-button'));
    }
  });

  test('takes an invite with it', () => {
    const story = given(inviter());
    const code = codeOf(anne)(story.rules);
    story.when(stop, anne.taps('unpair'), bram.starts(code)).then(bram.hears('codeUnknown'));
  });
});

describe('somebody who cannot be reached', () => {
  const block = anne.does({ type: 'block' });

  test('gets no prompts and nudges, and the partner hears nothing of it', () => {
    given(settledCouple(), block)
      .when(time.passes(days(10)))
      .then(anne.hears());
    given(settledCouple()).when(block, block).then(happened('becameUnreachable'), bram.hears());
  });

  test('keeps what was opened to them', () => {
    given(pairedCouple(), anne.says('Het strand'), anne.taps('seal'), block)
      .when(bram.says('De trein'), bram.taps('seal'))
      .then(anne.reads('revealed', { partnerName: 'Bram' }), bram.reads('revealed'));
  });

  test('is as silent as after [Stil uit]: neither unblocking nor a word resumes anything, /start and [Toch verder] do', () => {
    given(settledCouple(), block)
      .when(anne.does({ type: 'unblock' }), time.passes(days(9)))
      .then(anne.hears());
    given(pairedCouple(), block)
      .when(anne.says('hoi'))
      .then(refused('has-stopped'), anne.is({ isUnreachable: true, answers: {} }));
    given(settledCouple(), block)
      .when(anne.starts())
      .then(happened('becameReachable', 'wentOn', 'statusTold'), anne.is({ isUnreachable: false }));
    given(settledCouple(), stop, block)
      .when(anne.taps('goOn'))
      .then(happened('becameReachable', 'wentOn'), anne.is({ isUnreachable: false, hasStopped: false }));
    given(inviter(), block)
      .when(bram.starts(codeOf(anne)))
      .then(refused('code-expired'), anne.hears());
  });

  test('finds nothing of what waited for them but what was opened', () => {
    const before = {
      actor: 1,
      about: null,
      invited: null,
      card: null,
      book: [],
      otherBook: [],
      people: {},
      couples: {},
    };
    expect(silencedBy({ type: 'becameUnreachable', person: anne.id }, before)).toEqual([
      { person: anne.id, lanes: ['reply', 'scheduled'] },
    ]);
  });

  test('by voice is known to the one who spoke', () => {
    given(pairedCouple(), ...bothAnswer(), time.passes(hours(1)))
      .when(anne.does({ type: 'voiceRefused' }))
      .then(bram.reads('voiceReturned', { partner: 'Anne' }), anne.hears());
    given(inviter())
      .when(anne.does({ type: 'voiceRefused' }))
      .then(happened());
  });

  test('and is there again, as Telegram says, is not answered for that', () => {
    given(askedCouple())
      .when(anne.does({ type: 'unblock' }))
      .then(happened(), anne.hears());
  });

  test('is written to no more, until they come', () => {
    given(askedCouple())
      .when(bram.does({ type: 'unreachable' }))
      .then(happened('becameUnreachable'))
      .when(time.is('2026-11-25T20:00'))
      .then(bram.hears(), anne.reads('prompt'));
  });
});
