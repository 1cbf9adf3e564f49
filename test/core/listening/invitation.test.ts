import { describe, expect, test } from 'vitest';
import {
  anne,
  bothAnswer,
  bram,
  carl,
  given,
  happened,
  inviter,
  pairedCouple,
  refused,
  settledCouple,
  that,
} from '../../support/given.js';
import { asksToListen } from '../../support/listening.js';
import { taps } from './steps.js';

/** Asking the other to listen, and saying that one is there. */

describe('an invitation', () => {
  const asked = () => given(settledCouple(), ...asksToListen('alleen-luisteren'));

  test('needs two', () => {
    given(inviter())
      .when(anne.does({ type: 'listen' }))
      .then(refused('listening-needs-two'));
  });

  test.each(['listenMenu', 'listenChoose', 'listenInvite'] as const)('needs two, also by the button %s', (name) => {
    given({}, carl.starts(), carl.taps('agree'))
      .when(taps(carl, name, { slot: '', arg: 'spiegelen' }))
      .then(refused('listening-needs-two'));
  });

  test('is one at a time: whoever asks again sees how it stands', () => {
    asked()
      .when(anne.does({ type: 'listen' }))
      .then(happened('listeningTold'));
    asked().when(anne.taps('listenInvite')).then(happened('listeningTold'));
    asked()
      .when(bram.does({ type: 'listen' }))
      .then(happened('listeningTold'));
  });

  test('to a round nobody knows, or in a pace it does not have, comes to nothing', () => {
    given(settledCouple())
      .when(taps(anne, 'listenInvite', { slot: '', step: 0, arg: 'worstelen' }))
      .then(refused('stale-button'));
    given(settledCouple())
      .when(taps(anne, 'listenInvite', { slot: '', step: 1, arg: 'tien-en-tien' }))
      .then(happened('listeningInvited'));
  });

  test('without a single round to offer says so', () => {
    given(settledCouple({ protocols: [] }))
      .when(anne.does({ type: 'listen' }))
      .then(refused('no-scenario'));
  });

  test('can be called back, and then both know', () => {
    asked()
      .when(anne.taps('listenRecall'))
      .then(happened('listeningEnded'))
      .when(bram.taps('listenNow'))
      .then(refused('stale-button'));
  });

  test('that is declined is declined once, and the other hears nothing', () => {
    asked()
      .when(bram.taps('listenNotNow'), bram.taps('listenNotNow'))
      .then(happened('listeningDeclined'), anne.hears());
  });

  test('for an hour that nobody offered is out of date', () => {
    asked()
      .when(taps(bram, 'listenLater', { arg: 'never' }))
      .then(refused('stale-button'));
  });

  test('for later names who asked, above the hours', () => {
    given(settledCouple(), ...asksToListen('spiegelen'))
      .when(bram.taps('listenLater'))
      .then(bram.reads('listenHours', { partner: 'Anne' }));
  });

  test('for later can be called off by either, and is gone', () => {
    asked()
      .when(bram.taps('listenLater'), bram.taps('listenLater', { arg: 'hour' }))
      .then(happened('listeningHoursShown', 'listeningScheduled'))
      .when(anne.taps('listenCancel'))
      .then(happened('listeningEnded'));
  });

  test('about an answer that is open gives its writer the floor', () => {
    given(pairedCouple({ acts: bothAnswer() }), anne.taps('tellMore'), anne.taps('talkAbout'))
      .when(anne.taps('listenInvite', { step: 0 }))
      .then(
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).listening).toMatchObject({ starter: anne.id, speaker: bram.id });
        }),
      );
  });
});

describe('«Ik ben er»', () => {
  const ready = [...asksToListen('alleen-luisteren'), bram.taps('listenNow')];

  test('is said once, and of how tense only what was offered', () => {
    given(settledCouple(), ...ready)
      .when(anne.taps('listenReady', { arg: 'calm' }), anne.taps('listenReady', { arg: 'calm' }))
      .then(happened('readyGiven'))
      .when(taps(bram, 'listenReady', { arg: 'furious' }))
      .then(refused('stale-button'));
  });

  test('with much tension is asked about first, and the other hears nothing of it', () => {
    given(settledCouple(), ...ready)
      .when(bram.taps('listenReady', { arg: 'high' }))
      .then(happened('tensionHinted'), anne.hears())
      .when(bram.taps('listenReady', { arg: 'anyway' }))
      .then(happened('readyGiven'));
  });
});
