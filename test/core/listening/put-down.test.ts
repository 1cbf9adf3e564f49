import { describe, expect, test } from 'vitest';
import {
  anne,
  bram,
  days,
  given,
  happened,
  hours,
  minutes,
  settledCouple,
  time,
  type Act,
} from '../../support/given.js';
import { bothGoOn, checking, held, lies, listens } from '../../support/listening.js';
import { inSilence, roundIs } from './looks.js';
import { taps } from './steps.js';

/** A listening round that was put down: going on, another moment, letting go, and what was half written. */

const putDown = [...listens('spiegelen'), anne.says('half', { messageId: 70 }), lies];
const bothThere: readonly Act[] = [
  anne.taps('listenReady', { arg: 'calm' }),
  bram.taps('listenReady', { arg: 'calm' }),
];
const inAnHour = (who: typeof anne): readonly Act[] => [
  who.taps('listenLater', { arg: 'other' }),
  who.taps('listenLater', { arg: 'hour' }),
];
const theHourComes = time.passes(minutes(76));

describe('put down', () => {
  test('it goes on when both say so, each once', () => {
    given(settledCouple(), ...putDown)
      .when(anne.taps('listenGoOn'), taps(anne, 'listenGoOn'))
      .then(happened('goOnWished'), bram.hears())
      .when(bram.taps('listenGoOn'))
      .then(happened('goOnWished', 'readyAsked'));
  });

  test('it is over when the clock says so, also once both let it go: neither can tell by it', () => {
    given(settledCouple(), ...putDown)
      .when(anne.taps('listenLetGo'))
      .then(happened('listeningLetGo'), bram.hears())
      .when(bram.taps('listenLetGo'))
      .then(happened('listeningLetGo'), anne.hears())
      .when(time.passes(days(3)))
      .then(roundIs(null), inSilence);
  });

  test('a wish to go on outlasts an edit, and not letting it go', () => {
    given(settledCouple(), ...putDown)
      .when(anne.taps('listenGoOn'), anne.edits(70, 'heel'), bram.taps('listenGoOn'))
      .then(happened('goOnWished', 'segmentDrafted', 'goOnWished', 'readyAsked'));
    given(settledCouple(), ...putDown)
      .when(anne.taps('listenGoOn'), anne.taps('listenLetGo'), bram.taps('listenGoOn'))
      .then(happened('goOnWished', 'listeningLetGo', 'goOnWished'));
    given(settledCouple(), ...putDown)
      .when(anne.taps('listenGoOn'), bram.taps('listenLetGo'), anne.taps('listenGoOn'))
      .then(happened('goOnWished', 'listeningLetGo'));
  });

  test('it is over the third time, and nothing of it can be read again', () => {
    const again: readonly Act[] = [...bothGoOn, lies];
    given(settledCouple(), ...putDown)
      .when(...again)
      .then(
        anne.hears(
          'listenGoOnNoted',
          'listenReady',
          'listenReadyNoted',
          'listenStep',
          'listenDraft',
          'listenNudge',
          'listenParked',
        ),
      )
      .when(...again)
      .then(roundIs(null), bram.reads('listenOver'), (_, rules) => {
        expect(rules.coupleOf(anne.id).heard).toBeNull();
      });
  });

  test('after a breather it lies for three days as well, and goes on when both want that', () => {
    const rested: readonly Act[] = [
      ...[bram.does({ type: 'callBreather' }), time.passes(minutes(31))],
      ...[anne, bram].flatMap((one) => [one.taps('breathBack')]),
      ...[anne, bram].flatMap((one) => [one.taps('breathChoice', { arg: 'letRest' })]),
      anne.does({ type: 'listen' }),
      bram.does({ type: 'listen' }),
    ];
    given(settledCouple(), ...listens('spiegelen'), ...rested)
      .when(...bothGoOn)
      .then(bram.reads('listenStep', { isNewTurn: false }));
    given(settledCouple(), ...listens('spiegelen'), ...rested)
      .when(time.passes(hours(71)))
      .then(roundIs({ phase: 'parked', parkings: 1 }))
      .when(time.passes(hours(2)))
      .then(roundIs(null));
  });
});

describe('another moment', () => {
  test('is picked by one for both, and either may call it off again without losing the round', () => {
    given(settledCouple(), ...putDown)
      .when(bram.taps('listenLater', { arg: 'other' }))
      .then(bram.reads('listenHours'), anne.hears())
      .when(bram.taps('listenLater', { arg: 'hour' }))
      .then(anne.reads('listenScheduled', { isAgain: true }), bram.reads('listenScheduled', { isAgain: true }))
      .when(anne.taps('listenCancel'))
      .then(anne.hears('listenParked'), bram.hears('listenParked'))
      .when(...inAnHour(anne), theHourComes)
      .then(anne.reads('listenReady', { isAgain: true }), bram.reads('listenReady', { isAgain: true }))
      .when(...bothThere)
      .then(anne.reads('listenStep', { isPen: true }), anne.reads('listenDraft'));
  });

  test('counts for more than a wish to go on now', () => {
    given(settledCouple(), ...putDown, anne.taps('listenGoOn'))
      .when(...inAnHour(bram))
      .then(anne.hears('listenScheduled'), bram.hears('listenHours', 'listenScheduled'))
      .when(theHourComes)
      .then(anne.hears('listenReady'), bram.hears('listenReady'));
  });

  test('can be left for letting go, from the same card', () => {
    given(settledCouple(), ...putDown, bram.taps('listenLater', { arg: 'other' }))
      .when(bram.taps('listenLetGo'))
      .then(bram.hears('listenLetGo'), anne.hears());
  });

  test('called off time and again is over the third time that it lies there', () => {
    given(settledCouple(), ...putDown, ...inAnHour(bram), anne.taps('listenCancel'))
      .when(...inAnHour(bram), anne.taps('listenCancel'))
      .then(anne.reads('listenOver'), bram.reads('listenOver'));
  });
});

describe('whoever let it go', () => {
  test('is not called back by an hour that the other picks', () => {
    given(settledCouple(), ...putDown, anne.taps('listenLetGo'))
      .when(...inAnHour(bram), theHourComes)
      .then(bram.reads('listenReady', { isAgain: true }), anne.hears())
      .when(bram.taps('listenReady', { arg: 'calm' }), time.passes(hours(25)))
      .then(bram.hears('listenReadyNoted', 'listenParked'), anne.hears());
  });

  test('and stopped, while the hour was already set, hears nothing of it, and to the other it is silence', () => {
    given(settledCouple(), ...putDown, ...inAnHour(bram))
      .when(anne.does({ type: 'stop' }))
      .then(bram.hears())
      .when(theHourComes)
      .then(bram.hears('listenReady'), anne.hears())
      .when(time.passes(hours(25)))
      .then(bram.hears('listenParked'), anne.hears());
  });

  test('can begin another one, and the old one is gone for both', () => {
    given(settledCouple(), ...putDown, anne.taps('listenLetGo'))
      .when(anne.does({ type: 'listen' }), anne.taps('listenInvite', { step: 0 }))
      .then(anne.hears('listenStart', 'listenInvited'), bram.reads('listenInvite'))
      .when(bram.tapsOld('listenGoOn'))
      .then(({ refusals }) => {
        expect(refusals).toEqual([{ refusal: 'stale-button' }]);
      });
  });

  test('only declined an invitation, may still come, and is then asked like the other', () => {
    given(settledCouple(), anne.does({ type: 'listen' }), anne.taps('listenInvite', { step: 0 }))
      .when(bram.taps('listenNotNow'))
      .then(anne.hears(), bram.hears('listenDeclined'))
      .when(bram.does({ type: 'listen' }), bram.taps('listenLater'), bram.taps('listenLater', { arg: 'hour' }))
      .then(anne.hears('listenScheduled'))
      .when(theHourComes)
      .then(anne.hears('listenReady'), bram.hears('listenReady'));
  });

  test('finds the same of it in their data, whether or not the other had let it go before', () => {
    const mine = [bram.does({ type: 'exportData' }), bram.taps('exportAll'), bram.taps('exportAllNow')];
    const goesOn = { listened: [expect.objectContaining({ endedAt: null })] as unknown[] };
    for (const before of [[], [anne.taps('listenLetGo')]]) {
      given(settledCouple(), ...putDown, ...before)
        .when(bram.taps('listenLetGo'), ...mine)
        .then(anne.hears(), bram.reads('exported', { data: expect.objectContaining(goesOn) as never }));
    }
  });
});

describe('a choice that was being put into words', () => {
  const almost = [...checking, anne.taps('listenOption', { arg: 'bijna' }), anne.says('Meer nog.')];

  test.each([
    ['both go on', [time.passes(hours(49)), ...bothGoOn]],
    ['another moment comes', [time.passes(hours(49)), ...inAnHour(bram), theHourComes, ...bothThere]],
    [
      'both come back from a breather',
      [
        bram.does({ type: 'callBreather' }),
        time.passes(minutes(31)),
        ...[anne.taps('breathBack'), bram.taps('breathBack')],
        anne.taps('breathChoice', { arg: 'talkNow' }),
        bram.taps('breathChoice', { arg: 'talkNow' }),
      ],
    ],
  ])('is still that when %s', (_, back) => {
    given(settledCouple(), ...almost)
      .when(...back)
      .then(anne.reads('listenDraft', { option: 'bijna' }))
      .when(anne.taps('listenDone'), held)
      .then(bram.reads('listenSaid', { option: 'bijna' }), bram.reads('listenStep', { step: 'spiegel', isPen: true }));
  });

  test('is that for its own step, and not for one that has begun since', () => {
    given(settledCouple(), ...almost, time.passes(hours(49)), ...bothGoOn)
      .when(anne.taps('listenDone'), held, bram.says('Dus meer nog.'), time.passes(hours(49)), ...bothGoOn)
      .then(bram.reads('listenDraft', { option: null }))
      .when(bram.taps('listenDone'), held)
      .then(anne.reads('listenSaid', { option: null }), anne.reads('listenStep', { step: 'klopt', isPen: true }));
  });

  test('is not that any more once it was let go of, before it was put down or after', () => {
    const dropped = anne.taps('listenOption', { arg: '' });
    given(
      settledCouple(),
      ...almost,
      dropped,
      time.passes(hours(49)),
      ...bothGoOn,
      anne.taps('listenOption', { arg: 'ja' }),
    )
      .when()
      .then(bram.hears());
    given(settledCouple(), ...almost, time.passes(hours(49)), ...bothGoOn)
      .when(dropped, anne.taps('listenOption', { arg: 'ja' }))
      .then(bram.reads('listenSaid', { option: 'ja', pieces: [] }), bram.reads('listenStep', { step: 'begrijp' }));
  });

  test('goes nowhere when its writer stopped, and the next round knows nothing of it', () => {
    given(settledCouple(), ...almost, anne.does({ type: 'stop' }))
      .when(time.passes(hours(49)), bram.taps('listenLetGo'), anne.taps('goOn'))
      .then(bram.hears('listenParked', 'listenLetGo'))
      .when(...listens('spiegelen'), anne.says('Iets anders.'))
      .then(anne.reads('listenDraft', { option: null, pieces: [{ kind: 'text', text: 'Iets anders.' }] as never }));
  });

  test('arrives at nobody when the other stopped, and it is put down and over like any other', () => {
    given(settledCouple(), ...almost, bram.does({ type: 'stop' }))
      .when(anne.taps('listenDone'), held)
      .then(bram.hears(), anne.hears('listenHeld', 'listenSent', 'listenStep'))
      .when(time.passes(hours(49)))
      .then(bram.hears(), anne.hears('listenParked'))
      .when(time.passes(hours(73)))
      .then(bram.hears(), anne.reads('listenOver'));
  });
});
