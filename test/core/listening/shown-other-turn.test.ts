import { describe, test } from 'vitest';
import { anne, bram, given, hours, minutes, settledCouple, time, type Act, type Someone } from '../../support/given.js';
import { listens } from '../../support/listening.js';
import { sees } from '../chat.js';
import { signs, wishes } from '../keys.js';
import { felt } from './steps.js';

/** What stands in both chats between two turns, line by line. It is Sunday afternoon. */

describe('the other’s turn', () => {
  test('is asked of both alike, and begins with the roles the other way round', () => {
    given(settledCouple(), ...felt)
      .when(anne.taps('listenOption', { arg: 'raakt' }))
      .then(
        sees(anne, '~ listen-step: no keys', `+ listen-swap: listenSwap ${wishes} (reveal)`),
        sees(
          bram,
          '+ listenSaid (reveal, protected)',
          '~ listen-step: no keys',
          `+ listen-swap: listenSwap ${wishes} (reveal)`,
        ),
      )
      .when(anne.does({ type: 'listen' }))
      .then(sees(anne, '~ listen-swap: no keys', `+ listen-swap: listenSwap ${wishes} (reveal)`))
      .when(anne.taps('listenSwap', { arg: 'now' }))
      .then(sees(anne, '~ listen-swap: listenSwapNoted'), sees(bram))
      .when(bram.taps('listenSwap', { arg: 'now' }))
      .then(
        sees(anne, `+ listen-step: listenStep isNewTurn ${signs} (reveal)`),
        sees(bram, '~ listen-swap: listenSwapNoted', '+ listen-step: listenStep isPen isSpeaker isNewTurn (reveal)'),
      );
  });

  test('comes tomorrow when one wants that, and is told to both alike', () => {
    given(settledCouple(), ...felt, anne.taps('listenOption', { arg: 'raakt' }), time.is('2026-11-22T22:30'))
      .when(anne.taps('listenSwap', { arg: 'tomorrow' }), bram.taps('listenSwap', { arg: 'now' }))
      .then(
        sees(
          anne,
          '~ listen-swap: listenSwapNoted',
          '+ listen-invite: listenTurnScheduled [listenCancel] (reveal, silent)',
        ),
        sees(
          bram,
          '~ listen-swap: listenSwapNoted',
          '+ listen-invite: listenTurnScheduled isSpeaker [listenCancel] (reveal)',
        ),
      )
      .when(bram.does({ type: 'listen' }))
      .then(sees(bram, '~ listen-invite: no keys', '+ listen-invite: listenScheduled [listenCancel]'));
  });

  test('that nobody wants is an end as good as any', () => {
    given(settledCouple(), ...felt, anne.taps('listenOption', { arg: 'raakt' }))
      .when(anne.taps('listenSwap', { arg: 'tomorrow' }), bram.taps('listenSwap', { arg: 'no' }))
      .then(
        sees(anne, '~ listen-swap: listenSwapNoted', '+ listen-done: listenDone [listenThank] [listenMore] (reveal)'),
        sees(bram, '~ listen-swap: listenSwapNoted', '+ listen-done: listenDone [listenThank] [listenMore] (reveal)'),
      );
    given(settledCouple(), time.is('2026-11-22T23:00'), ...felt, anne.taps('listenOption', { arg: 'raakt' }))
      .when(time.passes(hours(24)))
      .then(
        sees(anne, '~ listen-swap: no keys', '+ listen-done: listenDone [listenThank] [listenMore] (reveal, silent)'),
        sees(bram, '~ listen-swap: no keys', '+ listen-done: listenDone [listenThank] [listenMore] (reveal, silent)'),
      );
  });
});

describe('turns', () => {
  const done = (who: Someone): Act => who.taps('listenDone');
  test('that are always taken follow each other, as many as there are, and then it is over', () => {
    const turn = (speaker: Someone, listener: Someone): readonly Act[] => [
      ...[done(speaker), done(listener), speaker.taps('listenOption', { arg: 'geef' })],
    ];
    given(settledCouple(), ...listens('woord-en-weerwoord', true))
      .when(...turn(anne, bram))
      .then(bram.reads('listenStep', { turn: 2, isSpeaker: true, isNewTurn: true }))
      .when(...turn(bram, anne), ...turn(anne, bram))
      .then(bram.reads('listenStep', { turn: 4, isSpeaker: true }))
      .when(...turn(bram, anne))
      .then(anne.reads('listenDone'));
  });

  test('that are asked about are not asked about after the last, and side by side not for long', () => {
    const turn = (speaker: Someone, listener: Someone): readonly Act[] => [
      ...[done(speaker), done(listener), speaker.taps('listenOption', { arg: 'ja' })],
      ...[done(listener), done(listener), speaker.taps('listenOption', { arg: 'dank' })],
    ];
    const now = [anne, bram].map((one) => one.taps('listenSwap', { arg: 'now' }));
    given(settledCouple(), ...listens('spiegelen', true), ...turn(anne, bram))
      .when(...now, ...turn(bram, anne))
      .then(anne.reads('listenDone'));
    given(settledCouple(), ...listens('spiegelen', true))
      .when(...turn(anne, bram))
      .then(
        sees(
          bram,
          '~ listen-step: no keys',
          '+ listen-step: listenStep isPen [listenDone] / [listenOption:nog-eens] (reveal)',
          '~ listen-step: no keys',
          '+ listen-step: listenStep [listenSignal:here] [listenSignal:slower] (reveal)',
          '~ listen-step: no keys',
          '+ listen-step: listenStep isPen [listenDone] (reveal)',
          '~ listen-step: no keys',
          '+ listen-step: listenStep isPen [listenDone] (reveal)',
          '~ listen-step: no keys',
          '+ listen-step: listenStep [listenSignal:here] [listenSignal:slower] (reveal)',
          '~ listen-step: no keys',
          '+ listen-swap: listenSwap [listenSwap:now] / [listenSwap:tomorrow] / [listenSwap:no] (reveal)',
        ),
      )
      .when(time.passes(minutes(19)))
      .then(sees(anne), sees(bram))
      .when(time.passes(minutes(2)))
      .then(
        sees(anne, '~ listen-swap: no keys', '+ listen-done: listenDone [listenThank] [listenMore] (reveal)'),
        sees(bram, '~ listen-swap: no keys', '+ listen-done: listenDone [listenThank] [listenMore] (reveal)'),
      );
  });
});
