import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One key a person and a couple, each wrapped by the master key. Deleting a row is what erasure comes down to. */
export const keys = sqliteTable('keys', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  wrapped: blob('wrapped', { mode: 'buffer' }).notNull(),
});

/** Keys of the database: `lookup`, for keyed hashes. It also tells a wrong master key from the right one. */
export const serviceKeys = sqliteTable('service_keys', {
  name: text('name').primaryKey(),
  wrapped: blob('wrapped', { mode: 'buffer' }).notNull(),
});

/**
 * Single numbers: `generation`, which the other file has too.
 *
 * @public Read by drizzle-kit; belong.ts looks at it before there is a connection.
 */
export const keyMarks = sqliteTable('marks', { name: text('name').primaryKey(), value: integer('value').notNull() });
