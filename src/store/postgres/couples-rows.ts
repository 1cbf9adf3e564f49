import type { CouplesRows, SeatRow } from '../couples.js';
import { change, look, lookUp } from './rows.js';
import type { CoupleRow, WorkingSet } from './working-set.js';

export function couplesRowsOf(set: WorkingSet): CouplesRows {
  const { couples, members, invites } = set;
  const seatsOf = (id: number) => members.ofGroup(id).toSorted((one, other) => one.seat - other.seat);
  const given = new WeakMap<CoupleRow, readonly SeatRow[]>();
  const read = (row: CoupleRow): readonly SeatRow[] => {
    const seated = seatsOf(row.id).map(({ personId }) => personId);
    const seats = seated.length === 0 ? [null] : seated;
    const known = given.get(row);
    if (known?.length === seats.length && known.every(({ member }, seat) => member === seats[seat])) return known;
    const { keyId, wakeAt, sealed } = row;
    const rows = seats.map((member) => ({ keyId, wakeAt, sealed, member }));
    given.set(row, rows);
    return rows;
  };
  const columnsOf = ({ hasOpenRound, ...rest }: Parameters<CouplesRows['insert']['run']>[0]): CoupleRow => ({
    ...rest,
    hasOpenRound: hasOpenRound === 1,
  });
  const setWakeAt = (row: CoupleRow | undefined, wakeAt: number | null) => {
    if (row !== undefined) couples.put({ ...row, wakeAt });
  };
  return {
    byId: look(({ id }) => {
      const row = set.knows({ what: 'couple', id }) ? couples.get(id) : undefined;
      return row === undefined ? [] : read(row);
    }),
    insert: change((values) => {
      set.noteKnown({ what: 'couple', id: values.id });
      if (couples.get(values.id) !== undefined) throw new Error('there is such a couple already');
      couples.put(columnsOf(values));
    }),
    update: change((values) => {
      couples.put(columnsOf(values));
    }),
    setWakeAt: change(({ id, wakeAt }) => {
      if (set.knows({ what: 'couple', id })) setWakeAt(couples.get(id), wakeAt);
    }),
    ids: look(() => couples.all()),
    wakeAll: change(({ wakeAt }) => {
      for (const row of couples.all()) if (row.wakeAt !== null) setWakeAt(row, wakeAt);
    }),
    remove: change(({ id }) => {
      for (const { personId } of members.ofGroup(id)) members.remove(personId);
      for (const { lookup } of invites.ofGroup(id)) invites.remove(lookup);
      for (const { lookup } of set.rooms.ofGroup(id)) set.rooms.remove(lookup);
      for (const row of set.roomRows.ofGroup(id)) set.roomRows.remove(row.id);
      couples.remove(id);
    }),
    eraseKey: change(({ keyId }) => {
      set.keysToErase.put(keyId);
    }),
    // Pairs are counted when somebody asks. A counter in a row would be locked by every pairing, and all would wait for
    // it.
    countPaired: change(() => undefined),
    ...seatRowsOf(set),
  };
}

type SeatRows = Pick<CouplesRows, 'byCode' | 'ofNobody' | 'addCode' | 'dropCode' | 'clearSeats' | 'takeSeat'>;

function seatRowsOf(set: WorkingSet): SeatRows {
  const { couples, members, invites } = set;
  return {
    byCode: lookUp(({ lookup }) => {
      const hex = lookup.toString('hex');
      const row = invites.get(hex);
      if (row === undefined) set.knows({ what: 'code', lookup: hex });
      return row === undefined ? undefined : { id: row.coupleId };
    }),
    ofNobody: lookUp(() => {
      if (!set.knows({ what: 'nobody' })) return undefined;
      const ids = couples.ofGroup(0).map(({ id }) => id);
      return ids.length === 0 ? undefined : { id: Math.min(...ids) };
    }),
    addCode: change(({ lookup, coupleId }) => {
      const hex = lookup.toString('hex');
      if (invites.get(hex) !== undefined) throw new Error('a code leads to another couple already');
      invites.put({ lookup: hex, coupleId });
    }),
    dropCode: change(({ lookup, coupleId }) => {
      const hex = lookup.toString('hex');
      // It need not be loaded: whoever drops a code knows that it exists.
      invites.load({ lookup: hex, coupleId });
      invites.remove(hex);
    }),
    clearSeats: change(({ coupleId }) => {
      for (const { personId } of members.ofGroup(coupleId)) members.remove(personId);
    }),
    takeSeat: change((seat) => {
      if (members.get(seat.personId) !== undefined) throw new Error('a person has a seat already');
      members.put(seat);
    }),
  };
}
