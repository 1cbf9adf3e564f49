import type { Log } from './log.js';
import { isPassing } from './store/failures.js';
import type { Duty, SharedStore } from './store/store.js';
import { atMostEveryMinute, pause, systemTimers, type Timers } from './timers.js';

/** What a process does while it leads. */
export interface Office<Running> {
  /** Begins everything; whatever it pushes to `undo` is called in reverse order, also when it fails halfway. */
  readonly begin: (duty: Duty, undo: (() => Promise<void>)[], onFatal: (error: unknown) => void) => Promise<Running>;
}

/** `waits`: another process leads. */
export type LeadState = 'waits' | 'begins' | 'leads';

export interface Lead<Running> {
  /** What runs, once this process leads for the first time; rejects with what keeps it from that. */
  readonly first: Promise<Running>;
  running(): Running | null;
  state(): LeadState;
  /** Ends what runs, and goes for the lead no more. */
  stop(): Promise<void>;
}

export interface LeadOptions<Running> extends Office<Running> {
  readonly store: Pick<SharedStore, 'lead'>;
  readonly log: Log;
  /** The system's when absent. */
  readonly timers?: Pick<Timers, 'after' | 'elapsedMs'>;
  /** Ends it as `stop` does. */
  readonly signal: AbortSignal;
  /** Called once, when it has led and cannot go on. */
  readonly onFatal: (error: unknown) => void;
}

/** After how long an unreachable database is tried again. */
const againMs = 1_000;

/**
 * Takes the lead whenever it can, for as long as the process lives. Each time it gets the lead, all work begins again from
 * what is stored, as after a start. Losing the lead, or a database that is away for a moment, is no reason to stop.
 */
export function createLead<Running>(options: LeadOptions<Running>): Lead<Running> {
  const { store, log, timers = systemTimers, onFatal, begin } = options;
  const stopping = new AbortController();
  const signal = AbortSignal.any([stopping.signal, options.signal]);
  let running: Running | null = null;
  let state: LeadState = 'waits';
  let hasLed = false;
  const first = promised<Running>();

  async function run(duty: Duty, ends: AbortSignal): Promise<void> {
    state = 'begins';
    const undo: (() => Promise<void>)[] = [];
    const failed = promised<never>();
    try {
      running = await begin(duty, undo, failed.reject);
      state = 'leads';
      hasLed = true;
      first.resolve(running);
      await Promise.race([aborted(ends), failed.promise]);
    } finally {
      running = null;
      for (const end of undo.splice(0).reverse()) await end();
      state = 'waits';
    }
  }

  async function leadOn(): Promise<void> {
    let complain = atMostEveryMinute(timers);
    for (;;) {
      try {
        await store.lead(signal, (duty, ends) => {
          complain = atMostEveryMinute(timers);
          return run(duty, ends);
        });
      } catch (error) {
        if (!isPassing(error)) throw error;
        complain(() => {
          log.warn({ error }, 'this process does not lead any more; it will when it may');
        });
      }
      if (signal.aborted) return;
      await pause(timers, againMs, signal);
    }
  }

  const ended = leadOn().then(
    () => {
      first.reject(new Error('it was stopped before it led'));
    },
    (error: unknown) => {
      if (hasLed) onFatal(error);
      else first.reject(error);
    },
  );

  return {
    first: first.promise,
    running: () => running,
    state: () => state,
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

/** A promise with the functions that settle it. A rejection that nobody waits for is not an error. */
function promised<Result>() {
  let resolve: (result: Result) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<Result>((settle, refuse) => {
    resolve = settle;
    reject = refuse;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener(
        'abort',
        () => {
          resolve();
        },
        { once: true },
      );
  });
}
