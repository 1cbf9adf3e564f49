import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Instant } from '../../core/ids.js';
import type { OpenDatabase } from './database.js';
import { change, given } from './statements.js';
import type { SqliteTables } from './tables.js';
import { members, outbox, people as peopleTable, seenUpdates } from './schema.js';
import { dayMs } from '../../core/time/durations.js';

const seenKeptMs = 7 * dayMs;
const strangersKeptMs = 7 * dayMs;
const biteRows = 500;

/** Erases one bite of everything that has outlived its purpose; true when words were among it, which must leave no copy. */
export function tidierOf(database: OpenDatabase, { people, books, chats }: SqliteTables): (now: Instant) => boolean {
  const { connection } = database;
  const { db } = connection;
  const oldestSeen = db
    .select({ id: seenUpdates.id, seenAt: seenUpdates.seenAt })
    .from(seenUpdates)
    .orderBy(asc(seenUpdates.id))
    .limit(biteRows)
    .prepare();
  const forgetSeen = change(connection, db.delete(seenUpdates).where(lt(seenUpdates.id, given('before'))));
  const isDone = and(sql`keep_until is not null`, lt(outbox.keepUntil, given('now')));
  const settled = db
    .select({
      personId: outbox.personId,
      kind: outbox.kind,
      state: outbox.state,
      messageId: outbox.messageId,
      settledAt: outbox.settledAt,
    })
    .from(outbox)
    .where(isDone)
    .orderBy(asc(outbox.keepUntil), asc(outbox.id))
    .limit(biteRows)
    .prepare();
  const forgetSettled = change(
    connection,
    db
      .delete(outbox)
      .where(
        inArray(
          outbox.id,
          db
            .select({ id: outbox.id })
            .from(outbox)
            .where(isDone)
            .orderBy(asc(outbox.keepUntil), asc(outbox.id))
            .limit(biteRows),
        ),
      ),
  );
  const strangers = db
    .select({ id: peopleTable.id, keyId: peopleTable.keyId })
    .from(peopleTable)
    .leftJoin(members, eq(members.personId, peopleTable.id))
    .where(
      and(
        sql`has_consented = 0`,
        lt(peopleTable.touchedAt, given('before')),
        sql`members.person_id is null`,
        // Whoever has just written is answered first: what waits to be sent would go with them.
        sql`not exists (select 1 from outbox where outbox.person_id = people.id and settled_at is null and state in ('queued', 'waiting', 'flying'))`,
      ),
    )
    .limit(biteRows)
    .prepare();

  return (now) => {
    // Ids grow with time, so the oldest are the first; nothing is searched.
    const old = oldestSeen.all().filter(({ seenAt }) => seenAt < now - seenKeptMs);
    const last = old.at(-1);
    if (last !== undefined) forgetSeen.run({ before: last.id + 1 });
    // Of some rows the name is forgotten sooner than their message could still be taken away: its number stays till then.
    const over = settled.all({ now });
    for (const { personId, kind, messageId, settledAt } of over) {
      if (kind === 'send' && messageId !== null) chats.note(personId, messageId, settledAt ?? now);
    }
    forgetSettled.run({ now });
    chats.tidy(now);
    for (const stranger of strangers.all({ before: now - strangersKeptMs })) people.erase(stranger);
    const hadWords = over.some(({ state }) => state === 'folded');
    return books.tidy(now) || hadWords;
  };
}
