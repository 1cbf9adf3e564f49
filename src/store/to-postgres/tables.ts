import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import * as keysSchema from '../postgres/keys-schema.js';
import * as mainSchema from '../postgres/schema.js';

export interface Column {
  readonly name: string;
  readonly type: string;
}

/** A table that both stores have, with the same columns; a test holds the two schemas beside each other. */
export interface SharedTable {
  readonly name: string;
  readonly key: Column;
  readonly columns: readonly Column[];
}

/** `leader` has no namesake in files; the others are not taken over row by row. */
const leftOut: ReadonlySet<string> = new Set(['leader', 'canaries', 'marks']);

const byName = (schema: object) =>
  new Map(
    Object.values(schema)
      .filter((one): one is PgTable => is(one, PgTable))
      .map((table) => [getTableConfig(table).name, table]),
  );

/** What a row refers to comes before it. */
function sharedTables(schema: object): readonly SharedTable[] {
  const all = byName(schema);
  const ordered = new Map<string, SharedTable>();
  const add = (table: PgTable): void => {
    const { name, columns, foreignKeys } = getTableConfig(table);
    if (ordered.has(name) || leftOut.has(name)) return;
    for (const foreign of foreignKeys) add(foreign.reference().foreignTable);
    const key = columns.find(({ primary }) => primary);
    if (key === undefined) throw new Error(`${name} has no key of one column`);
    const columnOf = (column: (typeof columns)[number]) => ({ name: column.name, type: column.getSQLType() });
    ordered.set(name, { name, key: columnOf(key), columns: columns.map(columnOf) });
  };
  for (const table of all.values()) add(table);
  return [...ordered.values()];
}

export const tablesOfKeys = sharedTables(keysSchema);
export const tablesOfMain = sharedTables(mainSchema);

/** The sequence that numbers the rows of a table; one that the database made itself has the table's name in its own. */
export const sequences: Readonly<Record<string, string>> = {
  people: 'people_ids',
  outbox: 'outbox_ids',
  book: 'book_ids',
  room_rows: 'room_row_ids',
  chat_messages: 'chat_messages_id_seq',
  seen_updates: 'seen_updates_id_seq',
};
export const keySequence = 'key_ids';
