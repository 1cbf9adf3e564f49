import type { AnswerKind, Option, OptionGroup } from './scenario.js';
import { picksOfSheet } from './sheet.js';

/** How each kind of answer is tapped, one row each: a kind without a row does not compile. */

/** Something to tap: an option, the group that holds it, or the way back from one. */
export type Cell =
  | { readonly is: 'option'; readonly option: Option }
  | { readonly is: 'group'; readonly group: OptionGroup }
  | { readonly is: 'back' };

interface Row<Kind extends AnswerKind> {
  /** Answered by a tap, without a word. */
  readonly isQuick: boolean;
  /** Every option, in the order of the keyboard. */
  readonly options: (kind: Kind) => readonly Option[];
  /** How many may be picked. */
  readonly limit: (kind: Kind) => number;
  /** The keyboard; `open` is the group that is open, if any. */
  readonly rows: (kind: Kind, open: string) => readonly (readonly Cell[])[];
  /** The picks once this one was added to the others; how many may be is asked elsewhere. */
  readonly press: (others: readonly string[], added: string) => readonly string[];
  /** The group that stays open after a tap on an option. */
  readonly groupOf: (kind: Kind, option: string) => string | null;
  /** What was picked, in the order in which it is read. */
  readonly read: (kind: Kind, picks: readonly string[]) => readonly Option[];
}

type Of<Name extends AnswerKind['kind']> = Extract<AnswerKind, { kind: Name }>;

const untapped: Row<AnswerKind> = {
  isQuick: false,
  options: () => [],
  limit: () => 0,
  rows: () => [],
  press: (others) => others,
  groupOf: () => null,
  read: () => [],
};

/** One option instead of another. */
const single: Row<Of<'choice'> | Of<'scale'>> = {
  isQuick: true,
  options: ({ options }) => options,
  limit: () => 1,
  rows: ({ options }) => options.map((option) => [{ is: 'option', option }]),
  press: (_others, added) => [added],
  groupOf: () => null,
  read: ({ options }, picks) => inOrder(options, picks),
};

const kinds: { readonly [Name in AnswerKind['kind']]: Row<Of<Name>> } = {
  text: untapped,
  voice: untapped,
  stem: untapped,
  // Tapped row by row on a card of its own; see sheet.ts.
  sheet: { ...untapped, options: picksOfSheet, read: (sheet, picks) => inOrder(picksOfSheet(sheet), picks) },
  choice: single,
  scale: single,
  multi: {
    isQuick: true,
    options: ({ groups }) => groups.flatMap(({ options }) => options),
    limit: ({ max }) => max,
    rows: ({ groups }, open) => {
      const group = groups.find(({ id }) => id === open);
      if (group === undefined) return inPairs(groups.map((one) => ({ is: 'group', group: one })));
      return [...inPairs(group.options.map((option) => ({ is: 'option', option }))), [{ is: 'back' }]];
    },
    press: (others, added) => [...others, added],
    groupOf: ({ groups }, tapped) => groups.find(({ options }) => options.some(({ id }) => id === tapped))?.id ?? null,
    read: ({ groups }, picks) =>
      inOrder(
        groups.flatMap(({ options }) => options),
        picks,
      ),
  },
};

/** The row of a kind; it takes no other kind than that. */
export function rowOfKind(kind: AnswerKind): Row<AnswerKind> {
  return kinds[kind.kind] as Row<AnswerKind>;
}

export function isQuick({ kind }: Pick<AnswerKind, 'kind'>): boolean {
  return kinds[kind].isQuick;
}

export function optionsOf(kind: AnswerKind): readonly Option[] {
  return rowOfKind(kind).options(kind);
}

function inOrder(options: readonly Option[], picks: readonly string[]): readonly Option[] {
  return picks.flatMap((id) => options.find((one) => one.id === id) ?? []);
}

function inPairs(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  return cells.flatMap((_, index) => (index % 2 === 0 ? [cells.slice(index, index + 2)] : []));
}
