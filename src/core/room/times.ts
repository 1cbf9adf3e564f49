import type { Couple } from '../scene.js';
import type { Instant } from '../ids.js';
import type { RoomPost, RoomState } from './scene.js';
import { hourMs, dayMs } from '../time/durations.js';

/** What could not be laid in the room by then opens in their own chats. */
export const patienceMs = 10 * 60_000;
/** An update may have been lost: whoever is missing is looked for again after so long. */
export const missingMs = hourMs;
/** While a breather or a listening round holds the rest back, nobody is asked about a room. */
export const calmMs = hourMs / 4;

/** How long a state lasts by itself: until both said yes, or without a word laid there. */
const lastsMs: Readonly<Record<RoomState, number>> = {
  found: 24 * hourMs,
  proposed: 24 * hourMs,
  open: 100 * dayMs,
  shut: 100 * dayMs,
};

/** When the bot leaves by itself; null while there is no room. */
export function endsAt({ room }: Couple): Instant | null {
  if (room === null) return null;
  const isMaking = room.state === 'found' || room.state === 'proposed';
  return (isMaking ? room.since : room.usedAt) + lastsMs[room.state];
}

/**
 * When the bot's messages in the room are deleted: words when their time is up, and all else together with the last of
 * them.
 */
export function untilOf({ round, askedAt, keepDays }: RoomPost): Instant | null {
  return round === null ? null : askedAt + keepDays * dayMs;
}

/** When the clock must look at a room. While the clock is in doubt, opening and checking go on, and ending waits. */
export function roomTimes(couple: Couple): {
  readonly goOn: readonly (Instant | null)[];
  readonly wait: readonly (Instant | null)[];
} {
  const coming = couple.opened.map((one) => (one.room === 'coming' ? one.openedAt + patienceMs : null));
  const { room } = couple;
  return {
    goOn: [...coming, room?.lookAt ?? null],
    wait: [endsAt(couple), ...(room?.posts ?? []).map(untilOf)],
  };
}
