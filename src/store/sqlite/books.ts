import { and, asc, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { BookChange } from '../../core/own-data/book.js';
import type { BookEntry } from '../../core/scene.js';
import type { Instant, PersonId } from '../../core/ids.js';
import { bookFormat, readDocument, writeDocument, type BookDocument } from '../documents.js';
import { places } from '../places.js';
import { encrypt, tryUnseal } from '../cipher.js';
import { countFrom, type OpenDatabase } from './database.js';
import type { StoredPerson } from './people.js';
import { book } from './schema.js';
import { change, given, look, set } from './statements.js';

const dayMs = 24 * 3_600_000;
/** More than this a person never has sent at once; a year of questions every day is a third of it. */
export const bookLimit = 1_000;
const biteRows = 200;

/** The table of books. */
export interface Books {
  /** What is kept of this person, oldest first; of more than the limit the newest. */
  of(stored: StoredPerson, now: Instant): readonly BookEntry[];
  apply(owner: StoredPerson, change: BookChange): void;
  /** The same words, sealed with the key the person has now. */
  reseal(before: StoredPerson, after: StoredPerson): void;
  clear(person: PersonId): void;
  /** Erases one bite of what is kept no longer; whether there was any. */
  tidy(now: Instant): boolean;
}

export function booksOf(database: OpenDatabase): Books {
  const { vault, connection } = database;
  const statements = prepare(database);
  const nextId = countFrom(connection, 'book');

  /** Null for what does not open, or is somebody else's: nobody's words are lost for one damaged row, or shown to another. */
  const read = (owner: StoredPerson, row: BookRow): BookDocument | null => {
    const plain = tryUnseal(vault.get(owner.keyId), places.book(row.id, owner.person.id), row.sealed);
    if (plain === null) return null;
    const { round, scenario, openedAt, answer } = readDocument(bookFormat, plain);
    return { round, scenario, openedAt, answer };
  };

  const clear = (personId: PersonId) => {
    statements.clear.run({ personId });
  };

  return {
    of: (owner, now) =>
      statements.newest
        .all({ personId: owner.person.id, now })
        .flatMap((row) => {
          const document = read(owner, row);
          return document === null ? [] : { ...document, askedAt: row.askedAt, until: row.until };
        })
        .reverse(),
    apply(owner, one) {
      const personId = owner.person.id;
      switch (one.kind) {
        case 'keep': {
          const { askedAt, until, round, scenario, openedAt, answer } = one.entry;
          const id = nextId();
          const document = writeDocument(bookFormat, { round, scenario, openedAt, answer });
          statements.insert.run({
            id,
            personId,
            askedAt,
            until,
            sealed: encrypt(vault.get(owner.keyId), places.book(id, personId), document),
          });
          return;
        }
        case 'shorten':
          statements.shorten.run({ personId, keptMs: one.days * dayMs });
          return;
        case 'clear':
          clear(personId);
          return;
      }
    },
    reseal(before, after) {
      for (const row of statements.all.all({ personId: after.person.id })) {
        const place = places.book(row.id, after.person.id);
        const plain = tryUnseal(vault.get(before.keyId), place, row.sealed);
        if (plain !== null)
          statements.reseal.run({ id: row.id, sealed: encrypt(vault.get(after.keyId), place, plain) });
      }
    },
    clear,
    tidy: (now) => statements.forget.run({ now }).changes > 0,
  };
}

interface BookRow {
  readonly id: number;
  readonly sealed: Buffer;
}

function prepare({ connection }: OpenDatabase) {
  const { db } = connection;
  const ofPerson = eq(book.personId, given('personId'));
  return {
    newest: look(
      connection,
      db
        .select({ id: book.id, askedAt: book.askedAt, until: book.until, sealed: book.sealed })
        .from(book)
        .where(and(ofPerson, gt(book.until, given('now'))))
        .orderBy(desc(book.askedAt), desc(book.id))
        .limit(bookLimit),
    ),
    all: look(connection, db.select({ id: book.id, sealed: book.sealed }).from(book).where(ofPerson)),
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
    shorten: change(
      connection,
      db
        .update(book)
        .set({ until: sql`min(until, asked_at + ${given('keptMs')})` })
        .where(ofPerson),
    ),
    reseal: change(
      connection,
      db
        .update(book)
        .set({ sealed: set('sealed') })
        .where(eq(book.id, given('id'))),
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
