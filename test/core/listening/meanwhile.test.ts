import { describe, expect, test } from 'vitest';
import { anne, bram, given, happened, minutes, refused, settledCouple, time } from '../../support/given.js';
import { asksToListen, listens } from '../../support/listening.js';

describe('while a listening round lasts', () => {
  const telling = () => given(settledCouple(), ...listens('alleen-luisteren'));

  test('no question is asked, /start tells how it stands, and a heart does nothing', () => {
    telling()
      .when(anne.does({ type: 'askQuestion' }))
      .then(refused('in-listening'));
    telling().when(bram.starts()).then(happened('listeningTold'));
    telling()
      .when(bram.does({ type: 'heart' }, 'reveal:x'))
      .then(happened());
    telling().when(bram.taps('tellMore')).then(refused('in-listening'));
  });

  test('nor of somebody who left it, while it stands for the other: that would tell that they did', () => {
    const left = [bram.does({ type: 'stop' }), bram.taps('goOn')];
    telling()
      .when(...left, bram.does({ type: 'askQuestion' }))
      .then(refused('in-listening'), anne.hears());
  });

  test('before it has begun a question may be asked, and /start says how all things stand', () => {
    given(settledCouple(), ...asksToListen('alleen-luisteren'), time.passes(minutes(5)))
      .when(bram.does({ type: 'askQuestion' }))
      .then(happened('roundStarted', 'promptShown', 'promptShown'));
    given(settledCouple(), ...asksToListen('alleen-luisteren'))
      .when(bram.starts())
      .then(happened('statusTold'));
  });

  test('/start with a code tells what the code leads to', () => {
    given(settledCouple(), ...listens('alleen-luisteren'))
      .when(anne.starts('7K3F9X2MQ4TB'))
      .then(({ events }) => {
        expect(events.some(({ type }) => type === 'listeningTold')).toBe(false);
      });
  });
});
