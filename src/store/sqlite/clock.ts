import { and, asc, gt, lte, sql } from 'drizzle-orm';
import type { CoupleId, Instant } from '../../core/ids.js';
import type { OpenDatabase } from './database.js';
import { given, limitGiven } from './statements.js';
import { couples } from './schema.js';

/** Which couples the clock should look at. Each is read from an index of its own, however many couples there are. */
export interface Clock {
  due(now: Instant, limit: number): readonly CoupleId[];
  nextDueAt(): Instant | null;
  withOpenRound(after: CoupleId, limit: number): readonly CoupleId[];
  duePerMinute(now: Instant, minutes: number): readonly number[];
}

export function clockOf({ connection: { db } }: OpenDatabase): Clock {
  const due = db
    .select({ id: couples.id })
    .from(couples)
    .where(lte(couples.wakeAt, given('now')))
    .orderBy(asc(couples.wakeAt))
    .limit(limitGiven('limit'))
    .prepare();
  const nextDue = db
    .select({ wakeAt: couples.wakeAt })
    .from(couples)
    .where(sql`wake_at is not null`)
    .orderBy(asc(couples.wakeAt))
    .prepare();
  const withOpenRound = db
    .select({ id: couples.id })
    .from(couples)
    .where(and(sql`has_open_round = 1`, gt(couples.id, given('after'))))
    .orderBy(asc(couples.id))
    .limit(limitGiven('limit'))
    .prepare();
  // What is given to a statement is no integer to SQLite, and a division by it none either.
  const perMinute = db
    .select({
      minute: sql<number>`cast((wake_at - ${given('now')}) / 60000 as integer)`,
      couples: sql<number>`count(*)`,
    })
    .from(couples)
    .where(and(gt(couples.wakeAt, given('now')), lte(couples.wakeAt, given('until'))))
    .groupBy(sql`1`)
    .prepare();
  return {
    due: (now, limit) => due.all({ now, limit }).map(({ id }) => id),
    nextDueAt: () => nextDue.get()?.wakeAt ?? null,
    duePerMinute: (now, minutes) => {
      const counts = Array.from({ length: minutes }, () => 0);
      for (const row of perMinute.all({ now, until: now + minutes * 60_000 - 1 })) counts[row.minute] = row.couples;
      return counts;
    },
    withOpenRound: (after, limit) => withOpenRound.all({ after, limit }).map(({ id }) => id),
  };
}
