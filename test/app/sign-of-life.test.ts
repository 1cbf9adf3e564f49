import { expect, test } from 'vitest';
import { createWaker } from '../../src/app/wake.js';
import { createLog } from '../../src/log.js';
import type { Timers } from '../../src/timers.js';

const minuteMs = 60_000;
const begin = 1_800_000_000_000;

/** A heart that beats when the test says so, and the signs of life that it wrote, in minutes. */
function heart() {
  let elapsedMs = 0;
  let beat = () => Promise.resolve();
  const signs: number[] = [];
  const timers: Timers = {
    elapsedMs: () => elapsedMs,
    after: () => () => undefined,
    everyMinute: (run) => {
      beat = run;
      return () => Promise.resolve();
    },
    turn: () => Promise.resolve(),
    mayLag: true,
  };
  const waker = createWaker({
    store: {
      due: () => Promise.resolve([]),
      dueAlone: () => Promise.resolve([]),
      nextDueAt: () => Promise.resolve(null),
      duePerMinute: () => Promise.resolve([0]),
      withOpenRound: () => Promise.resolve([]),
      lastAliveAt: () => Promise.resolve(null),
      markAlive: (now) => (signs.push((now - begin) / minuteMs), Promise.resolve()),
      tidy: () => Promise.resolve(),
    },
    handle: () => Promise.resolve([]),
    clock: { now: () => begin + elapsedMs },
    timekeeper: { look: () => Promise.resolve(), doubtedUntil: () => null },
    timers,
    log: createLog('silent'),
    means: { sendRate: 30, spreadMinutes: 5 },
    onFatal: (error) => {
      throw error;
    },
  });
  return {
    waker,
    signs,
    passes: async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        elapsedMs += minuteMs;
        await beat();
      }
    },
  };
}

test('while nothing happens a sign of life is written at the start and once an hour', async () => {
  const { waker, signs, passes } = heart();
  await waker.start();
  await passes(150);
  expect(signs).toEqual([0, 60, 120]);
});

test('what was done is followed by one within the minute, so that no start goes on from before it', async () => {
  const { waker, signs, passes } = heart();
  await waker.start();
  await passes(30);
  waker.rearm();
  await passes(1);
  expect(signs).toEqual([0, 31]);
  await passes(60);
  expect(signs).toEqual([0, 31, 91]);
});

test('whoever stops it leaves one', async () => {
  const { waker, signs, passes } = heart();
  await waker.start();
  await passes(7);
  await waker.stop();
  expect(signs).toEqual([0, 7]);
});
