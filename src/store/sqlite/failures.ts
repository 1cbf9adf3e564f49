import Database from 'better-sqlite3';
import { StorageFailure } from '../failures.js';

/** A SQLite error that is not about one row's constraint: the disk, the file, the memory. */
export function isStorageFailure(error: unknown): boolean {
  return error instanceof Database.SqliteError && !error.code.startsWith('SQLITE_CONSTRAINT');
}

export function toStorageFailure(error: unknown): unknown {
  return error instanceof Database.SqliteError ? new StorageFailure(error.code) : error;
}
