import { expect, it } from 'vitest';
import type { Room } from '../../src/core/room/scene.js';
import type { RoomOutgoing, RoomRow, RoomTask, Rule, Store } from '../../src/store/store.js';
import { outcome } from '../support/outgoing.js';
import type { OpenEmpty } from './contract.js';
import {
  agrees,
  anne,
  applyOne,
  bram,
  codeOf,
  from,
  joins,
  leavesEachOther,
  monday,
  ofCouple,
  pairUp,
  perform,
  sceneOf,
  theCouple,
  withCode,
  withCouple,
} from './support.js';

const chat = '-1001234567890';
const room: Room = {
  ...({ state: 'open', chat, maker: 1, language: 'nl', since: monday, reason: null, lookAt: null } as const),
  ...{ isMissingTold: false, hasStranded: false, posts: [], usedAt: monday },
};

const check: RoomTask = { kind: 'check', chat, asked: null };
const post = (round: string): RoomTask => ({ kind: 'post', chat, round, params: { text: round } });
const leave: RoomTask = { kind: 'leave', chat };
const laid = (...tasks: readonly RoomTask[]): readonly RoomOutgoing[] =>
  tasks.map((task) => ({ do: 'task', couple: task.kind === 'leave' ? null : 9, task }));

/** With these things to be done. */
const does =
  (...rooms: readonly RoomOutgoing[]): Rule =>
  (scene) =>
    outcome(scene, { rooms });

const hasRoom: Rule = (scene) => outcome(withCouple(scene, { ...theCouple(scene), room }));

async function withRoom(open: OpenEmpty): Promise<Store> {
  const store = await open();
  await pairUp(store);
  await perform(store, from(anne), hasRoom);
  return store;
}

const kindsOf = (rows: readonly RoomRow[]) => rows.map(({ task }) => (task.kind === 'post' ? task.round : task.kind));

async function takeAll(store: Store): Promise<readonly RoomRow[]> {
  const taken: RoomRow[] = [];
  for (;;) {
    const rows = await store.claimRooms(
      monday,
      10,
      taken.map(({ id }) => ({ row: id, as: 'done' })),
    );
    if (rows.length === 0) return taken;
    taken.push(...rows);
  }
}

/** Which group is whose, and what is to be done there. */
export function describeRooms(open: OpenEmpty): void {
  it('finds a couple by its group, and who of those named there is one of them', async () => {
    const store = await withRoom(open);
    const told = { chat, people: [bram, '700000003'], tapped: 7 };
    const scene = await sceneOf(store, from(anne, { origin: { from: 'group', chat }, room: told }));
    const [, bramId] = theCouple(scene).members;
    expect(scene).toMatchObject({ actor: null, about: 9, inRoom: { couple: 9, named: [bramId, null], tapped: 7 } });
    expect(await store.withRoom(0, 10)).toEqual([9]);
    const elsewhere = from(anne, { origin: { from: 'group', chat: '-5' }, room: { ...told, chat: '-5' } });
    expect(await applyOne(store, elsewhere, does())).toEqual({ result: 'seen' });
  });

  it('knows a group by its new id, and no more once there is no room', async () => {
    const store = await withRoom(open);
    await perform(store, from(anne), (scene) => {
      const couple = theCouple(scene);
      return outcome(withCouple(scene, { ...couple, room: { ...room, chat: '-77' } }));
    });
    const inGroup = (id: string) =>
      from(anne, { origin: { from: 'group', chat: id }, room: { chat: id, people: [], tapped: null } });
    expect(await applyOne(store, inGroup(chat), does())).toEqual({ result: 'seen' });
    expect((await sceneOf(store, inGroup('-77'))).about).toBe(9);
    await perform(store, from(anne), (scene) => outcome(withCouple(scene, { ...theCouple(scene), room: null })));
    expect(await store.withRoom(0, 10)).toEqual([]);
  });

  it('lets a group be the room of one couple', async () => {
    const store = await withRoom(open);
    await perform(store, from('700000005'), agrees(8));
    await perform(store, from('700000006', { command: withCode(codeOf(8)) }), joins);
    expect((await applyOne(store, from('700000005'), hasRoom)).result).toBe('failed');
  });

  it('gives one thing at a time in a group, in order, with the addresses of the two', async () => {
    const store = await withRoom(open);
    await perform(store, from(anne), does(...laid(check, post('r1'), leave)));
    const first = await store.claimRooms(monday, 10);
    expect(kindsOf(first)).toEqual(['check']);
    expect(first[0]).toMatchObject({ couple: 9, people: [anne, bram], attempts: 1 });
    expect(await store.claimRooms(monday, 10)).toEqual([]);
    const row = first[0]?.id ?? 0;
    const later = await store.claimRooms(monday, 10, [{ row, as: 'retry', notBefore: monday + 5000 }]);
    expect(later).toEqual([]);
    expect(await store.nextRoomAt()).toBe(monday + 5000);
    expect(await store.claimRooms(monday + 5000, 10)).toMatchObject([{ id: row, attempts: 2 }]);
    expect(kindsOf(await store.claimRooms(monday, 10, [{ row, as: 'done' }]))).toEqual(['r1']);
  });

  it('takes back what was not laid, of one round or of all, and nothing else', async () => {
    const store = await withRoom(open);
    await perform(store, from(anne), does(...laid(check, post('r1'), post('r2'))));
    await perform(store, from(bram), does({ do: 'recall', couple: 9, round: 'r1' }));
    expect(kindsOf(await takeAll(store))).toEqual(['check', 'r2']);
    await perform(store, from(anne), does(...laid(post('r3'), leave)));
    await perform(store, from(bram), does({ do: 'recall', couple: 9, round: null }));
    expect(kindsOf(await takeAll(store))).toEqual(['leave']);
  });

  it('does not try again what was taken back while it was under way, also after a crash', async () => {
    const store = await withRoom(open);
    await perform(store, from(anne), does(...laid(post('r1'))));
    const [row] = await store.claimRooms(monday, 10);
    await perform(store, from(bram), does({ do: 'recall', couple: 9, round: null }));
    await store.claimRooms(monday, 0, [{ row: row?.id ?? 0, as: 'retry', notBefore: monday }]);
    expect(await store.nextRoomAt()).toBeNull();
    await perform(store, from(anne), does(...laid(post('r2'))));
    await store.claimRooms(monday, 10);
    await perform(store, from(bram), does({ do: 'recall', couple: 9, round: null }));
    await store.recover(monday);
    expect(await takeAll(store)).toEqual([]);
  });

  it('goes on after a crash with what was under way', async () => {
    const store = await withRoom(open);
    await perform(store, from(anne), does(...laid(post('r1'))));
    await store.claimRooms(monday, 10);
    await store.recover(monday + 1000);
    expect(kindsOf(await store.claimRooms(monday + 1000, 10))).toEqual(['r1']);
  });

  it('loses with a couple what was to be laid for it, and not what takes away and leaves', async () => {
    const store = await withRoom(open);
    await perform(store, from(anne), does(...laid(post('r1'))));
    await perform(store, from(anne), (scene) => ({ ...leavesEachOther(scene), rooms: laid(leave) }));
    const rows = await takeAll(store);
    expect(rows).toMatchObject([{ couple: null, task: leave, people: [] }]);
    expect(await store.withRoom(0, 10)).toEqual([]);
  });

  it('opens what is to be laid also when the couple has another key since', async () => {
    const store = await withRoom(open);
    await perform(store, from(anne), does(...laid(post('r1'))));
    await perform(store, ofCouple(9), (scene) => outcome(scene, { rekeyed: [{ people: [], couples: [9] }] }));
    expect(kindsOf(await takeAll(store))).toEqual(['r1']);
  });
}
