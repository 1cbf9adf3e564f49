import type { Event } from '../event.js';
import type { Instant } from '../ids.js';
import type { Couple } from '../scene.js';
import type { RoomLeaving } from './event.js';
import type { RoomReason } from './scene.js';

/** What comes with the end of a room, in the same moment. */

/**
 * As long as a round can be replied to, both need it in their own chats, where replies are made; and perhaps nobody has
 * read it yet.
 */
const atHandMs = 24 * 3_600_000;

/** What was to open in the room, or opened there very recently, opens in their own chats. */
export function toOwnChats({ id, opened }: Couple, now: Instant): readonly Event[] {
  return opened.flatMap(({ room, round, openedAt }): readonly Event[] =>
    room === 'coming' || (room === 'laid' && openedAt + atHandMs > now)
      ? [{ type: 'roomGivenUp', couple: id, round: round.id }]
      : [],
  );
}

export function leaves(couple: Couple, why: RoomLeaving, now: Instant, reason?: RoomReason): readonly Event[] {
  const left: Event = { type: 'roomLeft', couple: couple.id, why, ...(reason === undefined ? {} : { reason }) };
  return [left, ...toOwnChats(couple, now)];
}
