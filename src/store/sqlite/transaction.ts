import { inArray } from 'drizzle-orm';
import { forgetRemembered } from '../apply.js';
import type { OpenDatabase } from './database.js';
import { keysToErase } from './schema.js';
import { look } from './statements.js';
import type { SqliteTables } from './tables.js';

/** Durable transactions over the two files: that of the keys and that of the data. */
export class Transactions {
  readonly #database: OpenDatabase;
  readonly #tables: SqliteTables;
  readonly #statements: ReturnType<typeof prepare>;
  /** True at first: a crash may have come between an erasure and the emptying of the logs. */
  #mustTruncate = true;

  constructor(database: OpenDatabase, tables: SqliteTables) {
    this.#database = database;
    this.#tables = tables;
    this.#statements = prepare(database);
    this.#eraseKeys();
    this.emptyLogs();
  }

  /** Keys are written before what they protect is committed, and erased after. */
  run<Result>(work: () => Result): Result {
    const { connection, vault } = this.#database;
    const { raw } = connection;
    const { begin, commit } = this.#statements;
    const lastKey = vault.lastDrawn();
    begin.run();
    let result: Result;
    try {
      result = work();
      vault.write();
      commit.run();
    } catch (error) {
      forgetRemembered(this.#tables);
      if (raw.inTransaction) raw.exec('rollback');
      vault.forget(lastKey);
      throw error;
    }
    this.#eraseKeys();
    connection.checkpoint();
    return result;
  }

  /** Something was erased that still stands in the logs. */
  mustEmptyLogs(): void {
    this.#mustTruncate = true;
  }

  /** While a backup is being made the logs cannot be emptied: then the next minute. */
  emptyLogs(): void {
    const { connection, vault } = this.#database;
    if (this.#mustTruncate) this.#mustTruncate = [vault, connection].some((log) => !log.truncate());
  }

  /** Erases the keys on the list that was committed with the erasures, also after a crash in between. */
  #eraseKeys(): void {
    const { connection, vault } = this.#database;
    const ids = this.#statements.keysToErase.all().map(({ keyId }) => keyId);
    if (ids.length > 0) {
      vault.erase(ids);
      connection.db.delete(keysToErase).where(inArray(keysToErase.keyId, ids)).run();
      this.#mustTruncate = true;
      this.emptyLogs();
    }
  }
}

function prepare({ connection }: OpenDatabase) {
  return {
    keysToErase: look(connection, connection.db.select().from(keysToErase)),
    begin: connection.raw.prepare('begin immediate'),
    commit: connection.raw.prepare('commit'),
  };
}
