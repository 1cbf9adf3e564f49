import type { PersonId, CoupleId, Instant } from '../ids.js';

export type LeavingEvent =
  | { readonly type: 'stopped'; readonly person: PersonId; readonly typed?: number }
  | { readonly type: 'silenceKept'; readonly person: PersonId; readonly typed: number }
  | { readonly type: 'wentOn'; readonly person: PersonId }
  /** `at` is set when one of them ends it, and somebody is left; not when the clock erases both. */
  | { readonly type: 'unpaired'; readonly couple: CoupleId; readonly by: PersonId; readonly at?: Instant }
  /** `typed` is the /stop under which it was chosen, also in those below. */
  | {
      readonly type: 'leavingSet';
      readonly person: PersonId;
      readonly askedAt: Instant;
      readonly at: Instant;
      readonly typed: number;
    }
  | { readonly type: 'leavingDropped'; readonly person: PersonId; readonly typed: number }
  | { readonly type: 'becameUnreachable'; readonly person: PersonId }
  | { readonly type: 'becameReachable'; readonly person: PersonId };
