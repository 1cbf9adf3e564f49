import { heldUntil, shortenedUntil, type BookChange } from '../core/own-data/book.js';
import type { BookEntry } from '../core/scene.js';
import type { Instant, PersonId, RoundId } from '../core/ids.js';
import { bookFormat, type BookDocument } from './documents.js';
import { readDocument, writeDocument } from './document-format.js';
import { places } from './places.js';
import { unlessBroken } from './failures.js';
import type { Change, Look } from './look.js';
import type { Sealing } from './sealing.js';
import type { StoredPerson } from './people.js';

/** More than this a person never has sent at once; a year of questions every day is a third of it. */
export const bookLimit = 1_000;

interface BookRow {
  readonly id: number;
  readonly sealed: Buffer;
}

interface OfPerson {
  readonly personId: PersonId;
}

interface Times {
  readonly askedAt: Instant;
  readonly until: Instant;
}

/** The rows behind it. */
export interface BookRows {
  /** What is kept still, the newest first, up to the limit. */
  readonly newest: Look<OfPerson & { readonly now: Instant }, BookRow & Times>;
  readonly all: Look<OfPerson, BookRow & Times>;
  readonly insert: Change<BookRow & OfPerson & Times>;
  readonly setUntil: Change<Pick<BookRow, 'id'> & Pick<Times, 'until'>>;
  readonly hold: Change<BookRow & Pick<Times, 'until'>>;
  readonly drop: Change<Pick<BookRow, 'id'>>;
  readonly reseal: Change<BookRow>;
  readonly clear: Change<OfPerson>;
}

/** The table of books. */
export interface Books {
  /** What is kept of this person, oldest first; of more than the limit the newest. */
  of(stored: StoredPerson, now: Instant): readonly BookEntry[];
  apply(owner: StoredPerson, change: BookChange): void;
  /** The same words, sealed with the key the person has now. */
  reseal(before: StoredPerson, after: StoredPerson): void;
  clear(person: PersonId): void;
}

/** Null for what does not open, or is somebody else's: nobody's words are lost for one damaged row, or shown to another. */
function readerOf(vault: Sealing): (owner: StoredPerson, row: BookRow) => BookDocument | null {
  return (owner, row) => {
    const place = places.book(row.id, owner.person.id);
    const plain = unlessBroken(() => vault.unseal(owner.keyId, place, row.sealed));
    if (plain === null) return null;
    const { round, scenario, openedAt, answer, keptAt } = readDocument(bookFormat, plain);
    return { round, scenario, openedAt, answer, keptAt };
  };
}

export function booksOf(vault: Sealing, statements: BookRows, nextId: () => number): Books {
  const read = readerOf(vault);

  /** Which round an entry is of stands inside what is sealed, so that no row tells whose is whose. */
  const rowsOf = (owner: StoredPerson, round: RoundId) =>
    statements.all.all({ personId: owner.person.id }).flatMap((row) => {
      const document = read(owner, row);
      return document?.round === round ? { ...row, document } : [];
    });

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
          const { askedAt, until, ...rest } = one.entry;
          const id = nextId();
          statements.insert.run({
            id,
            personId,
            askedAt,
            until,
            sealed: vault.seal(owner.keyId, places.book(id, personId), () => writeDocument(bookFormat, rest)),
          });
          return;
        }
        case 'shorten':
          for (const row of statements.all.all({ personId })) {
            const keptAt = read(owner, row)?.keptAt ?? null;
            const until = shortenedUntil({ ...row, keptAt }, one.days);
            if (until < row.until) statements.setUntil.run({ id: row.id, until });
          }
          return;
        case 'drop':
          for (const { id } of rowsOf(owner, one.round)) statements.drop.run({ id });
          return;
        case 'hold':
          for (const { id, until, document } of rowsOf(owner, one.round)) {
            const held = () => writeDocument(bookFormat, { ...document, keptAt: one.at });
            const sealed = vault.seal(owner.keyId, places.book(id, personId), held);
            statements.hold.run({ id, sealed, until: heldUntil({ until }, one.at) });
          }
          return;
        case 'clear':
          clear(personId);
          return;
      }
    },
    reseal(before, after) {
      for (const row of statements.all.all({ personId: after.person.id })) {
        const place = places.book(row.id, after.person.id);
        const plain = unlessBroken(() => vault.unseal(before.keyId, place, row.sealed));
        if (plain !== null) statements.reseal.run({ id: row.id, sealed: vault.seal(after.keyId, place, () => plain) });
      }
    },
    clear,
  };
}
