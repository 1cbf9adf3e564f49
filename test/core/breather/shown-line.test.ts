import { describe, test } from 'vitest';
import { anne, bram, given, minutes, settledCouple, time } from '../../support/given.js';
import { sees } from '../chat.js';
import { writing } from './steps.js';

describe('one line each', () => {
  test('is shown, sealed, and opened together', () => {
    given(settledCouple(), ...writing)
      .when(anne.says('Ik mis je.'), anne.says('Ik mis ons.'), anne.taps('breathSeal'))
      .then(
        sees(
          anne,
          '- breather-line',
          '+ breather-line: breatherLine [breathSeal]',
          '- breather-line',
          '+ breather-line: breatherLine [breathSeal]',
          '~ breather-line: breatherLineSealed',
        ),
        sees(bram),
      )
      .when(bram.says('Ik ook.'), bram.taps('breathSeal'))
      .then(
        sees(anne, '+ breatherOpened (reveal, protected)'),
        sees(
          bram,
          '- breather-line',
          '+ breather-line: breatherLine [breathSeal]',
          '~ breather-line: breatherLineSealed',
          '+ breatherOpened (reveal, protected)',
        ),
      );
  });

  test('that is taken back is nobody’s, and time takes the keys away', () => {
    given(settledCouple(), ...writing)
      .when(anne.says('Ik mis je.'), anne.does({ type: 'withdraw' }))
      .then(
        sees(
          anne,
          '- breather-line',
          '+ breather-line: breatherLine [breathSeal]',
          '~ breather-line: breatherLineTakenBack',
        ),
        sees(bram),
      )
      .when(bram.says('Ik ook.'), time.passes(minutes(31)))
      .then(
        sees(anne, '+ breatherRested'),
        sees(
          bram,
          '- breather-line',
          '+ breather-line: breatherLine [breathSeal]',
          '~ breather-line: no keys',
          '+ breatherRested',
        ),
      );
  });
});
