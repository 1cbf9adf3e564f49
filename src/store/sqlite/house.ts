import { is, Param, Placeholder, sql } from 'drizzle-orm';
import type { Language } from '../../core/scenario.js';
import type { Vault } from '../keys.js';
import type { Connection } from './files.js';

/** What every part of the SQLite store works with. */
export interface House {
  readonly connection: Connection;
  readonly vault: Vault;
  /** How many people, and how many couples, to remember as they are stored. */
  readonly remembered: number;
  readonly defaults: { readonly language: Language; readonly zone: string };
  readonly bot: number;
}

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

/**
 * The statement as Drizzle wrote it, with its places for values looked up once: Drizzle's own `run` looks at every
 * parameter anew, which costs as much as the insert itself.
 */
export function change(connection: Connection, query: { toSQL(): { sql: string; params: unknown[] } }): Change {
  const { sql: text, params } = query.toSQL();
  const statement = connection.raw.prepare(text);
  const places = params.map(placeOf);
  return {
    run: (values) =>
      statement.run(places.map(({ name, fixed, encode }) => (name === null ? fixed : encode(values[name])))),
  };
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

/** Numbers rows in memory: only one process holds the data, and a sealed value must know its row before it is written. */
export function countFrom(connection: Connection, table: 'people' | 'outbox'): () => number {
  const last = connection.raw.prepare('select seq from sqlite_sequence where name = ?').pluck().get(table);
  let id = typeof last === 'number' ? last : 0;
  return () => (id += 1);
}
