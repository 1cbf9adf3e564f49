import type { PersonId, Instant, LocalDate } from '../ids.js';
import type { KeepDays } from '../scene.js';

export type OwnDataEvent =
  | { readonly type: 'keepDaysChosen'; readonly person: PersonId; readonly days: KeepDays }
  /** `all`: also what is still closed, asked for a second time; else what is open. `typed` asked for it. */
  | {
      readonly type: 'exported';
      readonly person: PersonId;
      readonly scope: ExportScope;
      readonly at: Instant;
      readonly typed?: number;
    }
  | { readonly type: 'exportAllAsked'; readonly person: PersonId }
  | { readonly type: 'eraseAsked'; readonly person: PersonId }
  | { readonly type: 'eraseExplained'; readonly person: PersonId; readonly what: Erasure }
  | { readonly type: 'eraseDropped'; readonly person: PersonId }
  | { readonly type: 'answersErased'; readonly person: PersonId }
  | { readonly type: 'chatCleared'; readonly person: PersonId }
  | { readonly type: 'erased'; readonly person: PersonId; readonly why: 'asked' | 'silence' | 'left' }
  | {
      readonly type: 'stayAsked';
      readonly person: PersonId;
      readonly on: LocalDate;
      readonly isPaired: boolean;
    }
  | { readonly type: 'stayed'; readonly person: PersonId };

/** What /export gives: what is open, or everything there is. */
export type ExportScope = 'open' | 'all';

/** What /wis takes: one's own words in every state, all there is of somebody, or what stands in the chat. */
export type Erasure = 'answers' | 'everything' | 'chat';
