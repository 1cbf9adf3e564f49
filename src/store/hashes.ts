import { createHmac, createSecretKey } from 'node:crypto';

const lookupLength = 16;
const botBits = 6;

/** What is made of the key for look-ups. */
export interface Hashes {
  /** A keyed hash, so that a table can be searched for what it does not hold readably. */
  lookup(what: 'person' | 'code' | 'seat' | 'room', value: string): Buffer;
  hashBot(botId: string): number;
  /** Proves that a database and these keys belong together. */
  canary(): Buffer;
  /** A key of the house's own, for what is said to somebody whose own key or row cannot be read. */
  readonly houseKey: Buffer;
}

export function hashesOf(key: Buffer): Hashes {
  const secret = createSecretKey(key);
  // The label keeps hashes of different kinds apart.
  const hash = (label: string, value: string) => createHmac('sha256', secret).update(`${label}:${value}`).digest();
  return {
    lookup: (what, value) => hash(what, value).subarray(0, lookupLength),
    hashBot: (botId) => hash('bot', botId).readUIntBE(0, botBits),
    canary: () => hash('canary', 'samenspraak'),
    houseKey: hash('key', 'house'),
  };
}
