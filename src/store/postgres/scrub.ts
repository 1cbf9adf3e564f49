import { StorageFailure, StoreRefusal } from '../failures.js';
import { toStorageFailure, type Cluster } from './connect.js';

/** The error code for a user who lacks the right. */
const notAllowed = '42501';

/**
 * Removes the last traces of deleted keys. A deleted row stays in the table's file and in the log. So the table is written
 * anew, and the log up to this point is released, which the cluster's settings then remove (refusals.ts).
 */
export async function scrubKeys(keys: Cluster): Promise<void> {
  const client = await keys.alone();
  try {
    // No timeout: on a large table this takes long, and it must not be cut off every night.
    await client.query('set statement_timeout = 0');
    await client.query('vacuum (full) keys, service_keys');
    await client.query('select pg_switch_wal()');
    await client.query('checkpoint');
  } catch (error) {
    const failure = toStorageFailure(error);
    if (!(failure instanceof StorageFailure) || failure.code !== notAllowed) throw failure;
    throw new StoreRefusal(
      'The user of KEYS_DATABASE_URL may not empty the log: as an administrator, run «grant pg_checkpoint to» that user and «grant execute on function pg_switch_wal() to» that user, in the database of keys.',
    );
  } finally {
    await client.end();
  }
}
