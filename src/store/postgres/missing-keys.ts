import { StoreRefusal } from '../failures.js';
import type { KeyId } from '../sealing.js';
import type { Asked } from './connect.js';

const keysAPage = 20_000;

/**
 * The keys that people and couples are sealed with, as far as the cluster of keys lacks them. Reads every number, in
 * pages.
 */
async function missingKeys(main: Asked, keys: Asked): Promise<readonly KeyId[]> {
  const missing: KeyId[] = [];
  for (const table of ['people', 'couples']) {
    for (let after = -1; ;) {
      const page = await main.query<{ id: number; keyId: KeyId }>(
        `select id, key_id as "keyId" from ${table} where id > $1 order by id limit $2`,
        [after, keysAPage],
      );
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.id;
      const there = await keys.query<{ id: KeyId }>('select id from keys where id = any($1::bigint[])', [
        page.map(({ keyId }) => keyId),
      ]);
      const known = new Set(there.map(({ id }) => id));
      missing.push(...page.flatMap(({ keyId }) => (known.has(keyId) ? [] : keyId)));
    }
  }
  return missing;
}

/** Of these keys, those that somebody still uses: a person may have erased themselves between the two queries. */
async function stillInUse(main: Asked, ids: readonly KeyId[]): Promise<readonly KeyId[]> {
  if (ids.length === 0) return [];
  const rows = await main.query<{ id: KeyId }>(
    `select key_id as id from people where key_id = any($1::bigint[])
      union select key_id from couples where key_id = any($1::bigint[])`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/**
 * One of the two databases was restored from another day. Rows without their key cannot be read, and their owner would
 * be met as a stranger.
 */
export async function refuseMissingKeys(main: Asked, keys: Asked): Promise<void> {
  const lacking = (await stillInUse(main, await missingKeys(main, keys))).length;
  if (lacking === 0) return;
  throw new StoreRefusal(
    `The database of keys lacks the keys of ${String(lacking)} of the people and couples in the database: one of the two is an older copy. Put the newer one back, or run npm run restore, which takes out who cannot be read any more.`,
  );
}
