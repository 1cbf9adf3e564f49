/** Something to wait on: rung while nobody waits, it ends the next wait at once. */
export interface Bell {
  readonly ring: () => void;
  /** Resolves when rung, or after this many milliseconds. */
  readonly wait: (limitMs: number) => Promise<void>;
}

export function createBell(): Bell {
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
          clearTimeout(timer);
          isRung = false;
          wake = null;
          resolve();
        };
        const timer = setTimeout(done, Math.max(0, limitMs));
        wake = done;
        if (isRung) done();
      }),
  };
}
