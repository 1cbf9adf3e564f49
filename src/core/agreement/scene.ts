import type { Instant, PersonId, RoundId } from '../ids.js';
import type { OpenWords } from '../path/scene.js';

/** What two people agreed on and keep. These are the fields of `Couple` that agreements own. */
export interface AgreementPart {
  readonly agreements: readonly Agreement[];
  /** Pages that both want to keep, until they hear of it at their own opening hour. */
  readonly keeping: readonly Keeping[];
}

/**
 * A kept page that is asked after again. Its words are stored here as well as in the books, so that a question can
 * quote them.
 */
export interface Agreement {
  /** The round in which it opened; a page is named after its round. */
  readonly page: RoundId;
  readonly scenario: string;
  readonly keptAt: Instant;
  readonly words: Readonly<Record<PersonId, OpenWords>>;
  /** When they are asked how it goes, soonest first. */
  readonly due: readonly Instant[];
  /**
   * One of them wants it in other words. It comes back at the next moment; `askedIn` is the round in which it came
   * back.
   */
  readonly change: { readonly askedIn: RoundId | null } | null;
}

/** A page that is to be kept at this hour, if both still want it. */
export interface Keeping extends KeptPage {
  readonly at: Instant;
}

export interface KeptPage {
  readonly round: RoundId;
  readonly scenario: string;
  /** The pages that it replaces. */
  readonly replaced: readonly RoundId[];
  /** Set when it is asked after: the words of each, and after how many days. */
  readonly agreed: { readonly words: Agreement['words']; readonly days: readonly number[] } | null;
  /** Agreed after a listening round: no question opened it, so its page begins now. */
  readonly isPlan?: true | undefined;
}

/** The page that a question is about, and whether it asks how it goes or asks for new words. */
export interface RoundAbout {
  readonly page: RoundId;
  readonly how: 'look' | 'change';
}

/** How the question that looks back can be answered. */
export const lookAnswers = ['houden', 'aanpassen', 'loslaten'] as const;
