import type { CoupleId, Instant, LocalDate, PersonId } from '../ids.js';
import type { Path, Wish } from './scene.js';

export type PathEvent =
  /** /programma: the path that lives, or those there are to choose from; `page` of these. */
  | { readonly type: 'pathsShown'; readonly person: PersonId; readonly page: number; readonly how: 'new' | 'in-place' }
  /** Both are to be asked whether they would like one of these. */
  | {
      readonly type: 'pathsProposed';
      readonly couple: CoupleId;
      readonly paths: readonly string[];
      readonly at: Instant;
    }
  | { readonly type: 'proposalTold'; readonly person: PersonId }
  | { readonly type: 'wished'; readonly person: PersonId; readonly wish: Wish; readonly page: number }
  | { readonly type: 'wishDropped'; readonly person: PersonId; readonly subject: string; readonly page: number }
  | { readonly type: 'wishesLapsed'; readonly person: PersonId; readonly at: Instant }
  /** Both want the same: it is told at this hour. Null when that is so no more by then. */
  | { readonly type: 'matchSet'; readonly couple: CoupleId; readonly at: Instant | null }
  /** `isPlayed`: nobody asked for it, its author tries it out; so no word of what both want. */
  | { readonly type: 'pathMatched'; readonly couple: CoupleId; readonly path: Path; readonly isPlayed?: true }
  | { readonly type: 'pathTakenUp'; readonly couple: CoupleId; readonly path: string }
  | {
      readonly type: 'stepBegun';
      readonly couple: CoupleId;
      readonly step: string;
      readonly at: Instant;
      readonly date: LocalDate | null;
    }
  /** A step without an answer: a card to read, or something to do in one place. */
  | { readonly type: 'stepShown'; readonly person: PersonId; readonly path: string; readonly step: string }
  /** To whoever lets the path rest, or has deeper questions off, it is as if they had skipped it, and nothing is shown. */
  | { readonly type: 'stepPassed'; readonly person: PersonId; readonly round: string; readonly at: Instant }
  | { readonly type: 'pathLeft'; readonly person: PersonId; readonly path: string }
  | { readonly type: 'pathWentOn'; readonly person: PersonId; readonly path: string }
  | { readonly type: 'pathLaidDown'; readonly couple: CoupleId; readonly at: Instant; readonly date: LocalDate }
  | { readonly type: 'pathFinished'; readonly couple: CoupleId; readonly at: Instant; readonly date: LocalDate | null }
  /** At each one's own hour, in the same words. */
  | {
      readonly type: 'pathEndTold';
      readonly person: PersonId;
      readonly path: string;
      readonly how: 'still' | 'finished';
    }
  | { readonly type: 'pathForgotten'; readonly couple: CoupleId }
  /** What opened so long ago that no later step shows it any more. */
  | { readonly type: 'shownForgotten'; readonly couple: CoupleId; readonly at: Instant }
  | { readonly type: 'ownCardsShown'; readonly person: PersonId }
  | { readonly type: 'ownCardShown'; readonly person: PersonId; readonly scenario: string };
