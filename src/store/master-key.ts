import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isWithin, realPath } from './directory.js';
import { syncPath, writeDurably } from './durable.js';
import { StoreRefusal } from './failures.js';
import { keyLength } from './cipher.js';
import { databaseFile, keysFile } from './sqlite/files.js';

export interface MasterKeySource {
  readonly keyFile: string;
  /** SAMENSPRAAK_KEY, when set: it goes before the file. */
  readonly keyFromEnv: string | null;
  readonly dataDir: string;
}

/** The master key. A new one is made only where there is no database yet. Throws StoreRefusal. */
export function readMasterKey(source: MasterKeySource): Buffer {
  const { keyFile, dataDir } = source;
  const key = findMasterKey(source);
  if (key !== null) return key;
  if ([databaseFile, keysFile].some((file) => existsSync(join(dataDir, file)))) {
    throw new StoreRefusal(
      `There is data in ${dataDir}, but its key is not at ${keyFile}: put the key file back, or set KEY_FILE or SAMENSPRAAK_KEY.`,
    );
  }
  return makeKeyFile(keyFile);
}

/** The master key, where there is one. Throws StoreRefusal when it cannot be read. */
export function findMasterKey({ keyFile, keyFromEnv, dataDir }: MasterKeySource): Buffer | null {
  if (keyFromEnv !== null) return readKey(keyFromEnv, 'SAMENSPRAAK_KEY');
  if (isWithin(realPath(keyFile), realPath(dataDir))) {
    throw new StoreRefusal(
      `The key file ${keyFile} lies in DATA_DIR, where it protects nothing: move it to another place, and set KEY_FILE to that.`,
    );
  }
  return existsSync(keyFile) ? readKeyFile(keyFile) : null;
}

/** The key as it is written down, to look for it elsewhere; null where it may not be read. */
export function keyTextOf({ keyFile, keyFromEnv }: MasterKeySource): string | null {
  if (keyFromEnv !== null) return keyFromEnv;
  try {
    return readFileSync(keyFile, 'utf8').trim() || null;
  } catch {
    return null;
  }
}

export function readKeyFile(keyFile: string): Buffer {
  if (process.platform !== 'win32' && (statSync(keyFile).mode & 0o077) !== 0) {
    throw new StoreRefusal(`The key file ${keyFile} can be read by others: run chmod 600 on it.`);
  }
  return readKey(contents(keyFile), `The key file ${keyFile}`);
}

function contents(keyFile: string): string {
  try {
    return readFileSync(keyFile, 'utf8');
  } catch {
    throw new StoreRefusal(`The key file ${keyFile} cannot be read: give the user that runs the bot access to it.`);
  }
}

export function readKey(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== keyLength || key.toString('base64') !== text.trim()) {
    throw new StoreRefusal(`${where} must hold ${keyLength} random bytes in base64, and nothing else.`);
  }
  return key;
}

function makeKeyFile(keyFile: string): Buffer {
  const key = randomBytes(keyLength);
  writeKeyFile(keyFile, key);
  return key;
}

/** Its name must outlive a power cut as well: without this key all that follows is lost. */
export function writeKeyFile(keyFile: string, key: Buffer): void {
  try {
    writeDurably(keyFile, `${key.toString('base64')}\n`);
    syncPath(dirname(keyFile), true);
  } catch {
    throw new StoreRefusal(`The key file ${keyFile} cannot be made: check KEY_FILE and its directory.`);
  }
}
