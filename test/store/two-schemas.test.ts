import { getTableName, is } from 'drizzle-orm';
import { getTableConfig as ofPostgres, PgTable } from 'drizzle-orm/pg-core';
import { getTableConfig as ofSqlite, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';
import * as postgresKeys from '../../src/store/postgres/keys-schema.js';
import * as postgres from '../../src/store/postgres/schema.js';
import * as sqliteKeys from '../../src/store/sqlite/keys-schema.js';
import * as sqlite from '../../src/store/sqlite/schema.js';

/** Tables that one of the two has and the other need not: a file has one process, which leads. */
const onlyPostgres = ['leader'];

/** What of a table both must have alike; how a dialect writes a condition or numbers its rows is its own. */
interface Shape {
  readonly columns: readonly string[];
  readonly indexes: readonly string[];
}

interface Index {
  readonly config: {
    readonly name: string | undefined;
    readonly unique: boolean;
    readonly where: unknown;
    readonly columns: readonly object[];
  };
}

const columnOf = ({ name, notNull, primary }: { name: string; notNull: boolean; primary: boolean }) =>
  `${name}${notNull || primary ? '' : ' or null'}${primary ? ', primary' : ''}`;
const indexOf = ({ config: { name, unique, where, columns } }: Index) =>
  `${name ?? ''}${unique ? ', unique' : ''}${where === undefined ? '' : ', partial'} on ${columns.map((column) => ('name' in column ? String(column.name) : '')).join(', ')}`;

const shapeOf = (
  columns: readonly { name: string; notNull: boolean; primary: boolean; isUnique: boolean }[],
  indexes: readonly Index[],
): Shape => ({
  columns: columns.map((column) => `${columnOf(column)}${column.isUnique ? ', unique' : ''}`).sort(),
  indexes: indexes.map(indexOf).sort(),
});

function sqliteShapes(schema: object): Readonly<Record<string, Shape>> {
  const tables = Object.values(schema).filter((one): one is SQLiteTable => is(one, SQLiteTable));
  return Object.fromEntries(
    tables.map((table) => {
      const { columns, indexes } = ofSqlite(table);
      return [getTableName(table), shapeOf(columns, indexes)];
    }),
  );
}

function postgresShapes(schema: object): Readonly<Record<string, Shape>> {
  const tables = Object.values(schema).filter((one) => is(one, PgTable));
  return Object.fromEntries(
    tables.map((table) => {
      const { columns, indexes } = ofPostgres(table);
      return [getTableName(table), shapeOf(columns, indexes as unknown as readonly Index[])];
    }),
  );
}

it.each([
  ['the data', sqlite, postgres],
  ['the keys', sqliteKeys, postgresKeys],
])('both stores have the same tables, columns and indexes for %s', (_, one, other) => {
  const [inFiles, inServer] = [sqliteShapes(one), postgresShapes(other)];
  expect(Object.keys(inFiles).length).toBeGreaterThan(2);
  const shared = Object.entries(inServer).filter(([name]) => !onlyPostgres.includes(name));
  expect(Object.fromEntries(shared)).toEqual(inFiles);
});
