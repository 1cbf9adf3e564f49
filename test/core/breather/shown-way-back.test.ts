import { describe, test } from 'vitest';
import { anne, askedCouple, bram, given, hours, minutes, settledCouple, time } from '../../support/given.js';
import { sees } from '../chat.js';
import { menu, wayBack } from '../keys.js';
import { asked, call, choosing } from './steps.js';

/** What stands in both chats when a breather is over, line by line. It is Sunday afternoon, unless another hour is given. */

describe('the way back', () => {
  test('is asked of both at once: with a sound after minutes, without one at night after hours', () => {
    given(settledCouple(), time.is('2026-11-22T22:30'), call)
      .when(time.passes(minutes(31)))
      .then(
        sees(
          anne,
          `~ breather: breatherRest ${menu} / [breathLonger] / [breathUnsafe]`,
          '~ breather: no keys',
          `+ breather-return: breatherReturn canExtend ${wayBack}`,
        ),
        sees(bram, '~ breather: no keys', `+ breather-return: breatherReturn canExtend ${wayBack}`),
      );
    given(settledCouple(), time.is('2026-11-22T21:30'), call, anne.taps('breathFor', { arg: 'm60' }))
      .when(bram.taps('breathLonger'), bram.taps('breathLonger', { arg: 'm20' }), time.passes(minutes(90)))
      .then(
        sees(
          anne,
          '~ breather: no keys',
          `+ breather: breatherMoved ${menu} / [breathLonger] / [breathUnsafe]`,
          '~ breather: no keys',
          `+ breather-return: breatherReturn canExtend ${wayBack} (silent)`,
        ),
        sees(
          bram,
          '+ breather-times: breatherTimes [breathLonger:tomorrow] / [breathLonger:m20] [breathLonger:m30] [breathLonger:m60]',
          '- breather-times',
          '~ breather: no keys',
          `+ breather: breatherRest ${menu} / [breathUnsafe]`,
          '~ breather: no keys',
          `+ breather-return: breatherReturn canExtend ${wayBack} (silent)`,
        ),
      );
  });

  test('can be put off for both by either', () => {
    given(settledCouple(), ...asked)
      .when(anne.taps('breathMore'))
      .then(
        sees(
          anne,
          '+ breather-times: breatherTimes [breathMore:m20] [breathMore:m30] [breathMore:m60] / [breathMore:tonight] [breathMore:tomorrow]',
        ),
      )
      .when(anne.taps('breathMore', { arg: 'm20' }))
      .then(
        sees(
          anne,
          '- breather-times',
          '~ breather-return: no keys',
          `+ breather: breatherRest ${menu} / [breathLonger] / [breathUnsafe]`,
        ),
        sees(bram, '~ breather-return: no keys', `+ breather: breatherMoved ${menu} / [breathLonger] / [breathUnsafe]`),
      )
      .when(time.passes(minutes(21)), bram.taps('breathMore'), bram.taps('breathMore', { arg: 'm20' }))
      .then(
        sees(
          anne,
          '~ breather: no keys',
          `+ breather-return: breatherReturn canExtend ${wayBack}`,
          '~ breather-return: no keys',
          `+ breather: breatherMoved ${menu} / [breathLonger] / [breathUnsafe]`,
        ),
        sees(
          bram,
          '~ breather: no keys',
          `+ breather-return: breatherReturn canExtend ${wayBack}`,
          '+ breather-times: breatherTimes [breathMore:m20] [breathMore:m30] [breathMore:m60] / [breathMore:tonight] [breathMore:tomorrow]',
          '- breather-times',
          '~ breather-return: no keys',
          `+ breather: breatherRest ${menu} / [breathLonger] / [breathUnsafe]`,
        ),
      )
      .when(time.passes(minutes(21)))
      .then(
        sees(
          anne,
          '~ breather: no keys',
          '+ breather-return: breatherReturn [breathBack] / [breathNotToday] / [breathUnsafe]',
        ),
        sees(
          bram,
          '~ breather: no keys',
          '+ breather-return: breatherReturn [breathBack] / [breathNotToday] / [breathUnsafe]',
        ),
      );
  });

  test('is a quiet choice once both are back', () => {
    given(settledCouple(), ...asked)
      .when(anne.taps('breathBack'), anne.starts(), bram.starts())
      .then(
        sees(anne, '~ breather-return: breatherBackNoted', '+ breatherBackNoted'),
        sees(bram, '~ breather-return: no keys', `+ breather-return: breatherReturn canExtend ${wayBack}`),
      )
      .when(bram.taps('breathBack'))
      .then(
        sees(anne, '+ breather-choice: breatherChoice [breathChoice:oneLine] / [breathChoice:letRest]'),
        sees(
          bram,
          '~ breather-return: breatherBackNoted',
          '+ breather-choice: breatherChoice [breathChoice:oneLine] / [breathChoice:letRest]',
        ),
      )
      .when(anne.starts(), anne.taps('breathChoice', { arg: 'oneLine' }))
      .then(
        sees(
          anne,
          '+ breather-choice: breatherChoice [breathChoice:oneLine] / [breathChoice:letRest]',
          '~ breather-choice: breatherChoiceNoted',
        ),
        sees(bram),
      )
      .when(bram.taps('breathChoice', { arg: 'oneLine' }), bram.starts())
      .then(
        sees(anne, '+ breatherLineAsked'),
        sees(bram, '~ breather-choice: breatherChoiceNoted', '+ breatherLineAsked', '+ breatherLineAsked'),
      );
    given(settledCouple(), ...choosing, anne.taps('breathChoice', { arg: 'letRest' }))
      .when(bram.taps('breathChoice', { arg: 'oneLine' }))
      .then(sees(anne, '+ breatherRested'), sees(bram, '~ breather-choice: breatherChoiceNoted', '+ breatherRested'));
  });

  test('of one who chose and one who did not ends with a time to come back to it', () => {
    given(settledCouple(), time.is('2026-11-22T21:00'), ...choosing)
      .when(anne.taps('breathChoice', { arg: 'letRest' }), time.passes(minutes(31)))
      .then(
        sees(anne, '~ breather-choice: breatherChoiceNoted', '+ breatherRested (silent)'),
        sees(bram, '~ breather-choice: no keys', '+ breatherRested (silent)'),
      );
    given(settledCouple(), ...choosing)
      .when(anne.taps('breathChoice', { arg: 'oneLine' }), time.passes(minutes(31)))
      .then(
        sees(anne, '~ breather-choice: breatherChoiceNoted', '+ breatherRested'),
        sees(bram, '~ breather-choice: no keys', '+ breatherRested'),
      );
  });

  test('that only one takes looks the same to the other as one that nobody takes', () => {
    given(settledCouple(), ...asked)
      .when(anne.taps('breathBack'), time.passes(minutes(31)))
      .then(
        sees(
          anne,
          '~ breather-return: breatherBackNoted',
          '+ breather-moment: breatherOver hadCameBack [breathMoment:morning] [breathMoment:evening]',
        ),
        sees(
          bram,
          '~ breather-return: no keys',
          '+ breather-moment: breatherOver [breathMoment:morning] [breathMoment:evening]',
        ),
      );
    given(settledCouple(), ...asked, anne.taps('breathBack'))
      .when(bram.taps('breathNotToday'))
      .then(
        sees(anne),
        sees(
          bram,
          '~ breather-return: no keys',
          '+ breather-moment: breatherNotToday [breathMoment:morning] [breathMoment:evening]',
        ),
      )
      .when(bram.starts(), time.passes(minutes(31)))
      .then(
        sees(anne, '+ breather-moment: breatherOver hadCameBack [breathMoment:morning] [breathMoment:evening]'),
        sees(bram, '+ breather-moment: breatherNotToday [breathMoment:morning] [breathMoment:evening]'),
      );
  });
});

test('with no more time left, to call again is «not today», and to the other it is as if nothing more had been said', () => {
  const more = [anne.taps('breathMore'), anne.taps('breathMore', { arg: 'm20' }), time.passes(minutes(21))];
  given(settledCouple(), ...asked, ...more, ...more, anne.taps('breathBack'), bram.taps('breathBack'))
    .when(bram.does({ type: 'callBreather' }), time.passes(minutes(31)))
    .then(
      sees(anne, '~ breather-choice: no keys', '+ breatherRested'),
      sees(
        bram,
        '~ breather-choice: no keys',
        '+ breather-moment: breatherNotToday [breathMoment:morning] [breathMoment:evening]',
      ),
    );
});

test('with hardly anything of the day left offers what still fits, and no more', () => {
  const late = [call, anne.taps('breathFor', { arg: 'tomorrow' }), time.is('2026-11-25T09:01')];
  given(settledCouple(), time.is('2026-11-24T09:30'), ...late)
    .when(bram.taps('breathMore'))
    .then(sees(bram, '+ breather-times: breatherTimes [breathMore:m20]'));
});

test('that passed while the bot was away for more than a day is over, and nobody had come back', () => {
  given(settledCouple(), call, time.passes(minutes(2)))
    .when(time.jumps(hours(27)))
    .then(
      sees(
        anne,
        '~ breather: no keys',
        '+ breather-moment: breatherOver [breathMoment:morning] [breathMoment:evening]',
      ),
      sees(
        bram,
        '~ breather: no keys',
        '+ breather-moment: breatherOver [breathMoment:morning] [breathMoment:evening]',
      ),
    );
});

test('a question that was open lies untouched under it all', () => {
  given(askedCouple(), anne.says('half'), ...asked)
    .when(time.passes(minutes(31)))
    .then(
      sees(
        anne,
        '~ breather-return: no keys',
        '+ breather-moment: breatherOver [breathMoment:morning] [breathMoment:evening]',
      ),
      sees(
        bram,
        '~ breather-return: no keys',
        '+ breather-moment: breatherOver [breathMoment:morning] [breathMoment:evening]',
      ),
    );
});
