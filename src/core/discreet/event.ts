import type { PersonId, Instant } from '../ids.js';

export type DiscreetEvent =
  | { readonly type: 'discreetOffered'; readonly person: PersonId; readonly at: Instant }
  | { readonly type: 'discreetChosen'; readonly person: PersonId; readonly isOn: boolean; readonly isOffer: boolean }
  /** A tap on a folded message; what lies in it is known to the store alone. */
  | { readonly type: 'foldOpened'; readonly person: PersonId; readonly fold: string };
