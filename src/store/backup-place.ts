import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isWithin, realPath } from './directory.js';
import { StoreRefusal } from './failures.js';
import { keyTextOf, type MasterKeySource } from './master-key.js';

/** A key is 44 characters; a file with settings that may hold one is not much longer. */
const mayHoldKeyBytes = 64 * 1024;
const filesLookedAt = 10_000;

/** Throws StoreRefusal when a backup may not lie there: within the data, or beside the key that opens it. */
export function refuseBackupPlace(to: string, source: MasterKeySource): void {
  const place = realPath(to);
  if (isWithin(place, realPath(source.dataDir))) {
    throw new StoreRefusal(`${to} lies in DATA_DIR, and would be lost with it: choose a directory on another disk.`);
  }
  const key = keyTextOf(source);
  if (isWithin(realPath(source.keyFile), place) || (key !== null && holdsKey(place, key))) {
    throw new StoreRefusal(
      `${to} holds the master key: together with the key the copy protects nothing. Choose a directory without it.`,
    );
  }
}

function holdsKey(directory: string, key: string): boolean {
  if (!existsSync(directory)) return false;
  return readdirSync(directory)
    .slice(0, filesLookedAt)
    .map((file) => join(directory, file))
    .some((path) => {
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat?.isFile() === true && stat.size <= mayHoldKeyBytes && readFileSync(path, 'latin1').includes(key);
    });
}
