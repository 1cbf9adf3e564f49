import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { dotEnv, readConfig, readSettings, unknownDotEnvNames, type Environment } from '../../config.js';
import { backupState, dataMadeAt, readBackupNote } from '../../store/backup-note.js';
import { StoreRefusal } from '../../store/failures.js';
import { findMasterKey } from '../../store/master-key.js';
import { checkKey } from '../../store/rotate.js';
import { keysInFiles } from '../../store/sqlite/key-ring.js';
import { databaseFile, lockDataDir, schemaOf } from '../../store/sqlite/files.js';
import { bad, fine, remark, type Finding } from './finding.js';
import type { DoctorWords } from './words.js';

/** The checks of the settings and of the data on this machine. Each throws a sentence when it cannot look. */

export function checkSettings(environment: Environment, words: DoctorWords): Finding {
  readConfig(environment);
  const [unknown] = unknownDotEnvNames();
  if (unknown !== undefined) return remark(words.unknownName(unknown));
  const isOpen = Object.keys(dotEnv()).length > 0 && (statSync('.env').mode & 0o007) !== 0;
  if (isOpen) return remark(words.envIsOpen);
  return fine(words.allIsThere);
}

export const sourceOf = (environment: Environment) => {
  const { DATA_DIR, KEY_FILE, SAMENSPRAAK_KEY } = readSettings(environment, [
    'DATA_DIR',
    'KEY_FILE',
    'SAMENSPRAAK_KEY',
  ]);
  return { dataDir: DATA_DIR, keyFile: KEY_FILE, keyFromEnv: SAMENSPRAAK_KEY };
};

export async function checkTheKey(environment: Environment, words: DoctorWords): Promise<Finding> {
  const source = sourceOf(environment);
  if (dataMadeAt(source.dataDir) === null) {
    return fine(findMasterKey(source) === null ? words.keyToCome : words.keyWithoutData);
  }
  await checkKey(source, keysInFiles(source.dataDir));
  return fine(words.keyFits);
}

export function checkSchema(environment: Environment, words: DoctorWords): Finding {
  const { dataDir } = sourceOf(environment);
  const path = join(dataDir, databaseFile);
  if (!existsSync(path)) return fine(words.noData);
  const { applied, known } = schemaOf(path, isInUse(dataDir));
  return fine(applied === known ? words.schemaIsNow(known) : words.schemaIsOlder(applied, known));
}

const megabyte = 1024 ** 2;
const fullBytes = 50 * megabyte;
const tightBytes = 500 * megabyte;

export function checkDisk(environment: Environment, words: DoctorWords): Finding {
  const { dataDir } = sourceOf(environment);
  const { bavail, bsize } = statfsSync(nearest(resolve(dataDir)));
  const free = bavail * bsize;
  const megabytes = Math.floor(free / megabyte);
  if (free < fullBytes) return bad(words.diskIsFull(megabytes));
  return free < tightBytes ? remark(words.diskIsTight(megabytes)) : fine(words.diskIsFine(megabytes));
}

const nearest = (path: string): string => (existsSync(path) ? path : nearest(dirname(path)));

export function checkBackup(environment: Environment, words: DoctorWords): Finding {
  const { dataDir } = sourceOf(environment);
  const now = Date.now();
  const note = readBackupNote(dataDir);
  const hours = note === null || note.lastGoodAt === null ? null : Math.floor((now - note.lastGoodAt) / 3_600_000);
  const state = backupState(note, dataMadeAt(dataDir), now);
  if (state === 'failed') return bad(words.backupFailed(hours));
  return state === 'missing' ? remark(words.backupMissing(hours)) : fine(words.backupIs(hours));
}

/** Whether a bot is running on the data. */
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
