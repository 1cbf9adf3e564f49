import { describe, expect, test } from 'vitest';
import { anne, bram, given, happened, refused, settledCouple, that, type Act } from '../../support/given.js';
import { bothGoOn, held, lies, listens } from '../../support/listening.js';
import { roundIs } from './looks.js';
import { says, taps } from './steps.js';

/** What is said by whoever does not hold the pen. */

describe('what the other says meanwhile', () => {
  const telling = () => given(settledCouple(), ...listens('alleen-luisteren'));
  const notes = (...texts: readonly string[]) =>
    that((_, rules) => {
      const kept = rules.coupleOf(bram.id).listening?.notes[bram.id] ?? [];
      expect(kept.map((piece) => 'text' in piece && piece.text)).toEqual(texts);
    });

  test('is a note of their own, to be kept, edited or thrown away', () => {
    telling()
      .when(bram.says('een', { messageId: 80 }), bram.says('twee', { messageId: 81 }), bram.edits(80, 'EEN'))
      .then(notes('EEN', 'twee'), anne.hears())
      .when(bram.taps('listenKeepNote', { step: 81 }))
      .then(happened('noteKept'), notes('EEN', 'twee'))
      .when(bram.taps('listenDropNote', { step: 80 }))
      .then(notes('twee'))
      .when(bram.taps('listenDropNote', { step: 80 }))
      .then(refused('stale-button'))
      .when(taps(anne, 'listenDropNote', { step: 81 }))
      .then(refused('stale-button'), notes('twee'));
    telling()
      .when(bram.says('een', { messageId: 80 }), taps(bram, 'listenDropNote', { slot: 'weg', step: 80 }))
      .then(refused('stale-button'));
  });

  test('is kept up to a limit', () => {
    const thousand = 'a'.repeat(999);
    telling()
      .when(bram.says(thousand), bram.says(thousand), bram.says(thousand))
      .then(happened('noteTaken', 'noteTaken', 'noteTaken'))
      .when(bram.says('b'))
      .then(refused('too-long', { limit: 3000 }));
  });

  test('can be a sign, once each, and the one that fits', () => {
    telling()
      .when(bram.taps('listenSignal', { arg: 'here' }), bram.taps('listenSignal', { arg: 'slower' }))
      .then(happened('signalGiven', 'signalGiven'))
      .when(taps(bram, 'listenSignal', { arg: 'here' }))
      .then(happened(), anne.hears())
      .when(taps(bram, 'listenSignal', { arg: 'time' }))
      .then(refused('stale-button'))
      .when(taps(bram, 'listenSignal', { arg: 'shout' }))
      .then(refused('stale-button'));
    given(settledCouple(), ...listens('alleen-luisteren'), ...says(anne, 'zo'))
      .when(taps(anne, 'listenSignal', { arg: 'here' }))
      .then(refused('stale-button'))
      .when(anne.taps('listenSignal', { arg: 'time' }))
      .then(happened('signalGiven'));
  });
});

describe('what was said out of turn', () => {
  test('is shown as one’s own turn begins, and not a second time', () => {
    const toBram: readonly Act[] = [
      ...[anne.taps('listenOption', { arg: 'ja' }), bram.says('dat volg ik'), bram.taps('listenDone'), held],
      ...[bram.taps('listenGroup', { arg: 'blij' }), bram.taps('listenPick', { arg: 'f_dankb' })],
      ...[bram.taps('listenDone'), held, anne.taps('listenOption', { arg: 'dank' })],
      ...[anne, bram].map((one) => one.taps('listenSwap', { arg: 'now' })),
    ];
    const story = given(settledCouple(), ...listens('spiegelen'), bram.says('Ja maar'), anne.says('zo'));
    story
      .when(anne.taps('listenDone'), held, bram.says('zo dus'), bram.taps('listenDone'), held, ...toBram)
      .then(bram.reads('listenNotes', { pieces: [{ text: 'Ja maar' }] as never }))
      .then(roundIs({ turn: 2, used: {}, mirrored: [], confirmed: [], notes: {} }))
      .when(bram.says('half'), lies, ...bothGoOn)
      .then(({ heard }) => {
        expect(heard.map(({ notice }) => notice.say?.name)).not.toContain('listenNotes');
      });
  });

  test('to a turn that was put down waits until then', () => {
    given(settledCouple(), ...listens('spiegelen'), lies, ...bothGoOn)
      .when(bram.says('Ja maar'), lies)
      .then(bram.hears('listenAside', 'listenParked'));
  });
});
