import { getTableName, is } from 'drizzle-orm';
import { PgTable, type PgColumn } from 'drizzle-orm/pg-core';
import type { Instant, PersonId } from '../../core/ids.js';
import { bookFormat, movedEntry, movedPayload, payloadFormat } from '../documents.js';
import { readDocument, writeDocument, type Format } from '../document-format.js';
import { unlessBroken } from '../failures.js';
import { movedDate, type Move } from '../move.js';
import { places } from '../places.js';
import type { KeyId } from '../sealing.js';
import { momentsOf } from './columns.js';
import type { Asked } from './connect.js';
import * as schema from './schema.js';
import { gather, tablesOf, work, type House } from './transaction.js';
import { sealingOf } from './vault.js';

const rowsAPage = 500;

/** When the clock is set, every stored time moves with it, within the caller's transaction; see sqlite/move.ts. */
export async function moveAll(asked: Asked, house: House, by: Move, now: Instant): Promise<void> {
  await forPages(asked, 'people', async (ids) => {
    const set = await gather(asked, house, { people: new Set(ids), couples: new Set() }, () => []);
    await work(asked, house, set, tablesOf(set, house.defaults), ({ people }) => {
      people.move(by);
    });
  });
  await forPages(asked, 'couples', async (ids) => {
    const set = await gather(
      asked,
      house,
      { people: new Set(await seated(asked, ids)), couples: new Set(ids) },
      () => [],
    );
    await work(asked, house, set, tablesOf(set, house.defaults), ({ couples }) => {
      couples.move(by, now);
    });
  });
  await reseal(asked, house, books, by);
  await reseal(asked, house, payloads, by);
  const { from, olderMs, newerMs } = by;
  for (const update of updates) {
    await asked.query(update, [Number.isFinite(from) ? from : 0, Math.trunc(olderMs), Math.trunc(newerMs)]);
  }
  // By the new clock the question may belong to another day. That it was asked is in the person's document.
  const today = new Date(now).toISOString().slice(0, 10);
  if (movedDate(today, by) !== today) {
    await asked.query('update outbox set local_date = null where local_date is not null');
  }
}

async function forPages(asked: Asked, table: 'people' | 'couples', page: (ids: readonly number[]) => Promise<void>) {
  for (let after = -1; ;) {
    const rows = await asked.query<{ id: number }>(`select id from ${table} where id > $1 order by id limit $2`, [
      after,
      rowsAPage,
    ]);
    const last = rows.at(-1);
    if (last === undefined) return;
    await page(rows.map(({ id }) => id));
    after = last.id;
  }
}

async function seated(asked: Asked, couples: readonly number[]): Promise<readonly PersonId[]> {
  const sql = 'select person_id as id from members where couple_id = any($1::bigint[])';
  return (await asked.query<{ id: number }>(sql, [couples])).map(({ id }) => id);
}

interface SealedRow {
  readonly id: number;
  readonly keyId: KeyId;
  readonly personId: PersonId;
  readonly kind: string;
  readonly method: string;
  readonly sealed: Buffer;
}

interface Sealed<Document> {
  readonly page: string;
  readonly save: string;
  readonly placeOf: (row: SealedRow) => string;
  readonly format: Format<Document>;
  readonly moved: (document: Document, by: Move) => Document;
}

const books = sealed({
  page: `select book.id, people.key_id as "keyId", person_id as "personId", book.sealed from book join people
    on people.id = book.person_id where book.id > $1 order by book.id limit $2`,
  save: 'update book set sealed = saved.bytes from unnest($1::bigint[], $2::bytea[]) as saved (id, bytes) where book.id = saved.id',
  placeOf: ({ id, personId }) => places.book(id, personId),
  format: bookFormat,
  moved: movedEntry,
});

const payloads = sealed({
  page: `select outbox.id, people.key_id as "keyId", person_id as "personId", kind, method, payload as sealed from outbox
    join people on people.id = person_id
    where settled_at is null and payload is not null and outbox.id > $1 order by outbox.id limit $2`,
  save: 'update outbox set payload = saved.bytes from unnest($1::bigint[], $2::bytea[]) as saved (id, bytes) where outbox.id = saved.id',
  placeOf: ({ id, personId, kind, method }) => places.payload(id, personId, kind, method),
  format: payloadFormat,
  moved: movedPayload,
});

function sealed<Document>(one: Sealed<Document>): Sealed<Document> {
  return one;
}

async function reseal<Document>(
  asked: Asked,
  { keys }: House,
  { page, save, placeOf, format, moved }: Sealed<Document>,
  by: Move,
): Promise<void> {
  for (let after = 0; ;) {
    const rows = await asked.query<SealedRow>(page, [after, rowsAPage]);
    const last = rows.at(-1);
    if (last === undefined) return;
    const known = await keys.read([...new Set(rows.map(({ keyId }) => keyId))]);
    const sealing = sealingOf(keys, (id) => known.get(id));
    const changed = rows.flatMap((row) => {
      const bytes = unlessBroken(() => {
        const before = readDocument(format, sealing.unseal(row.keyId, placeOf(row), row.sealed));
        const after = moved(before, by);
        return after === before ? null : sealing.seal(row.keyId, placeOf(row), () => writeDocument(format, after));
      });
      return bytes === null ? [] : { id: row.id, bytes };
    });
    await asked.query(save, [changed.map(({ id }) => id), changed.map(({ bytes }) => bytes)]);
    after = last.id;
  }
}

const shift = (column: string) => `(case when ${column} <= $1::bigint then $2::bigint else $3::bigint end)`;
const moved = (column: string) => `${column} = ${column} + ${shift(column)}`;
/** The columns that move by whole days, because they belong to an hour of the day. */
const movedDays = (column: string) => `${column} + ${shift(column)} / 86400000 * 86400000`;

/** Columns that need more than a shift: their updates are written out below. Couples have their own. */
const movedOtherwise: ReadonlySet<PgColumn> = new Set<PgColumn>([
  ...[schema.outbox.dueAt, schema.outbox.notBefore, schema.outbox.dropAfter],
  ...[schema.book.askedAt, schema.book.until],
  schema.couples.wakeAt,
]);

/** All other moments in the schema, table by table. */
function plainUpdates(): readonly string[] {
  const tables = Object.values(schema).filter((one): one is typeof schema.people => is(one, PgTable));
  return tables.flatMap((table) => {
    const columns = momentsOf(table).filter((column) => !movedOtherwise.has(column));
    const changes = columns.map(({ name }) => moved(name)).join(', ');
    return columns.length === 0 ? [] : [`update ${getTableName(table)} set ${changes}`];
  });
}

const updates: readonly string[] = [
  ...plainUpdates(),
  // The time for which an entry is kept is counted from its question.
  `update book set asked_at = asked_at + ${shift('asked_at')}, until = until + ${shift('asked_at')}`,
  // A question waits for an hour of the day until it was tried once, and is dropped at an hour of the day.
  `update outbox set drop_after = ${movedDays('drop_after')}, not_before = ${movedDays('not_before')},
    due_at = case when due_at = not_before then ${movedDays('due_at')} else due_at + ${shift('due_at')} end
    where queue = 'scheduled'`,
  `update outbox set ${['due_at', 'not_before', 'drop_after'].map(moved).join(', ')} where queue <> 'scheduled'`,
];
