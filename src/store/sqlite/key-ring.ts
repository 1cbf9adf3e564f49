import { existsSync } from 'node:fs';
import { StoreRefusal } from '../failures.js';
import type { KeyRing } from '../key-ring.js';
import { refuseMoved } from './belong.js';
import { keysFile, lockDataDir, pathOf } from './files.js';
import { countKeys, opensKeys, rewrapKeys } from './rewrap.js';

/** The keys in a data directory. */
export function keysInFiles(dataDir: string): KeyRing {
  let isHeld = false;

  /** SQLite leaves files beside what it reads, which are taken away again unless a bot needs them. */
  const look = <Result>(work: (isShared: boolean) => Result): Promise<Result> => {
    const release = isHeld ? () => undefined : tryLock(dataDir);
    return new Promise<Result>((resolve) => {
      resolve(work(release === null));
    }).finally(() => release?.());
  };

  return {
    where: dataDir,
    backup: 'npm run backup -- DIR',
    isThere: () => Promise.resolve(existsSync(pathOf(dataDir, keysFile))),
    opens: (masterKey) => look((isShared) => opensKeys(dataDir, masterKey, isShared)),
    count: (masterKey) => look((isShared) => countKeys(dataDir, masterKey, isShared)),
    hold: () =>
      new Promise((resolve) => {
        const unlock = lockDataDir(
          dataDir,
          `The bot is running on the data in ${dataDir}: stop it first, then rotate.`,
        );
        try {
          refuseMoved(dataDir);
        } catch (error) {
          unlock();
          throw error;
        }
        isHeld = true;
        resolve(() => {
          isHeld = false;
          unlock();
          return Promise.resolve();
        });
      }),
    rewrap: (oldKey, newKey) =>
      new Promise((resolve) => {
        resolve(rewrapKeys(dataDir, oldKey, newKey));
      }),
  };
}

function tryLock(dataDir: string): (() => void) | null {
  try {
    return lockDataDir(dataDir);
  } catch (error) {
    if (error instanceof StoreRefusal) return null;
    throw error;
  }
}
