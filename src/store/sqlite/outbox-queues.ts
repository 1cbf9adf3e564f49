import { and, asc, eq, sql } from 'drizzle-orm';
import type { OpenDatabase } from './database.js';
import { change, given, look, set } from './statements.js';
import { outbox } from './schema.js';

export const prepareQueues = (database: OpenDatabase) => ({
  ...prepareQueueLooks(database),
  ...prepareQueueMoves(database),
});

/** Literals where a partial index must be recognised: SQLite does not see through a bound value. */
const isUnsettled = sql`settled_at is null`;
const byId = eq(outbox.id, given('id'));
const ofQueue = and(eq(outbox.personId, given('personId')), eq(outbox.queue, given('queue')));

function prepareQueueLooks({ connection }: OpenDatabase) {
  const { db } = connection;
  return {
    first: look(
      connection,
      db
        .select({
          id: outbox.id,
          personId: outbox.personId,
          queue: outbox.queue,
          kind: outbox.kind,
          card: outbox.card,
          state: outbox.state,
          targetId: outbox.targetId,
        })
        .from(outbox)
        .where(and(ofQueue, isUnsettled, sql`state not in ('held', 'folded')`))
        .orderBy(asc(outbox.id)),
    ),
    isFlying: look(
      connection,
      db
        .select({ id: outbox.id })
        .from(outbox)
        .where(and(ofQueue, sql`state = 'flying'`)),
    ),
    target: look(connection, db.select({ state: outbox.state, messageId: outbox.messageId }).from(outbox).where(byId)),
    dependents: look(
      connection,
      db
        .selectDistinct({ queue: outbox.queue })
        .from(outbox)
        .where(and(eq(outbox.targetId, given('id')), isUnsettled)),
    ),
  };
}

function prepareQueueMoves({ connection }: OpenDatabase) {
  const { db } = connection;
  return {
    forgetGone: change(
      connection,
      db
        .update(outbox)
        .set({ keepUntil: set('now') })
        .where(
          and(
            sql`settled_at is not null`,
            sql`id in (${given('id')}, (select target_id from outbox where id = ${given('id')}))`,
          ),
        ),
    ),
    putInFront: change(connection, db.update(outbox).set({ state: 'waiting' }).where(byId)),
    settle: change(
      connection,
      db
        .update(outbox)
        .set({
          state: set('state'),
          settledAt: set('now'),
          keepUntil: set('keepUntil'),
          messageId: set('messageId'),
          payload: null,
        })
        .where(byId),
    ),
    takeBack: change(
      connection,
      db.delete(outbox).where(and(ofQueue, isUnsettled, sql`state not in ('flying', 'folded')`)),
    ),
    tryNoMore: change(
      connection,
      db
        .update(outbox)
        .set({ dropAfter: set('now') })
        .where(and(ofQueue, sql`state = 'flying'`)),
    ),
    holdAll: change(
      connection,
      db
        .update(outbox)
        .set({ state: 'held' })
        .where(and(ofQueue, isUnsettled, sql`state in ('queued', 'waiting')`)),
    ),
    unhold: change(
      connection,
      db
        .update(outbox)
        .set({ state: 'queued', dueAt: sql`max(due_at, ${given('now')})` })
        .where(and(ofQueue, isUnsettled, sql`state = 'held'`)),
    ),
    stepBack: change(
      connection,
      db
        .update(outbox)
        .set({ state: 'queued' })
        .where(and(ofQueue, isUnsettled, sql`state = 'waiting'`)),
    ),
  };
}
