import type { CoupleId, Instant, PersonId, RoundId } from '../ids.js';
import type { KeptPage } from '../agreement/scene.js';
import type { Wish } from '../path/scene.js';
import type { View } from './view.js';

/** What a tap on a page brings beside it, in messages of its own. */
export type Beside = 'voices' | 'photos' | 'drawing';

export type BookEvent =
  /** /boek. */
  | { readonly type: 'bookShown'; readonly person: PersonId; readonly how: 'new' | 'in-place'; readonly view: View }
  | { readonly type: 'pageShown'; readonly person: PersonId; readonly round: RoundId; readonly view: View }
  /** What was tapped is not there any more. */
  | { readonly type: 'pageMissed'; readonly person: PersonId }
  | { readonly type: 'besideShown'; readonly person: PersonId; readonly round: RoundId; readonly what: Beside }
  | { readonly type: 'removalAsked'; readonly person: PersonId; readonly round: RoundId; readonly view: View }
  | { readonly type: 'keepWished'; readonly person: PersonId; readonly wish: Wish }
  | { readonly type: 'keepDropped'; readonly person: PersonId; readonly round: RoundId }
  /** Both keep it; `replaced` are those in whose place it comes. */
  | ({
      readonly type: 'pageKept';
      readonly couple: CoupleId;
      readonly at: Instant;
    } & KeptPage)
  /** `isShared`: out of the book of both. */
  | { readonly type: 'pageRemoved'; readonly person: PersonId; readonly round: RoundId; readonly isShared: boolean };
