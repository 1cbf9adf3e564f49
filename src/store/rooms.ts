import type { CoupleId, Instant, RoundId } from '../core/ids.js';
import type { Couple } from '../core/scene.js';
import type { Couples, StoredCouple } from './couples.js';
import { roomTaskFormat } from './documents.js';
import { readDocument, writeDocument } from './document-format.js';
import { unlessBroken } from './failures.js';
import type { Change, Look } from './look.js';
import type { People } from './people.js';
import { places } from './places.js';
import type { KeyId, TableKeys } from './sealing.js';
import type { RoomOutgoing, RoomRow, RoomSettlement, RoomTask } from './store.js';

interface ById {
  readonly id: number;
}

interface OfCouple {
  readonly coupleId: CoupleId;
}

interface Sealed {
  readonly payload: Buffer;
}

interface Waiting extends ById, Sealed {
  readonly coupleId: CoupleId | null;
  readonly attempts: number;
}

/** The rows behind it. */
export interface RoomsRows {
  readonly byLookup: Look<{ readonly lookup: Buffer }, OfCouple>;
  readonly put: Change<OfCouple & { readonly lookup: Buffer }>;
  readonly drop: Change<OfCouple>;
  /** Couples with a room, in order of their numbers. */
  readonly withRoom: Look<{ readonly after: CoupleId; readonly limit: number }, OfCouple>;
  readonly insert: Change<
    ById & Sealed & { readonly coupleId: CoupleId | null; readonly queue: number; readonly dueAt: Instant }
  >;
  readonly ofCouple: Look<OfCouple, ById & Sealed & { readonly isFlying: boolean }>;
  /** The first of each queue that is due and not under way. */
  readonly ready: Look<{ readonly now: Instant; readonly limit: number }, Waiting>;
  readonly fly: Change<ById>;
  readonly byId: Look<ById, { readonly isLast: boolean }>;
  readonly retry: Change<ById & { readonly dueAt: Instant }>;
  /** It is under way, and not tried again. */
  readonly last: Change<ById>;
  readonly reseal: Change<ById & Sealed>;
  readonly remove: Change<ById>;
  /** After a crash, what was under way and may be tried again. */
  readonly land: Change<{ readonly now: Instant }>;
  readonly removeLast: Change<object>;
  readonly nextDue: Look<object, { readonly dueAt: Instant }>;
}

/** Which group is whose room, and what is still to be done there. */
export interface Rooms {
  idByChat(chat: string): CoupleId | null;
  /** The couple's room is known by its group from here on. */
  note(before: Couple | null, after: Couple): void;
  withRoom(after: CoupleId, limit: number): readonly CoupleId[];
  write(one: RoomOutgoing, couples: Couples, now: Instant): void;
  /** What is to be laid there still, sealed with the key the couple has now. */
  reseal(id: CoupleId, before: KeyId, after: KeyId): void;
  claim(couples: Couples, people: People, now: Instant, limit: number): readonly RoomRow[];
  settle(settlement: RoomSettlement): void;
  nextAt(): Instant | null;
  isWanted(row: number): boolean;
  recover(now: Instant): void;
}

/** Who is to be found in the group, by their addresses; nobody of whom none is known. */
function addressesOf({ couple }: StoredCouple, people: People): readonly string[] {
  return couple.members.flatMap((id) => people.byId(id)?.address ?? []);
}

/** Null for what does not open. */
function taskReaderOf(vault: TableKeys) {
  return ({ id, payload }: ById & Sealed, couple: CoupleId | null, key: KeyId | null): RoomTask | null =>
    unlessBroken(() => readDocument(roomTaskFormat, vault.unseal(key, places.roomRow(id, couple), payload)).task);
}

export function roomsOf(vault: TableKeys, rows: RoomsRows, nextId: () => number): Rooms {
  const lookup = (chat: string) => vault.lookup('room', chat);
  /** In one group one thing after another: nothing is left before it is empty. */
  const queueOf = (chat: string) => lookup(chat).readUIntBE(0, 6);

  const taskIn = taskReaderOf(vault);

  return {
    idByChat: (chat) => rows.byLookup.get({ lookup: lookup(chat) })?.coupleId ?? null,
    note(before, after) {
      const [had, has] = [before?.room?.chat ?? null, after.room?.chat ?? null];
      if (had === has) return;
      if (had !== null) rows.drop.run({ coupleId: after.id });
      if (has !== null) rows.put.run({ lookup: lookup(has), coupleId: after.id });
    },
    withRoom: (after, limit) => rows.withRoom.all({ after, limit }).map(({ coupleId }) => coupleId),
    write(one, couples, now) {
      const stored = one.couple === null ? null : couples.byId(one.couple);
      if (one.do === 'recall') {
        if (stored !== null) recall(rows, taskIn, stored, one.round);
        return;
      }
      if (one.couple !== null && stored === null) return;
      const id = nextId();
      const document = () => writeDocument(roomTaskFormat, { task: one.task });
      rows.insert.run({
        id,
        coupleId: one.couple,
        queue: queueOf(one.task.chat),
        dueAt: now,
        payload: vault.seal(stored?.keyId ?? null, places.roomRow(id, one.couple), document),
      });
    },
    reseal(coupleId, before, after) {
      const place = (id: number) => places.roomRow(id, coupleId);
      for (const { id, payload } of rows.ofCouple.all({ coupleId })) {
        const plain = unlessBroken(() => vault.unseal(before, place(id), payload));
        if (plain !== null) rows.reseal.run({ id, payload: vault.seal(after, place(id), () => plain) });
      }
    },
    claim(couples, people, now, limit) {
      const claimed: RoomRow[] = [];
      for (const row of rows.ready.all({ now, limit })) {
        const stored = row.coupleId === null ? null : unlessBroken(() => couples.byId(row.coupleId ?? 0));
        const task = taskIn(row, row.coupleId, stored?.keyId ?? null);
        if (task === null) {
          // What does not open never will.
          rows.remove.run({ id: row.id });
          continue;
        }
        rows.fly.run({ id: row.id });
        const addresses = stored === null ? [] : (unlessBroken(() => addressesOf(stored, people)) ?? []);
        claimed.push({ id: row.id, couple: row.coupleId, task, attempts: row.attempts + 1, people: addresses });
      }
      return claimed;
    },
    settle(settlement) {
      const row = rows.byId.get({ id: settlement.row });
      if (row === undefined) return;
      if (settlement.as === 'done' || row.isLast) rows.remove.run({ id: settlement.row });
      else rows.retry.run({ id: settlement.row, dueAt: settlement.notBefore });
    },
    nextAt: () => rows.nextDue.get({})?.dueAt ?? null,
    isWanted: (id) => rows.byId.get({ id })?.isLast === false,
    recover(now) {
      rows.removeLast.run({});
      rows.land.run({ now });
    },
  };
}

/** Takes back what was to be laid there, of one round or of all. */
function recall(
  rows: RoomsRows,
  taskIn: ReturnType<typeof taskReaderOf>,
  { couple: { id: coupleId }, keyId }: StoredCouple,
  round: RoundId | null,
): void {
  for (const row of rows.ofCouple.all({ coupleId })) {
    const task = taskIn(row, coupleId, keyId);
    const isMeant = task?.kind === 'post' && (round === null || task.round === round);
    if (task === null || isMeant) (row.isFlying ? rows.last : rows.remove).run({ id: row.id });
  }
}
