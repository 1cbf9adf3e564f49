import type { Breather, BreatherChoice, Line, Resumption } from './scene.js';
import type { CoupleId, Instant, PersonId } from '../ids.js';

/** How a breather ended. */
export type BreatherEnd =
  /** Not both came back, or one did not want to any more today. */
  | 'lapsed'
  /** Both came back, and let it rest. */
  | 'rested'
  /** Both came back, and their lines were opened. */
  | 'opened'
  /** Both came back, and go on with the listening round that it interrupted. */
  | 'resumed';

/** What can be looked at during a breather. */
export const breatherTips = ['breathe', 'words', 'move', 'senses', 'music', 'nothing'] as const;
export type BreatherTip = (typeof breatherTips)[number];

export type BreatherEvent =
  | { readonly type: 'breatherBegan'; readonly couple: CoupleId; readonly breather: Breather }
  /** The length is fixed: chosen by the caller, or the default after a minute. */
  | {
      readonly type: 'breatherSettled';
      readonly couple: CoupleId;
      readonly until: Instant;
    }
  /** `by` asked for it, and is not named. */
  | {
      readonly type: 'breatherLengthened';
      readonly couple: CoupleId;
      readonly by: PersonId;
      readonly at: Instant;
      readonly until: Instant;
      /** Within the rest, or by [Nog even] when it was over. */
      readonly how: 'longer' | 'extended';
    }
  | { readonly type: 'breatherTimesShown'; readonly person: PersonId; readonly how: 'longer' | 'extended' }
  | { readonly type: 'breatherTold'; readonly person: PersonId }
  | { readonly type: 'tipShown'; readonly person: PersonId; readonly tip: BreatherTip }
  | { readonly type: 'breatherHushed'; readonly couple: CoupleId; readonly person: PersonId }
  | { readonly type: 'breatherLeft'; readonly couple: CoupleId; readonly person: PersonId }
  | { readonly type: 'returnAsked'; readonly couple: CoupleId; readonly at: Instant; readonly until: Instant }
  | { readonly type: 'cameBackToIt'; readonly couple: CoupleId; readonly person: PersonId }
  | {
      readonly type: 'notTodayChosen';
      readonly couple: CoupleId;
      readonly person: PersonId;
      readonly resumption: Resumption;
    }
  | { readonly type: 'choiceAsked'; readonly couple: CoupleId; readonly at: Instant; readonly until: Instant }
  | {
      readonly type: 'nextChosen';
      readonly couple: CoupleId;
      readonly person: PersonId;
      readonly choice: BreatherChoice;
    }
  | { readonly type: 'linesAsked'; readonly couple: CoupleId; readonly at: Instant; readonly until: Instant }
  /** Written, sealed, or, with null, taken back. */
  | {
      readonly type: 'lineChanged';
      readonly couple: CoupleId;
      readonly person: PersonId;
      readonly line: Line | null;
    }
  /** Ends it; with `opened`, both lines go to both in the same step. */
  | {
      readonly type: 'breatherEnded';
      readonly couple: CoupleId;
      readonly how: BreatherEnd;
      readonly at: Instant;
      readonly resumption: Resumption | null;
    }
  | { readonly type: 'momentPicked'; readonly couple: CoupleId; readonly person: PersonId; readonly at: Instant }
  | { readonly type: 'momentAgreed'; readonly couple: CoupleId; readonly at: Instant }
  | { readonly type: 'momentCame'; readonly couple: CoupleId }
  | { readonly type: 'resumptionForgotten'; readonly couple: CoupleId };
