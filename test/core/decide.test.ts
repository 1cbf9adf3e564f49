import { describe, test } from 'vitest';
import { anne, askedCouple, bram, given, happened, inviter, refused, settledCouple } from '../support/given.js';
import type { Rules } from './stage.js';

/** What is answered at once, whatever else goes on. */

describe('whoever they are', () => {
  test('too much at once is told so, and what is no command too', () => {
    given(askedCouple())
      .when(anne.does({ type: 'tooFast' }))
      .then(refused('too-fast'), bram.hears());
    given(askedCouple())
      .when(anne.does({ type: 'unknownCommand' }))
      .then(refused('unknown-command'));
    given(askedCouple())
      .when(anne.does({ type: 'pressUnknown' }))
      .then(refused('stale-button'));
  });

  test('they may stop by a button as well', () => {
    given(askedCouple()).when(anne.presses('stop')).then(happened('stopped'), bram.hears());
  });
});

describe('of two', () => {
  test('a rhythm that fits is noted, and the other hears nothing of it', () => {
    given(settledCouple()).when(anne.taps('rhythmFits')).then(happened('rhythmAccepted'), bram.hears());
  });

  test('a question can be asked for by its button', () => {
    given(settledCouple())
      .when(anne.presses('askQuestion'))
      .then(happened('roundStarted', 'promptShown', 'promptShown'));
  });

  test('a bot that was away has nothing to ask of who has no question, or has answered it', () => {
    const away = (rules: Rules) => {
      rules.comeBack();
    };
    given(settledCouple()).when(away).then(happened());
    given(inviter(), anne.says('a'), anne.taps('seal')).when(away).then(happened());
    given(inviter()).when(away).then(happened('cameBack'));
  });

  test('what Telegram says of a phone that is there again is nothing to answer', () => {
    given(askedCouple())
      .when(anne.does({ type: 'unblock' }))
      .then(happened(), anne.hears());
  });
});
