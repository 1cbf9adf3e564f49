import type { CoupleId, Instant } from '../../core/ids.js';
import type { RoomRow, RoomSettlement } from '../store.js';
import type { Asked } from './connect.js';
import { loadRoomRows } from './load.js';
import { gather, tablesOf, work, type House } from './transaction.js';

const isInFront = `not is_flying and not exists
  (select 1 from room_rows before where before.queue = room_rows.queue and before.id < room_rows.id)`;

export async function claimRooms(
  asked: Asked,
  house: House,
  settlements: readonly RoomSettlement[],
  now: Instant,
  limit: number,
): Promise<readonly RoomRow[]> {
  await settle(asked, settlements);
  const ready = await asked.query<{ id: number; coupleId: number | null }>(
    `select id, couple_id as "coupleId" from room_rows where due_at <= $1 and ${isInFront} order by due_at, id limit $2`,
    [now, limit],
  );
  if (ready.length === 0) return [];
  const couples = new Set(ready.flatMap(({ coupleId }) => coupleId ?? []));
  const seats = await asked.query<{ id: number }>(
    'select person_id as id from members where couple_id = any($1::bigint[])',
    [[...couples]],
  );
  const set = await gather(asked, house, { people: new Set(seats.map(({ id }) => id)), couples }, () => []);
  await loadRoomRows(
    asked,
    set,
    ready.map(({ id }) => id),
  );
  return work(asked, house, set, tablesOf(set, house.defaults), (tables) =>
    tables.rooms.claim(tables.couples, tables.people, now, limit),
  );
}

async function settle(asked: Asked, settlements: readonly RoomSettlement[]): Promise<void> {
  if (settlements.length === 0) return;
  const done = settlements.filter(({ as }) => as === 'done').map(({ row }) => row);
  const again = settlements.filter((one) => one.as === 'retry');
  const rows = again.map(({ row }) => row);
  await asked.query('delete from room_rows where id = any($1::bigint[]) or (is_last and id = any($2::bigint[]))', [
    done,
    rows,
  ]);
  await asked.query(
    `update room_rows set is_flying = false, due_at = later.at
      from unnest($1::bigint[], $2::bigint[]) as later (id, at) where room_rows.id = later.id`,
    [rows, again.map(({ notBefore }) => notBefore)],
  );
}

export async function nextRoomAt(asked: Asked): Promise<Instant | null> {
  const [row] = await asked.query<{ next: number | null }>(
    `select min(due_at) as next from room_rows where ${isInFront}`,
  );
  return row?.next ?? null;
}

export async function isWanted(asked: Asked, id: number): Promise<boolean> {
  const sql = 'select 1 from room_rows where id = $1 and not is_last';
  return (await asked.query(sql, [id])).length > 0;
}

export async function withRoom(asked: Asked, after: CoupleId, limit: number): Promise<readonly CoupleId[]> {
  const sql = 'select couple_id as id from rooms where couple_id > $1 order by couple_id limit $2';
  return (await asked.query<{ id: number }>(sql, [after, limit])).map(({ id }) => id);
}

export async function recoverRooms(asked: Asked, now: Instant): Promise<void> {
  await asked.query('delete from room_rows where is_last');
  await asked.query('update room_rows set is_flying = false, due_at = $1 where is_flying', [now]);
}
