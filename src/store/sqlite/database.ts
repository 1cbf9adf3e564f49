import type { Defaults } from '../people.js';
import type { Vault } from './vault.js';
import type { Connection } from './files.js';

/** What every part of the SQLite store works with. */
export interface OpenDatabase {
  readonly connection: Connection;
  readonly vault: Vault;
  /** How many people, and how many couples, to remember as they are stored. */
  readonly remembered: number;
  readonly defaults: Defaults;
  readonly bot: number;
}

/** Numbers rows in memory: only one process holds the data, and a sealed value must know its row before it is written. */
export function countFrom(connection: Connection, table: 'people' | 'outbox' | 'book' | 'room_rows'): () => number {
  const last = connection.raw.prepare('select seq from sqlite_sequence where name = ?').pluck().get(table);
  let id = typeof last === 'number' ? last : 0;
  return () => (id += 1);
}
