import type Database from 'better-sqlite3';
import { findLookupKey, unwrapLookupKey, wrapLookupKey } from '../lookup-key.js';
import { places } from '../places.js';
import { encrypt, tryUnseal, decrypt } from '../cipher.js';
import { connect, keysFile, migrationsOf, pathOf, peek, refuseNewer } from './files.js';

/** Keys looked at in one go: a table cannot be written while it is being read. */
const keysAPage = 1_000;

/** Whether a master key opens the keys of this data, without changing anything. `isShared`: a bot may be using it. */
export function opensKeys(dataDir: string, masterKey: Buffer, isShared = false): boolean {
  return peekKeys(dataDir, isShared, (raw) => fits(raw, masterKey));
}

/** How many keys a master key opens, and how many it does not. */
export function countKeys(
  dataDir: string,
  masterKey: Buffer,
  isShared: boolean,
): { readonly opened: number; readonly closed: number } {
  return peekKeys(dataDir, isShared, (raw) => {
    const counts = { opened: 0, closed: 0 };
    if (!fits(raw, masterKey)) counts.closed += 1;
    forEachPage(raw, (rows) => {
      for (const { id, wrapped } of rows) {
        if (tryUnseal(masterKey, places.key(id), wrapped) === null) counts.closed += 1;
        else counts.opened += 1;
      }
    });
    return counts;
  });
}

/** Wraps every key anew, in one transaction: all of them or none. Gives their number. To be called under the lock. */
export function rewrapKeys(dataDir: string, oldKey: Buffer, newKey: Buffer): number {
  const connection = connect(pathOf(dataDir, keysFile), migrationsOf.keys);
  const { raw } = connection;
  try {
    const count = raw.transaction(() => rewrapAll(raw, oldKey, newKey))();
    // Keys as they were wrapped before stand in the log until it is emptied.
    connection.truncate();
    return count;
  } finally {
    connection.close();
  }
}

function rewrapAll(raw: Database.Database, oldKey: Buffer, newKey: Buffer): number {
  let count = 0;
  const again = (place: string, wrapped: Buffer) => encrypt(newKey, place, decrypt(oldKey, place, wrapped));
  const write = raw.prepare('update keys set wrapped = ? where id = ?');
  forEachPage(raw, (rows) => {
    for (const { id, wrapped } of rows) write.run(again(places.key(id), wrapped), id);
    count += rows.length;
  });
  const lookup = lookupOf(raw);
  if (lookup !== null) {
    const wrapped = wrapLookupKey(newKey, unwrapLookupKey(oldKey, lookup));
    raw.prepare(`update service_keys set wrapped = ? where name = 'lookup'`).run(wrapped);
  }
  return count;
}

function peekKeys<Result>(dataDir: string, isShared: boolean, read: (raw: Database.Database) => Result): Result {
  const path = pathOf(dataDir, keysFile);
  const look = (raw: Database.Database) => {
    refuseNewer(raw, path, migrationsOf.keys);
    return read(raw);
  };
  return peek(path, look, isShared);
}

function fits(raw: Database.Database, masterKey: Buffer): boolean {
  const lookup = lookupOf(raw);
  return lookup !== null && findLookupKey(masterKey, lookup) !== null;
}

function lookupOf(raw: Database.Database): Buffer | null {
  const wrapped: unknown = raw.prepare(`select wrapped from service_keys where name = 'lookup'`).pluck().get();
  return Buffer.isBuffer(wrapped) ? wrapped : null;
}

interface WrappedKey {
  readonly id: number;
  readonly wrapped: Buffer;
}

function forEachPage(raw: Database.Database, work: (rows: readonly WrappedKey[]) => void): void {
  const page = raw.prepare<[number, number], WrappedKey>(
    'select id, wrapped from keys where id > ? order by id limit ?',
  );
  for (let after = 0; ;) {
    const rows = page.all(after, keysAPage);
    const last = rows.at(-1);
    if (last === undefined) return;
    work(rows);
    after = last.id;
  }
}
