import { describe, test } from 'vitest';
import {
  anne,
  askedCouple,
  bram,
  given,
  happened,
  refused,
  settledCouple,
  type Act,
  type Expectation,
} from '../../support/given.js';
import { draftOf } from '../looks.js';

/** One word alone that means a command means it everywhere: nobody who says it should have to say it twice. */

const words: readonly (readonly [word: string, says: Expectation])[] = [
  ['stop', anne.reads('commandOffered', { command: 'stop' })],
  [' Stop?!', anne.reads('commandOffered', { command: 'stop' })],
  ['Hulp.', anne.reads('commandOffered', { command: 'helplines' })],
  ['help', anne.reads('commandOffered', { command: 'helplines' })],
  ['PAUZE…', anne.reads('commandOffered', { command: 'callBreather' })],
];

const breather = [bram.does({ type: 'callBreather' })];
const listening: readonly Act[] = [
  bram.does({ type: 'listen' }),
  bram.taps('listenInvite', { step: 0 }),
  anne.taps('listenNow'),
  anne.taps('listenReady', { arg: 'calm' }),
  bram.taps('listenReady', { arg: 'calm' }),
];

describe.each(words)('«%s» alone', (word, says) => {
  test('is no answer to a question', () => {
    given(askedCouple()).when(anne.says(word)).then(happened('commandOffered'), says);
  });

  test('is heard in a breather, and goes nowhere else', () => {
    given(askedCouple(), ...breather)
      .when(anne.says(word))
      .then(happened('commandOffered'), says);
  });

  test('is heard in a listening round, whoever holds the pen', () => {
    given(settledCouple(), ...listening)
      .when(anne.says(word))
      .then(happened('commandOffered'), says);
    given(settledCouple(), ...listening)
      .when(bram.says(word))
      .then(happened('commandOffered'), anne.hears());
  });
});

describe('«adempauze» and «Breather!» alone', () => {
  test.each(['adempauze', 'Breather!'])('«%s» begins one, also in the middle of a listening round', (word) => {
    given(settledCouple(), ...listening)
      .when(anne.says(word))
      .then(happened('breatherBegan'));
  });
});

test('what is more than a word is not a command: an answer, or nothing in a breather', () => {
  given(askedCouple())
    .when(anne.says('st.op'))
    .then(draftOf(anne, ['st.op']));
  given(askedCouple())
    .when(anne.says('Stop eens met zuchten'))
    .then(draftOf(anne, ['Stop eens met zuchten']));
  given(askedCouple(), ...breather)
    .when(anne.says('Stop eens met zuchten'))
    .then(happened('breatherHushed'));
});

test('a command word in a breather leaves a draft as it was', () => {
  given(askedCouple(), anne.says('half'), ...breather)
    .when(anne.says('help'))
    .then(draftOf(anne, ['half']))
    .when(anne.taps('seal'))
    .then(refused('in-breather'));
});
