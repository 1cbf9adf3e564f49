import { and, asc, eq, gt, lt, lte, sql } from 'drizzle-orm';
import type { Instant } from '../../core/ids.js';
import { chatsOf, deletableMs, type Chats } from '../chats.js';
import type { OpenDatabase } from './database.js';
import { chatMessages, outbox } from './schema.js';
import { change, given, look } from './statements.js';

const biteRows = 500;

export interface SqliteChats extends Chats {
  tidy(now: Instant): void;
}

export function sqliteChatsOf(database: OpenDatabase): SqliteChats {
  const statements = prepare(database);
  return {
    ...chatsOf(statements),
    tidy(now) {
      // Ids grow with time, so the oldest are among the first; nothing is searched.
      const before = now - deletableMs;
      const last = statements.oldest.all().findLast(({ at }) => at < before);
      if (last !== undefined) statements.forget.run({ last: last.id, before });
    },
  };
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
