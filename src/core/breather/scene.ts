import type { Instant, PersonId } from '../ids.js';

/** What a couple keeps of breathers. */
export interface BreatherPart {
  /** While it lasts nothing new crosses between the two; null as soon as it has ended. */
  readonly breather: Breather | null;
  /** The offer of a time to come back to it, after a breather that not both came back from. */
  readonly resumption: Resumption | null;
}

/** A breather from its call until it has ended. It has no reason field, and nothing of it is kept afterwards. */
export interface Breather {
  readonly id: string;
  readonly caller: PersonId;
  readonly beganAt: Instant;
  /**
   * `rest` until the agreed time; `return`: both were asked whether they are back; `choice`: both are, and each may say
   * quietly what next; `lines`: each writes one line, sealed, opened together.
   */
  readonly phase: 'rest' | 'return' | 'choice' | 'lines';
  /** Since when this phase lasts. */
  readonly since: Instant;
  /** When this phase ends by itself. */
  readonly until: Instant;
  /** The caller chose a length, or the minute for choosing is over. */
  readonly isSettled: boolean;
  /** How often [Nog even] gave a new time; at most two. */
  readonly extensions: number;
  /** Who needed longer than was agreed; once each. */
  readonly longer: readonly PersonId[];
  /** For whom it is over without a return: not safe, or stopped. To the other it looks like silence. */
  readonly freed: readonly PersonId[];
  /** Who was told that what they type goes nowhere. */
  readonly hushed: readonly PersonId[];
  readonly back: readonly PersonId[];
  readonly notToday: readonly PersonId[];
  readonly choices: Readonly<Record<PersonId, BreatherChoice>>;
  readonly lines: Readonly<Record<PersonId, Line>>;
}

/** What next, the gentlest first. The last is offered only where a listening round was interrupted. */
export const breatherChoices = ['letRest', 'oneLine', 'talkNow'] as const;
export type BreatherChoice = (typeof breatherChoices)[number];

export interface Line {
  readonly text: string;
  /** The message it was said in; a button made for an earlier line is stale. */
  readonly messageId: number;
  readonly isSealed: boolean;
}

/** A time to come back to it: counts once both have picked one, and then the later. */
export interface Resumption {
  readonly id: string;
  readonly picks: Readonly<Record<PersonId, Instant>>;
  /** Agreed by both; null until then. */
  readonly at: Instant | null;
  /** When the offer is forgotten. */
  readonly until: Instant;
}
