import { describe, test } from 'vitest';
import { anne, bram, given, settledCouple } from '../../support/given.js';
import { sees } from '../chat.js';

/** What stands in a chat about help and about the bot itself, line by line. */

describe('help', () => {
  test('that others should not find goes away by itself; what is for everyone stays', () => {
    given(settledCouple())
      .when(
        ...(['help', 'privacy', 'helplines', 'developer'] as const).map((about) =>
          anne.does({ type: 'inform', about }),
        ),
      )
      .then(
        sees(
          anne,
          '+ informed',
          '+ informed',
          '+ brief: informed [otherCountries:helplines] / [removeNow]',
          '- brief (sweep, from Sun 13:05, until Tue 13:00)',
          '+ brief: informed [removeNow]',
          '- brief (sweep, from Sun 13:05, until Tue 13:00)',
        ),
        sees(bram),
      )
      .when(anne.says('hulp', { messageId: 41 }))
      .then(
        sees(
          anne,
          '+ brief: commandOffered [helplines] / [removeNow]',
          '- brief (sweep, from Sun 13:05, until Tue 13:00)',
          '- message 41 (sweep, from Sun 13:05, until Tue 13:00)',
        ),
      )
      .when(anne.taps('removeNow'))
      .then(sees(anne, '- brief (tapped)', '- message 41'))
      .when(anne.says('stop'))
      .then(
        sees(
          anne,
          '+ brief: commandOffered [stop] / [removeNow]',
          '- brief (sweep, from Sun 13:05, until Tue 13:00)',
          '- message 1002 (sweep, from Sun 13:05, until Tue 13:00)',
        ),
      );
  });
});
