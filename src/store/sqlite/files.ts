import { chmodSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { makeDirectory } from '../directory.js';
import { areNewer } from '../documents.js';
import { StoreRefusal } from '../failures.js';

export const databaseFile = 'samenspraak.sqlite';
export const keysFile = 'keys.sqlite';
const lockFile = 'lock';
/** What SQLite keeps beside a database: its log first, which must never lie beside another database. */
export const sideFiles = ['-wal', '-shm'];
/** A restored copy that was checked and is being put in place; see restore.ts. */
export const arrivingDir = 'restored';

/** The write-ahead log is copied into the database once it is this long: a few milliseconds each time. */
const checkpointPages = 1000;
/** How long to wait for a lock that somebody who reads holds for a moment. */
const waitMs = 5000;

export interface Connection {
  readonly raw: Database.Database;
  readonly db: BetterSQLite3Database;
  /** Copies the log into the database when it has grown; to be called after a commit. */
  checkpoint(): void;
  /** Copies the whole log and empties it, so that nothing erased lingers there. False while a reader is in the way. */
  truncate(): boolean;
  close(): void;
}

/** Which migrations a file is made by. */
export const migrationsOf = {
  main: fileURLToPath(new URL('../../../migrations/main', import.meta.url)),
  keys: fileURLToPath(new URL('../../../migrations/keys', import.meta.url)),
};

/** A path inside `dataDir`; `:memory:` stands for a database that is gone when closed. */
export function pathOf(dataDir: string, file: string): string {
  return dataDir === ':memory:' ? ':memory:' : join(dataDir, file);
}

/** Holds the data directory until released, so that no second bot sends the same messages. Released by the kernel too, when the process dies. */
export function lockDataDir(
  dataDir: string,
  refusal = `Another process is using the data in ${dataDir}: stop it first, or choose another DATA_DIR.`,
): () => void {
  if (dataDir === ':memory:') return () => undefined;
  const lock = openLock(dataDir);
  try {
    // No journal beside it: nothing is ever written here.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('begin exclusive');
  } catch {
    lock.close();
    throw new StoreRefusal(refusal);
  }
  return () => {
    lock.close();
  };
}

function openLock(dataDir: string): Database.Database {
  makeDirectory(dataDir);
  try {
    return keptPrivate(new Database(join(dataDir, lockFile), { timeout: 0 }), join(dataDir, lockFile));
  } catch {
    throw new StoreRefusal(
      `${dataDir} cannot be written: give the user that runs the bot access to it, or set DATA_DIR.`,
    );
  }
}

/**
 * Reads from a database without leaving a trace: what SQLite puts beside it for reading is taken away again, unless
 * `isShared`: a bot may be using it meanwhile.
 */
export function peek<Result>(path: string, read: (raw: Database.Database) => Result, isShared = false): Result {
  const before = sideFiles.map((side) => isShared || existsSync(path + side));
  const raw = new Database(path, { readonly: true });
  try {
    return read(raw);
  } catch (error) {
    if (error instanceof StoreRefusal) throw error;
    throw new StoreRefusal(`${path} cannot be read as a database: restore it from a backup.`);
  } finally {
    raw.close();
    sideFiles.forEach((side, index) => {
      if (before[index] === false) rmSync(path + side, { force: true });
    });
  }
}

/** Throws when the file was written by a later version of this program: its tables, or what lies sealed in them. */
export function refuseNewer(raw: Database.Database, path: string, migrationsFolder: string): void {
  if (!hasTable(raw, '__drizzle_migrations')) return;
  const known = new Set(readMigrationFiles({ migrationsFolder }).map(({ hash }) => hash));
  const applied = raw.prepare('select hash from __drizzle_migrations').pluck().all();
  if (applied.every((hash) => known.has(String(hash))) && !holdsNewerDocuments(raw)) return;
  throw new StoreRefusal(
    `${path} was made by a newer version of Samenspraak: update the program, or restore a backup.`,
  );
}

/** One that could not be read would fail at each message of somebody's, and what they sent would be gone. */
function holdsNewerDocuments(raw: Database.Database): boolean {
  if (!hasTable(raw, 'marks')) return false;
  const written = raw.prepare('select value from marks where name = ?').pluck();
  return areNewer((name) => Number(written.get(name) ?? 0));
}

export function hasTable(raw: Database.Database, name: string): boolean {
  return raw.prepare(`select 1 from sqlite_master where type = 'table' and name = ?`).get(name) !== undefined;
}

/** How many migrations this program knows of each file; data that was opened by it has had them all. */
export function schemaVersions(): { readonly main: number; readonly keys: number } {
  const count = (migrationsFolder: string) => readMigrationFiles({ migrationsFolder }).length;
  return { main: count(migrationsOf.main), keys: count(migrationsOf.keys) };
}

/** How many migrations this file has had, and how many there are. Throws StoreRefusal when it is of a newer version. */
export function schemaOf(path: string, isShared: boolean): { readonly applied: number; readonly known: number } {
  const read = (raw: Database.Database) => {
    refuseNewer(raw, path, migrationsOf.main);
    return Number(raw.prepare('select count(*) from __drizzle_migrations').pluck().get());
  };
  return { applied: peek(path, read, isShared), known: schemaVersions().main };
}

/** What SQLite puts beside a file later has the same mode. */
function keptPrivate(raw: Database.Database, path: string): Database.Database {
  if (path !== ':memory:') chmodSync(path, 0o600);
  return raw;
}

/** Opens for writing, durable and leaving nothing of what is deleted, and brings the tables up to date. */
export function connect(path: string, migrationsFolder: string): Connection {
  const raw = keptPrivate(new Database(path, { timeout: waitMs }), path);
  // A page is what a transaction writes at least, and the rows here are small: four kilobytes write two and a half times as much. A
  // file that is there keeps its pages.
  raw.pragma('page_size = 1024');
  raw.pragma('journal_mode = WAL');
  // better-sqlite3 is compiled so that a WAL file opens with NORMAL, which can lose commits in a power cut.
  raw.pragma('synchronous = FULL');
  raw.pragma('wal_autocheckpoint = 0');
  raw.pragma('secure_delete = ON');
  raw.pragma('temp_store = MEMORY');
  const db = drizzle({ client: raw });
  migrate(db, { migrationsFolder });
  raw.pragma('foreign_keys = ON');

  const look = raw.prepare<[], { log: number; checkpointed: number }>('pragma wal_checkpoint(NOOP)');
  return {
    raw,
    db,
    checkpoint() {
      const wal = look.get();
      if (wal !== undefined && wal.log - wal.checkpointed >= checkpointPages) raw.pragma('wal_checkpoint(PASSIVE)');
    },
    truncate() {
      // A backup may be reading for minutes: whoever taps must not wait for it, so this is tried again later instead.
      raw.pragma('busy_timeout = 0');
      const isBusy = raw.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0;
      raw.pragma(`busy_timeout = ${waitMs}`);
      return !isBusy;
    },
    close() {
      raw.close();
    },
  };
}
