import pg from 'pg';
import { StorageFailure, StoreRefusal } from '../failures.js';

/**
 * What a statement is asked of: a connection within a transaction, or any that is free. Within a transaction what is asked
 * before an earlier answer is there goes out at once, and the server does it in the order it was asked.
 */
export interface Asked {
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

export interface Cluster extends Asked {
  /** Runs the work in one transaction, and runs it again when it had to give way to another transaction. */
  transact<Result>(work: (asked: Asked) => Promise<Result>): Promise<Result>;
  /** A connection of one's own, outside the pool. */
  alone(): Promise<pg.Client>;
  close(): Promise<void>;
}

/** All bigints are ids and moments, which fit in a number. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

/** A statement that takes longer counts as stuck, and whoever waits for it gets an error. */
const statementMs = 60_000;
const connectMs = 5_000;
/**
 * A transaction that is silent for so long belongs to a process that is frozen or cut off. The server ends it, so that
 * another process can go on with what it had locked.
 */
export const usualSilentMs = 4_000;
/** Serialization failures and deadlocks: another transaction went first, and this one is done anew. */
const givingWay = new Set(['40001', '40P01']);
const mostTries = 5;

/**
 * Statements are planned once a connection, and not for the tables as they are at that moment: a table that is small when the plan is made is
 * large later, so an index is taken wherever there is one. Compiling a statement takes longer than any of ours runs.
 */
const planning = 'set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set jit = off';

export function connect(url: string, poolSize: number, silentMs = usualSilentMs): Cluster {
  const config = {
    connectionString: url,
    types,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: silentMs,
    connectionTimeoutMillis: connectMs,
    application_name: 'samenspraak',
  };
  const pool = new pg.Pool({ ...config, pipeline: true, max: poolSize });
  // An idle connection that breaks is replaced when it is needed next.
  pool.on('error', () => undefined);
  // A connection that breaks between two statements of a transaction: the next statement fails and says so.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    client.query(planning).catch(() => undefined);
  });

  const once = async <Result>(work: (asked: Asked) => Promise<Result>): Promise<Result> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    let isOver = false;
    const own = askedOf(client);
    const asked: Asked = {
      query: (text, values) =>
        isOver ? Promise.reject(new Error('the transaction is over')) : own.query(text, values),
    };
    try {
      const [, result] = await Promise.all([client.query('begin'), work(asked)]);
      await client.query('commit');
      return result;
    } catch (error) {
      // Some of the work may still wait for an answer, and would go on with the connection of another.
      isOver = true;
      await client.query('rollback').catch((lost: unknown) => {
        broken = lost instanceof Error ? lost : new Error('the connection is gone');
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };

  return {
    query: (text, values) => settled(askedOf(pool).query(text, values)),
    transact: async (work) => {
      for (let tries = 1; ; tries += 1) {
        try {
          return await once(work);
        } catch (error) {
          if (tries < mostTries && givingWay.has(codeOf(error) ?? '')) continue;
          throw isConstraint(error) ? error : toStorageFailure(error);
        }
      }
    },
    alone: async () => {
      const client = new pg.Client(config);
      // Without a listener this error would end the process. Whoever waits on the connection hears of it by its `end`.
      client.on('error', () => undefined);
      await settled(client.connect());
      return client;
    },
    close: () => pool.end(),
  };
}

/** A statement with values is read and planned by the server once a connection. */
function askedOf(client: Pick<pg.Pool, 'query'>): Asked {
  return {
    query: async <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => {
      const asked = values === undefined ? text : { name: nameOf(text), text, values: [...values] };
      return (await client.query<Row>(asked)).rows;
    },
  };
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `s${String(names.size + 1)}`;
  names.set(text, name);
  return name;
}

async function settled<Result>(result: Promise<Result>): Promise<Result> {
  try {
    return await result;
  } catch (error) {
    throw toStorageFailure(error);
  }
}

/** A constraint refused a row: the request was wrong, not the database. */
export function isConstraint(error: unknown): boolean {
  return codeOf(error)?.startsWith('23') === true;
}

/** Codes of trouble that passes: the server shuts down or starts, has no connection left, or lost the other end. */
const passingCodes = /^(?:08|57P0[1235]|53|55P03|25P0[34]|57014|25006)/;

/** An error of the database or of the connection becomes a StorageFailure; any other stays what it is. */
export function toStorageFailure(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StorageFailure || error instanceof StoreRefusal) return error;
  const code = codeOf(error);
  // An address without the password that the server asks for, as if it were a wrong one.
  if (error.message.startsWith('SASL')) return new StorageFailure('28P01');
  if (error instanceof pg.DatabaseError) return new StorageFailure(code ?? 'unknown', passingCodes.test(code ?? ''));
  if ('syscall' in error || isLostConnection(error)) return new StorageFailure(code ?? 'connection', true);
  return error;
}

/** node-postgres gives these errors no code, so they are recognised by their message. */
function isLostConnection({ message }: Error): boolean {
  return /connection|Client (?:was closed|has encountered)|timeout exceeded when trying to connect/i.test(message);
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
