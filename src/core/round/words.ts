import type { PersonId } from '../ids.js';
import { inGap } from './gaps.js';
import { rowOfKind } from './kinds.js';
import type { Piece } from '../piece.js';
import type { Answer, Person, Round } from '../scene.js';
import type { FilledLine, WordsRow, WordsSaid } from './say.js';
import type { AnswerKind, InBoth, Scenario, Scenarios, Sheet, StemLine, Theme } from './scenario.js';
import { pickOf, sheetOf, wordOf } from './sheet.js';
import { gapCount } from './stem.js';

/**
 * The drawing of each one's words beside the other's: rows with a statement, and a word of each. The two stand in the order
 * of their ids, in both pictures; nothing is counted or compared.
 */

type Opened = (person: PersonId) => Pick<Answer, 'picks' | 'pieces'> | null;

/** The last two words of a scale are the warm ones. */
const warmWords = 2;

type Pair<Item> = readonly [Item, Item];

/** What opened of a sheet, a page for each theme that has words of both, in the order of the file. */
function sheetPages(
  members: readonly PersonId[],
  scenario: Scenario | undefined,
  opened: Opened,
): readonly WordsSaid[] {
  const sheet = sheetOf(scenario);
  const both = bothOf(members, opened);
  if (sheet === null || both === null) return [];
  return sheet.themes.flatMap((theme) => {
    const rows = rowsOf(sheet, theme, both);
    const isOfBoth = [0, 1].every((which) => rows.some(({ words }) => words[which as 0 | 1] !== null));
    return isOfBoth ? [{ title: theme.label, rows, sentences: sentencesOf(theme, both) }] : [];
  });
}

/** The themes of an opened sheet; none once the words of either are gone. */
export function sheetPagesOf(me: Person, partner: Person, round: Round, scenarios: Scenarios): readonly WordsSaid[] {
  return sheetPages([me.id, partner.id], scenarios.get(round.scenario), (id) => {
    const answer = (id === me.id ? me : partner).answers[round.id];
    return answer?.state === 'sealed' ? answer : null;
  });
}

/** The rows of a theme with a word of either; those to which both said a warm one before the others. */
function rowsOf(sheet: Sheet, theme: Theme, both: Pair<Pick<Answer, 'picks'>>): readonly WordsRow[] {
  const warm = sheet.scale.slice(-warmWords).map(({ id }) => id);
  const rows = theme.rows.flatMap((row) => {
    if (row.is === 'stem') return [];
    const at = pickOf(theme.id, row.id);
    const options = both.map((answer) => wordOf(sheet, answer, at));
    if (options.every((option) => option === null)) return [];
    const words = [options[0]?.label ?? null, options[1]?.label ?? null] as const;
    return [{ statement: row.text, words, isWarm: options.every((option) => warm.includes(option?.id ?? '')) }];
  });
  const inOrder = [...rows.filter(({ isWarm }) => isWarm), ...rows.filter(({ isWarm }) => !isWarm)];
  return inOrder.map(({ statement, words }) => ({ statement, words }));
}

function sentencesOf(theme: Theme, both: Pair<Pick<Answer, 'pieces'>>): WordsSaid['sentences'] {
  return theme.rows.flatMap((row) => {
    if (row.is !== 'stem') return [];
    const line = { ...row.line, id: pickOf(theme.id, row.id) };
    const [one, other] = [filledBy(line, both[0].pieces), filledBy(line, both[1].pieces)];
    return one === null || other === null ? [] : [[one, other] as const];
  });
}

/** Of taps that both opened: a row for each rank, or one. Null for any other kind, and where one of them tapped nothing. */
export function tappedWords(
  members: readonly PersonId[],
  { answer: kind, title }: Scenario,
  opened: Opened,
): WordsSaid | null {
  const both = bothOf(members, opened);
  if (both === null || !isTapped(kind)) return null;
  const [one, other] = both.map(({ picks }) =>
    rowOfKind(kind)
      .read(kind, picks)
      .map(({ label }) => label),
  );
  if (one === undefined || other === undefined || one.length === 0 || other.length === 0) return null;
  const row = (index: number, statement: InBoth | null): WordsRow => ({
    statement,
    words: [one[index] ?? null, other[index] ?? null],
  });
  const count = Math.max(one.length, other.length);
  const isRanked = kind.kind === 'multi' && kind.isRanked === true;
  const rows = Array.from({ length: count }, (_, index) => row(index, isRanked ? (ranks[index] ?? null) : null));
  return { title: title ?? null, rows, sentences: [] };
}

/** As a ranked answer is read. */
export const ranks: readonly InBoth[] = [
  { nl: 'eerst', en: 'first' },
  { nl: 'dan', en: 'then' },
  { nl: 'en dan', en: 'and then' },
];

function isTapped({ kind }: AnswerKind): boolean {
  return kind === 'choice' || kind === 'scale' || kind === 'multi';
}

function bothOf(members: readonly PersonId[], opened: Opened): Pair<NonNullable<ReturnType<Opened>>> | null {
  const [one, other] = members.toSorted((a, b) => a - b).map(opened);
  return one == null || other == null ? null : [one, other];
}

function filledBy(line: StemLine, pieces: readonly Piece[]): FilledLine | null {
  const gaps = Array.from({ length: gapCount(line) }, (_, index) => inGap(pieces, line, index));
  if (gaps.some((said) => said.length === 0)) return null;
  return {
    text: line.text,
    gaps: gaps.map((said) => {
      const texts = said.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []));
      return texts.length === 0 ? null : { words: texts.join(' ') };
    }),
  };
}
