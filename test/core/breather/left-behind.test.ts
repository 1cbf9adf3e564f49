import { describe, expect, test } from 'vitest';
import {
  anne,
  bram,
  given,
  happened,
  minutes,
  refused,
  settledCouple,
  that,
  time,
  type Act,
  type Expectation,
} from '../../support/given.js';
import { listens } from '../../support/listening.js';

/** What one person's deed in a breather leaves of the other's, and what a breather leaves of a listening round. */

const call = anne.does({ type: 'callBreather' });
const asked: readonly Act[] = [call, time.passes(minutes(31))];
const back = [anne, bram].map((one) => one.taps('breathBack'));
const lines = [...back, ...[anne, bram].map((one) => one.taps('breathChoice', { arg: 'oneLine' }))];
const breatherIs = (rest: object | null): Expectation =>
  that((_, rules) => {
    const { breather } = rules.coupleOf(bram.id);
    if (rest === null) expect(breather).toBeNull();
    else expect(breather).toMatchObject(rest);
  });

describe('whoever came back and then leaves it', () => {
  test.each([
    { how: 'for today', act: anne.taps('breathNotToday') },
    { how: 'by /stop', act: anne.does({ type: 'stop' }) },
    { how: 'since it is not safe', act: anne.taps('breathUnsafe') },
  ])('$how is not back any more: the other alone begins nothing', ({ act }) => {
    given(settledCouple(), ...asked, anne.taps('breathBack'), act)
      .when(bram.taps('breathBack'))
      .then(happened('cameBackToIt'), breatherIs({ phase: 'return', back: [bram.id] }));
  });

  test.each([
    { how: 'for today', act: anne.taps('breathNotToday') },
    { how: 'by /stop', act: anne.does({ type: 'stop' }) },
  ])('$how leaves the other back as they were', ({ act }) => {
    given(settledCouple(), ...asked, bram.taps('breathBack'), act)
      .when(bram.taps('breathBack'))
      .then(happened(), breatherIs({ back: [bram.id] }));
  });

  test('when both have stopped it is over', () => {
    given(settledCouple(), ...asked, anne.does({ type: 'stop' }))
      .then(breatherIs({ freed: [anne.id] }))
      .when(bram.does({ type: 'stop' }))
      .then(breatherIs(null));
  });
});

test('a choice that only one made in time lets it rest', () => {
  given(settledCouple(), ...asked, ...back, anne.taps('breathChoice', { arg: 'oneLine' }))
    .when(time.passes(minutes(31)))
    .then(happened('breatherEnded'), anne.hears('breatherRested'), bram.hears('breatherRested'));
});

test('a code that is opened meanwhile is answered for what it is', () => {
  given(settledCouple(), call).when(anne.starts('7K3F9X2MQ4TB')).then(refused('already-paired'));
});

describe('a line taken back', () => {
  test('is gone, and the other’s stays sealed', () => {
    given(
      settledCouple(),
      ...asked,
      ...lines,
      anne.says('Ik was bang.'),
      bram.says('Ik mis je.'),
      bram.taps('breathSeal'),
    )
      .when(anne.does({ type: 'withdraw' }))
      .then(breatherIs({ lines: { [bram.id]: { text: 'Ik mis je.', isSealed: true } } }))
      .when(anne.does({ type: 'withdraw' }))
      .then(refused('nothing-to-withdraw'))
      .when(anne.taps('breathSeal'))
      .then(refused('stale-button'))
      .when(anne.says('Ik ook van jou.'), anne.taps('breathSeal'))
      .then(bram.reads('breatherOpened', { own: 'Ik mis je.', partner: 'Ik ook van jou.' }), breatherIs(null));
  });
});

describe('a listening round that a breather interrupted', () => {
  const interrupted = [...listens('alleen-luisteren'), anne.says('Zo'), ...asked, ...back];
  const choose = (arg: string) => [anne, bram].map((one) => one.taps('breathChoice', { arg }));
  const listeningIs = (rest: object): Expectation =>
    that((_, rules) => {
      expect(rules.coupleOf(anne.id)).toMatchObject({ breather: null, listening: rest });
    });

  test('goes on where it was when both want to talk, and was not put down', () => {
    given(settledCouple(), ...interrupted)
      .when(...choose('talkNow'))
      .then(listeningIs({ phase: 'step', parkings: 0 }), anne.reads('listenStep', { isPen: true }));
  });

  test('is put down when they let it rest', () => {
    given(settledCouple(), ...interrupted)
      .when(...choose('letRest'))
      .then(listeningIs({ phase: 'parked', parkings: 1 }))
      .when(...[anne, bram].flatMap((one) => [one.does({ type: 'listen' }), one.taps('listenGoOn')]))
      .then(listeningIs({ phase: 'ready' }));
  });
});
