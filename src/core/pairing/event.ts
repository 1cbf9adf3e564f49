import type { PersonId, Instant, CoupleId } from '../ids.js';
import type { Language } from '../round/scenario.js';

export type PairingEvent =
  /** `typed`: the number of the message that asked for it, 0 for none. It travels in the buttons: nothing is stored yet. */
  | {
      readonly type: 'welcomed';
      readonly person: PersonId;
      readonly name: string;
      readonly code: string | null;
      readonly typed: number;
    }
  | { readonly type: 'termsShown'; readonly person: PersonId; readonly code: string | null; readonly typed: number }
  | { readonly type: 'languageChosen'; readonly person: PersonId; readonly language: Language }
  | { readonly type: 'declined'; readonly person: PersonId }
  | { readonly type: 'guessedWrong'; readonly person: PersonId; readonly at: Instant }
  | { readonly type: 'consentGiven'; readonly person: PersonId; readonly name: string; readonly at: Instant }
  /** They agreed to earlier terms; `isSaid` when they just said something, which is not kept. */
  | { readonly type: 'termsChanged'; readonly person: PersonId; readonly isSaid: boolean }
  | { readonly type: 'statusTold'; readonly person: PersonId }
  | { readonly type: 'houseOpened'; readonly couple: CoupleId; readonly code: string }
  | {
      readonly type: 'coupleFounded';
      readonly couple: CoupleId;
      readonly person: PersonId;
      readonly code: string;
      readonly expiresAt: Instant;
    }
  /** `isAgain`: the first of a couple that begins after another one ended. */
  | { readonly type: 'inviteShown'; readonly person: PersonId; readonly isFirst: boolean; readonly isAgain?: boolean }
  /** Of somebody who was left lately: whether they want to begin again is theirs to say. */
  | { readonly type: 'beginningAsked'; readonly person: PersonId }
  /** The invite as a picture to scan, for two people on one sofa. */
  | { readonly type: 'inviteQrShown'; readonly person: PersonId }
  /** Nobody has come through the invite yet; whoever made it is asked whether to share it once more. */
  | { readonly type: 'partnerAwaited'; readonly couple: CoupleId; readonly at: Instant }
  | { readonly type: 'inviteExpired'; readonly couple: CoupleId }
  | {
      readonly type: 'inviteRenewed';
      readonly couple: CoupleId;
      readonly person: PersonId;
      readonly code: string;
      readonly expiresAt: Instant;
    }
  | { readonly type: 'partnerJoined'; readonly couple: CoupleId; readonly person: PersonId; readonly at: Instant }
  | { readonly type: 'undoAsked'; readonly person: PersonId }
  | { readonly type: 'undoDropped'; readonly person: PersonId }
  | { readonly type: 'pairingUndone'; readonly couple: CoupleId; readonly by: PersonId };
