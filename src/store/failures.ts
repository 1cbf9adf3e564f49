/** Why the store will not open, in one sentence for the operator. Nothing on disk was changed. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
}

/**
 * The disk or the database failed; nothing of the work in hand was applied, as far as anybody can know. One that `isPassing` may be
 * over soon (a database that restarts, a connection that broke); after any other the process should stop.
 */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';

  constructor(
    readonly code: string,
    readonly isPassing = false,
  ) {
    super(`storage failed: ${code}`);
  }
}

/** Another process leads, or soon will; nothing of what was asked was done. */
export class LeadLost extends Error {
  override readonly name = 'LeadLost';

  constructor() {
    super('another process leads');
  }
}

/** Whether it is worth going for the lead again. */
export function isPassing(error: unknown): boolean {
  return error instanceof LeadLost || (error instanceof StorageFailure && error.isPassing);
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
