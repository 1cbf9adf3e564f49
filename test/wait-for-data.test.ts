import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.js';
import { StorageFailure, StoreRefusal } from '../src/store/failures.js';
import { waitForData } from '../src/wait-for-data.js';

const away = () => Promise.reject(new StorageFailure('ECONNREFUSED', true));

/** Time that passes when somebody waits. */
function waiting() {
  let nowMs = 0;
  const said: { readonly atMs: number; readonly sentence: string }[] = [];
  const stopping = new AbortController();
  return {
    said,
    stopping,
    nowMs: () => nowMs,
    options: {
      log: createLog('silent'),
      signal: stopping.signal,
      onTrouble: (sentence: string) => said.push({ atMs: nowMs, sentence }),
      timers: {
        elapsedMs: () => nowMs,
        after: (delayMs: number, run: () => void) => {
          nowMs += delayMs;
          queueMicrotask(run);
          return () => undefined;
        },
      },
    },
  };
}

describe('a bot whose database does not answer', () => {
  it('waits for it, and says so at once and every minute', async () => {
    const { options, said, nowMs } = waiting();
    const opened = await waitForData(() => (nowMs() < 150_000 ? away() : Promise.resolve('the data')), options);
    expect(opened).toBe('the data');
    expect(said.map(({ atMs }) => atMs)).toEqual([0, 60_000, 120_000]);
    expect(said[0]?.sentence).toMatch(
      /^PostgreSQL does not answer \(ECONNREFUSED\): .*DATABASE_URL and KEYS_DATABASE_URL/,
    );
  });

  it('says nothing where it answers', async () => {
    const { options, said } = waiting();
    expect(await waitForData(() => Promise.resolve('the data'), options)).toBe('the data');
    expect(said).toEqual([]);
  });

  it.each([new StoreRefusal('another key'), new StorageFailure('28P01'), new Error('ours')])(
    'does not wait where it refuses: %s',
    async (error) => {
      const { options, said } = waiting();
      await expect(waitForData(() => Promise.reject(error), options)).rejects.toBe(error);
      expect(said).toEqual([]);
    },
  );

  it('ends when it is told to stop', async () => {
    const { options, stopping } = waiting();
    let tries = 0;
    const opening = waitForData(() => {
      tries += 1;
      if (tries === 3) stopping.abort();
      return away();
    }, options);
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
    expect(tries).toBe(3);
  });
});
