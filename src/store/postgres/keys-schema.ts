import { bigint, pgSequence, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes } from './columns.js';

/** The tables of sqlite/keys-schema.ts, in a cluster of their own. */

/** No number is ever given out twice. */
export const keyIds = pgSequence('key_ids', { cache: 1 });

export const keys = pgTable('keys', {
  id: bigint('id', { mode: 'number' }).primaryKey(),
  wrapped: bytes('wrapped').notNull(),
});

export const serviceKeys = pgTable('service_keys', {
  name: text('name').primaryKey(),
  wrapped: bytes('wrapped').notNull(),
});

export const keyMarks = pgTable('marks', {
  name: text('name').primaryKey(),
  value: bigint('value', { mode: 'number' }).notNull(),
});
