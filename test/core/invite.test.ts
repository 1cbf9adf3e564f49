import { describe, test } from 'vitest';
import { anne, bram, codeOf, given, hours, inviter, refused, time } from '../support/given.js';

describe('invites and joining', () => {
  test('are for two people, not for a crowd: ten codes a day', () => {
    const story = given(inviter());
    for (let count = 0; count < 9; count += 1) story.when(anne.taps('newCode')).then(anne.hears('invite'));
    story.when(anne.taps('newCode')).then(refused('too-many-invites'));
    story.when(anne.does({ type: 'showInvite' })).then(anne.hears('invite'));
    story.when(time.passes(hours(25)), anne.taps('newCode')).then(anne.reads('invite'));
  });

  test('and neither a code nor a room of one’s own for whoever made ten today', () => {
    const nine = Array.from({ length: 9 }, () => anne.taps('newCode'));
    given(inviter(), ...nine, anne.does({ type: 'stop' }), anne.taps('unpair'), anne.taps('goOn'))
      .when(anne.does({ type: 'showInvite' }))
      .then(refused('too-many-invites'))
      .when(anne.starts(), anne.tapsOld('agree'))
      .then(refused('too-many-invites'));
  });

  test('and five pairings a day', () => {
    const story = given(inviter());
    for (let count = 0; count < 5; count += 1) {
      story.when(bram.starts(codeOf(anne)), bram.taps('agree')).then(bram.reads('paired'));
      story.when(anne.taps('undoPairing'), anne.taps('confirmUndo'));
    }
    story.when(bram.starts(codeOf(anne)), bram.taps('agree')).then(refused('too-many-joins'), anne.hears());
  });
});
