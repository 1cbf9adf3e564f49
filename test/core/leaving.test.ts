import { describe, expect, test } from 'vitest';
import {
  anne,
  askedCouple,
  bothAnswer,
  bram,
  codeOf,
  days,
  erasesAll,
  given,
  happened,
  hours,
  inviter,
  pairedCouple,
  refused,
  settledCouple,
  time,
  that,
} from '../support/given.js';

const stop = anne.does({ type: 'stop' });

describe('/stop', () => {
  test('answers with one farewell, that says how to go further or back; the partner hears nothing', () => {
    given(askedCouple())
      .when(stop)
      .then(happened('stopped'), anne.reads('stopped', { partner: 'Bram' }), bram.hears());
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
    given(settledCouple()).when(stop, anne.taps('goOn'), anne.taps('goOn')).then(happened('stopped', 'wentOn'));
  });

  test('before consent is only a no', () => {
    given({}, anne.starts()).when(stop).then(happened('declined'));
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
      .then(bram.hears('invite', 'prompt'));
    given(askedCouple(), stop, anne.taps('unpair'), anne.starts(), bram.starts(codeOf(anne)))
      .when(bram.taps('agree'))
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

describe('/wis', () => {
  test('asks, explains, then leaves a stranger and tells it in one sentence; the other hears that it ended', () => {
    given(askedCouple(), anne.says('geheim'))
      .when(...erasesAll(anne))
      .then(
        happened('eraseAsked', 'eraseExplained', 'erased', 'unpaired'),
        anne.hears('eraseAsked', 'eraseExplained', 'erased'),
        bram.hears('unpaired'),
        anne.is({ consent: null, name: '', coupleId: null, answers: {} }),
        bram.is({ coupleId: null, answers: {} }),
      );
  });

  test('works for somebody alone, and twice does no more', () => {
    given(inviter())
      .when(...erasesAll(anne))
      .then(anne.hears('eraseAsked', 'eraseExplained', 'erased'));
    given(inviter(), ...erasesAll(anne))
      .when(anne.taps('eraseNow'))
      .then(refused('agree-first'));
  });

  test('is silence from then on', () => {
    given(askedCouple(), ...erasesAll(anne))
      .when(bram.does({ type: 'askQuestion' }), bram.starts(), time.passes(days(30)))
      .then(anne.hears());
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

  test('is back with their next word, also when the answer to it is no', () => {
    given(pairedCouple(), block)
      .when(anne.says('hoi'))
      .then(happened('becameReachable', 'draftChanged'), anne.hears('draft'));
    given(settledCouple(), time.is('2026-11-23T19:00'), block)
      .when(anne.says('hoi'))
      .then(
        happened('becameReachable', 'refused'),
        anne.reads('refused', { refusal: 'no-question' }),
        that(({ heard }) => {
          expect(heard[0]?.notice.keys.flat()).toMatchObject([{ button: { name: 'askQuestion' } }]);
        }),
      );
    given(settledCouple(), block)
      .when(anne.does({ type: 'unblock' }))
      .then(happened());
  });

  test('by voice is known to the one who spoke', () => {
    given(pairedCouple(), ...bothAnswer(), time.passes(hours(1)))
      .when(anne.does({ type: 'voiceRefused' }))
      .then(bram.reads('voiceReturned', { partner: 'Anne' }), anne.hears());
    given(inviter())
      .when(anne.does({ type: 'voiceRefused' }))
      .then(happened());
  });
});
