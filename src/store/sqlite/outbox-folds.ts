import { and, asc, eq, sql } from 'drizzle-orm';
import type { OpenDatabase } from './database.js';
import { outbox } from './schema.js';
import { change, given, look, set } from './statements.js';

export const prepareFolds = (database: OpenDatabase) => ({ ...prepareLooks(database), ...prepareMoves(database) });

/** Literals where a partial index must be recognised: SQLite does not see through a bound value. */
const isFolded = sql`outbox.settled_at is null and outbox.state = 'folded'`;

const behind = eq(outbox.targetId, given('id'));

function prepareLooks({ connection }: OpenDatabase) {
  const { db } = connection;
  return {
    inside: look(
      connection,
      db
        .select({
          id: outbox.id,
          kind: outbox.kind,
          method: outbox.method,
          queue: outbox.queue,
          targetId: outbox.targetId,
          payload: outbox.payload,
        })
        .from(outbox)
        .where(
          and(
            isFolded,
            sql`(target_id = ${given('id')} or target_id in (select id from outbox where target_id = ${given('id')}))`,
          ),
        )
        .orderBy(asc(outbox.id)),
    ),
    takenOut: look(
      connection,
      db
        .select({ id: outbox.id })
        .from(outbox)
        .where(and(behind, sql`kind = 'send' and state not in ('folded', 'dropped')`)),
    ),
    keptUntil: look(
      connection,
      db
        .select({ until: sql<number | null>`max(keep_until)` })
        .from(outbox)
        .where(and(behind, isFolded)),
    ),
    cardsIn: look(
      connection,
      db.select({ card: outbox.card }).from(outbox).where(and(behind, isFolded)).orderBy(asc(outbox.id)),
    ),
  };
}

function prepareMoves({ connection }: OpenDatabase) {
  const { db } = connection;
  return {
    takeOut: change(
      connection,
      db
        .update(outbox)
        .set({
          state: 'queued',
          method: set('method'),
          queue: set('queue'),
          targetId: set('targetId'),
          payload: set('payload'),
          dueAt: set('now'),
          keepUntil: null,
        })
        .where(eq(outbox.id, given('id'))),
    ),
    emptyUnder: change(
      connection,
      db.delete(outbox).where(and(isFolded, sql`target_id = (select target_id from outbox where id = ${given('id')})`)),
    ),
    tidyUp: change(
      connection,
      db
        .delete(outbox)
        .where(
          and(
            eq(outbox.personId, given('personId')),
            isFolded,
            sql`not exists (select 1 from outbox line where line.id = outbox.target_id and line.state <> 'dropped')`,
          ),
        ),
    ),
    dropArrived: change(
      connection,
      db
        .delete(outbox)
        .where(
          and(
            eq(outbox.personId, given('personId')),
            isFolded,
            sql`kind = 'send' and exists (select 1 from outbox line where line.id = outbox.target_id and line.state = 'sent')`,
          ),
        ),
    ),
  };
}
