import type { Inbound } from '../store/store.js';
import { minuteMs } from '../core/time/durations.js';

/**
 * What one person may send in a minute. No thumb keeps this up, and far less is enough for Telegram to let us answer
 * only one in two; it costs nobody else a moment, since what is over it is not even looked at.
 */
export const commandsAMinute = 100;

/** What a person sent, or, the first time it is too much, word of that in its place; null for what is passed over after it. */
export type Flood = (inbound: Inbound, elapsedMs: number) => Inbound | null;

/** Counts in memory, a minute of a stopwatch at a time: a restart or a new minute begins at nothing. */
export function createFlood(): Flood {
  let minute = 0;
  let counts = new Map<string, number>();
  return (inbound, elapsedMs) => {
    const { origin, command } = inbound;
    if (origin.from !== 'address' || command.type === 'block' || command.type === 'unblock') return inbound;
    if (Math.floor(elapsedMs / minuteMs) !== minute) {
      minute = Math.floor(elapsedMs / minuteMs);
      counts = new Map();
    }
    // Whoever wants out or help is heard however much else they sent.
    const isWayOut = command.type === 'stop' || command.type === 'erase' || command.type === 'inform';
    const counted = `${isWayOut ? 'out' : 'all'} ${origin.address}`;
    const count = (counts.get(counted) ?? 0) + 1;
    counts.set(counted, count);
    if (count <= commandsAMinute) return inbound;
    return count === commandsAMinute + 1 ? { ...inbound, command: { type: 'tooFast' } } : null;
  };
}
