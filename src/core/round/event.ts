import type { CoupleId, PersonId, RoundId, Instant, LocalDate } from '../ids.js';
import type { Piece } from '../piece.js';
import type { Asked } from './verdict.js';
import type { Round, Answer, Hint, Pending, Opening, Rhythm } from '../scene.js';

export type RoundEvent =
  | { readonly type: 'roundStarted'; readonly couple: CoupleId; readonly round: Round }
  | {
      readonly type: 'promptShown';
      readonly person: PersonId;
      readonly round: RoundId;
      readonly why: 'opening' | 'scheduled' | 'asked' | 'askedByPartner' | 'later' | 'again';
      readonly at: Instant;
      /** Set when the rhythm brought it. */
      readonly date: LocalDate | null;
    }
  /** /vraag with nothing open: what kind is asked first, in private. `isRunOut`: nearly all that is asked once was. */
  | { readonly type: 'kindAsked'; readonly person: PersonId; readonly isRunOut: boolean }
  /** Somebody is told what is not said over and over; the sentence stands in the event or refusal beside it. */
  | { readonly type: 'hinted'; readonly person: PersonId; readonly hint: Hint; readonly at: Instant }
  | { readonly type: 'kindChosen'; readonly person: PersonId }
  | { readonly type: 'groupOpened'; readonly person: PersonId; readonly round: RoundId; readonly group: string }
  | {
      readonly type: 'draftChanged';
      readonly person: PersonId;
      readonly round: RoundId;
      readonly answer: Answer;
      readonly how: 'said' | 'edited' | 'picked' | 'cleared' | 'withdrawn' | 'carried';
    }
  /** [Volgende zin]: a line of a stem is left for the next one. */
  | { readonly type: 'lineSkipped'; readonly person: PersonId; readonly round: RoundId; readonly answer: Answer }
  /** A row of a sheet, or the themes to choose from, before its writer; the next words may be for it until then. */
  | {
      readonly type: 'rowShown';
      readonly person: PersonId;
      readonly round: RoundId;
      readonly answer: Answer;
      readonly how: 'new' | 'in-place';
      readonly wordsUntil: Instant | null;
    }
  /** Another theme of an opened sheet, in the place of the one that was shown; `page` counts them from 0. */
  | { readonly type: 'sheetLeafed'; readonly person: PersonId; readonly round: RoundId; readonly page: number }
  /** Of a question where its writer chooses: what may open. */
  | { readonly type: 'lineToggled'; readonly person: PersonId; readonly round: RoundId; readonly answer: Answer }
  /** [Hou het bij mij]: what they had is erased, and to the other it is no answer. */
  | { readonly type: 'keptToMyself'; readonly person: PersonId; readonly round: RoundId; readonly answer: Answer }
  /** A part of a stem that is the writer's own speaks of the other: they are asked once, in private. */
  | {
      readonly type: 'ownPartNudged';
      readonly person: PersonId;
      readonly round: RoundId;
      readonly step: number;
      /** It is the second gap of its line. */
      readonly isSecond: boolean;
    }
  /** A word said what somebody else did, and not what its writer felt: they are asked once, in private. */
  | ({
      readonly type: 'verdictNudged';
      readonly person: PersonId;
      readonly round: RoundId;
      readonly step: number;
    } & Asked)
  /** [Zo laten], under either. */
  | { readonly type: 'ownPartKept'; readonly person: PersonId; readonly round: RoundId }
  | { readonly type: 'otherWaysShown'; readonly person: PersonId; readonly round: RoundId }
  | { readonly type: 'waysClosed'; readonly person: PersonId; readonly round: RoundId }
  | { readonly type: 'answerSealed'; readonly person: PersonId; readonly round: RoundId; readonly answer: Answer }
  | {
      readonly type: 'sealedAnswerExtended';
      readonly person: PersonId;
      readonly round: RoundId;
      readonly answer: Answer;
    }
  | { readonly type: 'promptSkipped'; readonly person: PersonId; readonly round: RoundId; readonly answer: Answer }
  | { readonly type: 'promptPostponed'; readonly person: PersonId; readonly round: RoundId; readonly until: Instant }
  | { readonly type: 'answersRevealed'; readonly couple: CoupleId; readonly round: Round; readonly at: Instant }
  /** The clock put it away, and both had tapped some of the same: it opens, to each at their own hour. */
  | { readonly type: 'overlapSettled'; readonly couple: CoupleId; readonly round: Round; readonly at: Instant }
  | { readonly type: 'overlapOpened'; readonly person: PersonId; readonly round: RoundId }
  | { readonly type: 'roundRested'; readonly couple: CoupleId; readonly round: RoundId; readonly at: Instant }
  /** `isLast`: the programme rests with it, so that nothing new comes by itself. */
  | { readonly type: 'restTold'; readonly person: PersonId; readonly round: RoundId; readonly isLast: boolean }
  | { readonly type: 'pastForgotten'; readonly couple: CoupleId; readonly rounds: readonly RoundId[] }
  | { readonly type: 'closedAnswerShared'; readonly person: PersonId; readonly round: RoundId }
  | { readonly type: 'thanked'; readonly person: PersonId; readonly round: RoundId }
  | { readonly type: 'moreAsked'; readonly person: PersonId; readonly round: RoundId }
  | {
      readonly type: 'reactionSent';
      readonly person: PersonId;
      readonly round: RoundId;
      readonly pieces: readonly Piece[];
    }
  /** One of the replies that the question came with goes to the other, with words or without. */
  | {
      readonly type: 'replied';
      readonly person: PersonId;
      readonly round: RoundId;
      readonly reply: string;
      readonly pieces: readonly Piece[];
    }
  /** A reply that takes words: what is said next goes with it. `pieces` are what was said for it before. */
  | {
      readonly type: 'replyBegun';
      readonly person: PersonId;
      readonly round: RoundId;
      readonly reply: string;
      readonly pieces: readonly Piece[];
      readonly limit: number;
      readonly until: Instant;
    }
  /** [Meer] under opened answers, or back. */
  | {
      readonly type: 'moreWaysShown';
      readonly person: PersonId;
      readonly round: RoundId;
      readonly isUnfolded: boolean;
    }
  | { readonly type: 'tapAwaited'; readonly person: PersonId; readonly pending: Pending }
  | { readonly type: 'pendingDropped'; readonly person: PersonId }
  | { readonly type: 'promptUnfolded'; readonly person: PersonId; readonly round: RoundId }
  /** Both sealed: from here on it opens by the clock, or by a fresh yes of both. Also when its terms change. */
  | { readonly type: 'openingSet'; readonly couple: CoupleId; readonly opening: Opening }
  | { readonly type: 'yesAsked'; readonly person: PersonId; readonly round: RoundId; readonly until: Instant }
  | { readonly type: 'yesGiven'; readonly person: PersonId; readonly round: RoundId }
  | { readonly type: 'openingLapsed'; readonly couple: CoupleId; readonly round: RoundId }
  | { readonly type: 'choicesShown'; readonly person: PersonId; readonly scenarios: readonly string[] }
  | {
      readonly type: 'nextPicked';
      readonly couple: CoupleId;
      readonly person: PersonId;
      readonly scenario: string;
    }
  | { readonly type: 'openingHourAsked'; readonly person: PersonId }
  | { readonly type: 'openingHourChosen'; readonly person: PersonId; readonly minute: number | null }
  | { readonly type: 'deeperAsked'; readonly person: PersonId; readonly isOn: boolean }
  | {
      readonly type: 'deeperChosen';
      readonly person: PersonId;
      /** Without a plain yes to the question that goes with it, it stays as it is for everyone: off. */
      readonly how: 'on' | 'off' | 'kept-off';
      readonly at: Instant;
    }
  | { readonly type: 'apartChosen'; readonly couple: CoupleId; readonly person: PersonId; readonly isApart: boolean }
  | { readonly type: 'slotLetPass'; readonly couple: CoupleId }
  | { readonly type: 'helpAsked'; readonly person: PersonId }
  | {
      readonly type: 'helpChosen';
      readonly person: PersonId;
      readonly help: Help;
      readonly days: Rhythm['days'];
      readonly at: Instant;
    }
  | { readonly type: 'programmeResumed'; readonly couple: CoupleId }
  | { readonly type: 'cameBack'; readonly person: PersonId };

/** What would help somebody whose questions were left. */
export type Help = 'less' | 'other' | 'shorter' | 'rest';
