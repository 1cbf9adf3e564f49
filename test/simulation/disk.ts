import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFile, keysFile } from '../../src/store/sqlite/files.js';
import { openHouse } from '../../src/store/sqlite/open.js';
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import type { OpenDatabase } from '../../src/store/sqlite/database.js';
import type { Store } from '../../src/store/store.js';
import { createData } from '../store/memory/data.js';
import { createMemoryStore } from '../store/memory/memory-store.js';

/** What a world keeps its couples in, and what is left of it after a crash or a power cut. */
export interface Disk {
  /** `between` is asked at the points within a transaction at which a process can die. */
  open(between: () => void): { readonly store: Store; readonly close: () => void };
  /** What the next `open` finds. */
  fail(how: 'crash' | 'power-cut'): void;
  remove(): void;
}

export type DiskName = 'memory' | 'sqlite';

export function createDisk(name: DiskName): Disk {
  return name === 'memory' ? createMemoryDisk() : createSqliteDisk();
}

/**
 * Tables outside the process, where every commit is durable: a crash and a power cut take what was not committed, and
 * nothing else. Whether a database keeps that promise is what the worlds on SQLite show.
 */
function createMemoryDisk(): Disk {
  const data = createData();
  return {
    open: (between) => ({ store: createMemoryStore(data, between), close: () => undefined }),
    fail: () => undefined,
    remove: () => undefined,
  };
}

const files = [databaseFile, keysFile];
const fullySynchronous = 2;
/** Memory is as fast as a disk can be; elsewhere a temporary directory does. */
const root = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/**
 * The real store on files that lie in memory. After a crash of the process all that was written is there. After a power
 * cut only what SQLite had made durable: with `synchronous=FULL` the log is flushed at every commit; with anything less it
 * is flushed by a checkpoint only, so that the log may be gone, and is.
 */
function createSqliteDisk(): Disk {
  const home = mkdtempSync(join(root, 'samenspraak-simulation-'));
  let generation = 0;
  let database: OpenDatabase | null = null;
  let keysAreSafe = true;
  const dirOf = (number: number) => join(home, String(number));

  return {
    open: (between) => {
      const dataDir = dirOf(generation);
      const opened = openHouse({
        dataDir,
        masterKey: Buffer.alloc(32, 1),
        botId: '123456',
        defaultLanguage: 'nl',
        defaultZone: 'Europe/Amsterdam',
      });
      database = opened.database;
      const { vault } = opened.database;
      const dying = {
        ...vault,
        write: () => {
          between();
          vault.write();
          between();
        },
        erase: (ids: readonly number[]) => {
          between();
          vault.erase(ids);
        },
      };
      keysAreSafe = isSafe(opened.database);
      return { store: new SqliteStore({ ...opened.database, vault: dying }, opened.close), close: opened.close };
    },
    fail: (how) => {
      const [from, to] = [dirOf(generation), dirOf((generation += 1))];
      mkdirSync(to);
      const keepsLog = how === 'crash' || (database !== null && isSafe(database) && keysAreSafe);
      for (const file of files) {
        for (const side of keepsLog ? ['', '-wal'] : ['']) {
          if (existsSync(join(from, file + side))) copyFileSync(join(from, file + side), join(to, file + side));
        }
      }
    },
    remove: () => {
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function isSafe({ connection: { raw } }: OpenDatabase): boolean {
  return Number(raw.pragma('synchronous', { simple: true })) >= fullySynchronous;
}
