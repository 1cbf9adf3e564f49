/** The emulator's clock: a source of real time, and how far the control side has moved away from it. */
export interface Clock {
  offsetMs: number;
  nowMs(): number;
}

export function createClock(sourceMs: () => number): Clock {
  return {
    offsetMs: 0,
    nowMs() {
      return sourceMs() + this.offsetMs;
    },
  };
}

/** Bot API dates are whole seconds. */
export function toSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}
