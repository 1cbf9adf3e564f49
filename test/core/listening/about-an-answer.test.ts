import { describe, expect, test } from 'vitest';
import { anne, bothAnswer, bram, given, pairedCouple, that } from '../../support/given.js';

const closed = [anne.taps('else'), anne.taps('live'), bram.says('woorden'), bram.taps('seal')];
const opened = pairedCouple({ acts: bothAnswer() });

describe('a listening round about an answer', () => {
  const about = [
    ...[anne.taps('tellMore'), anne.taps('talkAbout'), anne.taps('listenInvite', { step: 0 })],
    ...[bram.taps('listenNow'), bram.taps('listenReady', { arg: 'calm' })],
  ];
  const begins = anne.taps('listenReady', { arg: 'calm' });

  test('begins with that one, also when more have opened since', () => {
    given(opened, ...about.slice(0, 1), anne.does({ type: 'askQuestion' }), ...bothAnswer('later', 'nog later'))
      .when(...about.slice(1), begins)
      .then(anne.reads('listenQuote', { isOwn: false, answer: { pieces: [{ text: 'Brams woorden' }] } as never }));
  });

  test('is still about it when another kind is chosen', () => {
    given(opened, anne.taps('tellMore'), anne.taps('talkAbout'), anne.taps('listenMenu'))
      .when(anne.taps('listenChoose', { arg: 'spiegelen' }))
      .then(anne.reads('listenStart', { protocol: 'spiegelen', isAbout: true }))
      .when(anne.taps('listenInvite', { step: 0 }), ...about.slice(3), begins)
      .then(anne.reads('listenQuote', { isOwn: false }));
    given(opened, anne.does({ type: 'listen' }), anne.taps('listenMenu'))
      .when(anne.taps('listenChoose', { arg: 'spiegelen' }))
      .then(anne.reads('listenStart', { isAbout: false }));
  });

  test('quotes nothing that stayed closed, nor a draft that was never sealed', () => {
    given(pairedCouple(), ...closed, ...about)
      .when(begins)
      .then(anne.hears('listenReadyNoted', 'listenStep'), bram.hears('listenStep'));
    given(pairedCouple(), bram.says('nooit'), bram.taps('else'), bram.taps('live'), anne.says('a'), anne.taps('seal'))
      .when(anne.taps('moreWays'), ...about, begins)
      .then(
        that(({ heard: all }) => {
          expect(all.some(({ notice }) => notice.say?.name === 'listenQuote')).toBe(false);
        }),
      );
  });
});
