import { existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { Instant, PersonId } from '../../core/ids.js';
import { StoreRefusal, unlessBroken } from '../failures.js';
import { unwrapLookupKey } from '../lookup-key.js';
import { restoredMark } from './arrival.js';
import { databaseFile, keysFile, pathOf, peek, type Connection } from './files.js';
import type { OpenDatabase } from './database.js';
import { sqliteOutboxOf } from './outbox.js';
import { sqlitePeopleOf } from './people.js';

/** What was found in a backup, and what was taken out of it. */
export interface Cleaned {
  /** When the bot whose data it was said last that it was alive; null when it never did. */
  readonly asOf: Instant | null;
  readonly people: number;
  readonly couples: number;
  /** People whose key was destroyed after the copy was made. */
  readonly erasedPeople: number;
  /** Messages of the clock's that had not gone out. */
  readonly dropped: number;
  /** Whether there were newer keys to tell what was erased since; without them only the backup's own could. */
  readonly hasAskedLiveKeys: boolean;
}

export interface CleaningOptions {
  /** Where the data is that is being replaced, with keys newer than the backup's. */
  readonly liveDir: string;
  readonly masterKey: Buffer;
  readonly now: Instant;
}

/**
 * Takes out of a restored copy what must not come back: whoever was erased since, with what was theirs, and what the
 * clock was going to send. Leaves word for the next start, where core sees to the rest.
 */
export function cleanRestored(database: OpenDatabase, keys: Connection, options: CleaningOptions): Cleaned {
  const { raw } = database.connection;
  const newest = belongTogether(options, database, keys) ? readLiveKeys(options.liveDir) : null;
  if (newest !== null) forgetErasedKeys(keys, newest);
  const erasedPeople = removeKeyless(database, keys.raw.name, options.now);
  removeUnusedKeys(keys, raw);
  const dropped = dropUnsentOfClock(database, options.now);
  const asOf = raw.prepare(`select value from marks where name = 'alive-at'`).pluck().get();
  const setMark = raw.prepare(
    'insert into marks (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
  );
  const count = (sql: string) => Number(raw.prepare(sql).pluck().get());
  const couples = count('select count(*) from couples where member_count = 2');
  setMark.run('paired-couples', couples);
  setMark.run(restoredMark, typeof asOf === 'number' ? asOf : 0);
  return {
    asOf: typeof asOf === 'number' ? asOf : null,
    people: count('select count(*) from people where has_consented = 1'),
    couples,
    erasedPeople,
    dropped,
    hasAskedLiveKeys: newest !== null,
  };
}

interface LiveKeys {
  readonly ids: readonly number[];
  readonly lastId: number;
}

/**
 * Whether the keys that are there are of the same data as the backup: by the canary of the database beside them, which
 * asks for no key, or else by the key for look-ups. A restore is for when things are broken, so either will do.
 */
function belongTogether({ liveDir, masterKey }: CleaningOptions, { vault }: OpenDatabase, keys: Connection): boolean {
  const canary = look(liveDir, databaseFile, 'select value from canaries');
  if (canary !== null) return Buffer.isBuffer(canary) && canary.equals(vault.canary());
  const lookupSql = `select wrapped from service_keys where name = 'lookup'`;
  const [live, restored] = [look(liveDir, keysFile, lookupSql), keys.raw.prepare(lookupSql).pluck().get()];
  if (!Buffer.isBuffer(live) || !Buffer.isBuffer(restored)) return false;
  try {
    return unwrapLookupKey(masterKey, live).key.equals(unwrapLookupKey(masterKey, restored).key);
  } catch (error) {
    if (error instanceof StoreRefusal) return false;
    throw error;
  }
}

/** Null when the keys cannot be read. */
function readLiveKeys(dir: string): LiveKeys | null {
  const path = pathOf(dir, keysFile);
  const lastId = look(dir, keysFile, `select seq from sqlite_sequence where name = 'keys'`);
  if (typeof lastId !== 'number') return null;
  const ids = peek(path, (raw) => raw.prepare<[], number>('select id from keys').pluck().all());
  return { ids, lastId };
}

/** One value of a database that may be damaged or not there; null when it cannot be had. */
function look(dir: string, file: string, sql: string): unknown {
  const path = pathOf(dir, file);
  if (!existsSync(path)) return null;
  try {
    return peek(path, (raw): unknown => raw.prepare(sql).pluck().get()) ?? null;
  } catch (error) {
    if (error instanceof StoreRefusal) return null;
    throw error;
  }
}

/** A number that was given out and has no key any more was erased. Numbers are never given out twice, also from here on. */
function forgetErasedKeys({ raw }: Connection, { ids, lastId }: LiveKeys): void {
  raw.exec('create temp table living (id integer primary key)');
  const insert = raw.prepare('insert into living (id) values (?)');
  raw.transaction(() => {
    for (const id of ids) insert.run(id);
    raw.prepare('delete from keys where id <= ? and id not in (select id from living)').run(lastId);
    raw.prepare(`update sqlite_sequence set seq = max(seq, ?) where name = 'keys'`).run(lastId);
  })();
  raw.exec('drop table living');
}

/** Gives the number of people that were removed. Their couples go too: nobody is left with half of one. */
function removeKeyless(database: OpenDatabase, keysPath: string, now: Instant): number {
  const { raw } = database.connection;
  raw.prepare('attach database ? as vault').run(keysPath);
  try {
    return raw.transaction(() => {
      const { changes } = raw.prepare('delete from people where key_id not in (select id from vault.keys)').run();
      const isGone = `key_id not in (select id from vault.keys)
        or member_count <> (select count(*) from members where couple_id = couples.id)`;
      const left = `select person_id from members where couple_id in (select id from couples where ${isGone})`;
      const goOn = leavingCouples(database, raw.prepare<[], PersonId>(left).pluck().all(), now);
      raw.prepare(`delete from couples where ${isGone}`).run();
      goOn();
      raw.exec('delete from keys_to_erase');
      return changes;
    })();
  } finally {
    raw.exec('detach database vault');
  }
}

/** Whose couple is about to go; they are sealed as somebody without one once it has gone. */
function leavingCouples(database: OpenDatabase, ids: readonly PersonId[], now: Instant): () => void {
  const people = sqlitePeopleOf(database);
  const left = ids.flatMap((id) => {
    const stored = unlessBroken(() => people.byId(id));
    return stored === null ? [] : [stored];
  });
  return () => {
    for (const stored of left) people.update(stored, { ...stored.person, coupleId: null }, false, now);
    // Lets go of the keys, which are about to be thinned out.
    database.vault.write();
  };
}

/** Keys of what is not in this copy protect nothing. */
function removeUnusedKeys({ raw }: Connection, main: Database.Database): void {
  raw.exec('create temp table used (id integer primary key)');
  const insert = raw.prepare('insert or ignore into used (id) values (?)');
  raw.transaction(() => {
    for (const id of main
      .prepare<[], number>('select key_id from people union select key_id from couples')
      .pluck()
      .iterate()) {
      insert.run(id);
    }
    raw.exec('delete from keys where id not in (select id from used)');
  })();
  raw.exec('drop table used');
}

function dropUnsentOfClock(database: OpenDatabase, now: Instant): number {
  const { raw } = database.connection;
  const outbox = sqliteOutboxOf(database);
  return raw.transaction(() => {
    outbox.recover(now);
    const waiting = raw.prepare<[], PersonId>(
      `select person_id from outbox where settled_at is null and queue = 'scheduled'`,
    );
    const people = waiting.pluck().all();
    for (const person of new Set(people)) outbox.recall(person, ['scheduled'], now);
    return people.length;
  })();
}
