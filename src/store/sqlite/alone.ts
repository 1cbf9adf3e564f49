import { asc, eq, lte, sql } from 'drizzle-orm';
import type { Instant, PersonId } from '../../core/ids.js';
import type { Alone } from '../alone.js';
import type { OpenDatabase } from './database.js';
import { alone } from './schema.js';
import { change, given, limitGiven, look } from './statements.js';

export interface SqliteAlone extends Alone {
  due(now: Instant, limit: number): readonly PersonId[];
}

export function sqliteAloneOf({ connection }: OpenDatabase): SqliteAlone {
  const { db } = connection;
  const put = change(
    connection,
    db
      .insert(alone)
      .values({ personId: given('personId'), wakeAt: given('wakeAt') })
      .onConflictDoUpdate({ target: alone.personId, set: { wakeAt: sql`excluded.wake_at` } }),
  );
  const remove = change(connection, db.delete(alone).where(eq(alone.personId, given('personId'))));
  const due = look(
    connection,
    db
      .select({ id: alone.personId })
      .from(alone)
      .where(lte(alone.wakeAt, given('now')))
      .orderBy(asc(alone.wakeAt))
      .limit(limitGiven('limit')),
  );
  return {
    wake(personId, wakeAt) {
      if (wakeAt === null) remove.run({ personId });
      else put.run({ personId, wakeAt });
    },
    due: (now, limit) => due.all({ now, limit }).map(({ id }) => id),
  };
}
