import { getTableName } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { getTableColumns } from 'drizzle-orm';
import type { Asked } from './connect.js';

/** Statements on sets of rows, made from the schema. A statement is sent with one array for each column. */

interface Column {
  readonly field: string;
  readonly name: string;
  readonly type: string;
}

function columnsOf(table: PgTable): readonly Column[] {
  return Object.entries(getTableColumns(table)).map(([field, column]) => ({
    field,
    name: column.name,
    type: column.getSQLType(),
  }));
}

/** The columns of a select, each under the name of its field. */
export function fieldsOf(table: PgTable): string {
  return columnsOf(table)
    .map(({ field, name }) => `${name} as "${field}"`)
    .join(', ');
}

export interface Writing<Row> {
  insert(asked: Asked, rows: readonly Row[]): Promise<void>;
  update(asked: Asked, rows: readonly Row[]): Promise<void>;
  remove(asked: Asked, keys: readonly unknown[]): Promise<void>;
}

/** `key` is the field that a row is found by; the database numbers the field in `without`. */
export function writingOf<Row extends object>(
  table: PgTable,
  key: string,
  without: string | null = null,
): Writing<Row> {
  const { name } = getTableConfig(table);
  const columns = columnsOf(table);
  const written = columns.filter(({ field }) => field !== without);
  const changed = columns.filter(({ field }) => field !== key);
  const keyColumn = columns.find(({ field }) => field === key);
  if (keyColumn === undefined) throw new Error(`${getTableName(table)} has no ${key}`);
  const places = (some: readonly Column[]) =>
    some.map(({ type }, index) => `$${String(index + 1)}::${type}[]`).join(', ');
  const names = (some: readonly Column[]) => some.map((column) => column.name).join(', ');
  const valuesOf = (some: readonly Column[], rows: readonly Row[]) =>
    some.map(({ field }) => rows.map((row) => (row as Readonly<Record<string, unknown>>)[field] ?? null));
  const insert = `insert into ${name} (${names(written)}) select * from unnest(${places(written)})`;
  const sets = changed.map((column) => `${column.name} = changed.${column.name}`).join(', ');
  const update = `update ${name} set ${sets} from unnest(${places(columns)}) as changed (${names(columns)})
    where ${name}.${keyColumn.name} = changed.${keyColumn.name}`;
  const remove = `delete from ${name} where ${keyColumn.name} = any($1::${keyColumn.type}[])`;
  return {
    insert: async (asked, rows) => {
      if (rows.length > 0) await asked.query(insert, valuesOf(written, rows));
    },
    update: async (asked, rows) => {
      if (rows.length > 0) await asked.query(update, valuesOf(columns, rows));
    },
    remove: async (asked, keys) => {
      if (keys.length > 0) await asked.query(remove, [keys]);
    },
  };
}
