import type { Answer } from '../answer.js';
import type { Instant } from '../ids.js';

/** What somebody gives the other without being asked, and what they got: all of it lies with one person. */

/** In hand: written, or on its way and still to be taken back. */
export interface Postcard {
  readonly id: string;
  /** The scenario that it is written by. */
  readonly form: string;
  readonly answer: Answer;
  /** Its writer was told once that it asks why. */
  readonly isNudged: boolean;
  readonly begunAt: Instant;
  /** It is given at this hour; null while it is written. */
  readonly heldUntil: Instant | null;
}

/** The last one somebody gave: whether they may give one today, and what an edit comes too late for. */
export interface GavePostcard {
  readonly at: Instant;
  /** Where its writer was: a day is over once it is over there, and where they are now. */
  readonly zone: string;
  readonly messages: readonly number[];
}

/** One that arrived, as long as it can be thanked for. Its words lie with its writer. */
export interface GotPostcard {
  readonly id: string;
  readonly form: string;
  readonly at: Instant;
  readonly isThanked: boolean;
  readonly hasReplied: boolean;
}
