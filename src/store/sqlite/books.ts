import { and, asc, desc, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Instant } from '../../core/ids.js';
import { bookLimit, booksOf, type Books } from '../books.js';
import { countFrom, type OpenDatabase } from './database.js';
import { book } from './schema.js';
import { change, given, look, set } from './statements.js';

const biteRows = 200;

export interface SqliteBooks extends Books {
  /** Erases one bite of what is kept no longer; whether there was any. */
  tidy(now: Instant): boolean;
}

export function sqliteBooksOf(database: OpenDatabase): SqliteBooks {
  const statements = prepare(database);
  return {
    ...booksOf(database.vault, statements, countFrom(database.connection, 'book')),
    tidy: (now) => statements.forget.run({ now }).changes > 0,
  };
}

function prepare({ connection }: OpenDatabase) {
  const { db } = connection;
  const ofPerson = eq(book.personId, given('personId'));
  const ofRow = eq(book.id, given('id'));
  const columns = { id: book.id, askedAt: book.askedAt, until: book.until, sealed: book.sealed };
  return {
    newest: look(
      connection,
      db
        .select(columns)
        .from(book)
        .where(and(ofPerson, gt(book.until, given('now'))))
        .orderBy(desc(book.askedAt), desc(book.id))
        .limit(bookLimit),
    ),
    all: look(connection, db.select(columns).from(book).where(ofPerson)),
    insert: change(
      connection,
      db.insert(book).values({
        id: given('id'),
        personId: given('personId'),
        askedAt: given('askedAt'),
        until: given('until'),
        sealed: given('sealed'),
      }),
    ),
    setUntil: change(
      connection,
      db
        .update(book)
        .set({ until: set('until') })
        .where(ofRow),
    ),
    hold: change(
      connection,
      db
        .update(book)
        .set({ until: set('until'), sealed: set('sealed') })
        .where(ofRow),
    ),
    drop: change(connection, db.delete(book).where(ofRow)),
    reseal: change(
      connection,
      db
        .update(book)
        .set({ sealed: set('sealed') })
        .where(ofRow),
    ),
    clear: change(connection, db.delete(book).where(ofPerson)),
    forget: change(
      connection,
      db.delete(book).where(
        inArray(
          book.id,
          db
            .select({ id: book.id })
            .from(book)
            .where(lte(book.until, given('now')))
            .orderBy(asc(book.until))
            .limit(biteRows),
        ),
      ),
    ),
  };
}
