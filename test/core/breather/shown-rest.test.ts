import { describe, test } from 'vitest';
import { anne, bram, given, minutes, settledCouple, time } from '../../support/given.js';
import { sees } from '../chat.js';
import { menu, wayBack } from '../keys.js';
import { call } from './steps.js';

/** What stands in both chats during the rest of a breather, line by line. It is Sunday afternoon, unless another hour is given. */

describe('the rest', () => {
  test('is told to both at once, and again when another length is chosen', () => {
    given(settledCouple())
      .when(call)
      .then(
        sees(
          anne,
          '~ breather: no keys',
          '+ breather: breatherBegan [breathFor:m20] [breathFor:m30] [breathFor:m60] / [breathFor:tonight] [breathFor:tomorrow]',
        ),
        sees(
          bram,
          '~ breather: no keys',
          `+ breather: breatherCalled ${menu} / [breathLonger] / [breathUnsafe] (until Sun 13:30)`,
        ),
      )
      .when(anne.taps('breathFor', { arg: 'm60' }))
      .then(
        sees(anne, `~ breather: breatherRest ${menu} / [breathLonger] / [breathUnsafe]`),
        sees(
          bram,
          '~ breather: no keys',
          `+ breather: breatherCalled ${menu} / [breathLonger] / [breathUnsafe] (until Sun 14:00)`,
        ),
      );
    given(settledCouple(), call)
      .when(anne.taps('breathFor', { arg: 'm30' }))
      .then(sees(anne, `~ breather: breatherRest ${menu} / [breathLonger] / [breathUnsafe]`), sees(bram));
  });

  test('at night is offered with tomorrow first, and reaches the other without a sound', () => {
    given(settledCouple(), time.is('2026-11-22T22:30'))
      .when(call)
      .then(
        sees(
          anne,
          '~ breather: no keys',
          '+ breather: breatherBegan [breathFor:tomorrow] / [breathFor:m20] [breathFor:m30] [breathFor:m60]',
        ),
        sees(
          bram,
          '~ breather: no keys',
          `+ breather: breatherCalled ${menu} / [breathLonger] / [breathUnsafe] (silent, until Sun 23:00)`,
        ),
      );
  });

  test('of which somebody needs more grows for both, each time under one wish', () => {
    given(settledCouple(), call)
      .when(bram.taps('breathLonger'))
      .then(
        sees(anne),
        sees(
          bram,
          '+ breather-times: breatherTimes [breathLonger:m20] [breathLonger:m30] [breathLonger:m60] / [breathLonger:tonight] [breathLonger:tomorrow]',
        ),
      )
      .when(bram.taps('breathLonger', { arg: 'm60' }))
      .then(
        sees(anne, '+ breatherMoved'),
        sees(bram, '- breather-times', '~ breather: no keys', `+ breather: breatherRest ${menu} / [breathUnsafe]`),
      )
      .when(bram.does({ type: 'callBreather' }))
      .then(sees(anne), sees(bram, '~ breather: no keys', `+ breather: breatherRest ${menu} / [breathUnsafe]`));
    given(settledCouple(), time.is('2026-11-22T21:50'), call, time.passes(minutes(15)))
      .when(anne.taps('breathLonger'), anne.taps('breathLonger', { arg: 'm60' }))
      .then(
        sees(
          anne,
          '+ breather-times: breatherTimes [breathLonger:tomorrow] / [breathLonger:m20] [breathLonger:m30] [breathLonger:m60]',
          '- breather-times',
          '~ breather: no keys',
          `+ breather: breatherRest ${menu} / [breathUnsafe]`,
        ),
        sees(
          bram,
          '~ breather: no keys',
          `+ breather: breatherMoved ${menu} / [breathLonger] / [breathUnsafe] (silent)`,
        ),
      );
  });

  test('has something to do for whoever cannot rest, a moving picture among it', () => {
    given(settledCouple(), call)
      .when(bram.taps('breathMenu', { arg: 'breathe' }), bram.taps('breathMenu', { arg: 'words' }))
      .then(
        sees(anne),
        sees(bram, '+ breather-picture: animation breathingPicture [breathMenu:words]', '+ breatherTip'),
      )
      .when(bram.says('En nu?'), bram.says('Hallo?'))
      .then(sees(anne), sees(bram, '+ breatherHush'));
  });

  test('is over at once for whoever does not feel safe, and as it was for the other', () => {
    given(settledCouple(), call, time.passes(minutes(5)))
      .when(bram.taps('breathUnsafe'))
      .then(
        sees(anne),
        sees(
          bram,
          '+ brief: breatherLeft [removeNow]',
          '- brief (sweep, from Sun 13:10, until Tue 13:05)',
          '+ brief: informed [otherCountries:helplines] / [removeNow]',
          '- brief (sweep, from Sun 13:10, until Tue 13:05)',
        ),
      )
      .when(bram.does({ type: 'callBreather' }))
      .then(
        sees(anne),
        sees(bram, '+ brief: breatherLeft [removeNow]', '- brief (sweep, from Sun 13:10, until Tue 13:05)'),
      )
      .when(anne.taps('breathLonger'), anne.taps('breathLonger', { arg: 'm60' }))
      .then(
        sees(
          anne,
          '+ breather-times: breatherTimes [breathLonger:m20] [breathLonger:m30] [breathLonger:m60] / [breathLonger:tonight] [breathLonger:tomorrow]',
          '- breather-times',
          '~ breather: no keys',
          `+ breather: breatherRest ${menu} / [breathUnsafe]`,
        ),
        sees(bram),
      )
      .when(time.passes(minutes(90)))
      .then(
        sees(anne, '~ breather: no keys', `+ breather-return: breatherReturn canExtend ${wayBack}`),
        sees(bram, '~ breather: no keys'),
      );
  });
});
