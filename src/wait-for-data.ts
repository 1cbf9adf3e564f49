import type { Log } from './log.js';
import { isPassing, StorageFailure } from './store/failures.js';
import { atMostEveryMinute, pause, systemTimers, type Timers } from './timers.js';

export interface Waiting {
  readonly log: Log;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  /** Hears what the bot waits for, at once and then every minute, in a sentence for whoever started it. */
  readonly onTrouble?: ((sentence: string) => void) | undefined;
  /** The system's when absent. */
  readonly timers?: Pick<Timers, 'after' | 'elapsedMs'>;
}

const againMs = 1_000;

/**
 * Opens what is stored, as soon as it is there: machines and containers start in any order, so a database that does not answer yet is no
 * reason to stop. One that answers, and refuses, is.
 */
export async function waitForData<Data>(open: () => Promise<Data>, waiting: Waiting): Promise<Data> {
  const { log, signal, onTrouble, timers = systemTimers } = waiting;
  const complain = atMostEveryMinute(timers);
  let wasAway = false;
  for (;;) {
    try {
      const data = await open();
      if (wasAway) log.info('PostgreSQL answers');
      return data;
    } catch (error) {
      signal.throwIfAborted();
      if (!isPassing(error)) throw error;
      wasAway = true;
      complain(() => {
        const code = error instanceof StorageFailure ? ` (${error.code})` : '';
        log.warn({ error }, 'PostgreSQL does not answer; waiting for it');
        onTrouble?.(
          `PostgreSQL does not answer${code}: the bot waits for it. See that both servers run, and that DATABASE_URL and KEYS_DATABASE_URL lead to them.`,
        );
      });
      await pause(timers, againMs, signal);
      signal.throwIfAborted();
    }
  }
}
