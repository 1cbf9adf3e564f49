import type { InBoth, Option, OptionGroup } from '../round/scenario.js';

/** How a listening round goes, as core sees it. scenarios/protocol-file.ts reads it from YAML: a new protocol is a new file. */

/** By messages, each in their own time; or side by side, aloud, with the bot as the one who keeps turns and time. */
export type Pace = 'apart' | 'live';

export const stepKinds = ['speak', 'mirror', 'respond', 'feel', 'check', 'ask', 'thank', 'write', 'talk'] as const;
export type StepKind = (typeof stepKinds)[number];

/** Who may act in a step; `both` each for themselves. */
export type Pen = 'speaker' | 'listener' | 'both';

/** What the holder of the pen gives: words, feelings, a tap; both a letter; or nothing but the tap that says done. */
export type Takes = 'words' | 'picks' | 'taps' | 'letters' | 'nothing';

/** A way on that can be tapped. */
export interface StepOption {
  readonly id: string;
  readonly label: InBoth;
  /** What the other reads of it; null when the next step says enough. */
  readonly line: InBoth | null;
  /** A step's id, or `end`, which ends this turn; null is the step that follows. */
  readonly goTo: string | null;
  /** How often in one turn; null is without limit, and only for what goes on. */
  readonly most: number | null;
  /** Needs words of its own first, at most so many units; null for none. */
  readonly wordsMax: number | null;
  /** Stands with [Klaar] under a draft, and sends it. */
  readonly sends: boolean;
  /** What was mirrored last is as it was meant. */
  readonly confirms: boolean;
  /** Shown only once that other option has been taken. */
  readonly after: string | null;
}

export interface Step {
  readonly id: string;
  readonly kind: StepKind;
  readonly pen: Pen;
  readonly takes: Takes;
  /** To whoever holds the pen, and to the other; `{partner}` is the other's name. */
  readonly toPen: InBoth;
  readonly toOther: InBoth;
  /** Beginnings of sentences. */
  readonly stems: readonly InBoth[];
  /** Of which one is drawn for each round. */
  readonly questions: readonly InBoth[];
  readonly options: readonly StepOption[];
  readonly unitsMax: number;
  readonly voicesMax: number;
  readonly secondsMax: number;
  readonly groups: readonly OptionGroup[];
  readonly picksMax: number;
  /** How long it takes side by side; null for no longer than it takes. */
  readonly minutes: number | null;
}

export interface Protocol {
  readonly id: string;
  readonly title: InBoth;
  readonly about: InBoth;
  /** What /luister offers first. */
  readonly isDefault: boolean;
  readonly paces: readonly Pace[];
  /** Whether the other gets a turn: not, when both want it, or at once. */
  readonly swap: 'never' | 'ask' | 'always';
  readonly turns: number;
  readonly steps: readonly Step[];
  /** What can be named for oneself afterwards. */
  readonly feelings: readonly OptionGroup[];
}

export type Protocols = ReadonlyMap<string, Protocol>;

export function optionsOfGroups(groups: readonly OptionGroup[]): readonly Option[] {
  return groups.flatMap(({ options }) => options);
}
