import { StoreRefusal } from '../failures.js';
import type { Asked } from './connect.js';

const oldest = 150_000;
export type Setting = 'DATABASE_URL' | 'KEYS_DATABASE_URL';

/**
 * Refuses servers that would break a promise: a version that is too old, keys that share a log and a backup with what they
 * protect, and a server that confirms a commit before it is on disk.
 */
export async function refuseUnfit(
  main: Asked,
  keys: Asked,
  onWarning: (sentence: string, setting: Setting) => void,
): Promise<void> {
  // Both before a word about either: one that is away is asked again and again.
  const [ofMain, ofKeys] = await Promise.all([settingsOf(main), settingsOf(keys)]);
  for (const [settings, setting] of [
    [ofMain, 'DATABASE_URL'],
    [ofKeys, 'KEYS_DATABASE_URL'],
  ] as const) {
    if (Number(settings['server_version_num']) < oldest) {
      throw new StoreRefusal(`${setting} leads to a PostgreSQL that is too old: it takes 15 or newer.`);
    }
    if (['off', 'local'].includes(settings['synchronous_commit'] ?? '')) {
      throw new StoreRefusal(
        `${setting} leads to a server with synchronous_commit = ${settings['synchronous_commit'] ?? ''}: what was confirmed could be lost. Set it to on.`,
      );
    }
    if (settings['synchronous_standby_names'] === '') {
      onWarning(`the server of ${setting} has no synchronous standby: what it confirms is on one disk only`, setting);
    }
  }
  await refuseOneCluster(main, keys);
  refuseKeptKeys(ofKeys);
}

async function settingsOf(asked: Asked): Promise<Readonly<Record<string, string>>> {
  const rows = await asked.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in
      ('server_version_num', 'synchronous_commit', 'synchronous_standby_names', 'archive_mode', 'wal_recycle', 'wal_keep_size')`,
  );
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}

/**
 * Databases of one cluster share its log, its backups and its standbys, so that a backup of the words would bring
 * erased keys back.
 */
async function refuseOneCluster(main: Asked, keys: Asked): Promise<void> {
  const idOf = async (asked: Asked) => {
    const [row] = await asked.query<{ id: string }>('select system_identifier::text as id from pg_control_system()');
    return row?.id ?? null;
  };
  if ((await idOf(main)) === (await idOf(keys))) {
    throw new StoreRefusal(
      'DATABASE_URL and KEYS_DATABASE_URL lead to one cluster: keys take a cluster of their own, or what is erased lives on in its backups.',
    );
  }
}

/** Settings under which an erased key stays readable. */
export const neededOfKeys = { archive_mode: 'off', wal_recycle: 'off', wal_keep_size: '0' } as const;

function refuseKeptKeys(settings: Readonly<Record<string, string>>): void {
  const wrong = Object.entries(neededOfKeys).filter(([name, value]) => settings[name] !== value);
  if (wrong.length === 0) return;
  const wanted = wrong.map(([name, value]) => `${name} = ${value}`).join(', ');
  throw new StoreRefusal(`The server of KEYS_DATABASE_URL would keep keys that are erased: set ${wanted}.`);
}
