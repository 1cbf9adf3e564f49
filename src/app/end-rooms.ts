import type { CoupleId } from '../core/ids.js';
import { fromWithin } from '../store/inbound.js';
import type { Duty, Inbound } from '../store/store.js';
import type { Handle } from './handle.js';

const batchSize = 100;

/** At the start of a bot that offers no rooms: those there are come to their end, and both of each couple hear it. */
export async function endRooms(store: Pick<Duty, 'withRoom'>, handle: Handle): Promise<void> {
  for (let after: CoupleId = 0; ;) {
    const couples = await store.withRoom(after, batchSize);
    const last = couples.at(-1);
    if (last === undefined) return;
    await handle(couples.map(ended));
    after = last;
  }
}

function ended(couple: CoupleId): Inbound {
  return fromWithin({ from: 'couple', couple }, { type: 'roomsEnded' });
}
