import { applyOneOf, forgetRemembered, type ApplyOne, type Save } from '../apply.js';
import type { OpenDatabase } from './database.js';
import { isStorageFailure } from './failures.js';
import { seenUpdates } from './schema.js';
import { change, given } from './statements.js';
import type { SqliteTables } from './tables.js';

/**
 * How what an inbound led to is saved inside an open transaction. `together`: as it comes; the first that cannot be saved
 * throws MustGoApart, and the whole batch is to be applied again, `apart`: with a savepoint each, so that one that fails
 * takes back only itself. Nearly always nothing fails, and a savepoint costs a copy of every page that is written.
 */
export type Saving = 'together' | 'apart';

export class MustGoApart extends Error {
  override readonly name = 'MustGoApart';
}

export function appliersOf(database: OpenDatabase, tables: SqliteTables): Readonly<Record<Saving, ApplyOne>> {
  const { connection, vault, bot } = database;
  const markSeen = change(
    connection,
    connection.db
      .insert(seenUpdates)
      .values({ bot: given('bot'), updateId: given('updateId'), seenAt: given('now') })
      .onConflictDoNothing(),
  );
  const applierOf = (save: Save) =>
    applyOneOf({
      tables,
      noteSeen: (updateId, now) => markSeen.run({ bot, updateId, now }).changes > 0,
      save,
      keepKeys: () => {
        const lastKey = vault.lastDrawn();
        return () => {
          vault.forget(lastKey);
        };
      },
      endsBatch: (error) => isStorageFailure(error) || error instanceof MustGoApart,
    });
  const takeBack = () => {
    forgetRemembered(tables);
  };
  return { together: applierOf(saveTogether), apart: applierOf(savepointOf(database, takeBack)) };
}

function saveTogether(work: () => void): void {
  try {
    work();
  } catch (error) {
    throw isStorageFailure(error) ? error : new MustGoApart();
  }
}

function savepointOf({ connection: { raw } }: OpenDatabase, onRollback: () => void): Save {
  const begin = raw.prepare('savepoint one');
  const release = raw.prepare('release one');
  const back = raw.prepare('rollback to one');
  return (work) => {
    begin.run();
    try {
      work();
      release.run();
    } catch (error) {
      onRollback();
      if (raw.inTransaction) {
        back.run();
        release.run();
      }
      throw error;
    }
  };
}
