import type { CallView } from '../contract.js';

/** The calls bots made, in memory only: their parameters hold people's words. */
export interface CallLog {
  add(call: Omit<CallView, 'seq'>): void;
  /** Calls after a cursor, oldest first. */
  after(seq: number, method: string | null): CallView[];
  /** As `after`, but waits for the first match when there is none yet; empty once the time is up. */
  waitAfter(seq: number, method: string | null, waitMs: number): Promise<CallView[]>;
  last(count: number): CallView[];
  clear(): void;
  stop(): void;
}

const maxCalls = 10_000;

interface Waiter {
  method: string | null;
  resolve(): void;
}

export function createCallLog(onCall: (call: CallView) => void): CallLog {
  let calls: CallView[] = [];
  let nextSeq = 1;
  const waiters = new Set<Waiter>();

  const after = (seq: number, method: string | null) => {
    const wanted = method?.toLowerCase();
    const first = calls[0]?.seq ?? nextSeq;
    const newer = calls.slice(Math.max(0, seq + 1 - first));
    return wanted === undefined ? newer : newer.filter((call) => call.method.toLowerCase() === wanted);
  };

  return {
    add(fields) {
      const call: CallView = { seq: nextSeq, ...fields };
      nextSeq += 1;
      calls.push(call);
      // Cut rarely, in one go: a shift per call would cost more than the call.
      if (calls.length >= 2 * maxCalls) calls = calls.slice(-maxCalls);
      for (const waiter of waiters) {
        if (waiter.method === null || waiter.method === call.method.toLowerCase()) waiter.resolve();
      }
      onCall(call);
    },
    after,
    async waitAfter(seq, method, waitMs) {
      const found = after(seq, method);
      if (found.length > 0 || waitMs <= 0) return found;
      await new Promise<void>((resolve) => {
        const finish = () => {
          clearTimeout(timer);
          waiters.delete(waiter);
          resolve();
        };
        const timer = setTimeout(finish, waitMs);
        const waiter: Waiter = { method: method?.toLowerCase() ?? null, resolve: finish };
        waiters.add(waiter);
      });
      return after(seq, method);
    },
    last: (count) => calls.slice(-count),
    clear() {
      calls = [];
    },
    stop() {
      for (const waiter of waiters) waiter.resolve();
    },
  };
}
