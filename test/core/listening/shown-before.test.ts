import { describe, expect, test } from 'vitest';
import { anne, bram, given, hours, minutes, settledCouple, that, time } from '../../support/given.js';
import { asksToListen, held, listens } from '../../support/listening.js';
import { sees } from '../chat.js';
import { lying, ready } from '../keys.js';
import { shippedProtocols } from '../stage.js';

/** What stands in both chats before a listening round begins, line by line. It is Sunday afternoon. */

const answers = '[listenNow] / [listenLater] / [listenNotNow]';

describe('an invitation', () => {
  test('is chosen on one card, and comes to the other as something that was opened', () => {
    given(settledCouple())
      .when(anne.does({ type: 'listen' }))
      .then(
        sees(
          anne,
          '~ listen: no keys',
          '+ listen: listenStart [listenInvite:alleen-luisteren] / [listenInvite:alleen-luisteren] / [listenWho:alleen-luisteren] / [listenMenu]',
        ),
        sees(bram),
      )
      .when(anne.taps('listenMenu'))
      .then(
        sees(
          anne,
          '~ listen: listenMenu [listenChoose:alleen-luisteren] / [listenChoose:de-droom-erachter] / [listenChoose:hoe-was-dat] / [listenChoose:ik-zie-je] / [listenChoose:samen-ademen] / [listenChoose:spiegelen] / [listenChoose:tien-en-tien] / [listenChoose:van-zien-naar-vragen] / [listenChoose:wat-drukt-er] / [listenChoose:woord-en-weerwoord]',
        ),
      )
      .when(anne.taps('listenChoose', { arg: 'tien-en-tien' }))
      .then(
        sees(anne, '~ listen: listenStart [listenInvite:tien-en-tien] / [listenInvite:tien-en-tien] / [listenMenu]'),
      )
      .when(anne.taps('listenChoose', { arg: 'spiegelen' }), anne.taps('listenInvite', { step: 1 }))
      .then(
        sees(
          anne,
          '~ listen: listenStart [listenInvite:spiegelen] / [listenInvite:spiegelen] / [listenWho:spiegelen] / [listenMenu]',
          '~ listen: no keys',
          '+ listen-invite: listenInvited [listenRecall]',
        ),
        sees(bram, `+ listen-invite: listenInvite ${answers} (reveal)`),
      );
  });

  test('asks who tells: whoever would rather listen gives the other the floor', () => {
    given(settledCouple(), anne.does({ type: 'listen' }))
      .when(anne.taps('listenWho'))
      .then(
        sees(
          anne,
          '~ listen: listenStart isHearing [listenInvite:alleen-luisteren] / [listenInvite:alleen-luisteren] / [listenWho:alleen-luisteren] / [listenMenu]',
        ),
        bram.hears(),
      )
      .when(anne.taps('listenInvite', { step: 2 }))
      .then(
        bram.reads('listenInvite', { isSpeaker: true, isAbout: false, pace: 'apart' }),
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).listening).toMatchObject({ starter: anne.id, speaker: bram.id, about: null });
        }),
      );
    given(settledCouple(), anne.does({ type: 'listen' }), anne.taps('listenWho', { step: 1 }))
      .when(anne.taps('listenWho', { step: 0 }), anne.taps('listenInvite', { step: 1 }))
      .then(bram.reads('listenInvite', { isSpeaker: false, pace: 'live' }));
  });

  test('offers the ways it can be held in, and a choice where there is one', () => {
    const [first] = shippedProtocols.filter(({ isDefault }) => isDefault);
    if (first === undefined) throw new Error('no round is offered first');
    const listens = anne.does({ type: 'listen' });
    given(settledCouple({ protocols: [{ ...first, paces: ['live'] }] }))
      .when(listens)
      .then(
        sees(
          anne,
          '~ listen: no keys',
          '+ listen: listenStart [listenInvite:alleen-luisteren] / [listenWho:alleen-luisteren]',
        ),
      );
    given(settledCouple({ protocols: [{ ...first, paces: ['apart'] }] }))
      .when(listens, anne.taps('listenInvite'))
      .then(
        sees(
          anne,
          '~ listen: no keys',
          '+ listen: listenStart [listenInvite:alleen-luisteren] / [listenWho:alleen-luisteren]',
          '~ listen: no keys',
          '+ listen-invite: listenInvited [listenRecall]',
        ),
        bram.reads('listenInvite', { pace: 'apart' }),
      );
  });

  test('comes without a sound at night, and is answered with one', () => {
    given(settledCouple(), time.is('2026-11-22T22:30'))
      .when(...asksToListen('spiegelen'))
      .then(sees(bram, `+ listen-invite: listenInvite ${answers} (reveal, silent)`))
      .when(anne.does({ type: 'listen' }), bram.does({ type: 'listen' }))
      .then(
        sees(anne, '~ listen-invite: no keys', '+ listen-invite: listenInvited [listenRecall]'),
        sees(bram, '~ listen-invite: no keys', `+ listen-invite: listenInvite ${answers} (reveal)`),
      )
      .when(bram.taps('listenNow'))
      .then(
        sees(anne, '~ listen-invite: no keys', `+ listen-ready: listenReady isSpeaker ${ready} (reveal, silent)`),
        sees(bram, '~ listen-invite: no keys', `+ listen-ready: listenReady ${ready} (reveal)`),
      );
  });

  test('that is declined looks to its sender like one that was not noticed, a day later', () => {
    given(settledCouple(), ...asksToListen('spiegelen'))
      .when(bram.taps('listenNotNow'))
      .then(sees(anne), sees(bram, '~ listen-invite: listenDeclined'))
      .when(time.passes(hours(24)))
      .then(sees(anne, '~ listen-invite: no keys', '+ listenUnnoticed (scheduled, from Mon 13:00)'), sees(bram));
    given(settledCouple(), ...asksToListen('spiegelen'))
      .when(time.passes(hours(24)))
      .then(
        sees(anne, '~ listen-invite: no keys', '+ listenUnnoticed (scheduled, from Mon 13:00)'),
        sees(bram, '~ listen-invite: listenGone'),
      );
  });

  test('that ends at night is put aside at once, and told in the morning', () => {
    given(settledCouple(), time.is('2026-11-22T23:00'), ...asksToListen('spiegelen'))
      .when(time.passes(hours(24)))
      .then(
        sees(
          anne,
          '+ prompt: prompt isFirst [later] [else] (scheduled, until Tue 16:00, of 2026-11-23)',
          '~ listen-invite: no keys',
          '+ listenUnnoticed (scheduled, from Tue 08:00)',
        ),
        sees(
          bram,
          '+ prompt: prompt isFirst [later] [else] (scheduled, until Tue 16:00, of 2026-11-23)',
          '~ listen-invite: listenGone',
        ),
      );
  });

  test('that was called back is gone for both; who declined it hears nothing more', () => {
    given(settledCouple(), ...asksToListen('spiegelen'))
      .when(anne.taps('listenRecall'))
      .then(sees(anne, '~ listen-invite: listenGone'), sees(bram, '- listen-invite'));
    given(settledCouple(), ...asksToListen('spiegelen'), bram.taps('listenNotNow'))
      .when(anne.taps('listenRecall'))
      .then(sees(anne, '~ listen-invite: listenGone'), sees(bram));
  });
});

describe('an hour', () => {
  test('is chosen by whoever was asked, told to both, and asked about when it comes', () => {
    given(settledCouple(), ...asksToListen('spiegelen'))
      .when(bram.taps('listenLater'))
      .then(
        sees(
          bram,
          '~ listen-invite: listenHours [listenLater:hour] / [listenLater:evening] / [listenLater:morning] / [listenNotNow]',
        ),
      )
      .when(bram.taps('listenLater', { arg: 'evening' }))
      .then(
        sees(anne, '~ listen-invite: no keys', '+ listen-invite: listenScheduled [listenCancel] (reveal)'),
        sees(bram, '~ listen-invite: no keys', '+ listen-invite: listenScheduled [listenCancel] (reveal)'),
      )
      .when(anne.does({ type: 'listen' }))
      .then(sees(anne, '~ listen-invite: no keys', '+ listen-invite: listenScheduled [listenCancel]'))
      .when(time.is('2026-11-22T20:30'))
      .then(
        sees(anne, '~ listen-invite: no keys', `+ listen-ready: listenReady isSpeaker ${ready} (reveal)`),
        sees(bram, '~ listen-invite: no keys', `+ listen-ready: listenReady ${ready} (reveal)`),
      )
      .when(anne.taps('listenReady', { arg: 'calm' }), anne.does({ type: 'listen' }), bram.does({ type: 'listen' }))
      .then(
        sees(anne, '~ listen-ready: listenReadyNoted', '+ listenReadyNoted'),
        sees(bram, '~ listen-ready: no keys', `+ listen-ready: listenReady ${ready} (reveal)`),
      )
      .when(bram.taps('listenReady', { arg: 'high' }))
      .then(
        sees(anne),
        sees(
          bram,
          '+ brief: listenTense [callBreather] / [listenReady:anyway] / [removeNow]',
          '- brief (sweep, from Sun 20:35, until Tue 20:30)',
        ),
      )
      .when(bram.taps('listenReady', { arg: 'anyway' }))
      .then(
        sees(anne, '+ listen-step: listenStep isPen isSpeaker isNewTurn (reveal)'),
        sees(
          bram,
          '~ listen-ready: listenReadyNoted',
          '+ listen-step: listenStep isNewTurn [listenSignal:here] [listenSignal:slower] (reveal)',
        ),
      );
  });

  test('that is chosen at night is told without a sound, and called off the same way', () => {
    given(settledCouple(), time.is('2026-11-22T21:50'), ...asksToListen('spiegelen'), time.passes(minutes(30)))
      .when(bram.taps('listenLater'), bram.taps('listenLater', { arg: 'morning' }))
      .then(
        sees(anne, '~ listen-invite: no keys', '+ listen-invite: listenScheduled [listenCancel] (reveal, silent)'),
        sees(
          bram,
          '~ listen-invite: listenHours [listenLater:hour] / [listenLater:morning] / [listenLater:nextEvening] / [listenNotNow]',
          '~ listen-invite: no keys',
          '+ listen-invite: listenScheduled [listenCancel] (reveal)',
        ),
      )
      .when(bram.taps('listenCancel'))
      .then(
        sees(anne, '~ listen-invite: no keys', '+ listenCancelled (reveal, silent)'),
        sees(bram, '~ listen-invite: no keys', '+ listenCancelled (reveal)'),
      );
  });

  test('that passes without both puts it down', () => {
    given(settledCouple(), ...asksToListen('spiegelen'), bram.taps('listenNow'))
      .when(anne.taps('listenReady', { arg: 'calm' }), time.passes(hours(24)))
      .then(
        sees(anne, '~ listen-ready: listenReadyNoted', `+ listen-parked: ${lying} (scheduled, from Mon 13:00)`),
        sees(bram, '~ listen-ready: no keys', `+ listen-parked: ${lying} (scheduled, from Mon 13:00)`),
      );
  });
});

test('whoever has the floor by an answer that is open is told so, and both see it quoted as they begin', () => {
  given(settledCouple(), anne.taps('tellMore'), anne.taps('talkAbout'))
    .when(anne.taps('listenInvite', { step: 0 }))
    .then(
      sees(anne, '~ listen: no keys', '+ listen-invite: listenInvited [listenRecall]'),
      sees(bram, `+ listen-invite: listenInvite isSpeaker isAbout ${answers} (reveal)`),
    )
    .when(bram.taps('listenNow'))
    .then(
      sees(anne, '~ listen-invite: no keys', `+ listen-ready: listenReady ${ready} (reveal)`),
      sees(bram, '~ listen-invite: no keys', `+ listen-ready: listenReady isSpeaker ${ready} (reveal)`),
    )
    .when(anne.taps('listenReady', { arg: 'calm' }), bram.taps('listenReady', { arg: 'calm' }))
    .then(
      sees(
        anne,
        '~ listen-ready: listenReadyNoted',
        '+ listenQuote (reveal, protected)',
        '+ listen-step: listenStep isNewTurn [listenSignal:here] [listenSignal:slower] (reveal)',
      ),
      sees(
        bram,
        '~ listen-ready: listenReadyNoted',
        '+ listenQuote isOwn (reveal, protected)',
        '+ listen-step: listenStep isPen isSpeaker isNewTurn (reveal)',
      ),
    )
    .when(bram.says('Het was laat.'), bram.taps('listenDone'), held)
    .then(
      sees(
        anne,
        '+ listenSaid (reveal, protected)',
        '~ listen-step: no keys',
        '+ listen-step: listenStep isPen [listenOption:dank] / [listenOption:knuffel] / [listenOption:gehoord] (reveal)',
      ),
      sees(
        bram,
        '- listen-draft',
        '+ listen-draft: listenDraft [listenDone:1] [listenRestart:1] / [listenOption:meer--1]',
        '- listen-draft',
        '~ listen-step: no keys',
        '+ listen-held: listenHeld [listenTakeBack]',
        '~ listen-held: listenSent',
        '~ listen-step: no keys',
        '+ listen-step: listenStep isSpeaker [listenSignal:time] (reveal)',
      ),
    );
});

test('the hour of a question in the middle of a step tells nothing of its time', () => {
  given(settledCouple(), time.is('2026-11-23T19:58'), ...listens('spiegelen', true))
    .when(time.is('2026-11-23T20:01'))
    .then(sees(anne), sees(bram))
    .when(time.is('2026-11-23T20:04'))
    .then(
      sees(anne, '+ listenTimeUp (reveal, nudge, until Mon 20:13)'),
      sees(bram, '+ listenTimeUp (reveal, nudge, until Mon 20:13)'),
    );
});

test('side by side each step has its time', () => {
  given(settledCouple(), ...listens('spiegelen', true))
    .when(time.passes(minutes(5)))
    .then(
      sees(anne, '+ listenTimeUp (reveal, nudge, until Sun 13:15)'),
      sees(bram, '+ listenTimeUp (reveal, nudge, until Sun 13:15)'),
    )
    .when(time.passes(minutes(10)))
    .then(sees(anne, '+ listenNudge (scheduled, nudge, from Sun 13:15, until Mon 01:15)'), sees(bram))
    .when(time.passes(minutes(10)))
    .then(
      sees(anne, '~ listen-step: no keys', `+ listen-parked: ${lying} (scheduled, from Sun 13:25)`),
      sees(bram, '~ listen-step: no keys', `+ listen-parked: ${lying} (scheduled, from Sun 13:25)`),
    );
});
