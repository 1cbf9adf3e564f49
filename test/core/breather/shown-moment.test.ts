import { describe, test } from 'vitest';
import { anne, bram, given, hours, minutes, settledCouple, time } from '../../support/given.js';
import { sees } from '../chat.js';
import { asked } from './steps.js';

describe('a time to come back to it', () => {
  test('is picked by each alone, told once both have, and reminded of outside the night', () => {
    given(settledCouple(), ...asked, time.passes(minutes(31)))
      .when(anne.taps('breathMoment', { arg: 'evening' }))
      .then(sees(anne, '~ breather-moment: momentPicked'), sees(bram))
      .when(bram.taps('breathMoment', { arg: 'morning' }))
      .then(sees(anne, '+ momentAgreed'), sees(bram, '~ breather-moment: momentPicked', '+ momentAgreed'))
      .when(time.passes(hours(31)))
      .then(
        sees(
          anne,
          '+ momentCame (scheduled, nudge, from Mon 20:00, until Tue 02:00)',
          '+ prompt: prompt isFirst [later] [else] (scheduled, until Tue 16:00, of 2026-11-23)',
        ),
        sees(
          bram,
          '+ momentCame (scheduled, nudge, from Mon 20:00, until Tue 02:00)',
          '+ prompt: prompt isFirst [later] [else] (scheduled, until Tue 16:00, of 2026-11-23)',
        ),
      );
  });

  test('comes in the morning for whoever sleeps then', () => {
    given(settledCouple({ zones: { 2: 'America/New_York' } }), ...asked, time.passes(minutes(31)))
      .when(anne.taps('breathMoment', { arg: 'morning' }), bram.taps('breathMoment', { arg: 'evening' }))
      .then(
        sees(anne, '~ breather-moment: momentPicked', '+ momentAgreed'),
        sees(bram, '~ breather-moment: momentPicked', '+ momentAgreed'),
      )
      .when(time.passes(hours(37)))
      .then(
        sees(
          anne,
          '+ prompt: prompt isFirst [later] [else] (scheduled, until Tue 16:00, of 2026-11-23)',
          '+ momentCame (scheduled, nudge, from Tue 08:00, until Tue 14:00)',
        ),
        sees(
          bram,
          '+ momentCame (scheduled, nudge, from Tue 02:00, until Tue 08:00)',
          '+ prompt: prompt isFirst [later] [else] (scheduled, until Tue 22:00, of 2026-11-23)',
        ),
      );
  });
});
