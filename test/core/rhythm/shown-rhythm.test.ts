import { describe, test } from 'vitest';
import { anne, askedCouple, bothAnswer, bram, given, minutes, pairedCouple, time } from '../../support/given.js';
import { sees } from '../chat.js';

/** What stands in a chat about the rhythm and its reminders, line by line. */

describe('the rhythm', () => {
  test('is told to each after the first opening, and a yes takes the keys away', () => {
    given(pairedCouple(), ...bothAnswer())
      .when(time.passes(minutes(3)))
      .then(
        sees(anne, '+ rhythm: rhythm [rhythmFits] / [otherRhythm] [otherZone] (scheduled, nudge)'),
        sees(bram, '+ rhythm: rhythm [rhythmFits] / [otherRhythm] [otherZone] (scheduled, nudge)'),
      )
      .when(anne.taps('rhythmFits'))
      .then(sees(anne, '~ rhythm: no keys', '! rhythmAccepted'), sees(bram));
  });

  test('has a reminder for whoever wants one, and its keys go with the question', () => {
    given(askedCouple(), anne.does({ type: 'showSettings', view: 'rhythm' }), anne.taps('reminder', { arg: 'on' }))
      .when(time.is('2026-11-24T20:01'))
      .then(sees(anne, '+ reminder: reminder [later] (scheduled, nudge, until Tue 21:00)'), sees(bram))
      .when(anne.taps('later'))
      .then(sees(anne, '~ prompt: no keys', '~ reminder: no keys', '+ postponed'));
  });
});
