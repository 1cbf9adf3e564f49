import { minuteMs } from './core/time/durations.js';

/** What makes things happen later: the system's, or those of a world in which time is made. Handed in, like the clock. */
export interface Timers {
  /** Milliseconds for pace and patience, on a scale that never jumps. */
  elapsedMs(): number;
  /** Runs once after so long, and gives what calls it off. */
  after(delayMs: number, run: () => void): () => void;
  /** The heartbeat: runs every minute, one at a time, and gives what ends it. */
  everyMinute(run: () => Promise<void>): () => Promise<void>;
  /** Resolves once whatever else waits has had its turn. */
  turn(): Promise<void>;
  /**
   * The clock can jump while timers do not notice (a laptop that slept, a demo set forward), so nobody may wait long
   * without a look at it.
   */
  readonly mayLag: boolean;
}

export const systemTimers: Timers = {
  elapsedMs: () => performance.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
  everyMinute: (run) => {
    // Counted from beat to beat, by timers that no setting of the clock can stop or hurry.
    let dueAt = performance.now() + minuteMs;
    let isEnded = false;
    let timer = setTimeout(beat, minuteMs);
    function beat(): void {
      void run().finally(() => {
        dueAt = Math.max(dueAt + minuteMs, performance.now());
        if (!isEnded) timer = setTimeout(beat, dueAt - performance.now());
      });
    }
    return () => {
      isEnded = true;
      clearTimeout(timer);
      return Promise.resolve();
    };
  },
  turn: () => new Promise(setImmediate),
  mayLag: true,
};

/** Ends early when the signal does. */
export function pause(timers: Pick<Timers, 'after'>, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      callOff();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const callOff = timers.after(delayMs, end);
    signal.addEventListener('abort', end);
  });
}

/** Runs what it is given the first time, and then at most once a minute: for a complaint about something that goes on. */
export function atMostEveryMinute(timers: Pick<Timers, 'elapsedMs'>): (run: () => void) => void {
  let ranAtMs = -Infinity;
  return (run) => {
    if (timers.elapsedMs() - ranAtMs < minuteMs) return;
    ranAtMs = timers.elapsedMs();
    run();
  };
}
