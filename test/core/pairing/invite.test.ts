import { describe, expect, test } from 'vitest';
import {
  anne,
  at,
  bram,
  carl,
  codeOf,
  days,
  given,
  happened,
  hours,
  inviter,
  pairedCouple,
  refused,
  that,
  time,
} from '../../support/given.js';
import { coupleIs } from '../looks.js';

describe('the invite', () => {
  test('is shown again as long as it lives', () => {
    given(inviter())
      .when(anne.does({ type: 'showInvite' }))
      .then(happened('inviteShown'), anne.reads('invite', { isFirst: false }));
  });

  test('is renewed after it expired, which is told outside the quiet hours', () => {
    given({ ...inviter(), beginsAt: at('2026-11-23T02:00') }, time.passes(days(6)))
      .when(time.passes(days(1)))
      .then(
        happened('inviteExpired'),
        anne.hears('inviteExpired'),
        that(({ heard }) => {
          expect(heard.at(-1)?.notice).toMatchObject({ notBefore: Date.UTC(2026, 10, 30, 7), lane: 'scheduled' });
        }),
      );
    given(inviter(), time.passes(days(8)))
      .when(anne.does({ type: 'showInvite' }))
      .then(happened('inviteRenewed', 'inviteShown'));
  });

  test('is gone once somebody joined', () => {
    given(pairedCouple())
      .when(anne.does({ type: 'showInvite' }))
      .then(refused('already-paired', { partner: 'Bram' }));
    given(pairedCouple()).when(anne.taps('newCode')).then(refused('already-paired'));
  });

  test('of another couple has other buttons', () => {
    given(inviter(), carl.starts(), carl.taps('agree'))
      .when(carl.presses('newCode', { slot: 'zz' }))
      .then(refused('stale-button'));
  });

  test('remembers the codes that were replaced, the last ten of them', () => {
    const renewals = Array.from({ length: 12 }, () => [time.passes(hours(6)), anne.taps('newCode')]).flat();
    given(inviter(), ...renewals).then(
      coupleIs(({ spentCodes, invite }) => {
        expect(spentCodes).toHaveLength(10);
        expect(new Set(spentCodes.map(({ how }) => how))).toEqual(new Set(['replaced']));
        expect(spentCodes.map(({ code }) => code)).not.toContain(invite?.code);
      }),
    );
  });

  test('lets somebody in by its newest code', () => {
    given(inviter(), anne.taps('newCode'), bram.starts(codeOf(anne)))
      .when(bram.taps('agree'))
      .then(bram.hears('paired', 'prompt'), anne.reads('joined', { partner: 'Bram' }));
  });
});

describe('invites and joining', () => {
  test('are for two people, not for a crowd: ten codes a day', () => {
    const story = given(inviter());
    for (let count = 0; count < 9; count += 1) story.when(anne.taps('newCode')).then(anne.hears('invite'));
    story.when(anne.taps('newCode')).then(refused('too-many-invites'));
    story.when(anne.does({ type: 'showInvite' })).then(anne.hears('invite'));
    story.when(time.passes(hours(25)), anne.taps('newCode')).then(anne.reads('invite'));
  });

  test('have neither a code nor a room of one’s own for whoever made ten today', () => {
    const nine = Array.from({ length: 9 }, () => anne.taps('newCode'));
    given(inviter(), ...nine, anne.does({ type: 'stop' }), anne.taps('unpair'), anne.taps('goOn'))
      .when(anne.does({ type: 'showInvite' }))
      .then(refused('too-many-invites'))
      .when(anne.starts(), anne.tapsOld('agree'))
      .then(refused('too-many-invites'));
  });

  test('begin to count anew a day later', () => {
    const again = Array.from({ length: 9 }, () => anne.taps('newCode'));
    given(inviter(), ...again)
      .when(anne.taps('newCode'))
      .then(refused('too-many-invites'));
    given(inviter(), ...again)
      .when(time.passes(hours(25)), anne.taps('newCode'))
      .then(anne.reads('invite'));
  });

  test('count a room made a day ago no more', () => {
    const nine = Array.from({ length: 9 }, () => anne.taps('newCode'));
    given(inviter(), time.passes(hours(25)), ...nine)
      .when(anne.taps('newCode'))
      .then(anne.reads('invite'));
  });

  test('are limited to five pairings a day', () => {
    const story = given(inviter());
    for (let count = 0; count < 5; count += 1) {
      story.when(bram.starts(codeOf(anne)), bram.taps(count === 0 ? 'agree' : 'pairUp')).then(bram.reads('paired'));
      story.when(anne.taps('undoPairing'), anne.taps('confirmUndo'));
    }
    story.when(bram.starts(codeOf(anne)), bram.taps('pairUp')).then(refused('too-many-joins'), anne.hears());
  });
});
