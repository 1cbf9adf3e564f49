import { describe, expect, it } from 'vitest';
import { createLead } from '../src/lead.js';
import { createLog } from '../src/log.js';
import { LeadLost, StorageFailure } from '../src/store/failures.js';
import { createMemoryStore } from './store/memory/memory-store.js';

/** One who leads when told to, over and over. */
function aStore() {
  const leads: { readonly ends: AbortController; readonly fails: (error: unknown) => void }[] = [];
  let wake: () => void = () => undefined;
  return {
    led: () => leads.at(-1) ?? { ends: new AbortController(), fails: () => undefined },
    /** Resolves when the next lead has begun. */
    next: () =>
      new Promise<void>((resolve) => {
        wake = resolve;
      }),
    store: {
      lead: async (signal: AbortSignal, run: Parameters<ReturnType<typeof createMemoryStore>['lead']>[1]) => {
        const ends = new AbortController();
        const failed = new Promise<never>((_, reject) => {
          leads.push({ ends, fails: reject });
        });
        failed.catch(() => undefined);
        const running = run(createMemoryStore(), AbortSignal.any([signal, ends.signal]));
        wake();
        await running;
        if (ends.signal.aborted) await failed;
      },
    },
  };
}

function leading() {
  const { store, led, next } = aStore();
  const done: string[] = [];
  const fatal: unknown[] = [];
  const troubles: ((error: unknown) => void)[] = [];
  const stopping = new AbortController();
  const lead = createLead({
    store,
    log: createLog('silent'),
    signal: stopping.signal,
    onFatal: (error) => fatal.push(error),
    begin: (_, undo, onFatal) => {
      troubles.push(onFatal);
      for (const name of ['courier', 'waker']) {
        done.push(`${name} begins`);
        undo.push(() => {
          done.push(`${name} ends`);
          return Promise.resolve();
        });
      }
      return Promise.resolve(`lead ${String(troubles.length)}`);
    },
  });
  return { lead, led, next, done, fatal, troubles, stopping };
}

describe('a process that leads', () => {
  it('ends what runs in the reverse order, once, when it is stopped', async () => {
    const { lead, done, fatal } = leading();
    expect(await lead.first).toBe('lead 1');
    expect(lead.state()).toBe('leads');
    await lead.stop();
    expect(done).toEqual(['courier begins', 'waker begins', 'waker ends', 'courier ends']);
    expect(lead.running()).toBeNull();
    expect(fatal).toEqual([]);
  });

  it('ends what runs when it loses the lead, and begins anew when it has it again', async () => {
    const { lead, led, next, done, fatal } = leading();
    await lead.first;
    const again = next();
    led().fails(new LeadLost());
    led().ends.abort();
    await again;
    expect(done).toEqual([
      ...['courier begins', 'waker begins', 'waker ends', 'courier ends'],
      ...['courier begins', 'waker begins'],
    ]);
    expect(fatal).toEqual([]);
    await lead.stop();
  });

  it('goes for the lead again after a failure of the database that passes', async () => {
    const { lead, next, troubles, fatal } = leading();
    await lead.first;
    const again = next();
    troubles[0]?.(new StorageFailure('57P01', true));
    await again;
    expect(fatal).toEqual([]);
    await lead.stop();
  });

  it('stops for good at any other failure, having ended what ran', async () => {
    const { lead, troubles, done, fatal } = leading();
    await lead.first;
    troubles[0]?.(new StorageFailure('SQLITE_FULL'));
    await lead.stop();
    expect(fatal).toEqual([new StorageFailure('SQLITE_FULL')]);
    expect(done.at(-1)).toBe('courier ends');
  });

  it('says at once what keeps it from beginning', async () => {
    const lead = createLead({
      store: createMemoryStore(),
      log: createLog('silent'),
      signal: new AbortController().signal,
      onFatal: () => undefined,
      begin: () => Promise.reject(new Error('no such token')),
    });
    await expect(lead.first).rejects.toThrow('no such token');
    await lead.stop();
  });

  it('says that the database is away at once and every minute, and not every second', async () => {
    let nowMs = 0;
    const saidAtMs: number[] = [];
    const { store } = aStore();
    const lead = createLead({
      store: {
        lead: (signal, run) =>
          nowMs < 150_000 ? Promise.reject(new StorageFailure('ECONNREFUSED', true)) : store.lead(signal, run),
      },
      log: createLog('warn', { write: () => void saidAtMs.push(nowMs) }),
      signal: new AbortController().signal,
      timers: {
        elapsedMs: () => nowMs,
        after: (delayMs, then) => {
          nowMs += delayMs;
          queueMicrotask(then);
          return () => undefined;
        },
      },
      onFatal: () => undefined,
      begin: () => Promise.resolve('leads'),
    });
    expect(await lead.first).toBe('leads');
    expect(saidAtMs).toEqual([0, 60_000, 120_000]);
    await lead.stop();
  });
});
