import type { Instant, LocalDate, PersonId, RoundId } from '../ids.js';
import type { Piece } from '../piece.js';

/** Where a couple is among the paths, and the fields of `Couple` that paths own. What a path is, its plan says. */
export interface PathPart {
  /** The one that lives, lies still or has just ended; see living.ts. */
  readonly path: Path | null;
  /** When each path was last finished. */
  readonly done: Readonly<Record<string, Instant>>;
  /** When the two are asked whether they would like a path; null while nothing has brought that about. */
  readonly proposeAt: Instant | null;
  /** What they were asked last, and who has heard it. */
  readonly proposal: PathProposal | null;
  /** Every path that was ever among what they were asked. */
  readonly proposed: readonly string[];
  /** When what both want is told: by the couple's own opening hour, as a reveal. */
  readonly matchAt: Instant | null;
  /** When both first came through a breather, and a listening round to its last step, together. */
  readonly practised: { readonly breather: Instant | null; readonly listening: Instant | null };
}

export interface Path {
  readonly id: string;
  /** It had steps of depth 3 or 4 when both chose it, so both had allowed those; one that has none since brings none. */
  readonly isDeep: boolean;
  readonly begunAt: Instant;
  /** In this order; a step that is not played is not among them. */
  readonly begun: readonly BegunStep[];
  /** The ids of the steps whose answers opened. */
  readonly opened: readonly string[];
  /** What opened and a later step shows again, while the path lives. */
  readonly shown: readonly ShownStep[];
  /** Its questions in a row that were left. */
  readonly left: number;
  readonly end: PathEnd | null;
}

export interface BegunStep {
  readonly id: string;
  readonly at: Instant;
  /** The couple's date that brought it; null when one of them did by a tap. */
  readonly date: LocalDate | null;
}

export interface ShownStep {
  readonly scenario: string;
  readonly round: RoundId;
  readonly askedAt: Instant;
  readonly answers: Readonly<Record<PersonId, OpenWords>>;
}

/** What somebody's answer opened with. */
export interface OpenWords {
  readonly pieces: readonly Piece[];
  readonly picks: readonly string[];
}

export interface PathEnd {
  readonly how: 'still' | 'finished';
  readonly at: Instant;
  /** The couple's date at which each hears of it, at their own hour; null when both heard it at once. */
  readonly date: LocalDate | null;
}

export interface PathProposal {
  readonly paths: readonly string[];
  readonly at: Instant;
  readonly told: readonly PersonId[];
}

/** A private yes: only what both said it to is ever told, to both. */
export interface Wish {
  /** `keep`: that both keep a page; `ritual`: that a moment becomes theirs. */
  readonly on: 'path' | 'keep' | 'ritual';
  /** The id of a path, where one that lies still is wished to go on; the round of a page; of a ritual, that and the moment. */
  readonly subject: string;
  readonly until: Instant;
}

/** The step of a path that a question is. */
export interface RoundStep {
  readonly path: string;
  readonly id: string;
  /** A later step shows again what opens here. */
  readonly isShown: boolean;
  readonly isLast: boolean;
}
