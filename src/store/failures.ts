/** Why the store will not open, in one sentence for the operator. Nothing on disk was changed. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
}

/** The disk or the database failed; nothing of the work in hand was applied, and the process should stop. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';

  constructor(readonly code: string) {
    super(`storage failed: ${code}`);
  }
}

/** Something stored, or about to be stored, is not what it must be. The message holds no content. */
export class BrokenDocument extends Error {
  override readonly name = 'BrokenDocument';
}

/** What the work gives; null where something stored is not what it must be, so that one broken row never stops the others. */
export function unlessBroken<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof BrokenDocument) return null;
    throw error;
  }
}
