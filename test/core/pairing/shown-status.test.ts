import { describe, test } from 'vitest';
import { anne, bram, given, inviter, settledCouple, time } from '../../support/given.js';
import { sees } from '../chat.js';

/** What stands in a chat when somebody asks how things stand, line by line. */

describe('how things stand', () => {
  test('is told to whoever starts again: the question, the next one, and the invite that still waits', () => {
    given(inviter())
      .when(anne.starts())
      .then(
        sees(
          anne,
          '+ status [askQuestion]',
          '~ invite: no keys',
          '+ invite: invite [shareInvite] [copyInvite] / [qrCode] [newCode]',
        ),
      );
    given(settledCouple())
      .when(anne.starts(), bram.starts())
      .then(sees(anne, '+ status isPaired [askQuestion] / [chooseNext]'), sees(bram, '+ status isPaired [askQuestion]'))
      .then(anne.reads('status', { partner: 'Bram', round: 'none', own: { days: [1, 3, 6], minute: 1200 } }))
      .when(time.is('2026-11-23T20:00'), anne.starts(), bram.says('zo'), bram.taps('seal'), bram.starts())
      .then(
        sees(
          anne,
          '+ prompt: prompt isFirst [later] [else] (scheduled, until Tue 16:00, of 2026-11-23)',
          '+ status isPaired [askQuestion] / [chooseNext]',
        ),
        sees(
          bram,
          '+ prompt: prompt isFirst [later] [else] (scheduled, until Tue 16:00, of 2026-11-23)',
          '- draft',
          '+ draft: draft [seal] [restart]',
          '~ prompt: no keys',
          '~ draft: sealed [withdraw]',
          '+ status isPaired [withdraw]',
        ),
      );
    given(settledCouple())
      .when(time.is('2026-11-23T20:00'), anne.starts(), bram.says('zo'), bram.taps('seal'), bram.starts())
      .then(anne.reads('status', { round: 'open' }), bram.reads('status', { round: 'answered' }));
    given(inviter())
      .when(anne.starts())
      .then(anne.reads('status', { partner: null, own: null }));
    given(settledCouple(), anne.presses('days', { arg: 'rest' }))
      .when(anne.starts())
      .then(anne.reads('status', { own: { days: [], minute: 1200 } }));
    given(settledCouple(), anne.presses('holiday', { arg: '7' }))
      .when(anne.starts())
      .then(anne.reads('status', { own: null }));
  });
});
