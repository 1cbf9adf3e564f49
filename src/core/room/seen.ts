import type { Couple, Person } from '../scene.js';
import type { Room } from './scene.js';

/**
 * The room as far as one of the two knows of it. A group to which the other has added the bot is nothing to them until
 * they are asked: it may be one that the other picked by mistake.
 */
export function roomSeenBy(couple: Pick<Couple, 'room'> | null, { id }: Pick<Person, 'id'>): Room | null {
  const room = couple?.room ?? null;
  return room?.state === 'found' && room.maker !== id ? null : room;
}
