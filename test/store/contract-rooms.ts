import { expect, it } from 'vitest';
import type { CoupleId } from '../../src/core/ids.js';
import type { RoomOutgoing, RoomRow, RoomTask, Store } from '../../src/store/store.js';
import { outcome } from '../support/outgoing.js';
import type { OpenEmpty } from './contract.js';
import { anne, bram, hourMs, leavesEachOther, monday, ofPerson, pairUp, perform, theCouple } from './support.js';

/** What is to be done in groups: one thing at a time in each, what is called back is not begun, or not tried again. */

const chat = '-1001';
const post = (round: string, where = chat): RoomTask => {
  return { kind: 'post', chat: where, round, params: { text: round }, until: monday + hourMs, blank: '…' };
};
const leave: RoomTask = { kind: 'leave', chat };

async function coupleOf(
  store: Store,
): Promise<{ readonly couple: CoupleId; does: (...all: Errand[]) => Promise<void> }> {
  const { anneId } = await pairUp(store);
  let couple = 0;
  await perform(store, ofPerson(anneId), (scene) => ((couple = theCouple(scene).id), outcome(scene)));
  const does = async (...all: Errand[]) => {
    await perform(store, ofPerson(anneId), (scene) => outcome(scene, { rooms: all.map((one) => one(couple)) }));
  };
  return { couple, does };
}

type Errand = (couple: CoupleId) => RoomOutgoing;
const theirs =
  (task: RoomTask): Errand =>
  (couple) => ({ do: 'task', couple, task });
const nobodys =
  (task: RoomTask): Errand =>
  () => ({ do: 'task', couple: null, task });
const recall =
  (round: string | null): Errand =>
  (couple) => ({ do: 'recall', couple, round });

const claim = (store: Store) => store.claimRooms(monday, 10);
const kinds = (rows: readonly RoomRow[]) =>
  rows.map(({ task }) => (task.kind === 'post' ? `${task.kind} ${String(task.round)}` : task.kind));
const idOf = ([row]: readonly RoomRow[]) => row?.id ?? -1;

export function describeRooms(open: OpenEmpty): void {
  it('one thing at a time in each group, in order, with the addresses of the two', async () => {
    const store = await open();
    const { does } = await coupleOf(store);
    await does(theirs(post('r1')), nobodys(leave), theirs(post('r2', '-1002')));
    const first = await claim(store);
    expect(kinds(first)).toEqual(['post r1', 'post r2']);
    expect(first[0]?.people.toSorted()).toEqual([anne, bram]);
    expect(await claim(store)).toEqual([]);
    const next = await store.claimRooms(monday, 10, [{ row: idOf(first), as: 'done' }]);
    expect(kinds(next)).toEqual(['leave']);
    expect(next[0]?.people).toEqual([]);
  });

  it('what is called back before it was begun is not; another round stays', async () => {
    const store = await open();
    const { does } = await coupleOf(store);
    await does(theirs(post('r1')), theirs(post('r2')));
    await does(recall('r1'));
    expect(kinds(await claim(store))).toEqual(['post r2']);
  });

  it('what is called back while it is under way is wanted no more, and not tried again', async () => {
    const store = await open();
    const { does } = await coupleOf(store);
    await does(theirs(post('r1')));
    const rows = await claim(store);
    expect(await store.isRoomRowWanted(idOf(rows))).toBe(true);
    await does(recall(null));
    expect(await store.isRoomRowWanted(idOf(rows))).toBe(false);
    expect(await store.claimRooms(monday, 10, [{ row: idOf(rows), as: 'retry', notBefore: monday }])).toEqual([]);
    expect(await store.nextRoomAt()).toBeNull();
  });

  it('after a crash what was under way goes again, unless it was called back', async () => {
    const store = await open();
    const { does } = await coupleOf(store);
    await does(theirs(post('r1')), theirs(post('r2', '-1002')));
    await claim(store);
    await does(recall('r1'));
    await store.recover(monday);
    expect(kinds(await claim(store))).toEqual(['post r2']);
  });

  it('with a couple goes what was to be laid there, and not what takes away and leaves', async () => {
    const store = await open();
    const { does, couple } = await coupleOf(store);
    await does(theirs(post('r1')), nobodys(leave));
    const rows = await claim(store);
    await perform(store, ofPerson(1), leavesEachOther);
    expect(await store.isRoomRowWanted(idOf(rows))).toBe(false);
    expect(kinds(await claim(store))).toEqual(['leave']);
    expect(await store.withRoom(0, 10)).not.toContain(couple);
  });

  it('what has to wait comes due at its time', async () => {
    const store = await open();
    const { does } = await coupleOf(store);
    await does(theirs(post('r1')));
    const rows = await claim(store);
    await store.claimRooms(monday, 10, [{ row: idOf(rows), as: 'retry', notBefore: monday + hourMs }]);
    expect(await store.nextRoomAt()).toBe(monday + hourMs);
    expect(await claim(store)).toEqual([]);
    const [again] = await store.claimRooms(monday + hourMs, 10);
    expect(again?.attempts).toBe(2);
  });
}
