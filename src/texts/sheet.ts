import type { FilledLine, WordsOf, WordsSaid } from '../core/round/say.js';
import { isOfRow, placesOf, sheetOf } from '../core/round/sheet.js';
import type { InBoth, Language, SheetRow, Theme } from '../core/round/scenario.js';
import type { Answer } from '../core/scene.js';
import type { WordsDrawn } from '../drawing/words.js';
import { bold, fmt, type FmtString } from '../telegram/format.js';
import { covered, lines, paragraphs, pieceAsSet } from './answer.js';
import { filledText } from './loop.js';
import type { About } from './texts.js';

/** What every language says of a sheet by its file: themes, rows, and each one's words. */

export function rowOfSheet(
  scenario: string,
  at: string,
  { scenarios }: About,
): { readonly theme: Theme; readonly row: SheetRow } | null {
  const sheet = sheetOf(scenarios.get(scenario));
  return sheet === null ? null : (placesOf(sheet).find((place) => place.at === at) ?? null);
}

/** What fills a sentence of a sheet so far, covered; null for nothing yet. */
export function saidInRow({ pieces }: Pick<Answer, 'pieces'>, at: string, language: Language): FmtString | null {
  const said = pieces.filter((piece) => isOfRow(piece, at)).map((piece) => covered(pieceAsSet(piece, language)));
  return said.length === 0 ? null : lines(...said);
}

export function titleOf(scenario: string, language: Language, { scenarios }: About): string | null {
  return scenarios.get(scenario)?.title?.[language] ?? null;
}

/** The names of the themes, in the order of the file. */
export function themesNamed(
  scenario: string,
  ids: readonly string[],
  language: Language,
  { scenarios }: About,
): string {
  const themes = sheetOf(scenarios.get(scenario))?.themes ?? [];
  return themes.flatMap(({ id, label }) => (ids.includes(id) ? [label[language]] : [])).join(' · ');
}

/** One theme with the words of both, covered; the reader's own first. */
export function themeText(said: WordsSaid, { partner, mine }: WordsOf, you: string, language: Language): FmtString {
  const theirs = mine === 0 ? 1 : 0;
  const word = (words: readonly [InBoth | null, InBoth | null]) => [
    ...(words[mine] === null ? [] : [fmt`${you}: ${covered(words[mine][language])}`]),
    ...(words[theirs] === null ? [] : [fmt`${partner}: ${covered(words[theirs][language])}`]),
  ];
  const sentence = (line: FilledLine) => covered(filledText(line, language));
  return paragraphs(
    said.title === null ? null : bold(said.title[language]),
    ...said.rows.map(({ statement, words }) =>
      lines(...(statement === null ? [] : [statement[language]]), ...word(words)),
    ),
    ...said.sentences.map((pair) =>
      lines(fmt`${you}: ${sentence(pair[mine])}`, fmt`${partner}: ${sentence(pair[theirs])}`),
    ),
  );
}

/** The same as it is drawn; nothing in it depends on who reads. */
export function wordsDrawn(said: WordsSaid, names: WordsOf['names'], language: Language): WordsDrawn {
  return {
    language,
    names,
    title: said.title?.[language] ?? null,
    rows: said.rows.map(({ statement, words: [one, other] }) => ({
      statement: statement?.[language] ?? null,
      words: [one?.[language] ?? null, other?.[language] ?? null],
    })),
  };
}
