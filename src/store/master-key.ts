import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StoreRefusal } from './failures.js';
import { keyLength } from './seal.js';
import { databaseFile, keysFile } from './sqlite/files.js';

export interface MasterKeySource {
  readonly keyFile: string;
  /** SAMENSPRAAK_KEY, when set: it goes before the file. */
  readonly keyFromEnv: string | null;
  readonly dataDir: string;
}

/** The master key. A new one is made only where there is no database yet. Throws StoreRefusal. */
export function readMasterKey({ keyFile, keyFromEnv, dataDir }: MasterKeySource): Buffer {
  if (keyFromEnv !== null) return readKey(keyFromEnv, 'SAMENSPRAAK_KEY');
  if (existsSync(keyFile)) return readKeyFile(keyFile);
  if ([databaseFile, keysFile].some((file) => existsSync(join(dataDir, file)))) {
    throw new StoreRefusal(
      `There is data in ${dataDir}, but its key is not at ${keyFile}: put the key file back, or set KEY_FILE or SAMENSPRAAK_KEY.`,
    );
  }
  return makeKeyFile(keyFile);
}

function readKeyFile(keyFile: string): Buffer {
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

function readKey(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== keyLength || key.toString('base64') !== text.trim()) {
    throw new StoreRefusal(`${where} must hold ${keyLength} random bytes in base64, and nothing else.`);
  }
  return key;
}

function makeKeyFile(keyFile: string): Buffer {
  const key = randomBytes(keyLength);
  try {
    const file = openSync(keyFile, 'wx', 0o600);
    writeSync(file, `${key.toString('base64')}\n`);
    fsyncSync(file);
    closeSync(file);
    // Its name must outlive a power cut as well: without this key all that follows is lost.
    if (process.platform !== 'win32') {
      const directory = openSync(dirname(keyFile), 'r');
      fsyncSync(directory);
      closeSync(directory);
    }
  } catch {
    throw new StoreRefusal(`The key file ${keyFile} cannot be made: check KEY_FILE and its directory.`);
  }
  return key;
}
