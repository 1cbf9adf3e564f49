import { existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { documentVersions, versionMark } from '../documents.js';
import { StoreRefusal } from '../failures.js';
import type { KeyId } from '../sealing.js';
import { unwrapLookupKey } from '../lookup-key.js';
import { arrivingDir, databaseFile, hasTable, keysFile, migrationsOf, pathOf, peek, refuseNewer } from './files.js';

/** Whether the files that lie there belong to each other and to the master key. Looks, and opens nothing for writing. */

/**
 * Who opens the files. A copy that is being restored may lack keys of what was erased while it was made, or lie there without its
 * log; only a move opens what was moved to PostgreSQL already.
 */
export type Opener = 'bot' | 'restore' | 'move';

export interface Lying {
  readonly dataDir: string;
  readonly masterKey: Buffer;
  readonly opener: Opener;
}

interface MainFile {
  readonly isEmpty: boolean;
  readonly generation: number | null;
  readonly isInUse: boolean;
  readonly isMoved: boolean;
  /** Of every person and couple. */
  readonly keyIds: readonly KeyId[];
  readonly lastKeyId: KeyId;
}

interface KeysFile {
  readonly ids: ReadonlySet<KeyId>;
  readonly generation: number | null;
  /** The generation that was being begun when the process ended. */
  readonly next: number | null;
}

/** Gives the highest number of a key that the data knows. Throws StoreRefusal, with one sentence on what to do. */
export function refuseWhatDoesNotFit({ dataDir, masterKey, opener }: Lying): KeyId {
  if (dataDir === ':memory:') return 0;
  if (existsSync(pathOf(dataDir, arrivingDir))) {
    throw new StoreRefusal('A restore was interrupted while it put the data in place: run npm run restore again.');
  }
  const [mainPath, keysPath] = [pathOf(dataDir, databaseFile), pathOf(dataDir, keysFile)];
  const hasLog = existsSync(`${mainPath}-wal`);
  const main = existsSync(mainPath) ? peek(mainPath, (raw) => readMain(raw, mainPath)) : null;
  if (main !== null && !existsSync(keysPath)) {
    throw new StoreRefusal(`${keysPath} is missing: without it nothing in ${mainPath} can be read.`);
  }
  const keys = existsSync(keysPath)
    ? peek(keysPath, (raw) => readKeys(raw, keysPath, { masterKey, mainPath: main === null ? null : mainPath }))
    : null;
  if (keys === null) return 0;
  if (main === null || main.isEmpty) {
    if (keys.ids.size === 0) return 0;
    throw new StoreRefusal(
      `${keysPath} holds keys, but there is nothing in ${mainPath} that they belong to: put it back with the ${databaseFile}-wal that lay beside it, or restore a backup with npm run restore.`,
    );
  }
  if (main.isMoved && opener !== 'move') throw movedAway(mainPath);
  if (opener !== 'restore') refuseMismatch({ mainPath, keysPath, main, keys, hasLog });
  return main.lastKeyId;
}

interface Pair {
  readonly mainPath: string;
  readonly keysPath: string;
  readonly main: MainFile;
  readonly keys: KeysFile;
  readonly hasLog: boolean;
}

function refuseMismatch({ mainPath, keysPath, main, keys, hasLog }: Pair): void {
  if (main.isInUse && !hasLog) {
    throw new StoreRefusal(
      `${mainPath} was copied while a bot was using it, without its ${databaseFile}-wal: what came last is not in it. Put that file beside it; where there is none, npm run restore takes the copy as it is.`,
    );
  }
  const isOfOneTime = main.generation === keys.generation || main.generation === keys.next;
  const lacking = main.keyIds.filter((id) => !keys.ids.has(id)).length;
  if (isOfOneTime && lacking === 0) return;
  const what =
    lacking > 0
      ? `${keysPath} lacks the keys of ${String(lacking)} of the people and couples in ${mainPath}`
      : `${keysPath} and ${mainPath} are of different days`;
  throw new StoreRefusal(
    `${what}: one of the two is an older copy. Put the newer one back, or both from one backup with npm run restore.`,
  );
}

function readMain(raw: Database.Database, path: string): MainFile {
  refuseNewer(raw, path, migrationsOf.main);
  const numbers = (sql: string) => raw.prepare<[], number>(sql).pluck().all();
  if (!hasTable(raw, 'canaries')) {
    return { isEmpty: true, generation: null, isInUse: false, isMoved: false, keyIds: [], lastKeyId: 0 };
  }
  const keyIds = numbers('select key_id from people union all select key_id from couples');
  const erased = numbers('select key_id from keys_to_erase');
  return {
    isEmpty: false,
    generation: markOf(raw, generationMark),
    isInUse: markOf(raw, inUseMark) !== null,
    isMoved: isMoved(raw),
    keyIds,
    lastKeyId: [...keyIds, ...erased].reduce((last, id) => Math.max(last, id), 0),
  };
}

function readKeys(
  raw: Database.Database,
  path: string,
  { masterKey, mainPath }: { readonly masterKey: Buffer; readonly mainPath: string | null },
): KeysFile {
  refuseNewer(raw, path, migrationsOf.keys);
  const wrapped = hasTable(raw, 'service_keys')
    ? raw.prepare(`select wrapped from service_keys where name = 'lookup'`).pluck().get()
    : undefined;
  if (Buffer.isBuffer(wrapped)) unwrapLookupKey(masterKey, wrapped);
  else if (mainPath !== null) {
    throw new StoreRefusal(`${path} does not belong to ${mainPath}: restore both from one backup.`);
  }
  const ids = hasTable(raw, 'keys') ? raw.prepare<[], KeyId>('select id from keys').pluck().all() : [];
  const hasMarks = hasTable(raw, 'marks');
  return {
    ids: new Set(ids),
    generation: hasMarks ? markOf(raw, generationMark) : null,
    next: hasMarks ? markOf(raw, nextMark) : null,
  };
}

const generationMark = 'generation';
const nextMark = 'next-generation';
const inUseMark = 'in-use';
const movedMark = 'moved';

/** What only files are in need of. */
export const marksOfFiles: readonly string[] = [generationMark, nextMark, inUseMark, movedMark, 'paired-couples'];

/** From here on the data is PostgreSQL's, and nobody else goes on with it. */
export function noteMoved(main: Database.Database): void {
  setMark(main, movedMark, 1);
}

export function isMoved(main: Database.Database): boolean {
  return hasTable(main, 'marks') && markOf(main, movedMark) !== null;
}

function movedAway(path: string): StoreRefusal {
  return new StoreRefusal(
    `${path} was moved to PostgreSQL and is not gone on with: set DATABASE_URL and KEYS_DATABASE_URL, and take DATA_DIR away.`,
  );
}

/** Throws when the data in this directory was moved; for what works on the files beside the bot. */
export function refuseMoved(dataDir: string, isShared = false): void {
  const path = pathOf(dataDir, databaseFile);
  if (existsSync(path) && peek(path, isMoved, isShared)) throw movedAway(path);
}

/**
 * Notes in both files that they are in use from here on, by which start, and which documents will lie in them: files of different starts do not belong
 * together, and one that was in use misses its log when it lies there without. Gives what notes that they no longer are.
 */
export function noteInUse(main: Database.Database, keys: Database.Database): () => void {
  const generation = Math.max(markOf(main, generationMark) ?? 0, markOf(keys, generationMark) ?? 0) + 1;
  setMark(keys, nextMark, generation);
  main.transaction(() => {
    setMark(main, generationMark, generation);
    setMark(main, inUseMark, 1);
    for (const [name, version] of Object.entries(documentVersions)) setMark(main, versionMark(name), version);
  })();
  keys.transaction(() => {
    setMark(keys, generationMark, generation);
    dropMark(keys, nextMark);
  })();
  return () => {
    dropMark(main, inUseMark);
  };
}

/** A copy that stands by itself was never in use. */
export function noteCopied(copy: Database.Database): void {
  if (hasTable(copy, 'marks')) dropMark(copy, inUseMark);
}

function markOf(raw: Database.Database, name: string): number | null {
  const value = raw.prepare('select value from marks where name = ?').pluck().get(name);
  return typeof value === 'number' ? value : null;
}

function setMark(raw: Database.Database, name: string, value: number): void {
  raw
    .prepare('insert into marks (name, value) values (?, ?) on conflict (name) do update set value = excluded.value')
    .run(name, value);
}

function dropMark(raw: Database.Database, name: string): void {
  raw.prepare('delete from marks where name = ?').run(name);
}
