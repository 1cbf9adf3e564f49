/** The wrapped keys of some data, wherever it lies: what `npm run keys` works on. */
export interface KeyRing {
  /** Where the data lies, in a sentence. */
  readonly where: string;
  /** How the keys are copied, in a sentence. */
  readonly backup: string;
  isThere(): Promise<boolean>;
  /** Whether a master key opens them. Changes nothing, also while a bot uses them. */
  opens(masterKey: Buffer): Promise<boolean>;
  /** How many a master key opens, and how many it does not. */
  count(masterKey: Buffer): Promise<{ readonly opened: number; readonly closed: number }>;
  /** Keeps bots away until released. Throws StoreRefusal when one works with the data, or when it was moved elsewhere. */
  hold(): Promise<() => Promise<void>>;
  /** Wraps every key anew, all of them or none, and leaves nothing of how they were wrapped before. Gives their number. */
  rewrap(oldKey: Buffer, newKey: Buffer): Promise<number>;
}
