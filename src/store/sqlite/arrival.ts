import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { Instant, PersonId } from '../../core/ids.js';
import type { Arrival } from '../store.js';
import type { OpenDatabase } from './database.js';
import { given, look } from './statements.js';
import { chatMessages, marks, outbox, people } from './schema.js';

/** Left by a restore: the moment of the copy, or 0 when nobody knows. */
export const restoredMark = 'restored-from';
const botMark = 'bot';
const aliveMark = 'alive-at';
/** How many rows of core/news/table.ts the last version that had this data knew. */
const newsMark = 'news';

export interface Arrivals {
  arrival(): Arrival;
  peopleAfter(after: PersonId, limit: number): readonly PersonId[];
  settleIn(now: Instant, news: number): void;
}

export function arrivalsOf({ connection, bot }: OpenDatabase): Arrivals {
  const { db } = connection;
  const ofMark = look(
    connection,
    db
      .select({ value: marks.value })
      .from(marks)
      .where(eq(marks.name, given('name'))),
  );
  const after = db
    .select({ id: people.id })
    .from(people)
    .where(and(gt(people.id, given('after')), eq(people.hasConsented, true)))
    .orderBy(asc(people.id))
    .limit(given('limit'))
    .prepare();
  const markOf = (name: string) => ofMark.get({ name })?.value ?? null;
  const setMark = (name: string, value: number) => {
    db.insert(marks).values({ name, value }).onConflictDoUpdate({ target: marks.name, set: { value } }).run();
  };

  const arrival = (): Arrival => {
    const [former, restoredFrom] = [markOf(botMark), markOf(restoredMark)];
    return {
      isOtherBot: former !== null && former !== bot,
      restoredFrom: restoredFrom === 0 ? 'unknown' : restoredFrom,
      news: markOf(newsMark) ?? 0,
    };
  };
  return {
    arrival,
    peopleAfter: (id, limit) => after.all({ after: id, limit }).map((row) => row.id),
    settleIn(now, news) {
      const { isOtherBot, restoredFrom } = arrival();
      // Numbers of messages in another bot's chats: in this one's they would be other messages.
      if (isOtherBot) {
        // What was not opened there comes again, in the open: its reader has to start this bot by hand.
        db.update(outbox)
          .set({ state: 'held', targetId: null, keepUntil: null })
          .where(sql`state = 'folded' and kind = 'send'`)
          .run();
        db.delete(outbox)
          .where(sql`state = 'folded'`)
          .run();
        db.update(outbox).set({ messageId: null }).where(isNotNull(outbox.messageId)).run();
        db.delete(chatMessages).run();
      }
      setMark(botMark, bot);
      setMark(newsMark, news);
      if (restoredFrom === null) return;
      db.delete(marks).where(eq(marks.name, restoredMark)).run();
      // They have been told already that the bot knows less; that it was away besides would be said twice.
      setMark(aliveMark, now);
    },
  };
}
