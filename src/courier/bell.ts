import type { Timers } from '../timers.js';

/** Something to wait on: rung while nobody waits, it ends the next wait at once. */
export interface Bell {
  readonly ring: () => void;
  /** Resolves when rung, or after this many milliseconds. */
  readonly wait: (limitMs: number) => Promise<void>;
}

export function createBell(timers: Timers): Bell {
  let isRung = false;
  let wake: (() => void) | null = null;

  return {
    ring: () => {
      isRung = true;
      wake?.();
    },
    wait: (limitMs) =>
      new Promise((resolve) => {
        const done = () => {
          callOff();
          isRung = false;
          wake = null;
          resolve();
        };
        const callOff = timers.after(Math.max(0, limitMs), done);
        wake = done;
        if (isRung) done();
      }),
  };
}
