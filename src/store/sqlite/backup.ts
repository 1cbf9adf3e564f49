import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { makeDirectory } from '../directory.js';
import { syncPath } from '../durable.js';
import { StoreRefusal } from '../failures.js';
import { noteCopied, refuseMoved } from './belong.js';
import { databaseFile, keysFile, lockDataDir, sideFiles } from './files.js';

export interface BackupOptions {
  readonly dataDir: string;
  /** Made when it is not there; a copy of the same data in it is replaced. */
  readonly to: string;
  /** How much of the database has been copied, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

export interface BackupMade {
  readonly databaseBytes: number;
  readonly keysBytes: number;
}

/** Copied at a time; in between it is told how far it is. */
const pagesAStep = 2_000;

/**
 * Copies the data while a bot may be using it. The database first and the keys after it, so that the keys of all that
 * was copied are there, except of what was erased meanwhile. The new pair takes the place of the old one keys first: of
 * whatever is found after a crash, the keys are the newer.
 */
export async function backUp({ dataDir, to, onProgress }: BackupOptions): Promise<BackupMade> {
  const files = [databaseFile, keysFile];
  for (const file of files) {
    if (!existsSync(join(dataDir, file))) throw new StoreRefusal(`There is no data in ${dataDir} to copy.`);
  }
  refuseMoved(dataDir, true);
  makeDirectory(to);
  const unlock = lockDataDir(to, `Another backup to ${to} is running.`);
  const fresh = (file: string) => join(to, `${file}.new`);
  try {
    await copyDatabase(join(dataDir, databaseFile), fresh(databaseFile), onProgress);
    await copyDatabase(join(dataDir, keysFile), fresh(keysFile), () => undefined);
    refuseOtherData(fresh(databaseFile), join(to, databaseFile));
    for (const file of [keysFile, databaseFile]) {
      renameSync(fresh(file), join(to, file));
      syncPath(to, true);
    }
  } finally {
    for (const file of files) rmSync(fresh(file), { force: true });
    unlock();
    rmSync(join(to, 'lock'), { force: true });
  }
  const sizeOf = (file: string) => statSync(join(to, file)).size;
  return { databaseBytes: sizeOf(databaseFile), keysBytes: sizeOf(keysFile) };
}

async function copyDatabase(from: string, to: string, onProgress: (share: number) => void): Promise<void> {
  rmSync(to, { force: true });
  closeSync(openSync(to, 'wx', 0o600));
  const source = new Database(from, { readonly: true });
  try {
    // Holds on to this moment: without it every write of the bot would make the copy begin anew.
    source.exec('begin');
    source.prepare('select count(*) from sqlite_master').get();
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages === 0 ? 1 : 1 - remainingPages / totalPages);
        return pagesAStep;
      },
    });
  } finally {
    source.close();
  }
  settle(to);
}

/** One file that stands by itself, looked through and written to the disk. */
function settle(path: string): void {
  const copy = new Database(path);
  try {
    copy.pragma('journal_mode = DELETE');
    noteCopied(copy);
    const faults = copy.pragma('quick_check(1)', { simple: true });
    if (faults !== 'ok') throw new StoreRefusal(`${path} was copied with faults in it: the data itself is damaged.`);
  } finally {
    copy.close();
  }
  for (const side of sideFiles) rmSync(path + side, { force: true });
  syncPath(path);
}

/** A backup of one couple's bot never takes the place of another's. */
function refuseOtherData(fresh: string, former: string): void {
  if (!existsSync(former)) return;
  const canaryOf = (path: string): unknown => {
    const raw = new Database(path, { readonly: true });
    try {
      return raw.prepare('select value from canaries').pluck().get();
    } catch {
      return null;
    } finally {
      raw.close();
    }
  };
  const [one, other] = [canaryOf(fresh), canaryOf(former)];
  if (Buffer.isBuffer(one) && Buffer.isBuffer(other) && one.equals(other)) return;
  throw new StoreRefusal(`${former} is a copy of other data: choose another directory.`);
}
