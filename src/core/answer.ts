import type { Piece } from './piece.js';

/** What somebody makes of a question, from its first word on. */

export interface Answer {
  /** `not-yet` and `live` are answers the partner sees; `skipped` looks like silence to everyone else. */
  readonly state: 'draft' | 'sealed' | 'not-yet' | 'live' | 'skipped';
  readonly pieces: readonly Piece[];
  /** Option ids, in the order of tapping. */
  readonly picks: readonly string[];
  /** Grows with every change; a button made for an earlier step is stale. */
  readonly step: number;
  /** Absent where nothing of it is so. */
  readonly stem?: StemState | undefined;
  /** Of a question where the writer chooses: what they tapped to be opened, as `choosing.ts` names it. Absent elsewhere. */
  readonly chosen?: readonly string[] | undefined;
  /** Of a sheet: the row before its writer, null where they choose what may open. Absent until it was begun. */
  readonly row?: string | null | undefined;
}

/** What its writer did with the lines of a stem, besides filling them; and, of words to tap as well, what they were asked. */
export interface StemState {
  /** Left by [Volgende zin]. */
  readonly leftOut: readonly string[];
  /** They were asked once about what they wrote: a part of their own that speaks of the other, or a word that does. */
  readonly isNudged: boolean;
}
