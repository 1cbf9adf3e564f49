import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncPath } from './durable.js';
import { StoreRefusal } from './failures.js';
import { findMasterKey, readKey, readKeyFile, writeKeyFile, type MasterKeySource } from './master-key.js';
import { keyLength } from './cipher.js';
import { keysFile, lockDataDir, pathOf } from './sqlite/files.js';
import { countKeys, opensKeys, rewrapKeys } from './sqlite/rewrap.js';

export interface RotateOptions extends MasterKeySource {
  /** SAMENSPRAAK_NEW_KEY: what to rotate to, where the key comes from the environment. */
  readonly newKeyFromEnv: string | null;
  /** Told of each step once it is durable, so that a test can end the process there. */
  readonly onStep?: (step: 'new-key-written' | 'keys-rewrapped') => void;
}

/** What was done, in sentences for the operator. No key is ever among them. */
export type Rotated = readonly string[];

const afterwards = [
  'Copy the new key to where you keep the old one, and make a backup now: npm run backup -- DIR.',
  'Backups made before today open with the old key only; once they are overwritten, destroy it.',
];

/**
 * Gives the data another master key. The new key is on the disk before anything is wrapped with it, and takes the place
 * of the old one after: whenever this is cut off, one of the two files opens the data, and calling it again finishes it.
 */
export function rotateKey(options: RotateOptions): Rotated {
  refuseNoData(options.dataDir);
  const unlock = lockDataDir(
    options.dataDir,
    `The bot is running on the data in ${options.dataDir}: stop it first, then rotate.`,
  );
  try {
    return options.keyFromEnv === null
      ? rotateFile(options)
      : rotateEnvironment(options, readKey(options.keyFromEnv, 'SAMENSPRAAK_KEY'));
  } finally {
    unlock();
  }
}

/** Where a new key lies until it takes the place of the old one. */
export const newKeyFileOf = (keyFile: string) => `${keyFile}.new`;

function rotateFile({ keyFile, dataDir, onStep }: RotateOptions): Rotated {
  const newFile = newKeyFileOf(keyFile);
  const isOldGood = existsSync(keyFile) && opensKeys(dataDir, readKeyFile(keyFile));
  if (!isOldGood) return finish(keyFile, newFile, dataDir);
  const said: string[] = [];
  if (existsSync(newFile)) {
    rmSync(newFile);
    said.push('An earlier rotation ended before it changed anything; this one begins anew.');
  }
  const newKey = randomBytes(keyLength);
  writeKeyFile(newFile, newKey);
  onStep?.('new-key-written');
  const count = rewrapKeys(dataDir, readKeyFile(keyFile), newKey);
  onStep?.('keys-rewrapped');
  replaceKeyFile(newFile, keyFile);
  return [...said, `${keyFile} holds a new key, and all ${String(count)} keys are wrapped with it.`, ...afterwards];
}

/** The data no longer opens with KEY_FILE: either a rotation was cut off at its last step, or the key is another one. */
function finish(keyFile: string, newFile: string, dataDir: string): Rotated {
  if (!existsSync(newFile) || !opensKeys(dataDir, readKeyFile(newFile))) {
    throw new StoreRefusal(`${keyFile} does not open the data in ${dataDir}, so nothing was changed.`);
  }
  replaceKeyFile(newFile, keyFile);
  return [
    `An earlier rotation was cut off after it had wrapped the keys; it is finished now: the new key is in ${keyFile}.`,
    ...afterwards,
  ];
}

function replaceKeyFile(newFile: string, keyFile: string): void {
  renameSync(newFile, keyFile);
  syncPath(dirname(keyFile), true);
}

/** A program cannot change where its environment comes from: the operator brings the new key, and puts it there. */
function rotateEnvironment({ newKeyFromEnv, dataDir }: RotateOptions, oldKey: Buffer): Rotated {
  if (newKeyFromEnv === null) {
    throw new StoreRefusal(
      [
        'The key comes from SAMENSPRAAK_KEY, which only you can change. So, with the bot stopped:',
        '1. Make a new one and keep it where you keep the old one: openssl rand -base64 32',
        '2. Run this again with the new one as SAMENSPRAAK_NEW_KEY, beside SAMENSPRAAK_KEY.',
        '3. Put the new one in the place of the old one in SAMENSPRAAK_KEY, take SAMENSPRAAK_NEW_KEY away, start the bot.',
      ].join('\n'),
    );
  }
  const newKey = readKey(newKeyFromEnv, 'SAMENSPRAAK_NEW_KEY');
  const lastStep =
    'Now put it in the place of the old one in SAMENSPRAAK_KEY, and take SAMENSPRAAK_NEW_KEY away, before you start the bot.';
  if (opensKeys(dataDir, newKey)) return [`The data opens with SAMENSPRAAK_NEW_KEY already.`, lastStep];
  if (!opensKeys(dataDir, oldKey)) {
    throw new StoreRefusal(
      `Neither SAMENSPRAAK_KEY nor SAMENSPRAAK_NEW_KEY opens the data in ${dataDir}: nothing was changed.`,
    );
  }
  const count = rewrapKeys(dataDir, oldKey, newKey);
  return [`All ${String(count)} keys are wrapped with SAMENSPRAAK_NEW_KEY.`, lastStep, ...afterwards];
}

/** Whether the key fits, in one sentence; also while the bot is running. Throws StoreRefusal when it does not. */
export function checkKey(source: MasterKeySource): string {
  const { keyFile, keyFromEnv, dataDir } = source;
  refuseNoData(dataDir);
  const release = tryLock(dataDir);
  const isShared = release === null;
  try {
    const name = keyFromEnv === null ? keyFile : 'SAMENSPRAAK_KEY';
    const key = findMasterKey(source);
    if (key === null) throw new StoreRefusal(`There is no key at ${keyFile}.`);
    if (opensKeys(dataDir, key, isShared)) {
      const { opened, closed } = countKeys(dataDir, key, isShared);
      if (closed === 0) return `The key fits: ${name} opens all ${String(opened)} keys in ${dataDir}.`;
      throw new StoreRefusal(`${name} fits, but ${String(closed)} of the keys are damaged: restore a backup.`);
    }
    const newFile = newKeyFileOf(keyFile);
    if (keyFromEnv === null && existsSync(newFile) && opensKeys(dataDir, readKeyFile(newFile), isShared)) {
      throw new StoreRefusal(
        `${newFile} fits, ${keyFile} no longer does: npm run keys -- rotate finishes the rotation.`,
      );
    }
    throw new StoreRefusal(`${name} does not open the data in ${dataDir}: it is another key.`);
  } finally {
    release?.();
  }
}

function tryLock(dataDir: string): (() => void) | null {
  try {
    return lockDataDir(dataDir);
  } catch (error) {
    if (error instanceof StoreRefusal) return null;
    throw error;
  }
}

function refuseNoData(dataDir: string): void {
  if (existsSync(pathOf(dataDir, keysFile))) return;
  throw new StoreRefusal(`There is no data in ${dataDir} yet, so no key belongs to it.`);
}
