import { asc, eq, isNotNull, sql } from 'drizzle-orm';
import { couplesOf, type Couples } from '../couples.js';
import type { OpenDatabase } from './database.js';
import { change, given, look, set } from './statements.js';
import { couples, invites, keysToErase, marks, members } from './schema.js';

export function sqliteCouplesOf(database: OpenDatabase): Couples {
  const { vault, remembered } = database;
  return couplesOf({ vault, rows: { ...prepareCouples(database), ...prepareSeats(database) }, remembered });
}

const byId = eq(couples.id, given('id'));

function prepareCouples({ connection }: OpenDatabase) {
  const { db } = connection;
  const columns = {
    keyId: set('keyId'),
    wakeAt: set('wakeAt'),
    hasOpenRound: set('hasOpenRound'),
    memberCount: set('memberCount'),
    sealed: set('sealed'),
  };
  return {
    byId: look(
      connection,
      db
        .select({
          keyId: couples.keyId,
          wakeAt: couples.wakeAt,
          sealed: couples.sealed,
          member: members.personId,
        })
        .from(couples)
        .leftJoin(members, eq(members.coupleId, couples.id))
        .where(byId)
        .orderBy(asc(members.seat)),
    ),
    insert: change(connection, db.insert(couples).values({ id: given('id'), ...columns })),
    update: change(connection, db.update(couples).set(columns).where(byId)),
    setWakeAt: change(
      connection,
      db
        .update(couples)
        .set({ wakeAt: set('wakeAt') })
        .where(byId),
    ),
    ids: look(connection, db.select({ id: couples.id }).from(couples)),
    wakeAll: change(
      connection,
      db
        .update(couples)
        .set({ wakeAt: set('wakeAt') })
        .where(isNotNull(couples.wakeAt)),
    ),
    remove: change(connection, db.delete(couples).where(byId)),
    eraseKey: change(connection, db.insert(keysToErase).values({ keyId: given('keyId') })),
    countPaired: change(
      connection,
      db
        .insert(marks)
        .values({ name: 'paired-couples', value: given('by') })
        .onConflictDoUpdate({ target: marks.name, set: { value: sql`value + excluded.value` } }),
    ),
  };
}

function prepareSeats({ connection }: OpenDatabase) {
  const { db } = connection;
  return {
    byCode: look(
      connection,
      db
        .select({ id: invites.coupleId })
        .from(invites)
        .where(eq(invites.lookup, given('lookup'))),
    ),
    ofNobody: look(
      connection,
      db
        .select({ id: couples.id })
        .from(couples)
        .where(sql`member_count = 0`)
        .orderBy(asc(couples.id)),
    ),
    addCode: change(connection, db.insert(invites).values({ lookup: given('lookup'), coupleId: given('coupleId') })),
    dropCode: change(connection, db.delete(invites).where(eq(invites.lookup, given('lookup')))),
    clearSeats: change(connection, db.delete(members).where(eq(members.coupleId, given('coupleId')))),
    takeSeat: change(
      connection,
      db.insert(members).values({ personId: given('personId'), coupleId: given('coupleId'), seat: given('seat') }),
    ),
  };
}
