import { sql } from 'drizzle-orm';
import type { Language } from '../../core/scenario.js';
import type { Vault } from '../keys.js';
import type { SealedDocuments } from '../sealed-documents.js';
import type { Connection } from './files.js';

/** What every part of the SQLite store works with. */
export interface House {
  readonly connection: Connection;
  readonly vault: Vault;
  readonly documents: SealedDocuments;
  readonly defaults: { readonly language: Language; readonly zone: string };
  readonly bot: number;
}

/** A value given when a prepared statement runs. */
export const given = (name: string) => sql.placeholder(name);

/** The same, where Drizzle's types want an expression. */
export const set = (name: string) => sql`${sql.placeholder(name)}`;

/** Numbers rows in memory: only one process holds the data, and a sealed value must know its row before it is written. */
export function countFrom(connection: Connection, table: 'people' | 'outbox'): () => number {
  const last = connection.raw.prepare('select seq from sqlite_sequence where name = ?').pluck().get(table);
  let id = typeof last === 'number' ? last : 0;
  return () => (id += 1);
}
