/** An hour less than Telegram's own limit, for whatever waits on its way. */
const deletableMs = 47 * 3_600_000;

/** Whether a bot may still take away a message of its own; an older one it can only change. */
export function isDeletable(at: number, now: number): boolean {
  return now - at < deletableMs;
}
