export type KeyId = number;

/** Seals for a place, and opens what lies there. The key of nobody, null, is the house's. */
export interface Sealing {
  /** `plain` is asked for where it is sealed: a store that will do all of it again has no use for it yet. */
  seal(key: KeyId | null, place: string, plain: () => Buffer): Buffer;
  /** Throws BrokenDocument when it does not open, or the key is gone. */
  unseal(key: KeyId | null, place: string, sealed: Buffer): Buffer;
}

/** What the tables need of the keys. */
export interface TableKeys extends Sealing {
  /** A fresh key, known only in memory until it is written. */
  draw(): KeyId;
  /** A keyed hash, so that a table can be searched for what it does not hold readably. */
  lookup(what: 'person' | 'code' | 'seat' | 'room', value: string): Buffer;
}
