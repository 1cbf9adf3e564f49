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
  /** Writes the columns in which one of the rows differs from what it was. */
  update(asked: Asked, rows: readonly Row[], before: (row: Row) => Row): Promise<void>;
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
  const keyColumn = columns.find(({ field }) => field === key);
  if (keyColumn === undefined) throw new Error(`${getTableName(table)} has no ${key}`);
  const places = (some: readonly Column[]) =>
    some.map(({ type }, index) => `$${String(index + 1)}::${type}[]`).join(', ');
  const names = (some: readonly Column[]) => some.map((column) => column.name).join(', ');
  const valueOf = (row: Row, { field }: Column) => (row as Readonly<Record<string, unknown>>)[field] ?? null;
  const valuesOf = (some: readonly Column[], rows: readonly Row[]) =>
    some.map((column) =>
      arrayOf(
        column.type,
        rows.map((row) => valueOf(row, column)),
      ),
    );
  const insert = `insert into ${name} (${names(written)}) select * from unnest(${places(written)})`;
  const updateOf = (some: readonly Column[]) => {
    const sets = some.map((column) => `${column.name} = changed.${column.name}`).join(', ');
    const all = [keyColumn, ...some];
    const found = `${name}.${keyColumn.name}`;
    // Named twice, so that every plan finds the rows by their keys, also one that was made while the table was small.
    return `update ${name} set ${sets} from unnest(${places(all)}) as changed (${names(all)})
      where ${found} = changed.${keyColumn.name} and ${found} = any($1::${keyColumn.type}[])`;
  };
  const remove = `delete from ${name} where ${keyColumn.name} = any($1::${keyColumn.type}[])`;
  return {
    insert: async (asked, rows) => {
      if (rows.length > 0) await asked.query(insert, valuesOf(written, rows));
    },
    update: async (asked, rows, before) => {
      const changed = columns.filter((column) =>
        rows.some((row) => valueOf(row, column) !== valueOf(before(row), column)),
      );
      if (changed.length > 0) await asked.query(updateOf(changed), valuesOf([keyColumn, ...changed], rows));
    },
    remove: async (asked, keys) => {
      if (keys.length > 0) await asked.query(remove, [keys]);
    },
  };
}

/** An array as the server takes it. The driver would write each number with quotes around it, and each byte as two letters. */
function arrayOf(type: string, values: readonly unknown[]): unknown {
  if (type === 'bytea') return bytesArray(values as readonly (Buffer | null)[]);
  return type === 'text' ? values : `{${values.map((value) => String(value)).join(',')}}`;
}

const bytesType = 17;
const headerBytes = 20;
const lengthBytes = 4;

/** The server's own form: one dimension, whether there are nulls, the type, how many, from which number; and then each behind its length. */
function bytesArray(values: readonly (Buffer | null)[]): Buffer {
  const all = Buffer.allocUnsafe(values.reduce((sum, value) => sum + lengthBytes + (value?.length ?? 0), headerBytes));
  let at = [1, values.includes(null) ? 1 : 0, bytesType, values.length, 1].reduce(
    (end, number) => all.writeInt32BE(number, end),
    0,
  );
  for (const value of values) {
    at = all.writeInt32BE(value?.length ?? -1, at);
    at += value?.copy(all, at) ?? 0;
  }
  return all;
}
