import { and, asc, eq, gt, lte, sql } from 'drizzle-orm';
import { roomsOf, type Rooms } from '../rooms.js';
import { countFrom, type OpenDatabase } from './database.js';
import { roomRows, rooms } from './schema.js';
import { change, given, limitGiven, look, set } from './statements.js';

export function sqliteRoomsOf(database: OpenDatabase): Rooms {
  const rows = { ...prepareRooms(database), ...prepareLooks(database), ...prepareMoves(database) };
  return roomsOf(database.vault, rows, countFrom(database.connection, 'room_rows'));
}

const byId = eq(roomRows.id, given('id'));

function prepareRooms({ connection }: OpenDatabase) {
  const { db } = connection;
  return {
    byLookup: look(
      connection,
      db
        .select({ coupleId: rooms.coupleId })
        .from(rooms)
        .where(eq(rooms.lookup, given('lookup'))),
    ),
    put: change(connection, db.insert(rooms).values({ lookup: given('lookup'), coupleId: given('coupleId') })),
    drop: change(connection, db.delete(rooms).where(eq(rooms.coupleId, given('coupleId')))),
    withRoom: look(
      connection,
      db
        .select({ coupleId: rooms.coupleId })
        .from(rooms)
        .where(gt(rooms.coupleId, given('after')))
        .orderBy(asc(rooms.coupleId))
        .limit(limitGiven('limit')),
    ),
  };
}

function prepareLooks({ connection }: OpenDatabase) {
  const { db } = connection;
  return {
    ofCouple: look(
      connection,
      db
        .select({ id: roomRows.id, payload: roomRows.payload, isFlying: roomRows.isFlying })
        .from(roomRows)
        .where(eq(roomRows.coupleId, given('coupleId')))
        .orderBy(asc(roomRows.id)),
    ),
    ready: look(
      connection,
      db
        .select({
          id: roomRows.id,
          coupleId: roomRows.coupleId,
          attempts: roomRows.attempts,
          payload: roomRows.payload,
        })
        .from(roomRows)
        .where(
          and(
            lte(roomRows.dueAt, given('now')),
            sql`is_flying = 0`,
            sql`not exists (select 1 from room_rows before where before.queue = room_rows.queue and before.id < room_rows.id)`,
          ),
        )
        .orderBy(asc(roomRows.dueAt), asc(roomRows.id))
        .limit(limitGiven('limit')),
    ),
    byId: look(connection, db.select({ isLast: roomRows.isLast }).from(roomRows).where(byId)),
    nextDue: look(
      connection,
      db
        .select({ dueAt: roomRows.dueAt })
        .from(roomRows)
        .where(
          sql`is_flying = 0 and not exists (select 1 from room_rows before where before.queue = room_rows.queue and before.id < room_rows.id)`,
        )
        .orderBy(asc(roomRows.dueAt)),
    ),
  };
}

function prepareMoves({ connection }: OpenDatabase) {
  const { db } = connection;
  return {
    insert: change(
      connection,
      db.insert(roomRows).values({
        id: given('id'),
        coupleId: given('coupleId'),
        queue: given('queue'),
        dueAt: given('dueAt'),
        payload: given('payload'),
      }),
    ),
    fly: change(
      connection,
      db
        .update(roomRows)
        .set({ isFlying: true, attempts: sql`attempts + 1` })
        .where(byId),
    ),
    retry: change(
      connection,
      db
        .update(roomRows)
        .set({ isFlying: false, dueAt: set('dueAt') })
        .where(byId),
    ),
    last: change(connection, db.update(roomRows).set({ isLast: true }).where(byId)),
    reseal: change(
      connection,
      db
        .update(roomRows)
        .set({ payload: set('payload') })
        .where(byId),
    ),
    remove: change(connection, db.delete(roomRows).where(byId)),
    land: change(
      connection,
      db
        .update(roomRows)
        .set({ isFlying: false, dueAt: set('now') })
        .where(sql`is_flying = 1`),
    ),
    removeLast: change(connection, db.delete(roomRows).where(sql`is_last = 1`)),
  };
}
