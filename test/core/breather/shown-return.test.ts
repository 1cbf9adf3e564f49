import { describe, test } from 'vitest';
import { anne, askedCouple, bram, given, hours, minutes, settledCouple, time } from '../../support/given.js';
import { sees } from '../chat.js';

/** What stands in both chats when a breather is over, line by line. It is Sunday afternoon, unless another hour is given. */

const call = anne.does({ type: 'callBreather' });
const asked = [call, time.passes(minutes(31))];
const back = [...asked, anne.taps('breathBack'), bram.taps('breathBack')];
const writing = [...back, anne.taps('breathChoice', { arg: 'oneLine' }), bram.taps('breathChoice', { arg: 'oneLine' })];
/** The keys of the rest: something to do for whoever cannot. */
const menu = '[breathMenu:breathe] [breathMenu:move] / [breathMenu:senses] [breathMenu:music] / [breathMenu:nothing]';
const wayBack = '[breathBack] / [breathMore] / [breathNotToday] / [breathUnsafe]';

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
    given(settledCouple(), ...back, anne.taps('breathChoice', { arg: 'letRest' }))
      .when(bram.taps('breathChoice', { arg: 'oneLine' }))
      .then(sees(anne, '+ breatherRested'), sees(bram, '~ breather-choice: breatherChoiceNoted', '+ breatherRested'));
  });

  test('of one who chose and one who did not ends with a time to come back to it', () => {
    given(settledCouple(), time.is('2026-11-22T21:00'), ...back)
      .when(anne.taps('breathChoice', { arg: 'letRest' }), time.passes(minutes(31)))
      .then(
        sees(anne, '~ breather-choice: breatherChoiceNoted', '+ breatherRested (silent)'),
        sees(bram, '~ breather-choice: no keys', '+ breatherRested (silent)'),
      );
    given(settledCouple(), ...back)
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

test('with no more time left, to call again is «not today», and the other had come back all the same', () => {
  const more = [anne.taps('breathMore'), anne.taps('breathMore', { arg: 'm20' }), time.passes(minutes(21))];
  given(settledCouple(), ...asked, ...more, ...more, anne.taps('breathBack'), bram.taps('breathBack'))
    .when(bram.does({ type: 'callBreather' }), time.passes(minutes(31)))
    .then(
      sees(
        anne,
        '~ breather-choice: no keys',
        '+ breather-moment: breatherOver hadCameBack [breathMoment:morning] [breathMoment:evening]',
      ),
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
