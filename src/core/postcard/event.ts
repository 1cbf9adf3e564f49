import type { Instant, PersonId } from '../ids.js';
import type { Piece } from '../piece.js';
import type { GavePostcard, Postcard } from './scene.js';

export type PostcardEvent =
  /** /waardeer, another form or [Opnieuw]: what is said until then is the postcard. */
  | {
      readonly type: 'postcardStarted';
      readonly person: PersonId;
      readonly postcard: Postcard;
      readonly until: Instant;
      readonly where: 'new' | 'in-place';
    }
  /** [Anders…], or back. */
  | { readonly type: 'postcardFormsShown'; readonly person: PersonId; readonly isOpen: boolean }
  /** Other words, or the same ones shown again. `until`: more is asked for until then; null leaves that as it is. */
  | {
      readonly type: 'postcardDrafted';
      readonly person: PersonId;
      readonly postcard: Postcard;
      readonly how: 'below' | 'in-place';
      readonly until: Instant | null;
    }
  /** It asks why: its writer is told once, in private. */
  | { readonly type: 'postcardNudged'; readonly person: PersonId; readonly postcard: string; readonly step: number }
  | { readonly type: 'postcardNudgeLeft'; readonly person: PersonId; readonly postcard: string }
  | { readonly type: 'postcardHeld'; readonly person: PersonId; readonly until: Instant }
  /** On its way when a breather or a listening round began: it lies with its writer again. */
  | { readonly type: 'postcardReturned'; readonly person: PersonId; readonly why: 'breather' | 'listening' }
  /** [Laat maar]. */
  | { readonly type: 'postcardDropped'; readonly person: PersonId }
  /** `to` is null where nobody gets it: its writer is told the same. */
  | {
      readonly type: 'postcardGiven';
      readonly person: PersonId;
      readonly postcard: Postcard;
      readonly to: PersonId | null;
      readonly at: Instant;
      readonly gave: GavePostcard;
    }
  /** Whoever got it thanks, or taps one of its replies, with words or without. `reply` is null for a thank-you. */
  | {
      readonly type: 'postcardAnswered';
      readonly person: PersonId;
      readonly postcard: string;
      readonly form: string;
      readonly reply: string | null;
      readonly pieces: readonly Piece[];
    }
  /** What was not given, and what can no longer be answered, by the clock. */
  | { readonly type: 'postcardsLapsed'; readonly person: PersonId; readonly at: Instant }
  | { readonly type: 'postcardsSwitched'; readonly person: PersonId; readonly isOn: boolean };
