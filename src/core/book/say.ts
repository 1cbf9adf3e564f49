import type { Instant } from '../ids.js';
import type { Answer } from '../scene.js';
import type { View } from './view.js';

/** The sentences of the book; see notice.ts. */
export interface BookSayParams {
  /** `isPaired`: else it holds one's own words alone. */
  book: { readonly isPaired: boolean; readonly isEmpty: boolean; readonly view: View };
  page: PageSaid;
  pageMissed: object;
  keepNoted: { readonly partner: string | null };
  keepDropped: object;
  pageKept: { readonly scenario: string };
  removalAsked: { readonly partner: string | null };
  pageRemoved: object;
}

export interface PageSaid {
  readonly scenario: string;
  readonly openedAt: Instant;
  readonly own: Answer;
  /** Null where it is one's own alone. */
  readonly theirs: Answer | null;
  readonly partnerName: string | null;
  /** Until when both keep it; null where they do not. */
  readonly keptUntil: Instant | null;
  readonly isPaired: boolean;
  /** Both halves are the same: what both tapped. */
  readonly isShared: boolean;
  /** Whether its reader is reminded of the ritual that it is; null for any other page. */
  readonly reminds: boolean | null;
}
