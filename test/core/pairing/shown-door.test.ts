import { describe, test } from 'vitest';
import {
  anne,
  bram,
  codeOf,
  days,
  given,
  inviter,
  olderTerms,
  pairedCouple,
  settledCouple,
  time,
  type Act,
} from '../../support/given.js';
import { sees } from '../chat.js';
import { everyLane, tookBack } from '../looks.js';

/** What stands in a chat from the first /start to the last farewell, line by line. */

describe('the door', () => {
  test('of a bot for everyone opens on the terms, and shows the invite and a first question behind them', () => {
    given({ openTo: 'everyone' })
      .when(anne.starts())
      .then(sees(anne, '+ welcome: welcome [agree] / [readAll] [language:en]'))
      .when(anne.taps('readAll'), anne.taps('agree'))
      .then(
        sees(
          anne,
          '+ terms [agree]',
          '~ welcome: no keys',
          '+ invite: invite isFirst [shareInvite] [copyInvite] / [qrCode] [newCode]',
          '+ prompt: prompt isFirst [later] [else]',
        ),
      );
  });

  test('for whoever was invited names their inviter, and has a way out that nobody hears of', () => {
    given(inviter())
      .when(bram.starts(codeOf(anne)), bram.taps('readAll'))
      .then(
        sees(anne),
        sees(bram, '+ welcome: welcome [agree] / [readAll] [language:en] / [notNow]', '+ terms [agree]'),
      )
      .when(bram.taps('notNow'))
      .then(sees(anne), sees(bram, '~ welcome: no keys', '+ declined'))
      .when(bram.starts(codeOf(anne)), bram.taps('agree'))
      .then(
        sees(
          anne,
          '~ invite: no keys',
          '~ invite-note: no keys',
          '- invite-note',
          '- invite-qr',
          '+ paired: joined [undoPairing] (reveal)',
        ),
        sees(
          bram,
          '+ welcome: welcome [agree] / [readAll] [language:en] / [notNow]',
          '~ welcome: no keys',
          '+ paired: paired [undoPairing]',
          '+ prompt: prompt isFirst [later] [else]',
        ),
      );
  });

  test('is shown again in the other language, and when the terms are others now', () => {
    given({})
      .when(anne.starts(), anne.taps('language', { arg: 'en' }))
      .then(
        sees(
          anne,
          '+ welcome: welcome [agree] / [readAll] [language:en]',
          '+ welcome: welcome [agree] / [readAll] [language:nl]',
        ),
      );
    const changed: Act = olderTerms(anne);
    given(settledCouple(), changed)
      .when(anne.says('zo'))
      .then(
        sees(anne, '~ welcome: no keys', '+ welcome: termsChanged isSaid [agree] / [readAll] [language:en] / [stop]'),
      )
      .when(anne.taps('agree'))
      .then(sees(anne, '~ welcome: no keys', '+ status isPaired [askQuestion] / [chooseNext]'));
    given(settledCouple(), changed, (rules) => {
      rules.change(anne.id, () => ({ language: 'en' }));
    })
      .when(anne.starts())
      .then(sees(anne, '~ welcome: no keys', '+ welcome: termsChanged [agree] / [readAll] [language:nl] / [stop]'));
  });

  test('has one living invite, that can be made anew, and runs out with a word about it', () => {
    given(inviter())
      .when(anne.does({ type: 'showInvite' }), anne.taps('newCode'))
      .then(
        sees(
          anne,
          '~ invite: no keys',
          '+ invite: invite [shareInvite] [copyInvite] / [qrCode] [newCode]',
          '~ invite: no keys',
          '~ invite-note: no keys',
          '- invite-note',
          '- invite-qr',
          '~ invite: no keys',
          '+ invite: invite [shareInvite] [copyInvite] / [qrCode] [newCode]',
        ),
      )
      .when(time.passes(days(8)))
      .then(
        sees(
          anne,
          '+ invite-note: partnerAwaited [shareInvite] [qrCode] (scheduled, silent, nudge, until Mon 13:00)',
          '~ invite: no keys',
          '~ invite-note: no keys',
          '- invite-note',
          '- invite-qr',
          '+ invite-note: inviteExpired [beginAgain:new] (scheduled, nudge, from Sun 12:00)',
        ),
      );
  });

  test('was passed by the wrong one: either takes it back, without a message about it', () => {
    given(pairedCouple())
      .when(anne.taps('undoPairing'), anne.taps('keepPairing'))
      .then(
        sees(
          anne,
          '+ undo: undoAsked [confirmUndo] [keepPairing] / [removeNow]',
          '~ undo: undoDropped [removeNow]',
          '- undo (sweep, from Sun 12:05, until Tue 12:00)',
        ),
        sees(bram),
      )
      .when(anne.taps('undoPairing'), anne.taps('confirmUndo'))
      .then(
        sees(
          anne,
          '+ undo: undoAsked [confirmUndo] [keepPairing] / [removeNow]',
          '~ paired: no keys',
          '~ undo: undone [removeNow]',
          '- undo (sweep, from Sun 12:05, until Tue 12:00)',
          '+ invite: invite isFirst [shareInvite] [copyInvite] / [qrCode] [newCode]',
          '+ prompt: prompt isFirst [later] [else]',
        ),
        sees(bram),
        tookBack([1, everyLane], [2, everyLane]),
      );
  });
});
