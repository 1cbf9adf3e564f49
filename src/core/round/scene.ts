import type { RoundAbout } from '../agreement/scene.js';
import type { RoundStep } from '../path/scene.js';
import type { Depth } from './scenario.js';
import type { PersonId, RoundId, Instant, KeepDays, LocalDate } from '../ids.js';

/** Questions: the open one, those before it, and what decides which comes next. The answers are in `Person`. */
export interface RoundPart {
  readonly round: Round | null;
  /** Rounds put away in the last 14 days; a late answer reopens one. */
  readonly rested: readonly RestedRound[];
  readonly opened: readonly OpenedRound[];
  /** When each scenario was last asked. */
  readonly lastAsked: Readonly<Record<string, Instant>>;
  readonly reveals: number;
  /** The scheduled date dealt with last, and the round it brought (none when it was let pass). */
  readonly slot: { readonly date: LocalDate; readonly round: RoundId | null } | null;
  /** When both are told how it goes from here; null once told or before the first reveal. */
  readonly tellRhythmAt: Instant | null;
  /** Rounds put away since the last one that opened; never shown to anyone. */
  readonly unanswered: number;
  /** The slower pace let the last moment pass, so the next one brings a question. */
  readonly hasLetPass: boolean;
  /** «Wij zijn nu apart»: nothing that needs the same room. */
  readonly isApart: boolean;
  /** Rounds that both sealed and that are on their way to open. */
  readonly openings: readonly Opening[];
  /** A deep round was opened last. */
  readonly isLightNext: boolean;
  /** The question one of them picked to come next. */
  readonly picked: string | null;
  /** Whose turn it is to pick; null until somebody picked, and then the founder's. */
  readonly turn: PersonId | null;
}

export interface Opening {
  readonly round: RoundId;
  /** When it opens by itself; null for a deep one that waits for a fresh yes of both. */
  readonly at: Instant | null;
  /** A deep one without a yes of both is put away then; null for any other. */
  readonly until: Instant | null;
  /** Who is still to be asked for a fresh yes, and from when. */
  readonly askAt: Readonly<Record<PersonId, Instant>>;
  readonly yes: readonly PersonId[];
}

export interface Round {
  readonly id: RoundId;
  readonly scenario: string;
  /** Which example line goes with it. */
  readonly example: number;
  readonly depth: Depth;
  readonly startedAt: Instant;
  /** When each was first shown the prompt. */
  readonly offered: Readonly<Record<PersonId, Instant>>;
  /** Absent for a loose question. */
  readonly step?: RoundStep | undefined;
  /** The kept page that it is asked after. */
  readonly about?: RoundAbout | undefined;
  /** How long it can be answered once it was put away, in days, where that is longer than usual. */
  readonly patienceDays?: number | undefined;
  /** Sealed once and for all, and only what both chose opens; see once.ts. */
  readonly once?: 'sheet' | 'overlap' | undefined;
  /** Set when it was asked to be opened in the room that they had; `first` is whose answer stands first there. */
  readonly room?: { readonly first: PersonId } | undefined;
}

export interface RestedRound {
  readonly round: Round;
  readonly restedAt: Instant;
}

export interface OpenedRound {
  readonly round: Round;
  readonly openedAt: Instant;
  readonly thanked: readonly PersonId[];
  readonly askedMore: readonly PersonId[];
  readonly reacted: readonly PersonId[];
  /** Who gave one of the replies that the question came with. */
  readonly replied: readonly PersonId[];
  /** Whose words stayed closed because the partner had none yet; leaves the list by [Toch delen]. */
  readonly closed: readonly PersonId[];
  /** The shorter of both wishes when it opened, or of a shorter one since. */
  readonly keepDays: KeepDays;
  /** When both last kept its page. */
  readonly keptAt?: Instant | undefined;
  /** Its page was taken out of the book of both. */
  readonly isOffBook?: true | undefined;
  /** On its way to the room, or lying there; absent for what opened in their own chats. */
  readonly room?: 'coming' | 'laid' | undefined;
  /** Of what the clock opened, to whom it is still to be told, at their own hour; absent of what opened to both at once. */
  readonly untold?: readonly PersonId[] | undefined;
}
