import { StoreRefusal } from '../failures.js';
import type { Asked, Cluster } from '../postgres/connect.js';
import { movingMark } from '../postgres/half-moved.js';
import type { SharedTable } from './tables.js';

/**
 * Marks in the cluster that show how far a move is. They carry a number made of the source's key for look-ups, so that an
 * interrupted move goes on with the data it began with and with no other.
 */

/** All data has been moved here. This mark stays, so that a move that was interrupted at its last step can tell. */
const movedInMark = 'moved-in';

async function markOf(asked: Asked, name: string): Promise<number | null> {
  const [row] = await asked.query<{ value: number }>('select value from marks where name = $1', [name]);
  return row?.value ?? null;
}

export async function setMark(asked: Asked, name: string, value: number): Promise<void> {
  await asked.query(
    'insert into marks (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
    [name, value],
  );
}

export interface Half {
  readonly cluster: Cluster;
  readonly setting: string;
  readonly tables: readonly SharedTable[];
  /** Whoever opens the cluster first takes this lock, so that nobody begins there between the check and the mark. */
  readonly lock: string;
}

/** Marks a cluster as being filled. Throws StoreRefusal when it holds anything but the first part of this same move. */
export async function beginHalf({ cluster, setting, tables, lock }: Half, whose: number): Promise<void> {
  await cluster.transact(async (asked) => {
    await asked.query(`lock table ${lock} in share row exclusive mode`);
    const moving = await markOf(asked, movingMark);
    if (moving === whose) return;
    if (moving !== null) {
      throw new StoreRefusal(`${setting} leads to half of a move of other data: take an empty database.`);
    }
    for (const name of [...tables.map((table) => table.name), lock]) {
      const [any] = await asked.query(`select 1 from ${name} limit 1`);
      if (any !== undefined) {
        throw new StoreRefusal(`${setting} leads to a database with data in it: a move takes an empty one.`);
      }
    }
    await setMark(asked, movingMark, whose);
  });
}

/** Empties what this move has filled so far. The mark stays. */
export async function emptyHalf({ cluster, tables }: Half, whose: number): Promise<void> {
  await cluster.transact(async (asked) => {
    if ((await markOf(asked, movingMark)) !== whose) throw new Error('it is not ours to empty');
    await asked.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
  });
}

/** Whether this move has begun to fill it. */
export async function isHalf({ cluster }: Half, whose: number): Promise<boolean> {
  return (await markOf(cluster, movingMark)) === whose;
}

export async function hasMovedIn({ cluster }: Half, whose: number): Promise<boolean> {
  return (await markOf(cluster, movedInMark)) === whose;
}

/** The last step but one: the data is complete, and bots may open it once the keys may be opened as well. */
export async function endMain({ cluster }: Half, whose: number): Promise<void> {
  await cluster.transact(async (asked) => {
    await setMark(asked, movedInMark, whose);
    await asked.query('delete from marks where name = $1', [movingMark]);
  });
}

export async function endKeys({ cluster }: Half): Promise<void> {
  await cluster.query('delete from marks where name = $1', [movingMark]);
}
