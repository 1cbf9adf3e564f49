import { describe, test } from 'vitest';
import { anne, bram, given, hours, minutes, settledCouple, time, type Act, type Someone } from '../../support/given.js';
import { checking, held, listens } from '../../support/listening.js';
import { sees } from '../chat.js';
import { lying, menu, ready, signs, wayBack, wishes } from '../keys.js';

/** What stands in both chats between two turns, and while a listening round lies, line by line. It is Sunday afternoon. */

const toSwap: readonly Act[] = [
  ...[...checking, anne.taps('listenOption', { arg: 'ja' }), bram.says('dat volg ik'), bram.taps('listenDone'), held],
  ...[bram.taps('listenGroup', { arg: 'verdrietig' }), bram.taps('listenPick', { arg: 'f_eenz' })],
  ...[bram.taps('listenDone'), held],
];

describe('the other’s turn', () => {
  test('is asked of both alike, and begins with the roles the other way round', () => {
    given(settledCouple(), ...toSwap)
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
    given(settledCouple(), ...toSwap, anne.taps('listenOption', { arg: 'raakt' }), time.is('2026-11-22T22:30'))
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
    given(settledCouple(), ...toSwap, anne.taps('listenOption', { arg: 'raakt' }))
      .when(anne.taps('listenSwap', { arg: 'tomorrow' }), bram.taps('listenSwap', { arg: 'no' }))
      .then(
        sees(anne, '~ listen-swap: listenSwapNoted', '+ listen-done: listenDone [listenThank] [listenMore] (reveal)'),
        sees(bram, '~ listen-swap: listenSwapNoted', '+ listen-done: listenDone [listenThank] [listenMore] (reveal)'),
      );
    given(settledCouple(), time.is('2026-11-22T23:00'), ...toSwap, anne.taps('listenOption', { arg: 'raakt' }))
      .when(time.passes(hours(24)))
      .then(
        sees(anne, '~ listen-swap: no keys', '+ listen-done: listenDone [listenThank] [listenMore] (reveal, silent)'),
        sees(bram, '~ listen-swap: no keys', '+ listen-done: listenDone [listenThank] [listenMore] (reveal, silent)'),
      );
  });
});

test('put down in the second turn, it is not announced as a turn that is still to come', () => {
  const now = [anne, bram].map((one) => one.taps('listenSwap', { arg: 'now' }));
  given(settledCouple(), ...toSwap, anne.taps('listenOption', { arg: 'raakt' }), ...now, time.passes(hours(49)))
    .when(anne.taps('listenLater', { arg: 'other' }), anne.taps('listenLater', { arg: 'hour' }))
    .then(
      sees(
        anne,
        '~ listen-parked: listenHours [listenLater:hour] / [listenLater:evening] / [listenLater:morning] / [listenLetGo]',
        '~ listen-parked: no keys',
        '+ listen-invite: listenScheduled isAgain [listenCancel] (reveal)',
      ),
      sees(bram, '~ listen-parked: no keys', '+ listen-invite: listenScheduled isAgain [listenCancel] (reveal)'),
    )
    .when(bram.does({ type: 'listen' }))
    .then(sees(bram, '~ listen-invite: no keys', '+ listen-invite: listenScheduled isAgain [listenCancel]'))
    .when(time.is('2026-11-24T22:30'), anne.taps('listenLater'))
    .then(
      sees(
        anne,
        '~ listen-invite: no keys',
        '+ listen-ready: listenReady isAgain [listenReady:calm] / [listenReady:some] / [listenReady:high] (reveal)',
      ),
    );
});

test('called off at night, it lies again: for whoever did so at once, for the other in the morning', () => {
  given(settledCouple(), ...listens('spiegelen'), time.passes(hours(49)), time.is('2026-11-24T21:50'))
    .when(anne.taps('listenLater', { arg: 'other' }), anne.taps('listenLater', { arg: 'morning' }))
    .when(time.is('2026-11-24T22:30'), anne.taps('listenCancel'))
    .then(
      sees(
        anne,
        '~ listen-invite: no keys',
        '+ listen-parked: listenParked [listenGoOn] / [listenLater:other] / [listenLetGo] (scheduled)',
      ),
      sees(
        bram,
        '~ listen-invite: no keys',
        '+ listen-parked: listenParked [listenGoOn] / [listenLater:other] / [listenLetGo] (scheduled, from Wed 08:00)',
      ),
    );
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

describe('put down', () => {
  const putDown = () => given(settledCouple(), ...listens('spiegelen'), anne.says('half'), time.passes(hours(49)));

  test('it lies for both alike, and goes on where it was', () => {
    putDown()
      .when(bram.does({ type: 'listen' }), bram.taps('listenGoOn'))
      .then(
        sees(anne),
        sees(bram, '~ listen-parked: no keys', `+ listen-parked: ${lying}`, '~ listen-parked: listenGoOnNoted'),
      )
      .when(anne.taps('listenGoOn'))
      .then(
        sees(
          anne,
          '~ listen-parked: listenGoOnNoted',
          `+ listen-ready: listenReady isSpeaker isAgain ${ready} (reveal)`,
        ),
        sees(bram, `+ listen-ready: listenReady isAgain ${ready} (reveal)`),
      )
      .when(anne.taps('listenReady', { arg: 'calm' }), bram.taps('listenReady', { arg: 'calm' }))
      .then(
        sees(
          anne,
          '~ listen-ready: listenReadyNoted',
          '+ listen-step: listenStep isPen isSpeaker (reveal)',
          '- listen-draft',
          '+ listen-draft: listenDraft [listenDone:1] [listenRestart:1]',
        ),
        sees(bram, '~ listen-ready: listenReadyNoted', `+ listen-step: listenStep ${signs} (reveal)`),
      );
  });

  test('it can go on at another hour', () => {
    putDown()
      .when(anne.taps('listenLater', { arg: 'other' }))
      .then(
        sees(
          anne,
          '~ listen-parked: listenHours [listenLater:hour] / [listenLater:evening] / [listenLater:morning] / [listenLetGo]',
        ),
        sees(bram),
      )
      .when(anne.taps('listenLater', { arg: 'hour' }))
      .then(
        sees(anne, '~ listen-parked: no keys', '+ listen-invite: listenScheduled isAgain [listenCancel] (reveal)'),
        sees(bram, '~ listen-parked: no keys', '+ listen-invite: listenScheduled isAgain [listenCancel] (reveal)'),
      )
      .when(bram.does({ type: 'listen' }))
      .then(sees(bram, '~ listen-invite: no keys', '+ listen-invite: listenScheduled isAgain [listenCancel]'));
  });

  test('it is over for whoever lets it go, and the other hears nothing of it until it would have been over', () => {
    putDown()
      .when(anne.taps('listenLetGo'))
      .then(sees(anne, '~ listen-parked: listenLetGo'), sees(bram))
      .when(time.passes(hours(72)))
      .then(
        sees(anne, '+ prompt: prompt isFirst [later] [else] (scheduled, until Thu 16:00, of 2026-11-25)'),
        sees(
          bram,
          '+ prompt: prompt isFirst [later] [else] (scheduled, until Thu 16:00, of 2026-11-25)',
          '~ listen-parked: no keys',
          '+ listenOver (scheduled, from Fri 13:00)',
        ),
      );
  });

  test('once something was found right, that stands above the way back in', () => {
    given(settledCouple(), ...checking, anne.taps('listenOption', { arg: 'ja' }), time.passes(hours(49)))
      .when(anne.taps('listenGoOn'), bram.taps('listenGoOn'))
      .then(
        sees(
          anne,
          '~ listen-parked: listenGoOnNoted',
          '+ listenConfirmed (reveal, silent, protected)',
          `+ listen-ready: listenReady isSpeaker isAgain ${ready} (reveal)`,
        ),
        sees(
          bram,
          '~ listen-parked: listenGoOnNoted',
          '+ listenConfirmed (reveal, silent, protected)',
          `+ listen-ready: listenReady isAgain ${ready} (reveal)`,
        ),
      );
  });

  test('between two turns it comes back to that question', () => {
    given(settledCouple(), ...toSwap, anne.taps('listenOption', { arg: 'raakt' }))
      .when(anne.taps('listenSwap', { arg: 'now' }), anne.does({ type: 'callBreather' }), time.passes(minutes(31)))
      .when(anne.taps('breathBack'), bram.taps('breathBack'))
      .when(anne.taps('breathChoice', { arg: 'talkNow' }), bram.taps('breathChoice', { arg: 'talkNow' }))
      .then(
        sees(anne, '~ breather-choice: breatherChoiceNoted', `+ listen-swap: listenSwap ${wishes} (reveal)`),
        sees(bram, '~ breather-choice: breatherChoiceNoted', `+ listen-swap: listenSwap ${wishes} (reveal)`),
      );
  });
});

test('a breather puts it aside, and /luister shows it lying', () => {
  given(settledCouple(), ...listens('spiegelen'), anne.says('half'), anne.taps('listenDone'))
    .when(bram.does({ type: 'callBreather' }))
    .then(
      sees(
        anne,
        '~ listen-held: listenTakenBack',
        '~ breather: no keys',
        `+ breather: breatherCalled ${menu} / [breathLonger] / [breathUnsafe] (until Sun 13:30)`,
      ),
      sees(
        bram,
        '~ breather: no keys',
        '+ breather: breatherBegan [breathFor:m20] [breathFor:m30] [breathFor:m60] / [breathFor:tonight] [breathFor:tomorrow]',
      ),
    )
    .when(time.passes(minutes(31)), anne.taps('breathBack'), bram.taps('breathBack'))
    .then(
      sees(
        anne,
        '~ breather: no keys',
        `+ breather-return: breatherReturn canExtend ${wayBack}`,
        '~ breather-return: breatherBackNoted',
        '+ breather-choice: breatherChoice [breathChoice:talkNow] / [breathChoice:oneLine] / [breathChoice:letRest]',
      ),
      sees(
        bram,
        `~ breather: breatherRest ${menu} / [breathLonger] / [breathUnsafe]`,
        '~ breather: no keys',
        `+ breather-return: breatherReturn canExtend ${wayBack}`,
        '~ breather-return: breatherBackNoted',
        '+ breather-choice: breatherChoice [breathChoice:talkNow] / [breathChoice:oneLine] / [breathChoice:letRest]',
      ),
    )
    .when(anne.taps('breathChoice', { arg: 'letRest' }), bram.taps('breathChoice', { arg: 'talkNow' }))
    .then(
      sees(anne, '~ breather-choice: breatherChoiceNoted', '+ breatherRested'),
      sees(bram, '~ breather-choice: breatherChoiceNoted', '+ breatherRested'),
    )
    .when(anne.does({ type: 'listen' }))
    .then(sees(anne, '~ listen-parked: no keys', `+ listen-parked: ${lying}`));
});
