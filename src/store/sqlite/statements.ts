import { Column, is, Param, Placeholder, sql, type DriverValueDecoder } from 'drizzle-orm';
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

/** A statement that changes rows. */
export interface Change {
  run(values: Readonly<Record<string, unknown>>): { readonly changes: number };
}

/** A statement that reads rows. */
export interface Look<Row> {
  get(values?: Readonly<Record<string, unknown>>): Row | undefined;
  all(values?: Readonly<Record<string, unknown>>): readonly Row[];
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
  const columns = Object.entries(fields).map(([name, field]) => ({ name, decoder: decoderOf(field) }));
  return (row) => {
    const read: Record<string, unknown> = {};
    for (const [index, { name, decoder }] of columns.entries()) {
      const value = row[index];
      read[name] = value === null || decoder === null ? value : decoder.mapFromDriverValue(value);
    }
    return read;
  };
}

/** Null for a value that is read as the driver gives it. */
function decoderOf(field: unknown): DriverValueDecoder<unknown, unknown> | null {
  return is(field, Column) ? field : null;
}

/** Puts values where the statement has its places for them. */
function fillerOf(params: readonly unknown[]): (values: Readonly<Record<string, unknown>>) => unknown[] {
  const places = params.map(placeOf);
  return (values) => places.map(({ name, fixed, encode }) => (name === null ? fixed : encode(values[name])));
}

interface Place {
  readonly name: string | null;
  readonly fixed: unknown;
  readonly encode: (value: unknown) => unknown;
}

function placeOf(param: unknown): Place {
  const value = is(param, Param) ? param.value : param;
  const encoder = is(param, Param) ? param.encoder : null;
  const encode = (one: unknown) => (one === null || encoder === null ? one : encoder.mapToDriverValue(one));
  if (is(value, Placeholder)) return { name: value.name, fixed: null, encode };
  return { name: null, fixed: value, encode };
}
