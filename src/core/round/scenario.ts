/** What the bot may ask, as core sees it. scenarios/scenarios.ts reads it from YAML (method.md §7.3 names the fields of a file). */

export type Language = 'nl' | 'en';
export type InBoth = Readonly<Record<Language, string>>;

/** One thing to tap. `sentence` is its grammatical form in an answer («ik voel gemis»), the label when absent. */
export interface Option {
  readonly id: string;
  readonly label: InBoth;
  readonly sentence?: InBoth;
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
  | { readonly kind: 'multi'; readonly groups: readonly OptionGroup[]; readonly max: number };

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
}

export type Scenarios = ReadonlyMap<string, Scenario>;
