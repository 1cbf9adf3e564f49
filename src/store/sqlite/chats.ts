import { and, asc, eq, gt, lt, lte, sql } from 'drizzle-orm';
import type { Instant, PersonId } from '../../core/ids.js';
import type { OpenDatabase } from './database.js';
import { chatMessages, outbox } from './schema.js';
import { change, given, look } from './statements.js';

const hourMs = 3_600_000;
/** So old a bot may take a message out of a private chat, its own or the person's. */
const deletableMs = 48 * hourMs;
/** Near that age it may be too late by the time the call arrives, and then the whole call is refused. */
const marginMs = hourMs / 6;
/** Telegram holds what is sent to an absent bot this long, so a message may be that much older than it seems. */
const heldMs = 24 * hourMs;
const biteRows = 500;
/** As many as one call may name. */
const idsACall = 100;

/** Which messages stand in a person's chat. */
export interface Chats {
  /** Notes a message that the person sent. */
  note(person: PersonId, messageId: number, now: Instant): void;
  /** Notes one that they sent at some moment before. */
  noteEarlier(person: PersonId, messageId: number, now: Instant): void;
  /**
   * Takes note of every message of the last 48 hours out of here, and gives their numbers, as many at a time as one call
   * may name. Those that may be too old after all are in calls of their own.
   */
  take(person: PersonId, now: Instant): readonly (readonly number[])[];
  /** All of one person. */
  clear(person: PersonId): void;
  tidy(now: Instant): void;
}

export function chatsOf(database: OpenDatabase): Chats {
  const statements = prepare(database);
  const clear = (personId: PersonId) => {
    statements.clear.run({ personId });
  };
  return {
    note(personId, messageId, at) {
      statements.note.run({ personId, messageId, at });
    },
    noteEarlier(personId, messageId, now) {
      statements.note.run({ personId, messageId, at: now - heldMs });
    },
    take(personId, now) {
      const after = now - deletableMs + marginMs;
      const rows = [...statements.said.all({ personId, after }), ...statements.sent.all({ personId, after })];
      clear(personId);
      const isYoung = (at: Instant) => at > now - deletableMs + heldMs;
      return [true, false].flatMap((young) => {
        const ids = rows.filter(({ at }) => isYoung(at ?? 0) === young).map(({ messageId }) => messageId ?? 0);
        return inCalls([...new Set(ids)].toSorted((one, other) => one - other));
      });
    },
    clear,
    tidy(now) {
      // Ids grow with time, so the oldest are among the first; nothing is searched.
      const before = now - deletableMs;
      const last = statements.oldest.all().findLast(({ at }) => at < before);
      if (last !== undefined) statements.forget.run({ last: last.id, before });
    },
  };
}

function inCalls(ids: readonly number[]): readonly (readonly number[])[] {
  return ids.flatMap((_, index) => (index % idsACall === 0 ? [ids.slice(index, index + idsACall)] : []));
}

function prepare({ connection }: OpenDatabase) {
  const { db } = connection;
  const ofPerson = eq(chatMessages.personId, given('personId'));
  return {
    note: change(
      connection,
      db.insert(chatMessages).values({ personId: given('personId'), messageId: given('messageId'), at: given('at') }),
    ),
    said: look(
      connection,
      db
        .select({ messageId: chatMessages.messageId, at: chatMessages.at })
        .from(chatMessages)
        .where(and(ofPerson, gt(chatMessages.at, given('after')))),
    ),
    sent: look(
      connection,
      db
        .select({ messageId: outbox.messageId, at: outbox.settledAt })
        .from(outbox)
        .where(
          and(
            eq(outbox.personId, given('personId')),
            sql`message_id is not null and kind = 'send'`,
            gt(outbox.settledAt, given('after')),
          ),
        ),
    ),
    clear: change(connection, db.delete(chatMessages).where(ofPerson)),
    oldest: look(
      connection,
      db
        .select({ id: chatMessages.id, at: chatMessages.at })
        .from(chatMessages)
        .orderBy(asc(chatMessages.id))
        .limit(biteRows),
    ),
    forget: change(
      connection,
      db.delete(chatMessages).where(and(lte(chatMessages.id, given('last')), lt(chatMessages.at, given('before')))),
    ),
  };
}
