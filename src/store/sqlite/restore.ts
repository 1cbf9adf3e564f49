import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../core/ids.js';
import { syncPath } from '../durable.js';
import { StoreRefusal } from '../failures.js';
import { arrivingDir, databaseFile, keysFile, lockDataDir, sideFiles } from './files.js';
import { openHouse } from './open.js';
import { cleanRestored, type Cleaned } from './restore-rows.js';

export interface RestoreOptions {
  readonly from: string;
  readonly dataDir: string;
  readonly masterKey: Buffer;
  /** Data that is there is moved aside; without this it is a reason to refuse. */
  readonly isForced: boolean;
  readonly now: Instant;
}

export type Restored =
  /** An earlier restore was cut off while it put the checked copy in place; that has been finished. */
  | { readonly was: 'finished'; readonly movedTo: string | null }
  | ({ readonly was: 'restored'; readonly movedTo: string | null } & Cleaned);

const files = [databaseFile, keysFile];
const stagingDir = 'restoring';

/**
 * Puts a backup in the place of the data. All checks are made on a copy of the copy, within the data directory; only
 * then is what was there moved aside, file by file. The backup itself is only read. Throws StoreRefusal.
 */
export function restore(options: RestoreOptions): Restored {
  const { dataDir } = options;
  const unlock = lockDataDir(dataDir);
  try {
    if (existsSync(join(dataDir, arrivingDir))) {
      return { was: 'finished', movedTo: putInPlace(dataDir, options.now) };
    }
    refuseWhatCannotBe(options);
    const staging = join(dataDir, stagingDir);
    rmSync(staging, { recursive: true, force: true });
    const cleaned = prepare(options, staging);
    renameSync(staging, join(dataDir, arrivingDir));
    syncPath(dataDir, true);
    return { was: 'restored', movedTo: putInPlace(dataDir, options.now), ...cleaned };
  } finally {
    unlock();
  }
}

function refuseWhatCannotBe({ from, dataDir, isForced }: RestoreOptions): void {
  for (const file of files) {
    if (!existsSync(join(from, file))) throw new StoreRefusal(`${from} holds no backup: there is no ${file} in it.`);
  }
  if (!isForced && files.some((file) => existsSync(join(dataDir, file)))) {
    throw new StoreRefusal(
      `There is data in ${dataDir} already. With --force it is moved aside, and what was erased since the backup stays erased.`,
    );
  }
}

/** Opens the copy as a bot would, with all its refusals, looks through every page, and takes out what must not come back. */
function prepare({ from, dataDir, masterKey, now }: RestoreOptions, staging: string): Cleaned {
  mkdirSync(staging, { mode: 0o700 });
  try {
    for (const file of files.flatMap((name) => [name, `${name}-wal`])) {
      if (existsSync(join(from, file))) copyFileSync(join(from, file), join(staging, file));
    }
    // No bot yet: which one it is for is settled at the next start. Language and zone are for people who write.
    const options = { dataDir: staging, masterKey, botId: '', defaultLanguage: 'nl', defaultZone: 'UTC' } as const;
    const { database, keys, close } = openHouse(options, 'restore');
    try {
      for (const { raw } of [database.connection, keys]) {
        if (raw.pragma('integrity_check(1)', { simple: true }) !== 'ok') {
          throw new StoreRefusal(`The backup in ${from} is damaged: take another one. Nothing was changed.`);
        }
      }
      const cleaned = cleanRestored(database, keys, { liveDir: dataDir, masterKey, now });
      database.connection.truncate();
      keys.truncate();
      return cleaned;
    } finally {
      close();
    }
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(join(staging, 'lock'), { force: true });
  }
}

/** Can be cut off anywhere and called again: what still lies among the arriving files has not been put in place. */
function putInPlace(dataDir: string, now: Instant): string | null {
  const arriving = join(dataDir, arrivingDir);
  const aside = join(dataDir, `before-restore-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '')}`);
  let movedTo: string | null = null;
  for (const file of [keysFile, databaseFile]) {
    if (!existsSync(join(arriving, file))) continue;
    for (const old of [...sideFiles.map((side) => file + side), file]) {
      if (!existsSync(join(dataDir, old))) continue;
      mkdirSync(aside, { recursive: true, mode: 0o700 });
      renameSync(join(dataDir, old), join(aside, old));
      movedTo = aside;
    }
    syncPath(join(arriving, file));
    renameSync(join(arriving, file), join(dataDir, file));
    syncPath(dataDir, true);
  }
  rmSync(arriving, { recursive: true, force: true });
  syncPath(dataDir, true);
  return movedTo;
}
