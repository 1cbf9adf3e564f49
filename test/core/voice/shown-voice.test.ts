import { describe, test } from 'vitest';
import { anne, bothAnswer, bram, given, inviter, pairedCouple, time } from '../../support/given.js';
import { sees } from '../chat.js';

/** What stands in a chat about voice notes, line by line. */

describe('voice', () => {
  test('is asked about once, before anything of it is kept', () => {
    given(pairedCouple())
      .when(anne.speaks('een'), anne.speaks('twee'))
      .then(
        sees(
          anne,
          '~ voice: no keys',
          '+ voice: voiceAsked [allowVoice] [refuseVoice]',
          '~ voice: no keys',
          '+ voice: voiceAsked [allowVoice] [refuseVoice]',
        ),
        sees(bram),
      )
      .when(anne.taps('allowVoice'))
      .then(
        sees(
          anne,
          '~ voice: voiceAllowed',
          '- draft',
          '+ draft: draft [seal] [restart]',
          '- draft',
          '+ draft: draft [seal] [restart]',
        ),
        sees(bram),
      );
    given(pairedCouple(), anne.speaks('een')).when(anne.taps('refuseVoice')).then(sees(anne, '~ voice: voiceLetGo'));
  });

  test('that cannot be passed on is told to whoever spoke, at night without a sound', () => {
    given(pairedCouple(), ...bothAnswer(), time.is('2026-11-22T23:00'))
      .when(anne.does({ type: 'voiceRefused' }))
      .then(sees(anne), sees(bram, '+ voiceReturned (reveal, silent)'))
      .when(bram.does({ type: 'voiceGone' }))
      .then(sees(anne, '+ ownVoiceLost (reveal, silent)'), sees(bram, '+ voiceLost (reveal)'))
      .when(bram.does({ type: 'voiceGone', isPhoto: true }))
      .then(bram.reads('voiceLost', { isPhoto: true }), anne.reads('ownVoiceLost', { isPhoto: true }));
    given(inviter())
      .when(anne.does({ type: 'voiceGone' }))
      .then(sees(anne));
  });
});
