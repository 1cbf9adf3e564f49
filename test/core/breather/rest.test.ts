import { describe, expect, test } from 'vitest';
import {
  allowsVoice,
  anne,
  askedCouple,
  bothAnswer,
  bram,
  given,
  happened,
  hours,
  minutes,
  pairedCouple,
  refused,
  settledCouple,
  time,
  type Act,
} from '../../support/given.js';
import { call, evening, monday, rest, stands, taps } from './steps.js';

/** While it lasts: what is typed, what is due, and who does not feel safe. */

describe('during the rest', () => {
  test('what cannot be read is hushed once, and an edit of nothing is nothing', () => {
    given(askedCouple(), ...rest)
      .when(
        bram.does({ type: 'sendUnsupported', what: 'media' }),
        bram.does({ type: 'sendUnsupported', what: 'media' }),
      )
      .then(happened('breatherHushed'), anne.hears())
      .when(bram.edits(999, 'anders'))
      .then(happened())
      .when(bram.does({ type: 'heart' }, 'reveal:x'))
      .then(happened());
  });

  test('an edit of what lies in a draft is told that it waits', () => {
    given(askedCouple(), bram.says('half', { messageId: 50 }), bram.says('heel', { messageId: 51 }), ...rest)
      .when(bram.edits(51, 'HALF'))
      .then(refused('in-breather'));
  });

  test('what the bot itself had asked is still answered, in words, for as long as it waits', () => {
    const waits = (...acts: readonly Act[]) =>
      given(settledCouple(), allowsVoice(bram), bram.taps('otherZone'), call, ...acts);
    waits().when(bram.says('Londen')).then(happened('zoneChanged'));
    waits().when(bram.speaks('stem')).then(happened('breatherHushed'));
    waits(time.passes(minutes(11)))
      .when(bram.says('Londen'))
      .then(happened('breatherHushed'));
  });

  test('there is something to do for who cannot rest, and nothing that was not offered', () => {
    given(askedCouple(), ...rest)
      .when(taps(bram, 'breathMenu', 'music'))
      .then(happened('tipShown'));
    given(askedCouple(), ...rest)
      .when(taps(bram, 'breathMenu', 'shouting'))
      .then(refused('stale-button'));
  });
});

describe('meanwhile', () => {
  test('what is typed is said once to go nowhere, and then nothing', () => {
    given(monday(...rest))
      .when(bram.says('en nog iets'), bram.says('hallo?'), bram.speaks('stem'))
      .then(
        happened('breatherHushed'),
        bram.reads('breatherHush', { partner: 'Anne', until: evening('20:30') }),
        anne.hears(),
      );
  });

  test('a link of somebody else is answered as ever', () => {
    given(monday(...rest))
      .when(anne.starts('7K3F9X2MQ4TB'))
      .then(refused('already-paired', { partner: 'Bram' }));
  });

  test('a code that is opened is answered for what it is, also of whoever called', () => {
    given(settledCouple(), call).when(anne.starts('7K3F9X2MQ4TB')).then(refused('already-paired'));
  });

  test('a draft stays as it was, and can be sealed afterwards', () => {
    given(monday(bram.says('mijn begin', { messageId: 7 }), ...rest))
      .when(bram.taps('seal'))
      .then(refused('in-breather'))
      .when(bram.edits(7, 'iets anders'))
      .then(refused('in-breather'))
      .when(time.passes(minutes(90)), bram.taps('seal'))
      .then(({ events }) => {
        expect(events.at(-1)).toMatchObject({ type: 'answerSealed', answer: { pieces: [{ text: 'mijn begin' }] } });
      });
  });

  test('a heart, a thank-you and a reaction do not cross', () => {
    given(pairedCouple(), ...bothAnswer(), call)
      .when(bram.taps('thank'))
      .then(refused('in-breather'))
      .when(bram.does({ type: 'heart' }, 'reveal:x'), bram.says('wat mooi'))
      .then(anne.hears());
  });

  test('nobody is told that the bot was away', () => {
    given(monday(...rest))
      .when((rules) => {
        rules.comeBack();
      })
      .then(anne.hears(), bram.hears());
  });

  test('what came due while the bot was down happens once, in order, at the next start', () => {
    given(monday(call))
      .when(time.jumps(hours(3)))
      .then(happened('breatherSettled', 'returnAsked'))
      .when(anne.taps('breathBack'), bram.taps('breathBack'))
      .then(stands({ phase: 'choice' }));
    given(monday(call))
      .when(time.jumps(hours(30)))
      .then(({ events }) => {
        expect(events.slice(0, 2).map(({ type }) => type)).toEqual(['breatherSettled', 'breatherEnded']);
      }, stands(null));
  });

  test('a change of zone leaves the moment as it is', () => {
    given(monday(call, bram.taps('otherZone')))
      .when(bram.says('Londen'), time.is('2026-11-23T20:31'))
      .then(happened('zoneChanged', 'breatherSettled', 'returnAsked'));
  });
});

describe('leaving', () => {
  test('for who does not feel safe shows the helplines, tells nobody, and asks for no return', () => {
    given(monday(...rest))
      .when(bram.taps('breathUnsafe'))
      .then(bram.hears('breatherLeft', 'informed'), bram.reads('informed', { about: 'helplines' }), anne.hears())
      .when(time.passes(minutes(90)))
      .then(bram.hears(), anne.hears('breatherReturn', 'breatherOver'));
  });

  test('for who does not feel safe is said once: they read where help is, and hear no more of it', () => {
    given(askedCouple(), ...rest)
      .when(taps(bram, 'breathUnsafe'))
      .then(happened('breatherLeft', 'informed'), anne.hears())
      .when(taps(bram, 'breathUnsafe'))
      .then(happened('informed'))
      .when(taps(bram, 'breathLonger', 'm20'))
      .then(refused('stale-button'))
      .when(bram.does({ type: 'callBreather' }))
      .then(happened('breatherTold'))
      .when(time.passes(minutes(31)))
      .then(bram.hears())
      .when(bram.does({ type: 'callBreather' }))
      .then(happened('breatherTold'), anne.hears());
  });

  test('by both ends nothing: the clock does, and neither hears of it', () => {
    given(monday(...rest, bram.taps('breathUnsafe')))
      .when(anne.taps('breathUnsafe'))
      .then(stands({ phase: 'rest', freed: [bram.id, anne.id] }))
      .when(anne.does({ type: 'askQuestion' }))
      .then(refused('in-breather'))
      .when(time.passes(minutes(61)))
      .then(stands(null), anne.hears(), bram.hears());
  });

  test('by unpairing ends it', () => {
    given(monday(...rest, bram.does({ type: 'stop' })))
      .when(bram.taps('unpair'))
      .then((_, rules) => {
        expect(rules.couples()).toEqual([]);
      });
  });
});
