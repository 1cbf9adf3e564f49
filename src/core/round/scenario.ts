/** What the bot may ask, as core sees it. scenarios/scenarios.ts reads it from YAML (method.md §7.3 names the fields of a file). */

export type Language = 'nl' | 'en';
export type InBoth = Readonly<Record<Language, string>>;

/** One thing to tap. `sentence` is its grammatical form in an answer («ik voel gemis»), the label when absent. */
export interface Option {
  readonly id: string;
  readonly label: InBoth;
  readonly sentence?: InBoth;
  /** Small things to ask of the other, for whoever picks it and nobody else. */
  readonly examples?: readonly InBoth[];
}

/** A word that sounds like a feeling and says what somebody else did. Whoever types it is asked once what they feel themselves. */
export interface Verdict {
  readonly words: Readonly<Record<Language, readonly string[]>>;
  /** The options of the same list that are asked on with. */
  readonly askOn: readonly string[];
  /** Says where there is somebody to talk to. */
  readonly namesHelp?: true;
}

export interface OptionGroup {
  readonly id: string;
  readonly label: InBoth;
  readonly options: readonly Option[];
}

/** How a prompt is answered by tapping; free text and voice are always welcome beside it. */
export type AnswerKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'voice' }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'scale'; readonly options: readonly Option[] }
  | {
      readonly kind: 'multi';
      readonly groups: readonly OptionGroup[];
      readonly max: number;
      /** The order of tapping counts, and is shown. */
      readonly isRanked?: true;
      readonly verdicts?: readonly Verdict[];
    }
  | { readonly kind: 'stem'; readonly lines: readonly StemLine[] }
  | Sheet;

/** Rows under themes, one at a time: each with the same few words to tap, or a sentence to finish. See sheet.ts. */
export interface Sheet {
  readonly kind: 'sheet';
  readonly themes: readonly Theme[];
  /** The words to tap, from one end to the other; the last two are the warm ones. */
  readonly scale: readonly Option[];
  /** Exactly so many themes are chosen to open: fewer than there are, and over half. */
  readonly themesOpen: number;
  /** Of one's own tapped rows of a theme so many are drawn and open; with fewer a theme cannot. */
  readonly rowsShown: number;
}

export interface Theme {
  readonly id: string;
  readonly label: InBoth;
  readonly rows: readonly SheetRow[];
}

export type SheetRow =
  | {
      readonly is: 'tapped';
      readonly id: string;
      readonly text: InBoth;
      /** For whoever reads it: what is tapped is not kept, and it never opens. */
      readonly isOwnOnly: boolean;
    }
  | { readonly is: 'stem'; readonly id: string; readonly line: StemLine };

/** A sentence to finish: its text with «…» for each of one or two gaps, as many in either language. */
export interface StemLine {
  readonly id: string;
  readonly text: InBoth;
  /** UTF-16 units for each gap. */
  readonly max: number;
  /** The last gap is about its writer; they are asked once where it speaks of the other. */
  readonly isOwnPart: boolean;
}

/**
 * Who sees an answer: `blind` is the usual round; `choose`: of the lines of a stem only those that were tapped; `overlap`:
 * only what both picked; `private`: a card to read, without an answer; `together`: something to do in one place.
 */
export type Visibility = 'blind' | 'choose' | 'overlap' | 'private' | 'together';

/** What stands under the opened answers instead of the usual. */
export interface After {
  readonly replies: readonly Reply[];
  /** Only [Dank je]. */
  readonly isThanksOnly: boolean;
  /** The reveal ends with «Kies er samen één.» */
  readonly picksOne: boolean;
  /** `from` and `with` are scenarios, as in `shows`. */
  readonly drawing: { readonly draw: 'loop' | 'words'; readonly from: string; readonly with: string | null } | null;
  readonly keeps: boolean;
  readonly followUpDays: readonly number[];
  /** What both tap is a moment that can become theirs. */
  readonly ritual?: RitualPlan;
}

/** Something to do again and again, and what both are reminded of it with. */
export interface RitualPlan {
  readonly every: 'week' | 'month';
  readonly reminder: InBoth;
  /** One of them goes with a reminder, each in its turn. */
  readonly ideas: readonly InBoth[];
}

export interface Reply {
  readonly id: string;
  readonly label: InBoth;
  /** How long words of one's own may be that go with it; null for a tap alone. */
  readonly wordsMax: number | null;
}

export type Depth = 1 | 2 | 3 | 4;

export interface Scenario {
  readonly id: string;
  /** A few words that call it by name on a button; every prompt that ships has them. */
  readonly title?: InBoth;
  readonly text: InBoth;
  /** Example answers in the asker's tone; a recurring prompt shows a different one each time. */
  readonly examples: readonly InBoth[];
  readonly answer: AnswerKind;
  readonly depth: Depth;
  /** What it is about, the first above all; see mix.ts. */
  readonly tags?: readonly string[];
  /** Asked only from one day of the year until another, both included: «12-06». */
  readonly season?: { readonly from: string; readonly until: string };
  /** Said before the question; every prompt of depth 3 and 4 that ships has one. */
  readonly safetyNote?: InBoth;
  readonly place: 'anywhere' | 'together';
  /** The light question that a new couple begins with while waiting for each other. */
  readonly isOpening: boolean;
  readonly isRecurring: boolean;
  /** A recurring prompt comes back after this many days at the earliest. */
  readonly cooldownDays: number;
  /** How many reveals a couple has had before this prompt may come. */
  readonly revealsNeeded: number;
  /** Absent is `blind`. */
  readonly visibility?: Exclude<Visibility, 'blind'>;
  /** Of `choose`, the only lines that may be opened; absent for all. */
  readonly mayOpen?: readonly string[];
  readonly after?: After;
  /** A few sentences above the question, folded. */
  readonly lesson?: InBoth;
  /** The scenario whose opened words are quoted; a step is passed over when that did not open. */
  readonly shows?: string;
  /** How long it stays answerable once it was put away, when longer than usual. */
  readonly patienceDays?: number;
  /** The protocol of a step that is done together. */
  readonly protocol?: string;
  /** A private card that also stands under [Voor mezelf]. */
  readonly isOnDemand?: true;
  /** Ends by naming /hulp; every private card does. */
  readonly namesHelp?: true;
  /** The path it is a step of: never drawn loose. */
  readonly path?: string;
  /** What one of the two gives the other without being asked: never drawn. */
  readonly postcard?: PostcardForm;
  /** What is asked after an agreement: how it goes with it, or how it should be now. Never drawn. */
  readonly asksAfter?: 'look' | 'change';
  /** Read and answered where it was asked, and asked no more. */
  readonly isRetired?: true;
  /** The earlier scenarios in whose place it comes. */
  readonly covers?: readonly string[];
}

/** What sets a postcard apart from a question. Its text names the other as {partner}, and `arrives` its writer. */
export interface PostcardForm {
  /** What /waardeer begins with. */
  readonly isFirst: boolean;
  /** Its writer is told once where it asks why. */
  readonly isQuestion: boolean;
  /** Said above it where it arrives. */
  readonly arrives: InBoth | null;
}

export type Scenarios = ReadonlyMap<string, Scenario>;
