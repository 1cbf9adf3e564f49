import { describe, test } from 'vitest';
import { anne, bram, given, hours, minutes, settledCouple, time } from '../../support/given.js';
import { checking, listens } from '../../support/listening.js';
import { sees } from '../chat.js';
import { lying, menu, ready, signs, wayBack, wishes } from '../keys.js';
import { felt } from './steps.js';

/** What stands in both chats while a listening round lies, line by line. It is Sunday afternoon. */

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
    given(settledCouple(), ...felt, anne.taps('listenOption', { arg: 'raakt' }))
      .when(anne.taps('listenSwap', { arg: 'now' }), anne.does({ type: 'callBreather' }), time.passes(minutes(31)))
      .when(anne.taps('breathBack'), bram.taps('breathBack'))
      .when(anne.taps('breathChoice', { arg: 'talkNow' }), bram.taps('breathChoice', { arg: 'talkNow' }))
      .then(
        sees(anne, '~ breather-choice: breatherChoiceNoted', `+ listen-swap: listenSwap ${wishes} (reveal)`),
        sees(bram, '~ breather-choice: breatherChoiceNoted', `+ listen-swap: listenSwap ${wishes} (reveal)`),
      );
  });

  test('in the second turn, it is not announced as a turn that is still to come', () => {
    const now = [anne, bram].map((one) => one.taps('listenSwap', { arg: 'now' }));
    given(settledCouple(), ...felt, anne.taps('listenOption', { arg: 'raakt' }), ...now, time.passes(hours(49)))
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

  test('it lies again once its hour is called off at night: for whoever did so at once, for the other in the morning', () => {
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

  test('by a breather, it is shown lying by /luister', () => {
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
});
