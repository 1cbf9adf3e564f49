import type { PersonId, Instant } from '../ids.js';

/** What follows from the events of moved/moved.ts: the scene after them, and what is said. */
export type ArrivalEvent =
  | { readonly type: 'botChanged'; readonly person: PersonId }
  | { readonly type: 'overdueLetGo'; readonly person: PersonId; readonly at: Instant }
  /** `from`: the moment of the copy, when it is known. */
  | { readonly type: 'restoreTold'; readonly person: PersonId; readonly from: Instant | null }
  | { readonly type: 'voiceLost'; readonly person: PersonId; readonly isPhoto: boolean };
