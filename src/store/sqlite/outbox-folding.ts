import { and, asc, eq, sql } from 'drizzle-orm';
import type { OpenDatabase } from './database.js';
import { outbox } from './schema.js';
import { change, given, look, set } from './statements.js';

const byId = eq(outbox.id, given('id'));
const isUnsettled = sql`settled_at is null`;
const actsOnIt = and(eq(outbox.targetId, given('id')), isUnsettled);

export function prepareFolding({ connection }: OpenDatabase) {
  const { db } = connection;
  return {
    waiting: look(
      connection,
      db
        .select({
          id: outbox.id,
          queue: outbox.queue,
          kind: outbox.kind,
          state: outbox.state,
          method: outbox.method,
          card: outbox.card,
          dueAt: outbox.dueAt,
          notBefore: outbox.notBefore,
          dropAfter: outbox.dropAfter,
          localDate: outbox.localDate,
          isNudge: outbox.isNudge,
          payload: outbox.payload,
        })
        .from(outbox)
        .where(
          and(
            eq(outbox.personId, given('personId')),
            isUnsettled,
            sql`kind = 'send' and queue <> 'reply' and state in ('queued', 'waiting', 'held')`,
          ),
        )
        .orderBy(asc(outbox.id)),
    ),
    layDown: change(
      connection,
      db
        .update(outbox)
        .set({
          state: 'folded',
          attempts: 0,
          notBefore: null,
          dropAfter: null,
          localDate: null,
          isNudge: false,
          keepUntil: set('keepUntil'),
        })
        .where(byId),
    ),
    putBehind: change(
      connection,
      db
        .update(outbox)
        .set({ targetId: set('lineId') })
        .where(byId),
    ),
    layDownEdits: change(
      connection,
      db
        .update(outbox)
        .set({ state: 'folded', keepUntil: set('keepUntil') })
        .where(and(actsOnIt, sql`kind = 'edit'`)),
    ),
    turnDeletes: change(
      connection,
      db
        .update(outbox)
        .set({ targetId: set('lineId') })
        .where(and(actsOnIt, sql`kind = 'delete'`)),
    ),
  };
}
