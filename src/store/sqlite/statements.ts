import { Column, is, Param, Placeholder, sql, type DriverValueDecoder, type DriverValueEncoder } from 'drizzle-orm';
import type { Change as AnyChange, Look as AnyLook } from '../look.js';
import type { Connection } from './files.js';

/** A value given when a prepared statement runs. */
export const given = (name: string) => sql.placeholder(name);

/** The same, where Drizzle's types want an expression. */
export const set = (name: string) => sql`${sql.placeholder(name)}`;

/**
 * A limit given when a prepared statement runs. Added to zero: SQLite plans a statement anew whenever the value of a
 * bare `limit ?` is bound, which takes longer than looking at an index. Drizzle takes the expression, its types do not.
 */
export const limitGiven = (name: string) => sql`(${sql.placeholder(name)} + 0)` as unknown as Placeholder;

/** By name. */
type Values = object;

export type Change = AnyChange<Values>;

/** Of a query without places for values none need be given. */
export interface Look<Row> extends AnyLook<Values, Row> {
  get(values?: Values): Row | undefined;
  all(values?: Values): readonly Row[];
}

interface Written {
  toSQL(): { sql: string; params: unknown[] };
}

/**
 * The statement as Drizzle wrote it, with its places for values looked up once: Drizzle's own `run` looks at every
 * parameter anew, which costs as much as the insert itself.
 */
export function change(connection: Connection, query: Written): Change {
  const { sql: text, params } = query.toSQL();
  const statement = connection.raw.prepare(text);
  const fill = fillerOf(params);
  return { run: (values) => statement.run(fill(values)) };
}

/** The same for a query: each row is read as Drizzle's types say, its columns looked up once. */
export function look<Row>(
  connection: Connection,
  query: Written & { readonly _: { readonly result: readonly Row[]; readonly selectedFields: object } },
): Look<Row> {
  const { sql: text, params } = query.toSQL();
  const statement = connection.raw.prepare<unknown[], unknown[]>(text).raw();
  const fill = fillerOf(params);
  const read = readerOf(query._.selectedFields) as (row: readonly unknown[]) => Row;
  return {
    get: (values = {}) => {
      const row = statement.get(fill(values));
      return row === undefined ? undefined : read(row);
    },
    all: (values = {}) => statement.all(fill(values)).map(read),
  };
}

function readerOf(fields: object): (row: readonly unknown[]) => unknown {
  const names = Object.keys(fields);
  const decoders = Object.values(fields).map(decoderOf);
  return (row) => {
    const read: Record<string, unknown> = {};
    for (let column = 0; column < names.length; column += 1) {
      const value = row[column];
      const decoder = decoders[column] ?? null;
      read[names[column] ?? ''] = value === null || decoder === null ? value : decoder.mapFromDriverValue(value);
    }
    return read;
  };
}

/** Null for a value that is read as the driver gives it. */
function decoderOf(field: unknown): DriverValueDecoder<unknown, unknown> | null {
  return is(field, Column) && field.mapFromDriverValue !== Column.prototype.mapFromDriverValue ? field : null;
}

/** Puts values where the statement has its places for them. */
function fillerOf(params: readonly unknown[]): (values: Values) => unknown[] {
  const places = params.map(placeOf);
  return (values) => {
    const byName = values as Readonly<Record<string, unknown>>;
    const filled: unknown[] = [];
    for (const { name, fixed, encoder } of places) {
      const value = name === null ? fixed : byName[name];
      filled.push(value === null || encoder === null ? value : encoder.mapToDriverValue(value));
    }
    return filled;
  };
}

interface Place {
  readonly name: string | null;
  readonly fixed: unknown;
  /** Null for a value that is written as it is. */
  readonly encoder: DriverValueEncoder<unknown, unknown> | null;
}

function placeOf(param: unknown): Place {
  const value = is(param, Param) ? param.value : param;
  const encoder = is(param, Param) && isEncoding(param.encoder) ? param.encoder : null;
  if (is(value, Placeholder)) return { name: value.name, fixed: null, encoder };
  return { name: null, fixed: value, encoder: null };
}

function isEncoding(encoder: DriverValueEncoder<unknown, unknown>): boolean {
  return !is(encoder, Column) || encoder.mapToDriverValue !== Column.prototype.mapToDriverValue;
}
