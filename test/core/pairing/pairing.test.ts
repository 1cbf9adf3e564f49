import { describe, test } from 'vitest';
import {
  anne,
  bothAnswer,
  bram,
  carl,
  codeOf,
  given,
  happened,
  hours,
  inviter,
  minutes,
  pairedCouple,
  refused,
  time,
} from '../../support/given.js';
import { inCouples } from '../looks.js';
import { only, opening } from '../prompts.js';
import type { Rules } from '../stage.js';

const noCode = '0ABCDEFGHJKM';

describe('[Dit klopt niet]', () => {
  test('asks first, and can be let be', () => {
    given(pairedCouple()).when(anne.taps('undoPairing')).then(anne.hears('undoAsked'), bram.hears());
    given(pairedCouple(), anne.taps('undoPairing'))
      .when(anne.taps('keepPairing'))
      .then(anne.hears('undoDropped'), inCouples([1, 2]));
  });

  test('undoes within 72 hours, without a message to the other, and erases what was not open', () => {
    given(pairedCouple(), bram.says('geheim'), anne.taps('undoPairing'), time.passes(hours(71)))
      .when(anne.taps('confirmUndo'))
      .then(
        happened('pairingUndone', 'coupleFounded', 'inviteShown', 'roundStarted', 'promptShown'),
        anne.hears('undone', 'invite', 'prompt'),
        bram.hears(),
        bram.is({ coupleId: null, answers: {} }),
        inCouples([1]),
      );
  });

  test('by the joiner leaves both alone', () => {
    given(pairedCouple(), bram.taps('undoPairing'))
      .when(bram.taps('confirmUndo'))
      .then(happened('pairingUndone'), bram.hears('undone'), anne.hears(), inCouples());
  });

  test('comes too late after 72 hours', () => {
    given(pairedCouple(), anne.taps('undoPairing'), time.passes(hours(72)))
      .when(anne.taps('confirmUndo'))
      .then(refused('too-late-to-undo'));
    given(pairedCouple(), anne.taps('undoPairing'), anne.taps('confirmUndo'))
      .when(anne.taps('confirmUndo'))
      .then(refused('stale-button'));
  });

  test('is nothing before there are two, nor for who is nobody’s', () => {
    const slotOf = (rules: Rules) => ({ slot: rules.coupleOf(anne.id).id.toString(36) });
    given(inviter())
      .when((rules) => {
        anne.presses('undoPairing', slotOf(rules))(rules);
      })
      .then(refused('stale-button'));
    given({}, carl.starts(), carl.taps('agree'))
      .when(carl.presses('newCode', { slot: 'zz' }))
      .then(refused('stale-button'));
    given(pairedCouple())
      .when((rules) => {
        anne.presses('newCode', slotOf(rules))(rules);
      })
      .then(refused('already-paired', { partner: 'Bram' }));
  });
});

describe('when paired', () => {
  test('/start tells how things stand', () => {
    given(pairedCouple())
      .when(anne.starts())
      .then(happened('statusTold'), anne.reads('status', { partner: 'Bram', round: 'open', isPaired: true }));
  });

  test('what a code looks like is only words', () => {
    given(pairedCouple()).when(anne.says(noCode)).then(anne.hears('draft'));
  });

  test('what was sealed alone waits for the partner to seal', () => {
    given(inviter({ prompts: only(opening) }), anne.says('Het strand'), anne.taps('seal'))
      .when(bram.starts(codeOf(anne)), bram.taps('agree'), time.passes(minutes(5)))
      .then(anne.hears('joined'));
  });

  test('both hear the rhythm two minutes after the first reveal, once', () => {
    given(pairedCouple(), ...bothAnswer())
      .when(time.passes(minutes(3)))
      .then(anne.hears('rhythm'), bram.hears('rhythm'), anne.reads('rhythm', { days: [1, 3, 6], minute: 1200 }));
  });
});
