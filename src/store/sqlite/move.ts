import { getTableName, is } from 'drizzle-orm';
import { SQLiteTable, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { bookFormat, movedEntry, movedPayload, payloadFormat } from '../documents.js';
import { readDocument, writeDocument, type Format } from '../document-format.js';
import type { Instant, PersonId } from '../../core/ids.js';
import { unlessBroken } from '../failures.js';
import { movedDate, type Move } from '../move.js';
import { places } from '../places.js';
import { encrypt, decrypt } from '../cipher.js';
import type { OpenDatabase } from './database.js';
import type { Tables } from '../scenes.js';
import * as schema from './schema.js';

/**
 * The clock was set: every time that is stored moves with it, all within the caller's transaction, so that it is done
 * once or not at all. Reads and seals everything anew, which a step of the clock is rare enough for.
 */
export function moverOf(database: OpenDatabase, { people, couples }: Tables): (by: Move, now: Instant) => void {
  const statements = prepare(database);
  const { vault } = database;

  const reseal = <Document>(
    { rows, save }: (typeof statements)['book'],
    placeOf: (row: SealedRow) => string,
    format: Format<Document>,
    moved: (document: Document, by: Move) => Document,
    by: Move,
  ) => {
    for (let after = 0; ;) {
      const page = rows.all({ after });
      for (const row of page) {
        unlessBroken(() => {
          const key = vault.get(row.keyId);
          const before = readDocument(format, decrypt(key, placeOf(row), row.sealed));
          const now = moved(before, by);
          if (now !== before) save.run({ id: row.id, sealed: encrypt(key, placeOf(row), writeDocument(format, now)) });
        });
      }
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.id;
    }
  };

  return (by, now) => {
    people.move(by);
    couples.move(by, now);
    reseal(statements.book, ({ id, personId }) => places.book(id, personId), bookFormat, movedEntry, by);
    reseal(
      statements.payloads,
      (row) => places.payload(row.id, row.personId, row.kind, row.method),
      payloadFormat,
      movedPayload,
      by,
    );
    const { from, olderMs, newerMs } = by;
    const values = { from: Number.isFinite(from) ? from : 0, older: olderMs, newer: newerMs };
    for (const column of statements.columns) column.run(values);
    // Which day a question was for may be another now; that it was asked stands in its person's document.
    const today = new Date(now).toISOString().slice(0, 10);
    if (movedDate(today, by) !== today) statements.forgetDates.run();
  };
}

/** `kind` and `method` only of a message. */
interface SealedRow {
  readonly id: number;
  readonly keyId: number;
  readonly personId: PersonId;
  readonly kind: string;
  readonly method: string;
  readonly sealed: Buffer;
}

const shift = (column: string) => `(case when ${column} <= @from then @older else @newer end)`;
const moved = (column: string) => `${column} = ${column} + ${shift(column)}`;
/** By whole days: what belongs to an hour of the day. */
const movedDays = (column: string) => `${column} + cast(${shift(column)} / 86400000 as integer) * 86400000`;

/** What does not move by its own age alone: its updates are written below. The couples see to their own. */
const movedOtherwise: ReadonlySet<SQLiteColumn> = new Set<SQLiteColumn>([
  ...[schema.outbox.dueAt, schema.outbox.notBefore, schema.outbox.dropAfter],
  ...[schema.book.askedAt, schema.book.until],
  schema.couples.wakeAt,
]);

/** Every other moment that the schema knows, table by table. */
function plainUpdates(): readonly string[] {
  const tables = Object.values(schema).filter((one) => is(one, SQLiteTable));
  return tables.flatMap((table) => {
    const columns = schema.momentsOf(table).filter((column) => !movedOtherwise.has(column));
    const changes = columns.map(({ name }) => moved(name)).join(', ');
    return columns.length === 0 ? [] : [`update ${getTableName(table)} set ${changes}`];
  });
}

function prepare({ connection: { raw } }: OpenDatabase) {
  const resealed = (rows: string, save: string) => ({
    rows: raw.prepare<[{ readonly after: number }], SealedRow>(rows),
    save: raw.prepare<[{ readonly id: number; readonly sealed: Buffer }]>(save),
  });
  const updates = [
    ...plainUpdates(),
    // How long an entry is kept is counted from its question.
    `update book set asked_at = asked_at + ${shift('asked_at')}, until = until + ${shift('asked_at')}`,
    // A question waits for an hour of the day until it was tried, and is dropped at one.
    `update outbox set drop_after = ${movedDays('drop_after')}, not_before = ${movedDays('not_before')},
      due_at = case when due_at = not_before then ${movedDays('due_at')} else due_at + ${shift('due_at')} end
      where queue = 'scheduled'`,
    `update outbox set ${['due_at', 'not_before', 'drop_after'].map(moved).join(', ')} where queue <> 'scheduled'`,
  ];
  return {
    book: resealed(
      `select book.id, people.key_id as keyId, person_id as personId, book.sealed from book join people on people.id = book.person_id
        where book.id > @after order by book.id limit 500`,
      'update book set sealed = @sealed where id = @id',
    ),
    payloads: resealed(
      `select outbox.id, people.key_id as keyId, person_id as personId, kind, method, payload as sealed from outbox join people on people.id = person_id
        where settled_at is null and payload is not null and outbox.id > @after order by outbox.id limit 500`,
      'update outbox set payload = @sealed where id = @id',
    ),
    columns: updates.map((update) => raw.prepare<[Readonly<Record<'from' | 'older' | 'newer', number>>]>(update)),
    forgetDates: raw.prepare('update outbox set local_date = null where local_date is not null'),
  };
}
