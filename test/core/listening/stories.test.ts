import { describe, expect, test } from 'vitest';
import {
  anne,
  bram,
  given,
  hours,
  minutes,
  refused,
  settledCouple,
  that,
  time,
  type Act,
} from '../../support/given.js';
import { asksToListen, held, listens } from '../../support/listening.js';

/** Listening rounds as two people live them. It is Sunday afternoon, and no question is open. */

describe('just listening', () => {
  test('takes three taps of the one who talks, and one line of the one who listens', () => {
    given(settledCouple())
      .when(anne.does({ type: 'listen' }), anne.taps('listenInvite', { step: 0 }))
      .then(anne.hears('listenStart', 'listenInvited'), bram.hears('listenInvite'))
      .when(bram.taps('listenNow'))
      .then(anne.hears('listenReady'), bram.hears('listenReady'))
      .when(anne.taps('listenReady', { arg: 'calm' }), bram.taps('listenReady', { arg: 'calm' }))
      .then(anne.hears('listenReadyNoted', 'listenStep'), bram.hears('listenReadyNoted', 'listenStep'))
      .when(anne.says('Vandaag was zwaar.'), anne.says('Heel zwaar.'), anne.taps('listenDone'))
      .then(bram.hears())
      .when(held)
      .then(
        bram.reads('listenSaid', { partner: 'Anne', pieces: [expect.anything(), expect.anything()] }),
        bram.hears('listenSaid', 'listenStep'),
      )
      .when(bram.taps('listenOption', { arg: 'dank' }))
      .then(
        anne.reads('listenSaid', { option: 'dank' }),
        anne.hears('listenSaid', 'listenDone'),
        bram.hears('listenDone'),
      )
      .when(anne.taps('listenThank'))
      .then(bram.hears('listenThanks'));
  });

  test('never brings over what the listener says, and offers it back at the end', () => {
    given(settledCouple(), ...listens('alleen-luisteren'))
      .when(bram.says('Ja maar ik'))
      .then(anne.hears(), bram.hears('listenAside'))
      .when(bram.says('en jij'), bram.says('altijd'))
      .then(anne.hears(), bram.hears('listenAside', 'listenAside', 'listenBreatherOffered'))
      .when(bram.taps('listenDropNote'))
      .then(bram.hears('listenAsideDropped'))
      .when(anne.says('Klaar.'), anne.taps('listenDone'), held, bram.taps('listenOption', { arg: 'gehoord' }))
      .then(bram.reads('listenNotes', { pieces: [{ kind: 'text', text: 'Ja maar ik' }, { text: 'en jij' }] as never }));
  });
});

describe('mirroring', () => {
  test('goes through its loops, both turns, to one thank-you', () => {
    const mirror = (words: string): readonly Act[] => [bram.says(words), bram.taps('listenDone'), held];
    given(settledCouple(), ...listens('spiegelen'))
      .when(anne.says('Ik mis je.'), anne.taps('listenDone'), held)
      .then(bram.hears('listenSaid', 'listenStep'))
      .when(bram.taps('listenOption', { arg: 'nog-eens' }))
      .then(anne.reads('listenSaid', { option: 'nog-eens' }))
      .when(anne.says('Ik mis ons.'), anne.taps('listenDone'), held, ...mirror('Je mist ons.'))
      .then(anne.hears('listenDraft', 'listenHeld', 'listenSent', 'listenStep', 'listenSaid', 'listenStep'))
      .when(anne.taps('listenOption', { arg: 'bijna' }), anne.says('Ik mis hoe we praatten.'))
      .then(anne.reads('listenDraft', { option: 'bijna' }))
      .when(anne.taps('listenDone'), held, ...mirror('Je mist hoe we praatten.'))
      .then(bram.reads('listenSaid', { option: 'bijna' }))
      .when(anne.taps('listenOption', { arg: 'ja' }))
      .then(
        bram.reads('listenSaid', { option: 'ja' }),
        that((_, rules) => {
          expect(rules.coupleOf(anne.id).listening?.confirmed).toMatchObject([{ text: 'Je mist hoe we praatten.' }]);
        }),
      )
      .when(bram.says('Ik kan dat volgen.'), bram.taps('listenDone'), held)
      .when(
        bram.taps('listenGroup', { arg: 'verdrietig' }),
        bram.taps('listenPick', { arg: 'f_eenz' }),
        bram.taps('listenDone'),
        held,
      )
      .then(anne.reads('listenSaid', { picks: ['f_eenz'] }))
      .when(anne.taps('listenOption', { arg: 'raakt' }))
      .then(anne.hears('listenSwap'), bram.hears('listenSaid', 'listenSwap'))
      .when(anne.taps('listenSwap', { arg: 'now' }), bram.taps('listenSwap', { arg: 'now' }))
      .then(bram.reads('listenStep', { isPen: true, turn: 2, isNewTurn: true }))
      .when(anne.taps('listenDone'))
      .then(refused('stale-button'));
  });

  test('waits out a breather and goes on where it was when both want that', () => {
    given(settledCouple(), ...listens('spiegelen'), anne.says('half'), anne.taps('listenDone'))
      .when(bram.does({ type: 'callBreather' }), time.passes(minutes(31)))
      .then(anne.hears('listenTakenBack', 'breatherCalled', 'breatherReturn'))
      .when(anne.taps('breathBack'), bram.taps('breathBack'))
      .when(anne.taps('breathChoice', { arg: 'talkNow' }), bram.taps('breathChoice', { arg: 'talkNow' }))
      .then(anne.hears('breatherChoiceNoted', 'listenStep', 'listenDraft'));
  });

  test('is put down when nobody goes on, and over after three days', () => {
    given(settledCouple(), ...listens('spiegelen'))
      .when(time.passes(hours(25)))
      .then(anne.hears('listenNudge'), bram.hears())
      .when(time.passes(hours(24)))
      .then(anne.hears('listenParked'), bram.hears('listenParked'))
      .when(time.passes(hours(73)))
      .then(anne.reads('listenOver'), bram.reads('listenOver'));
  });
});

test('/luister while something is on its way shows it, with the tap that still stops it', () => {
  given(settledCouple(), ...listens('spiegelen'), anne.says('half'), anne.taps('listenDone'))
    .when(anne.does({ type: 'listen' }), bram.does({ type: 'listen' }))
    .then(anne.hears('listenHeld'), bram.hears('listenStep'))
    .when(anne.taps('listenTakeBack'), held)
    .then(bram.hears());
  given(settledCouple(), ...listens('tien-en-tien'), anne.says('Lieve Bram'), anne.taps('listenDone'))
    .when(anne.does({ type: 'listen' }))
    .then(anne.hears('listenLetterSealed'))
    .when(anne.taps('listenTakeBack'))
    .then(anne.reads('listenDraft', { isLetter: true }));
});

test('each thing said out of turn has keys of its own, that go when it is shown again', () => {
  const acts = (rest: { readonly card: string | null }) => rest.card?.startsWith('listen-aside') === true;
  given(settledCouple(), ...listens('alleen-luisteren'))
    .when(bram.says('Ja maar ik', { messageId: 71 }), bram.says('en jij', { messageId: 72 }))
    .when(bram.taps('listenDropNote', { step: 71 }))
    .then(({ heard }) => {
      const dropped = heard.find(({ notice }) => notice.say?.name === 'listenAsideDropped');
      expect(dropped?.notice.card).toBe('listen-aside:71');
    })
    .when(anne.says('Klaar.'), anne.taps('listenDone'), held, bram.taps('listenOption', { arg: 'gehoord' }))
    .then(({ heard }) => {
      expect(heard.filter(({ notice }) => acts(notice)).map(({ notice }) => notice)).toMatchObject([
        { card: 'listen-aside:72', say: null, keys: [] },
      ]);
    });
});

test('two letters begin together, and the card says so', () => {
  given(settledCouple(), ...asksToListen('tien-en-tien'))
    .when(bram.taps('listenNow'))
    .then(anne.reads('listenReady', { isForBoth: true }), bram.reads('listenReady', { isForBoth: true }));
});

test('after a day away whoever holds the pen sees whose turn it is, and what is there of theirs', () => {
  const away: Act = (rules) => {
    rules.comeBack();
  };
  given(settledCouple(), ...listens('spiegelen'), anne.says('half'))
    .when(away)
    .then(anne.hears('listenAwayAgain', 'listenStep', 'listenDraft'), bram.hears())
    .when(anne.taps('listenDone'), held)
    .then(bram.hears('listenSaid', 'listenStep'));
});

test('a feeling can be named afterwards, and stays with whoever named it', () => {
  given(settledCouple(), ...listens('alleen-luisteren', true))
    .when(anne.taps('listenDone'), bram.taps('listenOption', { arg: 'dank' }), anne.taps('listenMore'))
    .when(anne.taps('listenFeelings'), anne.taps('listenFeelings', { arg: 'blij' }))
    .then(bram.hears())
    .when(anne.taps('listenFeeling', { arg: 'f_dankb' }))
    .then(anne.reads('listenFeelingNoted', { feeling: 'f_dankb' }), bram.hears())
    .when((rules) => {
      const slot = rules.coupleOf(anne.id).heard?.id ?? '';
      rules.press({ name: 'listenFeeling', slot, step: 0, arg: 'f_onbekend' }, anne.id, { name: 'Anne' });
    })
    .then(refused('stale-button'));
});

test('aloud, one tap passes the pen', () => {
  given(settledCouple(), ...listens('alleen-luisteren', true))
    .when(anne.says('ik typ'))
    .then(refused('say-it-aloud'))
    .when(time.passes(minutes(5)))
    .then(anne.hears('listenTimeUp'), bram.hears('listenTimeUp'))
    .when(anne.taps('listenDone'))
    .then(bram.reads('listenStep', { isPen: true }))
    .when(bram.taps('listenOption', { arg: 'knuffel' }))
    .then(anne.hears('listenDone'), bram.hears('listenDone'));
});

test('two letters open together', () => {
  given(settledCouple(), ...listens('tien-en-tien'))
    .when(anne.says('Lieve Bram'), anne.taps('listenDone'))
    .then(bram.hears(), anne.hears('listenDraft', 'listenLetterSealed'))
    .when(bram.says('Lieve Anne'), bram.taps('listenDone'))
    .then(anne.hears('listenHeld'))
    .when(held)
    .then(
      anne.reads('listenLetters', {
        own: [{ text: 'Lieve Bram' }] as never,
        theirs: [{ text: 'Lieve Anne' }] as never,
      }),
      bram.reads('listenLetters', { own: [{ text: 'Lieve Anne' }] as never }),
    )
    .when(anne.taps('listenDone'), bram.taps('listenDone'))
    .then(anne.hears('listenDoneNoted', 'listenDone'));
});
