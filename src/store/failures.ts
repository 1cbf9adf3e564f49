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
