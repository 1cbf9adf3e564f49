import { describe, test } from 'vitest';
import {
  anne,
  askedCouple,
  bram,
  given,
  happened,
  inviter,
  minutes,
  pairedCouple,
  settledCouple,
  time,
} from '../support/given.js';
import { sees } from './chat.js';
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

  test('says so in the morning to whoever sleeps', () => {
    given(askedCouple(), time.is('2026-11-23T23:00'))
      .when((rules) => {
        rules.comeBack();
      })
      .then(
        sees(anne, '+ cameBack (scheduled, nudge, from Tue 08:00)'),
        sees(bram, '+ cameBack (scheduled, nudge, from Tue 08:00)'),
      );
  });
});
