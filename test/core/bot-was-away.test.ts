import { describe, test } from 'vitest';
import { anne, bram, given, happened, inviter, minutes, pairedCouple, settledCouple, time } from '../support/given.js';
import type { Rules } from './stage.js';

describe('a bot that was away', () => {
  test('has nothing to ask of who has no question, or has answered it', () => {
    const away = (rules: Rules) => {
      rules.comeBack();
    };
    given(settledCouple()).when(away).then(happened());
    given(inviter(), anne.says('a'), anne.taps('seal')).when(away).then(happened());
    given(inviter()).when(away).then(happened('cameBack'));
  });

  test('asks whoever had not sealed to send it again', () => {
    given(pairedCouple(), anne.says('a'), anne.taps('seal'), bram.says('half'), time.passes(minutes(5)))
      .when((rules) => {
        rules.comeBack();
      })
      .then(bram.hears('cameBack'), anne.hears());
  });
});
