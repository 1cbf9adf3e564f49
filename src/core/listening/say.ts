import type { WordsOf, WordsSaid } from '../round/say.js';
import type { Words } from '../piece.js';
import type { Said, Signal, SwapWish } from './scene.js';
import type { Pace } from './protocol.js';
import type { Answer } from '../scene.js';
import type { Piece } from '../piece.js';
import type { Instant, PersonId } from '../ids.js';

/** What a step is said with; texts find the protocol's own words by it. */
export interface StepSaid {
  readonly protocol: string;
  readonly step: string;
  readonly partner: string;
}

/** The sentences of a listening round; see notice.ts. */
export interface ListeningSayParams {
  /** `isHearing`: the other would tell, of their own. */
  listenStart: {
    readonly protocol: string;
    readonly partner: string;
    readonly isAbout: boolean;
    readonly isHearing: boolean;
  };
  listenMenu: object;
  listenInvite: {
    readonly protocol: string;
    readonly pace: Pace;
    readonly partner: string;
    /** Whoever is invited has the floor. */
    readonly isSpeaker: boolean;
    /** It is about an answer of theirs that is open. */
    readonly isAbout: boolean;
  };
  listenInvited: { readonly partner: string; readonly pace: Pace };
  listenHours: { readonly partner: string };
  listenDeclined: object;
  listenUnnoticed: { readonly partner: string };
  listenGone: object;
  listenScheduled: {
    readonly at: Instant;
    readonly partner: string;
    /** It was begun, and put down. */
    readonly isAgain: boolean;
  };
  listenCancelled: object;
  listenReady: {
    readonly partner: string;
    readonly isSpeaker: boolean;
    /** Both begin, each for themselves. */
    readonly isForBoth: boolean;
    readonly pace: Pace;
    readonly isAgain: boolean;
  };
  listenConfirmed: { readonly pieces: readonly Piece[] };
  listenReadyNoted: { readonly partner: string };
  listenTense: object;
  listenStep: StepSaid & {
    readonly isPen: boolean;
    readonly isSpeaker: boolean;
    readonly pace: Pace;
    readonly draw: number;
    /** Until when, for whoever sits side by side. */
    readonly until: Instant | null;
    readonly isNewTurn: boolean;
    readonly turn: number;
  };
  listenOption: StepSaid & { readonly option: string; readonly limit: number };
  listenDraft: StepSaid & {
    readonly option: string | null;
    readonly pieces: readonly Piece[];
    readonly picks: readonly string[];
    readonly isLetter: boolean;
  };
  listenCleared: object;
  listenLetterSealed: { readonly partner: string };
  listenDoneNoted: { readonly partner: string };
  listenHeld: { readonly partner: string; readonly isLetter: boolean };
  listenTakenBack: object;
  listenSent: { readonly partner: string };
  listenSaid: StepSaid & {
    readonly option: string | null;
    readonly pieces: readonly Piece[];
    readonly picks: readonly string[];
  };
  listenLetters: StepSaid & { readonly own: readonly Piece[]; readonly theirs: readonly Piece[] };
  /** A theme of an opened sheet, that the round is about. */
  listenTheme: { readonly said: WordsSaid } & WordsOf;
  listenQuote: {
    readonly partner: string;
    readonly isOwn: boolean;
    readonly scenario: string;
    readonly answer: Answer;
  };
  listenSignal: { readonly partner: string; readonly signal: Signal };
  listenAside: object;
  listenAsideKept: object;
  listenAsideDropped: object;
  listenBreatherOffered: object;
  listenNotes: { readonly pieces: readonly Piece[] };
  listenNudge: object;
  listenAwayAgain: object;
  listenTimeUp: object;
  listenParked: object;
  listenGoOnNoted: object;
  listenLetGo: object;
  listenOver: object;
  listenSwap: { readonly partner: string };
  listenSwapNoted: { readonly wish: SwapWish };
  listenTurnScheduled: { readonly at: Instant; readonly isSpeaker: boolean; readonly partner: string };
  listenDone: { readonly partner: string };
  listenThanks: { readonly partner: string };
  listenThanked: { readonly partner: string };
  /** `isKept`: there is something that can be read again. */
  listenMore: { readonly isKept: boolean };
  listenTensionNoted: object;
  listenFeelingNoted: { readonly protocol: string; readonly feeling: string };
  listenKeeping: { readonly until: Instant | null };
  listenHeardAgain: {
    readonly protocol: string;
    readonly me: PersonId;
    readonly partner: string;
    readonly said: readonly Said[];
  };
  listenPlanAsked: object;
  listenPlan: { readonly plan: Words };
  listenPlanSent: { readonly partner: string; readonly plan: Words };
  listenPlanProposed: { readonly partner: string; readonly plan: Words };
  listenPlanAgreed: { readonly plan: Words };
}
