import { and, asc, desc, eq, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { OpenDatabase } from './database.js';
import { prepareFolding } from './outbox-folding.js';
import { prepareFolds } from './outbox-folds.js';
import { prepareQueues } from './outbox-queues.js';
import { change, given, look, limitGiven, set } from './statements.js';
import { outbox, people } from './schema.js';

/** Literals where a partial index must be recognised: SQLite does not see through a bound value. */
const isWaiting = sql`outbox.state = 'waiting'`;
const isFlying = sql`outbox.state = 'flying'`;
const isUnsettled = sql`outbox.settled_at is null`;

/** A row begins in front when it is the first of its queue and has something to act on. */
const stateOfNext = sql`case when ${given('isFolded')} then 'folded' when ${given('mayGo')} and not exists (
  select 1 from outbox where person_id = ${given('personId')} and queue = ${given('queue')}
  and settled_at is null and state not in ('held', 'folded')
) then 'waiting' else 'queued' end`;

const ending = {
  id: outbox.id,
  personId: outbox.personId,
  queue: outbox.queue,
  kind: outbox.kind,
  card: outbox.card,
};

export function prepareOutbox(database: OpenDatabase) {
  return {
    ...prepareWriting(database),
    ...prepareResealing(database),
    ...prepareSending(database),
    ...prepareLooking(database),
    ...prepareQueues(database),
    ...prepareFolds(database),
    ...prepareFolding(database),
  };
}

function prepareWriting({ connection }: OpenDatabase) {
  const { db } = connection;
  return {
    insert: change(
      connection,
      db.insert(outbox).values({
        id: given('id'),
        personId: given('personId'),
        queue: given('queue'),
        kind: given('kind'),
        state: stateOfNext,
        method: given('method'),
        card: given('card'),
        targetId: given('targetId'),
        dueAt: given('dueAt'),
        notBefore: given('notBefore'),
        dropAfter: given('dropAfter'),
        localDate: given('localDate'),
        isNudge: given('isNudge'),
        keepUntil: given('keepUntil'),
        payload: given('payload'),
      }),
    ),
    newestOfCard: look(
      connection,
      db
        .select({
          ...ending,
          state: outbox.state,
          attempts: outbox.attempts,
          settledAt: outbox.settledAt,
          messageId: outbox.messageId,
          targetId: outbox.targetId,
          keepUntil: outbox.keepUntil,
        })
        .from(outbox)
        .where(
          and(
            eq(outbox.personId, given('personId')),
            eq(outbox.card, given('card')),
            sql`outbox.kind = 'send' and outbox.state <> 'dropped' and (outbox.settled_at is null or outbox.message_id is not null)`,
          ),
        )
        .orderBy(desc(outbox.id)),
    ),
    takeBackSweep: change(
      connection,
      db
        .delete(outbox)
        .where(
          and(
            eq(outbox.personId, given('personId')),
            eq(outbox.card, given('card')),
            sql`outbox.queue = 'sweep' and outbox.settled_at is null and outbox.state <> 'flying'`,
          ),
        ),
    ),
    card: look(
      connection,
      db
        .select({ id: outbox.id, card: outbox.card })
        .from(outbox)
        .where(and(eq(outbox.personId, given('personId')), eq(outbox.messageId, given('messageId'))))
        .orderBy(desc(outbox.id)),
    ),
    dropUnsent: change(connection, db.delete(outbox).where(and(eq(outbox.personId, given('personId')), isUnsettled))),
  };
}

function prepareResealing({ connection }: OpenDatabase) {
  const { db } = connection;
  return {
    unsent: look(
      connection,
      db
        .select({ ...ending, method: outbox.method, payload: outbox.payload })
        .from(outbox)
        .where(and(eq(outbox.personId, given('personId')), isUnsettled)),
    ),
    reseal: change(
      connection,
      db
        .update(outbox)
        .set({ payload: set('payload') })
        .where(eq(outbox.id, given('id'))),
    ),
  };
}

function prepareSending({ connection }: OpenDatabase) {
  const { db } = connection;
  const target = alias(outbox, 'target');
  const byId = eq(outbox.id, given('id'));
  return {
    ready: look(
      connection,
      db
        .select({
          ...ending,
          method: outbox.method,
          attempts: outbox.attempts,
          isNudge: outbox.isNudge,
          notBefore: outbox.notBefore,
          dropAfter: outbox.dropAfter,
          targetId: outbox.targetId,
          payload: outbox.payload,
          messageId: target.messageId,
          keyId: people.keyId,
        })
        .from(outbox)
        .innerJoin(people, eq(people.id, outbox.personId))
        .leftJoin(target, eq(target.id, outbox.targetId))
        .where(and(eq(outbox.queue, given('queue')), isWaiting, lte(outbox.dueAt, given('now'))))
        .orderBy(asc(outbox.dueAt), asc(outbox.id))
        .limit(limitGiven('limit')),
    ),
    fly: change(
      connection,
      db
        .update(outbox)
        .set({ state: 'flying', attempts: sql`attempts + 1`, attemptedAt: set('now') })
        .where(byId),
    ),
    byId: look(
      connection,
      db
        .select({ ...ending, state: outbox.state })
        .from(outbox)
        .where(byId),
    ),
    retry: change(
      connection,
      db
        .update(outbox)
        .set({ state: 'waiting', dueAt: set('dueAt') })
        .where(byId),
    ),
    hold: change(connection, db.update(outbox).set({ state: 'held' }).where(byId)),
    moveCard: change(
      connection,
      db
        .update(outbox)
        .set({ messageId: set('messageId') })
        .where(sql`id = (select target_id from outbox where id = ${given('id')})`),
    ),
  };
}

function prepareLooking({ connection }: OpenDatabase) {
  const { db } = connection;
  return {
    state: look(
      connection,
      db
        .select({ ...ending, settledAt: outbox.settledAt, attempts: outbox.attempts })
        .from(outbox)
        .where(sql`${eq(outbox.id, given('id'))} and outbox.state <> 'dropped'`),
    ),
    nextDue: look(
      connection,
      db
        .select({ dueAt: outbox.dueAt })
        .from(outbox)
        .where(and(eq(outbox.queue, given('queue')), isWaiting))
        .orderBy(asc(outbox.dueAt)),
    ),
    flying: look(
      connection,
      db
        .select({ ...ending, isNudge: outbox.isNudge })
        .from(outbox)
        .where(isFlying),
    ),
    countUnsent: look(
      connection,
      db
        .select({ count: sql<number>`count(*)` })
        .from(outbox)
        .where(sql`outbox.settled_at is null and outbox.state <> 'folded'`),
    ),
  };
}
