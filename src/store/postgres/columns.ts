import { is } from 'drizzle-orm';
import { customType, getTableConfig, PgCustomColumn, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';

/** A moment by the clock, in milliseconds. It moves along when the clock is set; see move.ts. */
export const moment = customType<{ data: number; driverData: number }>({ dataType: () => 'bigint' });

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

export function momentsOf(table: PgTable): readonly PgColumn[] {
  return getTableConfig(table).columns.filter(
    (column) => is(column, PgCustomColumn) && column.getSQLType() === 'bigint',
  );
}
