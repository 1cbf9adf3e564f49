import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Instant } from '../../core/scene.js';
import type { House } from './house.js';
import { change, given } from './statements.js';
import type { People } from './people.js';
import { members, outbox, people as peopleTable, seenUpdates } from './schema.js';

const dayMs = 24 * 3600_000;
const seenKeptMs = 7 * dayMs;
const strangersKeptMs = 7 * dayMs;
const biteRows = 500;

/** Erases one bite of everything that has outlived its purpose. */
export function tidierOf(house: House, people: People): (now: Instant) => void {
  const { connection } = house;
  const { db } = connection;
  const oldestSeen = db
    .select({ id: seenUpdates.id, seenAt: seenUpdates.seenAt })
    .from(seenUpdates)
    .orderBy(asc(seenUpdates.id))
    .limit(biteRows)
    .prepare();
  const forgetSeen = change(connection, db.delete(seenUpdates).where(lt(seenUpdates.id, given('before'))));
  const forgetSettled = change(
    connection,
    db.delete(outbox).where(
      inArray(
        outbox.id,
        db
          .select({ id: outbox.id })
          .from(outbox)
          .where(and(sql`keep_until is not null`, lt(outbox.keepUntil, given('now'))))
          .limit(biteRows),
      ),
    ),
  );
  const strangers = db
    .select({ id: peopleTable.id, keyId: peopleTable.keyId })
    .from(peopleTable)
    .leftJoin(members, eq(members.personId, peopleTable.id))
    .where(and(sql`has_consented = 0`, lt(peopleTable.touchedAt, given('before')), sql`members.person_id is null`))
    .limit(biteRows)
    .prepare();

  return (now) => {
    // Ids grow with time, so the oldest are the first; nothing is searched.
    const old = oldestSeen.all().filter(({ seenAt }) => seenAt < now - seenKeptMs);
    const last = old.at(-1);
    if (last !== undefined) forgetSeen.run({ before: last.id + 1 });
    forgetSettled.run({ now });
    for (const stranger of strangers.all({ before: now - strangersKeptMs })) people.erase(stranger);
  };
}
