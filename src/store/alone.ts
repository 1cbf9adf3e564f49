import type { Instant, PersonId } from '../core/ids.js';

/** When the clock must look at people who are in no couple. */
export interface Alone {
  wake(person: PersonId, at: Instant | null): void;
}
