import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { dotEnv, readConfig, readSettings, unknownDotEnvNames, type Environment } from '../../config.js';
import { backupState, dataMadeAt, readBackupNote } from '../../store/backup-note.js';
import { StoreRefusal } from '../../store/failures.js';
import { findMasterKey } from '../../store/master-key.js';
import { checkKey } from '../../store/rotate.js';
import { databaseFile, lockDataDir, schemaOf } from '../../store/sqlite/files.js';
import { bad, fine, remark, type Finding } from './finding.js';

/** What can be seen of the settings and the data, on this machine. Each throws with a sentence where it cannot be looked at. */

export function checkSettings(environment: Environment): Finding {
  readConfig(environment);
  const [unknown] = unknownDotEnvNames();
  if (unknown !== undefined) return remark(`${unknown} in .env is a name nobody here knows.`);
  const isOpen = Object.keys(dotEnv()).length > 0 && (statSync('.env').mode & 0o007) !== 0;
  if (isOpen) return remark('.env can be read by others: run chmod 600 .env.');
  return fine('All that is needed is there.');
}

const sourceOf = (environment: Environment) => {
  const { DATA_DIR, KEY_FILE, SAMENSPRAAK_KEY } = readSettings(environment, [
    'DATA_DIR',
    'KEY_FILE',
    'SAMENSPRAAK_KEY',
  ]);
  return { dataDir: DATA_DIR, keyFile: KEY_FILE, keyFromEnv: SAMENSPRAAK_KEY };
};

export function checkTheKey(environment: Environment): Finding {
  const source = sourceOf(environment);
  if (dataMadeAt(source.dataDir) !== null) return fine(checkKey(source));
  return findMasterKey(source) === null
    ? fine('There is no data yet; the first start makes it, and the key with it.')
    : fine('The key can be read; there is no data yet.');
}

export function checkSchema(environment: Environment): Finding {
  const { dataDir } = sourceOf(environment);
  const path = join(dataDir, databaseFile);
  if (!existsSync(path)) return fine('There is no data yet.');
  const { applied, known } = schemaOf(path, isInUse(dataDir));
  if (applied === known) return fine(`The data is of this version (${String(known)} of ${String(known)} steps).`);
  return fine(
    `The data is of an earlier version (${String(applied)} of ${String(known)} steps); the next start brings it up to date.`,
  );
}

const megabyte = 1024 ** 2;
const fullBytes = 50 * megabyte;
const tightBytes = 500 * megabyte;

export function checkDisk(environment: Environment): Finding {
  const { dataDir } = sourceOf(environment);
  const { bavail, bsize } = statfsSync(nearest(resolve(dataDir)));
  const free = bavail * bsize;
  const said = `${String(Math.floor(free / megabyte))} MB free for the data`;
  if (free < fullBytes) return bad(`${said}: make room, since the bot stops when the disk is full.`);
  return free < tightBytes ? remark(`${said}, which is little.`) : fine(`${said}.`);
}

const nearest = (path: string): string => (existsSync(path) ? path : nearest(dirname(path)));

export function checkBackup(environment: Environment, now: number): Finding {
  const { dataDir } = sourceOf(environment);
  const note = readBackupNote(dataDir);
  const age = note === null || note.lastGoodAt === null ? null : Math.floor((now - note.lastGoodAt) / 3_600_000);
  const last = age === null ? 'None was made yet' : `The last good one is ${String(age)} hours old`;
  const state = backupState(note, dataMadeAt(dataDir), now);
  if (state === 'failed') return bad(`The last try failed. ${last}. Run npm run backup by hand, and it says why.`);
  if (state === 'missing') return remark(`${last}. docs/operating.md says how to make one every night.`);
  return fine(`${last}.`);
}

/** Whether a bot holds the data. */
export function isInUse(dataDir: string): boolean {
  const used = 'in use';
  if (!existsSync(dataDir)) return false;
  try {
    lockDataDir(dataDir, used)();
    return false;
  } catch (error) {
    if (error instanceof StoreRefusal && error.message === used) return true;
    throw error;
  }
}
