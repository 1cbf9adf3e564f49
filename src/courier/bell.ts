import type { Timers } from '../timers.js';

/** Something to wait on: rung while nobody waits, it ends the next wait at once. */
export interface Bell {
  readonly ring: () => void;
  /** Resolves when rung (true), or after this many milliseconds (false). */
  readonly wait: (limitMs: number) => Promise<boolean>;
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
        const done = (rung: boolean) => {
          callOff();
          isRung = false;
          wake = null;
          resolve(rung);
        };
        const callOff = timers.after(Math.max(0, limitMs), () => {
          done(false);
        });
        wake = () => {
          done(true);
        };
        if (isRung) wake();
      }),
  };
}
