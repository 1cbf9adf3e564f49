import type { RoomsRows } from '../rooms.js';
import { change, look, lookUp } from './rows.js';
import type { RoomRow, WorkingSet } from './working-set.js';

/** Rows that may be claimed are loaded before; what is settled, lands or comes next is done in the database at once. */
export function roomsRowsOf(set: WorkingSet): RoomsRows {
  const { rooms, roomRows } = set;
  const knows = (id: number) => set.knows({ what: 'roomRows', id });
  const alter = (id: number, how: (row: RoomRow) => Partial<RoomRow>) => {
    const row = roomRows.get(id);
    if (row !== undefined) roomRows.put({ ...row, ...how(row) });
  };
  const elsewhere = () => {
    throw new Error('this is asked of the database, not of a working set');
  };
  return {
    byLookup: lookUp(({ lookup }) => {
      const hex = lookup.toString('hex');
      const row = rooms.get(hex);
      if (row === undefined) set.knows({ what: 'room', lookup: hex });
      return row;
    }),
    put: change(({ lookup, coupleId }) => {
      rooms.put({ lookup: lookup.toString('hex'), coupleId });
    }),
    drop: change(({ coupleId }) => {
      if (knows(coupleId)) for (const { lookup } of rooms.ofGroup(coupleId)) rooms.remove(lookup);
    }),
    insert: change((row) => {
      roomRows.put({ ...row, isFlying: false, attempts: 0, isLast: false });
    }),
    ofCouple: look(({ coupleId }) =>
      knows(coupleId) ? roomRows.ofGroup(coupleId).toSorted((one, other) => one.id - other.id) : [],
    ),
    ready: look(({ now, limit }) =>
      roomRows
        .all()
        .filter(({ isFlying, dueAt }) => !isFlying && dueAt <= now)
        .toSorted((one, other) => one.dueAt - other.dueAt || one.id - other.id)
        .slice(0, limit),
    ),
    fly: change(({ id }) => {
      alter(id, ({ attempts }) => ({ isFlying: true, attempts: attempts + 1 }));
    }),
    last: change(({ id }) => {
      alter(id, () => ({ isLast: true }));
    }),
    reseal: change(({ id, payload }) => {
      alter(id, () => ({ payload }));
    }),
    remove: change(({ id }) => {
      roomRows.remove(id);
    }),
    withRoom: look(elsewhere),
    byId: look(elsewhere),
    retry: change(elsewhere),
    land: change(elsewhere),
    removeLast: change(elsewhere),
    nextDue: look(elsewhere),
  };
}
