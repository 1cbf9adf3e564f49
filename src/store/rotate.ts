import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncPath } from './durable.js';
import { StoreRefusal } from './failures.js';
import type { KeyRing } from './key-ring.js';
import { findMasterKey, readKey, readKeyFile, writeKeyFile, type MasterKeySource } from './master-key.js';
import { keyLength } from './cipher.js';

export interface RotateOptions extends MasterKeySource {
  readonly ring: KeyRing;
  /** SAMENSPRAAK_NEW_KEY: what to rotate to, where the key comes from the environment. */
  readonly newKeyFromEnv: string | null;
  /** Told of each step once it is durable, so that a test can end the process there. */
  readonly onStep?: (step: 'new-key-written' | 'keys-rewrapped') => void;
}

/** What was done, in sentences for the operator. No key is ever among them. */
export type Rotated = readonly string[];

const afterwards = ({ backup }: KeyRing) => [
  `Copy the new key to where you keep the old one, and make a backup now: ${backup}.`,
  'Backups made before today open with the old key only; once they are overwritten, destroy it.',
];

/**
 * Gives the data another master key. The new key is on the disk before anything is wrapped with it, and takes the place
 * of the old one after: whenever this is cut off, one of the two files opens the data, and calling it again finishes it.
 */
export async function rotateKey(options: RotateOptions): Promise<Rotated> {
  const { ring, keyFromEnv } = options;
  await refuseNoData(ring);
  const release = await ring.hold();
  try {
    return await (keyFromEnv === null
      ? rotateFile(options)
      : rotateEnvironment(options, readKey(keyFromEnv, 'SAMENSPRAAK_KEY')));
  } finally {
    await release();
  }
}

/** Where a new key lies until it takes the place of the old one. */
export const newKeyFileOf = (keyFile: string) => `${keyFile}.new`;

async function rotateFile({ keyFile, ring, onStep }: RotateOptions): Promise<Rotated> {
  const newFile = newKeyFileOf(keyFile);
  const isOldGood = existsSync(keyFile) && (await ring.opens(readKeyFile(keyFile)));
  if (!isOldGood) return finish(keyFile, newFile, ring);
  const said: string[] = [];
  if (existsSync(newFile)) {
    rmSync(newFile);
    said.push('An earlier rotation ended before it changed anything; this one begins anew.');
  }
  const newKey = randomBytes(keyLength);
  writeKeyFile(newFile, newKey);
  onStep?.('new-key-written');
  const count = await ring.rewrap(readKeyFile(keyFile), newKey);
  onStep?.('keys-rewrapped');
  replaceKeyFile(newFile, keyFile);
  return [
    ...said,
    `${keyFile} holds a new key, and all ${String(count)} keys are wrapped with it.`,
    ...afterwards(ring),
  ];
}

/** The data no longer opens with KEY_FILE: either a rotation was cut off at its last step, or the key is another one. */
async function finish(keyFile: string, newFile: string, ring: KeyRing): Promise<Rotated> {
  if (!existsSync(newFile) || !(await ring.opens(readKeyFile(newFile)))) {
    throw new StoreRefusal(`${keyFile} does not open the data in ${ring.where}, so nothing was changed.`);
  }
  replaceKeyFile(newFile, keyFile);
  return [
    `An earlier rotation was cut off after it had wrapped the keys; it is finished now: the new key is in ${keyFile}.`,
    ...afterwards(ring),
  ];
}

function replaceKeyFile(newFile: string, keyFile: string): void {
  renameSync(newFile, keyFile);
  syncPath(dirname(keyFile), true);
}

/** A program cannot change where its environment comes from: the operator brings the new key, and puts it there. */
async function rotateEnvironment({ newKeyFromEnv, ring }: RotateOptions, oldKey: Buffer): Promise<Rotated> {
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
  if (await ring.opens(newKey)) return [`The data opens with SAMENSPRAAK_NEW_KEY already.`, lastStep];
  if (!(await ring.opens(oldKey))) {
    throw new StoreRefusal(
      `Neither SAMENSPRAAK_KEY nor SAMENSPRAAK_NEW_KEY opens the data in ${ring.where}: nothing was changed.`,
    );
  }
  const count = await ring.rewrap(oldKey, newKey);
  return [`All ${String(count)} keys are wrapped with SAMENSPRAAK_NEW_KEY.`, lastStep, ...afterwards(ring)];
}

/** Whether the key fits, in one sentence; also while the bot is running. Throws StoreRefusal when it does not. */
export async function checkKey(source: MasterKeySource, ring: KeyRing): Promise<string> {
  const { keyFile, keyFromEnv } = source;
  await refuseNoData(ring);
  const name = keyFromEnv === null ? keyFile : 'SAMENSPRAAK_KEY';
  const key = findMasterKey(source);
  if (key === null) throw new StoreRefusal(`There is no key at ${keyFile}.`);
  if (await ring.opens(key)) {
    const { opened, closed } = await ring.count(key);
    if (closed === 0) return `The key fits: ${name} opens all ${String(opened)} keys in ${ring.where}.`;
    throw new StoreRefusal(`${name} fits, but ${String(closed)} of the keys are damaged: restore a backup.`);
  }
  const newFile = newKeyFileOf(keyFile);
  if (keyFromEnv === null && existsSync(newFile) && (await ring.opens(readKeyFile(newFile)))) {
    throw new StoreRefusal(`${newFile} fits, ${keyFile} no longer does: npm run keys -- rotate finishes the rotation.`);
  }
  throw new StoreRefusal(`${name} does not open the data in ${ring.where}: it is another key.`);
}

async function refuseNoData(ring: KeyRing): Promise<void> {
  if (await ring.isThere()) return;
  throw new StoreRefusal(`There is no data in ${ring.where} yet, so no key belongs to it.`);
}
