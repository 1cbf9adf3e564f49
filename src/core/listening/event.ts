import type { Listening, Said, Signal, SwapWish, Tension } from './scene.js';
import type { Piece } from '../piece.js';
import type { CoupleId, Instant, PersonId, RoundId } from '../ids.js';

/** How a listening round came to its end. */
export type ListeningEnd =
  /** To its last step. */
  | 'done'
  /** Nobody took the invitation up within a day; said alike whether it was declined or not seen. */
  | 'unnoticed'
  /** Its starter took the invitation back. */
  | 'recalled'
  /** One of them let the agreed moment go. */
  | 'cancelled'
  /** It lay for three days, or was put down three times. */
  | 'over';

interface OfCouple {
  readonly couple: CoupleId;
}
interface OfPerson extends OfCouple {
  readonly person: PersonId;
}

export type ListeningEvent =
  /** The card to begin with, or the choice of a protocol; changes nothing. */
  | {
      readonly type: 'listeningOffered';
      readonly person: PersonId;
      readonly protocol: string | null;
      readonly about: RoundId | null;
      readonly where: 'new' | 'in-place';
      /** Whoever asks would listen first. */
      readonly isHearing?: boolean;
    }
  | (OfPerson & { readonly type: 'listeningTold' })
  | (OfCouple & { readonly type: 'listeningInvited'; readonly listening: Listening })
  | (OfPerson & { readonly type: 'listeningHoursShown' })
  | (OfPerson & { readonly type: 'listeningDeclined' })
  | (OfCouple & { readonly type: 'listeningScheduled'; readonly at: Instant })
  /** Both are asked whether they are there. */
  | (OfCouple & { readonly type: 'readyAsked'; readonly until: Instant })
  | (OfPerson & { readonly type: 'readyGiven' })
  | (OfPerson & { readonly type: 'tensionHinted' })
  | (OfCouple & {
      readonly type: 'stepBegan';
      readonly step: string;
      readonly phase: 'step' | 'together';
      readonly speaker: PersonId;
      readonly turn: number;
      readonly until: Instant;
      readonly nudgeAt: Instant;
      readonly timeUpAt: Instant | null;
      /** It was begun before, and goes on. */
      readonly isResumed: boolean;
    })
  | (OfPerson & {
      readonly type: 'segmentDrafted';
      readonly pieces: readonly Piece[];
      readonly picks: readonly string[];
      readonly how: 'said' | 'edited' | 'picked' | 'cleared';
    })
  | (OfPerson & { readonly type: 'feelingsOpened'; readonly group: string })
  /** A way on that needs words of its own was tapped, or, with null, let go again. */
  | (OfPerson & { readonly type: 'optionOpened'; readonly option: string | null })
  /** Done with a letter while the other still writes. */
  | (OfPerson & { readonly type: 'letterSealed' })
  /** Done aloud, with nothing to send, while the other is not. */
  | (OfPerson & { readonly type: 'doneTold' })
  | (OfPerson & { readonly type: 'segmentHeld'; readonly option: string | null; readonly until: Instant })
  | (OfPerson & {
      readonly type: 'segmentTakenBack';
      readonly phase: 'step' | 'together';
      readonly until: Instant;
      readonly nudgeAt: Instant;
    })
  /** The one way in which what somebody said in a listening round reaches the other. */
  | (OfCouple & {
      readonly type: 'segmentDelivered';
      readonly said: Said;
      readonly isMirror: boolean;
      readonly confirms: boolean;
    })
  | (OfCouple & { readonly type: 'lettersOpened'; readonly said: readonly Said[] })
  | (OfPerson & { readonly type: 'signalGiven'; readonly signal: Signal })
  /** Said out of turn. */
  | (OfPerson & { readonly type: 'noteTaken'; readonly piece: Piece; readonly isThird: boolean })
  | (OfPerson & { readonly type: 'noteChanged'; readonly messageId: number; readonly piece: Piece | null })
  | (OfPerson & { readonly type: 'noteKept'; readonly messageId: number })
  /** At their own turn, or at the end: to the one who took them, and then they are gone. */
  | (OfPerson & { readonly type: 'notesShown' })
  | (OfCouple & { readonly type: 'turnNudged'; readonly people: readonly PersonId[] })
  /** After the bot was away: their step, once more. */
  | (OfCouple & { readonly type: 'turnShownAgain'; readonly people: readonly PersonId[] })
  | (OfCouple & { readonly type: 'timeUpTold' })
  | (OfCouple & { readonly type: 'swapAsked'; readonly until: Instant })
  | (OfPerson & { readonly type: 'swapWished'; readonly wish: SwapWish })
  | (OfCouple & { readonly type: 'turnScheduled'; readonly step: string; readonly at: Instant })
  | (OfCouple & { readonly type: 'listeningParked'; readonly until: Instant })
  | (OfPerson & { readonly type: 'goOnWished' })
  | (OfPerson & { readonly type: 'listeningLetGo' })
  | (OfCouple & { readonly type: 'listeningEnded'; readonly how: ListeningEnd; readonly at: Instant })
  // Afterwards
  | (OfPerson & { readonly type: 'listenerThanked' })
  | (OfPerson & { readonly type: 'afterwardsShown' })
  /** The feelings, or one group of them; null puts them away. Changes nothing. */
  | (OfPerson & { readonly type: 'ownFeelingsShown'; readonly group: string | null })
  /** Named for oneself: shown to nobody else, and kept nowhere. */
  | (OfPerson & { readonly type: 'ownFeelingNamed'; readonly feeling: string })
  | (OfPerson & { readonly type: 'tensionTold'; readonly tension: Tension })
  | (OfPerson & { readonly type: 'keepingChosen'; readonly until: Instant })
  | (OfPerson & { readonly type: 'heardShown' })
  | (OfPerson & { readonly type: 'planWritten'; readonly text: string; readonly messageId: number })
  /** Its writer keeps it to themselves. */
  | (OfPerson & { readonly type: 'planLeft' })
  /** `messageId` is the one it was said in. */
  | (OfPerson & { readonly type: 'planProposed'; readonly messageId: number; readonly at: Instant })
  | (OfPerson & { readonly type: 'planAgreed'; readonly messageId: number })
  | (OfCouple & { readonly type: 'heardForgotten' });
