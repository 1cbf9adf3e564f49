import { expect, test } from 'vitest';
import { createCourier } from '../../src/courier/courier.js';
import type { Timers } from '../../src/timers.js';
import { createLog } from '../../src/log.js';

/** Time that passes when the test says so, and a store that counts how often it is asked. */
function atRest({ mayLag = true } = {}) {
  let elapsedMs = 0;
  let aheadMs = 0;
  let waiting: { readonly at: number; readonly run: () => void }[] = [];
  let asked = 0;
  const timers: Timers = {
    elapsedMs: () => elapsedMs,
    after: (delayMs, run) => {
      const timer = { at: elapsedMs + delayMs, run };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((one) => one !== timer);
      };
    },
    everyMinute: () => () => Promise.resolve(),
    turn: () => new Promise(setImmediate),
    mayLag,
  };
  const courier = createCourier({
    store: {
      claim: () => ((asked += 1), Promise.resolve([])),
      settle: () => Promise.resolve(),
      nextSendAt: () => Promise.resolve(null),
      recover: () => Promise.resolve(),
    },
    send: () => Promise.reject(new Error('there is nothing to send')),
    clock: { now: () => 1_800_000_000_000 + elapsedMs + aheadMs },
    timers,
    log: createLog('silent'),
    sendRate: 30,
    onReport: () => Promise.resolve(),
    onFatal: () => undefined,
  });
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  };
  return {
    courier,
    /** How often the store was asked while this much time passed. */
    passes: async (ms: number) => {
      const before = asked;
      for (const end = elapsedMs + ms; elapsedMs < end;) {
        elapsedMs = Math.min(end, ...waiting.map(({ at }) => at));
        for (const { run } of waiting.filter(({ at }) => at <= elapsedMs)) run();
        await settle();
      }
      return asked - before;
    },
    jumps: (ms: number) => {
      aheadMs += ms;
    },
    begin: async () => {
      courier.start();
      await settle();
    },
  };
}

test('with nothing to send the store is asked once a minute, in two lanes', async () => {
  const { begin, passes, courier } = atRest();
  await begin();
  expect(await passes(59_000)).toBe(0);
  expect(await passes(2_000)).toBe(2);
  expect(await passes(600_000)).toBe(20);
  await courier.stop();
});

test('a clock that jumps is noticed within five seconds', async () => {
  const { begin, passes, jumps, courier } = atRest();
  await begin();
  await passes(10_000);
  jumps(3_600_000);
  expect(await passes(5_000)).toBeGreaterThan(0);
  await passes(10_000);
  jumps(-3_600_000);
  expect(await passes(5_000)).toBeGreaterThan(0);
  await courier.stop();
});

test('whoever rings is heard at once', async () => {
  const { begin, passes, courier } = atRest();
  await begin();
  await passes(10_000);
  courier.nudge();
  expect(await passes(1)).toBeGreaterThan(0);
  await courier.stop();
});
