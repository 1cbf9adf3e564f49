import type Database from 'better-sqlite3';
import type { Asked } from '../postgres/connect.js';
import type { SharedTable } from './tables.js';

/** Copies one table from a file to a cluster. Nobody writes to either meanwhile. */
export interface Copying {
  readonly from: Database.Database;
  readonly to: Asked;
  readonly table: SharedTable;
  readonly pageRows: number;
  /** Told of each page that is done. */
  readonly onRows: (rows: number) => void;
}

/** The rows in the cluster differ from those in the file. */
export class Differs extends Error {
  override readonly name = 'Differs';
}

type Value = number | string | boolean | Buffer | null;
type Row = Readonly<Record<string, Value>>;

/** A key that comes before every other, of either type. */
const beforeAll = -Infinity;

export function countRows(from: Database.Database, { name }: SharedTable): number {
  return Number(from.prepare(`select count(*) from ${name}`).pluck().get());
}

/**
 * Goes on after the last row that was copied. A page is copied whole or not at all, and pages follow each other by key.
 */
export async function copyRows({ from, to, table, pageRows, onRows }: Copying): Promise<void> {
  const { name, key, columns } = table;
  const [last] = await to.query<{ key: Value }>(
    `select ${key.name} as key from ${name} order by ${key.name} desc limit 1`,
  );
  if (last !== undefined) {
    const done = from.prepare(`select count(*) from ${name} where ${key.name} <= ?`).pluck().get(last.key);
    onRows(Number(done));
  }
  const names = columns.map((column) => column.name).join(', ');
  const arrays = columns.map(({ type }, index) => `$${String(index + 1)}::${type}[]`).join(', ');
  const insert = `insert into ${name} (${names}) overriding system value select * from unnest(${arrays})`;
  for (const page of pagesOf(from, table, pageRows, last?.key ?? beforeAll)) {
    await to.query(
      insert,
      columns.map((column) => page.map((row) => row[column.name] ?? null)),
    );
    onRows(page.length);
  }
}

/** Reads every row back, and throws when one differs or when there are more rows than in the file. */
export async function compareRows({ from, to, table, pageRows, onRows }: Copying): Promise<void> {
  const { name, key, columns } = table;
  const names = columns.map((column) => column.name).join(', ');
  const select = `select ${names} from ${name} where ${key.name} = any($1::${key.type}[])`;
  const nameOf = (row: Row) => String(asText(row[key.name]));
  for (const page of pagesOf(from, table, pageRows, beforeAll)) {
    const there = await to.query<Record<string, Value>>(select, [page.map((row) => row[key.name])]);
    const known = new Map(there.map((row) => [nameOf(row), row]));
    for (const row of page) {
      const other = known.get(nameOf(row));
      if (other === undefined || !columns.every((column) => isSame(row[column.name], other[column.name]))) {
        throw new Differs(name);
      }
    }
    onRows(page.length);
  }
  const [counted] = await to.query<{ rows: number }>(`select count(*) as rows from ${name}`);
  if (counted?.rows !== countRows(from, table)) throw new Differs(name);
}

const asText = (value: Value | undefined) => (Buffer.isBuffer(value) ? value.toString('hex') : value);

const isSame = (one: Value | undefined, other: Value | undefined) =>
  Buffer.isBuffer(one) && Buffer.isBuffer(other) ? one.equals(other) : one === other;

/** Rows in the order of their key, with the values of PostgreSQL: SQLite stores booleans as numbers. */
function* pagesOf(
  from: Database.Database,
  { name, key, columns }: SharedTable,
  pageRows: number,
  after: Value,
): Generator<readonly Row[]> {
  const names = columns.map((column) => column.name).join(', ');
  const select = from.prepare<[Value, number], Row>(
    `select ${names} from ${name} where ${key.name} > ? order by ${key.name} limit ?`,
  );
  const answers = columns.filter(({ type }) => type === 'boolean').map((column) => column.name);
  for (let last = after; ;) {
    const page = select.all(last, pageRows);
    const end = page.at(-1);
    if (end === undefined) return;
    yield page.map((row) => ({ ...row, ...Object.fromEntries(answers.map((one) => [one, row[one] === 1])) }));
    last = end[key.name] ?? null;
  }
}
