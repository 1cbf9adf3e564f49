/** How far ahead the load is looked at. */
export const minutesAhead = 60;

/** A couple that comes due may get a message each. */
const messagesPerCouple = 2;

export interface Means {
  /** Messages a second (SEND_RATE). */
  readonly sendRate: number;
  readonly spreadMinutes: number;
}

/**
 * Whether everything that comes due, minute by minute, can leave within the window the operator set and a minute more.
 * What cannot leave at once waits and adds to the next.
 */
export function canBeMet(duePerMinute: readonly number[], { sendRate, spreadMinutes }: Means): boolean {
  const perMinute = sendRate * 60;
  const windowMinutes = Math.max(1, spreadMinutes);
  let waiting = 0;
  return duePerMinute.every((couples) => {
    waiting += couples * messagesPerCouple;
    const isMet = waiting <= perMinute * windowMinutes;
    waiting = Math.max(0, waiting - perMinute);
    return isMet;
  });
}
