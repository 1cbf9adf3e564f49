import { expect, test } from 'vitest';
import { createWaker } from '../../src/app/wake.js';
import { createLog } from '../../src/log.js';

const tookMs = 80;

/** How many couples were asked for, batch by batch, where waking a batch takes long. */
async function batchesOf(couples: number, wakesAtOnce?: number): Promise<readonly number[]> {
  const due = Array.from({ length: couples }, (_, couple) => couple);
  const asked: number[] = [];
  let elapsedMs = 0;
  const waker = createWaker({
    store: {
      ...(wakesAtOnce === undefined ? {} : { wakesAtOnce }),
      due: (_now, limit) => {
        if (due.length > 0) asked.push(limit);
        return Promise.resolve(due.splice(0, limit));
      },
      dueAlone: () => Promise.resolve([]),
      nextDueAt: () => Promise.resolve(null),
      duePerMinute: () => Promise.resolve([0]),
      withOpenRound: () => Promise.resolve([]),
      lastAliveAt: () => Promise.resolve(null),
      markAlive: () => Promise.resolve(),
      tidy: () => Promise.resolve(),
    },
    handle: () => {
      elapsedMs += tookMs;
      return Promise.resolve([]);
    },
    clock: { now: () => elapsedMs },
    timekeeper: { look: () => Promise.resolve(), doubtedUntil: () => null },
    timers: {
      elapsedMs: () => elapsedMs,
      after: () => () => undefined,
      everyMinute: () => () => Promise.resolve(),
      turn: () => Promise.resolve(),
      mayLag: true,
    },
    log: createLog('silent'),
    means: { sendRate: 30, spreadMinutes: 5 },
    onFatal: (error) => {
      throw error;
    },
  });
  await waker.tick();
  return asked;
}

test('a store in this process wakes fewer at once when a batch takes long, since everything else waits', async () => {
  expect(await batchesOf(36)).toEqual([12, 8, 8, 8]);
});

test('a store elsewhere wakes as many as it names, however long that takes', async () => {
  expect(await batchesOf(150, 64)).toEqual([64, 64, 64]);
});
