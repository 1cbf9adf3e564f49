import Database from 'better-sqlite3';
import type { Instant, PersonId } from '../../core/ids.js';
import { StorageFailure } from '../failures.js';
import type { Applied, Inbound, Outcome, Outgoing, Rule } from '../store.js';
import type { OpenDatabase } from './database.js';
import { change, given } from './statements.js';
import {
  loadActor,
  loadScene,
  saveOutcome,
  stopAllTheSame,
  writeOutgoing,
  type LoadedScene,
  type Tables,
} from '../scenes.js';
import { seenUpdates } from './schema.js';

/** A couple whose wake-up fails is not woken again at once, so that it never keeps the others waiting. */
const failedWakeMs = 10 * 60_000;

type OnFailure = (inbound: Inbound, person: PersonId) => readonly Outgoing[];

/**
 * How what an inbound led to is saved inside an open transaction. `together`: as it comes; the first that cannot be saved
 * throws MustGoApart, and the whole batch is to be applied again, `apart`: with a savepoint each, so that one that fails
 * takes back only itself. Nearly always nothing fails, and a savepoint costs a copy of every page that is written.
 */
export type Saving = 'together' | 'apart';

export class MustGoApart extends Error {
  override readonly name = 'MustGoApart';
}

/** Applies one inbound inside an open transaction. */
export type ApplyOne = (saving: Saving, inbound: Inbound, rule: Rule, now: Instant, onFailure: OnFailure) => Applied;

export function applyOneOf(database: OpenDatabase, tables: Tables): ApplyOne {
  const { connection, vault, bot } = database;
  const savers: Readonly<Record<Saving, Save>> = {
    together: saveTogether,
    apart: savepointOf(database, () => {
      forgetRemembered(tables);
    }),
  };
  const markSeen = change(
    connection,
    connection.db
      .insert(seenUpdates)
      .values({ bot: given('bot'), updateId: given('updateId'), seenAt: given('now') })
      .onConflictDoNothing(),
  );

  const attempt = (save: Save, inbound: Inbound, rule: Rule, now: Instant): Applied => {
    const lastKey = vault.lastDrawn();
    try {
      const loaded = loadScene(tables, inbound, now);
      if (loaded === null) return { result: 'seen' };
      const outcome = runRule(rule, loaded, inbound);
      save(() => {
        saveOutcome(tables, loaded, outcome, inbound, now);
      });
      return { result: 'applied', outcome };
    } catch (error) {
      if (endsBatch(error)) throw error;
      vault.forget(lastKey);
      return { result: 'failed', error: error instanceof RuleThrew ? error.cause : error };
    }
  };

  const sayInstead = (save: Save, inbound: Inbound, now: Instant, onFailure: OnFailure): void => {
    const lastKey = vault.lastDrawn();
    try {
      save(() => {
        if (inbound.origin.from === 'couple') tables.couples.postpone(inbound.origin.couple, now + failedWakeMs);
        if (inbound.origin.from === 'person' && inbound.command.type === 'wake')
          tables.alone.wake(inbound.origin.person, now + failedWakeMs);
        const loaded = loadActor(tables, inbound);
        if (loaded === null || loaded.scene.actor === null) return;
        stopAllTheSame(tables, loaded, inbound);
        writeOutgoing(tables, loaded, onFailure(inbound, loaded.scene.actor), inbound, now);
      });
    } catch (error) {
      if (endsBatch(error)) throw error;
      vault.forget(lastKey);
    }
  };

  return (saving, inbound, rule, now, onFailure) => {
    const { updateId } = inbound;
    if (updateId !== null && markSeen.run({ bot, updateId, now }).changes === 0) return { result: 'seen' };
    const applied = attempt(savers[saving], inbound, rule, now);
    if (applied.result === 'failed') sayInstead(savers[saving], inbound, now, onFailure);
    return applied;
  };
}

/** After a rollback only what is stored counts. */
export function forgetRemembered({ people, couples }: Tables): void {
  people.forget();
  couples.forget();
}

/** A SQLite error that is not about one row's constraint: the disk, the file, the memory. */
export function isStorageFailure(error: unknown): boolean {
  return error instanceof Database.SqliteError && !error.code.startsWith('SQLITE_CONSTRAINT');
}

export function toStorageFailure(error: unknown): unknown {
  return error instanceof Database.SqliteError ? new StorageFailure(error.code) : error;
}

/** Wraps what a rule throws, so that it is never taken for an error of the store's own. */
class RuleThrew extends Error {}

function runRule(rule: Rule, { scene }: LoadedScene, inbound: Inbound): Outcome {
  try {
    return rule(scene, inbound);
  } catch (cause) {
    throw new RuleThrew('a rule threw', { cause });
  }
}

type Save = (work: () => void) => void;

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

function endsBatch(error: unknown): boolean {
  return isStorageFailure(error) || error instanceof MustGoApart;
}
