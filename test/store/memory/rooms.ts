import { createHash } from 'node:crypto';
import { roomsOf, type Rooms, type RoomsRows } from '../../../src/store/rooms.js';
import type { TableKeys } from '../../../src/store/sealing.js';
import type { Data, RoomRowKept } from './data.js';

/** Nothing lies anywhere that would have to be sealed. */
const open: TableKeys = {
  draw: () => 0,
  lookup: (_, value) => createHash('sha256').update(value).digest(),
  seal: (_key, _place, plain) => plain(),
  unseal: (_key, _place, sealed) => sealed,
};

export function memoryRoomsOf(data: Data): Rooms {
  return roomsOf(open, rowsOf(data), data.nextId);
}

function rowsOf({ rooms, roomRows }: Data): RoomsRows {
  const all = () => [...roomRows.values()].toSorted((one, other) => one.id - other.id);
  const inFront = () => {
    const queues = new Set<number>();
    return all().filter(({ queue, isFlying }) => {
      const isFirst = !queues.has(queue);
      queues.add(queue);
      return isFirst && !isFlying;
    });
  };
  const byDue = (one: RoomRowKept, other: RoomRowKept) => one.dueAt - other.dueAt || one.id - other.id;
  const looks = <Values, Row>(find: (values: Values) => readonly Row[]) => ({
    get: (values: Values) => find(values)[0],
    all: find,
  });
  const changes = <Values>(work: (values: Values) => void) => ({
    run: (values: Values) => {
      work(values);
      return { changes: 1 };
    },
  });
  const alter = (id: number, how: (row: RoomRowKept) => Partial<RoomRowKept>) => {
    const row = roomRows.get(id);
    if (row !== undefined) roomRows.set(id, { ...row, ...how(row) });
  };
  return {
    byLookup: looks(({ lookup }) =>
      [...rooms.entries()].flatMap(([coupleId, known]) => (known === lookup.toString('hex') ? { coupleId } : [])),
    ),
    put: changes(({ lookup, coupleId }) => {
      if ([...rooms.values()].includes(lookup.toString('hex')))
        throw new Error('a group is the room of another couple');
      rooms.set(coupleId, lookup.toString('hex'));
    }),
    drop: changes(({ coupleId }) => {
      rooms.delete(coupleId);
    }),
    withRoom: looks(({ after, limit }) =>
      [...rooms.entries()]
        .flatMap(([coupleId]) => (coupleId > after ? { coupleId } : []))
        .toSorted((one, other) => one.coupleId - other.coupleId)
        .slice(0, limit),
    ),
    insert: changes((row) => {
      roomRows.set(row.id, { ...row, isFlying: false, attempts: 0, isLast: false });
    }),
    ofCouple: looks(({ coupleId }) => all().filter((row) => row.coupleId === coupleId)),
    ready: looks(({ now, limit }) =>
      inFront()
        .filter(({ dueAt }) => dueAt <= now)
        .toSorted(byDue)
        .slice(0, limit),
    ),
    fly: changes(({ id }) => {
      alter(id, ({ attempts }) => ({ isFlying: true, attempts: attempts + 1 }));
    }),
    byId: looks(({ id }) => all().filter((row) => row.id === id)),
    retry: changes(({ id, dueAt }) => {
      alter(id, () => ({ isFlying: false, dueAt }));
    }),
    last: changes(({ id }) => {
      alter(id, () => ({ isLast: true }));
    }),
    reseal: changes(({ id, payload }) => {
      alter(id, () => ({ payload }));
    }),
    remove: changes(({ id }) => {
      roomRows.delete(id);
    }),
    land: changes(({ now }) => {
      for (const { id, isFlying } of all()) if (isFlying) alter(id, () => ({ isFlying: false, dueAt: now }));
    }),
    removeLast: changes(() => {
      for (const { id, isLast } of all()) if (isLast) roomRows.delete(id);
    }),
    nextDue: looks(() => inFront().toSorted(byDue)),
  };
}
