import { describe, expect, test } from 'vitest';
import {
  anne,
  at,
  bram,
  carl,
  codeOf,
  days,
  erasesAll,
  given,
  happened,
  hours,
  inviter,
  leaves,
  minutes,
  olderTerms,
  pairedCouple,
  prefers,
  refused,
  that,
  time,
  type Act,
} from '../../support/given.js';
import { sees } from '../chat.js';

/** Somebody invited, and nobody has come yet: one friendly line a day later, and what is left of an invite that is over. */

/** Sunday noon. */
const invitedAt = at('2026-11-22T12:00');
const until =
  (when: number): Act =>
  (rules) => {
    rules.passTo(when);
  };
const line = '+ invite-note: partnerAwaited [shareInvite] [qrCode] (scheduled, silent, nudge, until Mon 13:00)';

describe('whoever invited, when nobody has come', () => {
  test('is asked a day later whether to share the link again, and not a minute before', () => {
    given(inviter())
      .when(until(invitedAt + days(1) - minutes(1)))
      .then(anne.hears())
      .when(until(invitedAt + days(1) + minutes(1)))
      .then(happened('partnerAwaited'), sees(anne, line));
  });

  test('hears it once, and then nothing before the invite has expired', () => {
    given(inviter(), time.passes(days(2)))
      .when(until(invitedAt + days(7) - minutes(1)))
      .then(anne.hears())
      .when(time.passes(days(30)))
      .then(anne.hears('inviteExpired'));
  });

  test('is not asked in quiet hours, but when they end', () => {
    const atNight = { ...inviter(), beginsAt: at('2026-11-22T23:30') };
    given(atNight)
      .when(time.is('2026-11-24T07:59'))
      .then(anne.hears())
      .when(time.is('2026-11-24T08:01'))
      .then(anne.hears('partnerAwaited'));
  });

  test('is not asked on holiday, but when they are back, if the invite still lives', () => {
    const away =
      (date: string): Act =>
      (rules) => {
        rules.change(anne.id, () => ({ holidayUntil: date }));
      };
    given(inviter(), away('2026-11-25'), anne.does({ type: 'showInvite' }))
      .when(time.is('2026-11-26T19:59'))
      .then(anne.hears())
      .when(time.is('2026-11-26T20:01'))
      .then(anne.hears('partnerAwaited'));
    given(inviter(), away('2026-12-05'), anne.does({ type: 'showInvite' }))
      .when(time.passes(days(20)))
      .then(anne.hears('inviteExpired'));
  });

  test('reads until when the link works', () => {
    given(inviter())
      .when(time.passes(days(1) + minutes(1)))
      .then(
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).invite).toMatchObject({ askAt: null });
        }),
        anne.reads('partnerAwaited', { expiresAt: invitedAt + days(7) + 1000 }),
      );
  });

  test('is asked anew after a new invitation, a day after that one', () => {
    given(inviter(), time.passes(hours(20)), anne.taps('newCode'))
      .when(time.passes(hours(23)))
      .then(anne.hears())
      .when(time.passes(hours(2)))
      .then(anne.hears('partnerAwaited'));
    given(inviter(), time.passes(days(2)), anne.taps('newCode'))
      .when(time.passes(days(2)))
      .then(anne.hears('partnerAwaited'));
    given(inviter(), time.passes(days(8)), anne.taps('beginAgain'))
      .when(time.passes(days(2)))
      .then(anne.hears('partnerAwaited'));
  });

  test('is not asked once somebody came, however shortly before', () => {
    given(inviter(), until(invitedAt + days(1) - minutes(2)), bram.starts(codeOf(anne)), bram.taps('agree'))
      .when(time.passes(minutes(10)))
      .then(anne.hears(), bram.hears());
  });

  test('is asked in the same words, at the same moment, whatever the invited one did with the link', () => {
    const heardBy = (...acts: readonly Act[]) => {
      const heard: unknown[] = [];
      given(inviter(), ...acts, until(invitedAt + hours(23)))
        .when(time.passes(days(6)))
        .then(
          bram.hears(),
          that((happening) => heard.push(...happening.heard.filter(({ notice }) => notice.to === anne.id))),
        );
      return heard;
    };
    const silence = heardBy();
    expect(silence).not.toEqual([]);
    expect(heardBy(bram.starts(codeOf(anne)))).toEqual(silence);
    expect(heardBy(bram.starts(codeOf(anne)), bram.taps('notNow'))).toEqual(silence);
    expect(heardBy(bram.starts(codeOf(anne)), bram.does({ type: 'block' }))).toEqual(silence);
  });

  test('is not asked after leaving, in any of its ways', () => {
    const ways: readonly (readonly Act[])[] = [
      [anne.does({ type: 'stop' })],
      [anne.does({ type: 'block' })],
      leaves(anne),
      erasesAll(anne),
      [olderTerms(anne)],
    ];
    for (const way of ways)
      given(inviter(), ...way)
        .when(time.passes(days(3)))
        .then(anne.hears());
  });

  test('is not asked afterwards about a day they had stopped on', () => {
    given(inviter(), anne.does({ type: 'stop' }), time.passes(days(2)), anne.taps('goOn'))
      .when(time.passes(days(2)))
      .then(anne.hears());
  });

  test('finds it folded in discreet mode', () => {
    given(inviter(), prefers(anne, true))
      .when(time.passes(days(1) + minutes(1)))
      .then(
        that(({ heard }) => {
          const arrived = heard.map(({ notice }) => [notice.say?.name, notice.fold !== null]);
          expect(arrived).toEqual([
            ['unopened', false],
            ['partnerAwaited', true],
          ]);
        }),
      );
  });
});

describe('the code of an invite as a picture', () => {
  test('comes by a tap, one at a time, and goes by itself a day later', () => {
    given(inviter())
      .when(anne.taps('qrCode'))
      .then(
        sees(
          anne,
          '- invite-qr',
          '+ invite-qr: photo inviteQr',
          '- invite-qr (sweep, from Mon 12:00, until Tue 12:00)',
        ),
      );
  });

  test('comes from the line of a day later as well', () => {
    given(inviter(), time.passes(days(2)))
      .when(anne.taps('qrCode'))
      .then(anne.hears('inviteQr'));
  });

  test('is a new invite where the old one is over, and a no for two who are paired or whoever it is not of', () => {
    given(inviter(), time.passes(days(8)))
      .when(anne.tapsOld('qrCode'))
      .then(anne.hears('invite'));
    given(pairedCouple())
      .when(anne.tapsOld('qrCode'))
      .then(refused('already-paired', { partner: 'Bram' }));
    given(inviter(), carl.starts(), carl.taps('agree'))
      .when(carl.presses('qrCode', { slot: 'zz' }))
      .then(refused('stale-button'));
  });
});

describe('an invite that is over', () => {
  const over = ['~ invite: no keys', '~ invite-note: no keys', '- invite-note', '- invite-qr'];

  test('offers nothing any more once somebody came, to neither of the two', () => {
    given(inviter(), bram.starts(), bram.taps('agree'), bram.starts(codeOf(anne)))
      .when(bram.taps('pairUp'))
      .then(
        sees(anne, ...over, '+ paired: joined [undoPairing] (reveal)'),
        sees(bram, ...over, '+ paired: paired [undoPairing]', '+ prompt: prompt isFirst [later] [else]'),
      );
  });

  test('offers a new one in its place when its week has gone by, and that one takes the place of the offer', () => {
    given(inviter(), time.passes(days(6)))
      .when(time.passes(days(2)))
      .then(sees(anne, ...over, '+ invite-note: inviteExpired [beginAgain:new] (scheduled, nudge, from Sun 12:00)'))
      .when(anne.taps('beginAgain'))
      .then(
        happened('inviteRenewed', 'inviteShown'),
        sees(anne, ...over, '~ invite: no keys', '+ invite: invite [shareInvite] [copyInvite] / [qrCode] [newCode]'),
      )
      .when(anne.tapsOld('beginAgain'))
      .then(anne.hears('invite'));
  });

  test('is not offered anew to two who are paired by then', () => {
    given(inviter(), time.passes(days(8)), bram.starts(), bram.taps('agree'), anne.starts(codeOf(bram)))
      .when(anne.taps('pairUp'))
      .then(sees(anne, ...over, '+ paired: paired [undoPairing]', '+ prompt: prompt isFirst [later] [else]'))
      .when(anne.tapsOld('beginAgain'))
      .then(refused('already-paired', { partner: 'Bram' }));
  });

  test('offers nothing once whoever made it has left', () => {
    given(inviter(), anne.does({ type: 'stop' }))
      .when(anne.taps('unpair'))
      .then(sees(anne, ...over, '~ farewell: no keys', '+ unpairedSelf'));
  });

  test('has buttons under the newest card alone', () => {
    given(inviter())
      .when(anne.does({ type: 'showInvite' }))
      .then(sees(anne, '~ invite: no keys', '+ invite: invite [shareInvite] [copyInvite] / [qrCode] [newCode]'));
  });
});
