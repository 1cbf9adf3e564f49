import type { Instant, LocalDate, PersonId } from '../../core/ids.js';
import type { Change, Everything, Look } from '../look.js';
import type { KeyId } from '../sealing.js';
import type { Lane, Outgoing } from '../store.js';

/** The rows of the outbox as its rules see them; the schema says what the columns mean. */

export type Queue = Lane | 'answer';
export type RowId = number;
export type RowState = 'queued' | 'waiting' | 'flying' | 'held' | 'folded' | 'sent' | 'dropped';
type Kind = Outgoing['kind'];

export interface EndingRow {
  readonly id: RowId;
  readonly personId: PersonId;
  readonly queue: Queue;
  readonly kind: Kind;
  readonly card: string | null;
}

export interface NewestRow extends EndingRow {
  readonly state: RowState;
  readonly attempts: number;
  readonly settledAt: Instant | null;
  readonly messageId: number | null;
  readonly targetId: RowId | null;
  readonly keepUntil: Instant | null;
}

export interface UnsentRow extends EndingRow {
  readonly method: string;
  readonly payload: Buffer | null;
}

export interface ReadyRow extends UnsentRow {
  readonly attempts: number;
  readonly isNudge: boolean;
  readonly notBefore: Instant | null;
  readonly dropAfter: Instant | null;
  readonly targetId: RowId | null;
  /** Of the message it acts on. */
  readonly messageId: number | null;
  readonly keyId: KeyId;
}

export interface FoldedRow {
  readonly id: RowId;
  readonly kind: Kind;
  readonly method: string;
  readonly queue: Queue;
  readonly targetId: RowId | null;
  readonly payload: Buffer | null;
}

export interface WaitingRow {
  readonly id: RowId;
  readonly queue: Queue;
  readonly kind: Kind;
  readonly state: RowState;
  readonly method: string;
  readonly card: string | null;
  readonly dueAt: Instant;
  readonly notBefore: Instant | null;
  readonly dropAfter: Instant | null;
  readonly localDate: LocalDate | null;
  readonly isNudge: boolean;
  readonly payload: Buffer | null;
}

export interface InsertedRow {
  readonly id: RowId;
  readonly personId: PersonId;
  readonly queue: Queue;
  readonly kind: Kind;
  readonly method: string;
  readonly card: string | null;
  readonly targetId: RowId | null;
  /** Whether there is something to act on: then it begins in front when it is the first of its queue. */
  readonly mayGo: 0 | 1;
  readonly isFolded: 0 | 1;
  readonly keepUntil: Instant | null;
  readonly dueAt: Instant;
  readonly notBefore: Instant | null;
  readonly dropAfter: Instant | null;
  readonly localDate: LocalDate | null;
  readonly isNudge: boolean;
  readonly payload: Buffer;
}

interface ById {
  readonly id: RowId;
}
interface OfPerson {
  readonly personId: PersonId;
}
interface OfQueue extends OfPerson {
  readonly queue: Queue;
}
interface OfCard extends OfPerson {
  readonly card: string | null;
}
type At<Values> = Values & { readonly now: Instant };

/** The order of a queue. */
export interface QueueRows {
  /** The oldest unsettled row that is neither held nor folded. */
  readonly first: Look<OfQueue, EndingRow & { readonly state: RowState; readonly targetId: RowId | null }>;
  readonly isFlying: Look<OfQueue, ById>;
  readonly target: Look<ById, { readonly state: RowState; readonly messageId: number | null }>;
  /** Queues in which something unsettled acts on this row. */
  readonly dependents: Look<ById, { readonly queue: Queue }>;
  /** What was taken away needs no remembering, nor that it was. */
  readonly forgetGone: Change<At<ById>>;
  readonly putInFront: Change<ById>;
  /** Ends it: the payload is erased. */
  readonly settle: Change<
    At<ById> & {
      readonly state: 'sent' | 'dropped';
      readonly keepUntil: Instant;
      readonly messageId: number | null;
    }
  >;
  /** Deletes what is unsettled, neither flying nor folded. */
  readonly takeBack: Change<OfQueue>;
  /** What flies is dropped when it comes back. */
  readonly tryNoMore: Change<At<OfQueue>>;
  readonly holdAll: Change<OfQueue>;
  readonly unhold: Change<At<OfQueue>>;
  /** What waits in front is queued again. */
  readonly stepBack: Change<OfQueue>;
}

/** What lies in folds. */
export interface FoldRows {
  /** What acts on this row, or on something that does, and is folded. */
  readonly inside: Look<ById, FoldedRow>;
  /** A message that acts on this row and is neither folded nor dropped. */
  readonly takenOut: Look<ById, ById>;
  readonly keptUntil: Look<ById, { readonly until: Instant | null }>;
  readonly cardsIn: Look<ById, { readonly card: string | null }>;
  readonly takeOut: Change<
    At<ById> & {
      readonly method: string;
      readonly queue: Queue;
      readonly targetId: RowId | null;
      readonly payload: Buffer | null;
    }
  >;
  /** Deletes what is folded behind the row that this one acts on. */
  readonly emptyUnder: Change<ById>;
  /** Deletes what is folded behind a row that is dropped or gone. */
  readonly tidyUp: Change<OfPerson>;
  /** Deletes the messages folded behind a row that was sent. */
  readonly dropArrived: Change<OfPerson>;
}

/** Folding what waits. */
export interface FoldingRows {
  /** Unsettled messages outside the reply lane that are queued, waiting or held. */
  readonly waiting: Look<OfPerson, WaitingRow>;
  /** Not tried: whoever taps a copy that arrived all the same, taps a copy. */
  readonly layDown: Change<ById & { readonly keepUntil: Instant }>;
  readonly putBehind: Change<ById & { readonly lineId: RowId }>;
  readonly layDownEdits: Change<ById & { readonly keepUntil: Instant }>;
  readonly turnDeletes: Change<ById & { readonly lineId: RowId }>;
}

/** Writing and sending. */
export interface SendingRows {
  readonly insert: Change<InsertedRow>;
  /** The newest message of a card that was sent and is known, or is still to be sent. */
  readonly newestOfCard: Look<OfCard, NewestRow>;
  readonly takeBackSweep: Change<OfCard>;
  readonly card: Look<OfPerson & { readonly messageId: number }, ById & { readonly card: string | null }>;
  readonly dropUnsent: Change<OfPerson>;
  readonly unsent: Look<OfPerson, UnsentRow>;
  readonly reseal: Change<ById & { readonly payload: Buffer }>;
  readonly ready: Look<{ readonly queue: Queue; readonly now: Instant; readonly limit: number }, ReadyRow>;
  readonly fly: Change<At<ById>>;
  readonly byId: Look<ById, EndingRow & { readonly state: RowState }>;
  readonly retry: Change<ById & { readonly dueAt: Instant }>;
  readonly hold: Change<ById>;
  /** The card that a row was to change is another message from here on. */
  readonly moveCard: Change<ById & { readonly messageId: number | null }>;
  /** A row that is not dropped. */
  readonly state: Look<ById, EndingRow & { readonly settledAt: Instant | null; readonly attempts: number }>;
  readonly flying: Look<Everything, EndingRow & { readonly isNudge: boolean }>;
}

export type OutboxRows = QueueRows & FoldRows & FoldingRows & SendingRows;
