/** The one source of time: the system's, or the demo's. Epoch milliseconds, never running backwards. */
export interface Clock {
  now(): number;
}

export function systemClock(): Clock {
  return steady(() => Date.now());
}

/** A clock that stands still where its source would go back. */
export function steady(source: () => number): Clock {
  let latest = 0;
  return {
    now: () => {
      latest = Math.max(latest, Math.floor(source()));
      return latest;
    },
  };
}
