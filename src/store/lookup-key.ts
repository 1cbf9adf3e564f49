import { StoreRefusal } from './failures.js';
import { encrypt, tryUnseal } from './cipher.js';

/**
 * The key for look-ups, as it lies wrapped in keys.sqlite. Its place tells whether all rows are bound to their places:
 * nobody without the master key can say that they are not, and so have them bound anew as they stand.
 */
export interface LookupKey {
  readonly key: Buffer;
  readonly isBound: boolean;
}

const boundPlace = 'service_keys:lookup:bound';
const formerPlace = 'service_keys:lookup';

export function wrapLookupKey(masterKey: Buffer, { key, isBound }: LookupKey): Buffer {
  return encrypt(masterKey, isBound ? boundPlace : formerPlace, key);
}

/** Null when the master key is another one. */
export function findLookupKey(masterKey: Buffer, wrapped: Buffer): LookupKey | null {
  const bound = tryUnseal(masterKey, boundPlace, wrapped);
  if (bound !== null) return { key: bound, isBound: true };
  const former = tryUnseal(masterKey, formerPlace, wrapped);
  return former === null ? null : { key: former, isBound: false };
}

export function unwrapLookupKey(masterKey: Buffer, wrapped: Buffer): LookupKey {
  const found = findLookupKey(masterKey, wrapped);
  if (found !== null) return found;
  throw new StoreRefusal(
    'The master key is not the one this data was sealed with: check KEY_FILE or SAMENSPRAAK_KEY; npm run keys -- check looks closer.',
  );
}
