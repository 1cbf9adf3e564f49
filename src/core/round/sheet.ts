import { drawKept } from '../time/chance.js';
import type { Moment } from '../given.js';
import { isThere } from '../person.js';
import type { Piece } from '../piece.js';
import type { Answer } from '../scene.js';
import type { Option, Scenario, Sheet, SheetRow, StemLine, Theme } from './scenario.js';

/**
 * A sheet: rows under themes, filled in one at a time, alone and in as many sittings as it takes. Then its writer chooses
 * which themes may open. What is kept of a tap names its theme («plezier_klein_vaak»), so that what both chose is found
 * without the file.
 */

/** A row, and the theme it stands under. */
export interface Place {
  readonly theme: Theme;
  readonly row: SheetRow;
  /** «plezier_klein» */
  readonly at: string;
}

const between = '_';

export function sheetOf(scenario: Scenario | undefined): Sheet | null {
  return scenario?.answer.kind === 'sheet' ? scenario.answer : null;
}

export function placesOf({ themes }: Pick<Sheet, 'themes'>): readonly Place[] {
  return themes.flatMap((theme) => theme.rows.map((row) => ({ theme, row, at: [theme.id, row.id].join(between) })));
}

export const pickOf = (at: string, option: string): string => [at, option].join(between);
export const themeOf = (at: string): string => at.split(between)[0] ?? '';
const rowAt = (pick: string): string => pick.split(between).slice(0, 2).join(between);

/** Everything that can be tapped, as it reads: the row and its word. */
export function picksOfSheet(sheet: Sheet): readonly Option[] {
  return placesOf(sheet).flatMap(({ row, at }) =>
    row.is === 'stem' || row.isOwnOnly
      ? []
      : sheet.scale.map(({ id, label }) => ({
          id: pickOf(at, id),
          label: { nl: `${row.text.nl} ${label.nl}`, en: `${row.text.en} ${label.en}` },
        })),
  );
}

/** The sentences to finish, each a line as of a stem, with the theme in its name. */
export function linesOfSheet(sheet: Sheet): readonly StemLine[] {
  return placesOf(sheet).flatMap(({ row, at }) => (row.is === 'stem' ? [{ ...row.line, id: at }] : []));
}

/** Where its writer is: a row, or null where they choose. One whose row is gone from the file goes to the first open one. */
export function placeOf(sheet: Sheet, answer: Answer): Place | null {
  const places = placesOf(sheet);
  if (answer.row === null) return null;
  const known = places.find(({ at }) => at === answer.row);
  return known ?? places.find(({ at }) => !isAnswered(answer, at)) ?? null;
}

function isAnswered({ picks, pieces }: Answer, at: string): boolean {
  return picks.some((pick) => rowAt(pick) === at) || pieces.some((piece) => isThere(piece) && isOfRow(piece, at));
}

export const isOfRow = (piece: Piece, at: string): boolean => piece.at?.startsWith(`${at}.`) === true;

/** The word that was tapped for a row; null for none, or one that the file does not have any more. */
export function wordOf({ scale }: Sheet, { picks }: Pick<Answer, 'picks'>, at: string): Option | null {
  return scale.find(({ id }) => picks.includes(pickOf(at, id))) ?? null;
}

/** The answer a row further, or, after the last, where its writer chooses. */
export function onward(sheet: Sheet, answer: Answer, at: string): Answer {
  const places = placesOf(sheet);
  return { ...answer, row: places[places.findIndex((one) => one.at === at) + 1]?.at ?? null };
}

/** A row back; from the first there is none. */
export function rowBefore(sheet: Sheet, answer: Answer): string | null {
  const places = placesOf(sheet);
  const here = placeOf(sheet, answer);
  const index = here === null ? places.length : places.findIndex(({ at }) => at === here.at);
  return places[index - 1]?.at ?? null;
}

/** A tap on a word: kept, but for a row that is its reader's own. */
export function tapped(sheet: Sheet, answer: Answer, at: string, option: string): Answer | null {
  const place = placesOf(sheet).find((one) => one.at === at);
  if (place?.row.is !== 'tapped' || !sheet.scale.some(({ id }) => id === option)) return null;
  const others = answer.picks.filter((pick) => rowAt(pick) !== at);
  const picks = place.row.isOwnOnly ? others : [...others, pickOf(at, option)];
  return onward(sheet, stillChosen(sheet, { ...answer, picks }), at);
}

/** [Liever niet]: nothing is kept of the row. */
export function passed(sheet: Sheet, answer: Answer, at: string): Answer {
  const picks = answer.picks.filter((pick) => rowAt(pick) !== at);
  const pieces = answer.pieces.filter((piece) => !isOfRow(piece, at));
  return onward(sheet, stillChosen(sheet, { ...answer, picks, pieces }), at);
}

/** A theme with too little left in it is not chosen any more. */
function stillChosen(sheet: Sheet, answer: Answer): Answer {
  return answer.chosen === undefined ? answer : { ...answer, chosen: chosenThemes(sheet, answer) };
}

/** The rows of a theme that were tapped. */
function tappedIn(sheet: Sheet, { picks }: Answer, theme: Theme): readonly string[] {
  const options = picksOfSheet({ ...sheet, themes: [theme] });
  return options.flatMap(({ id }) => (picks.includes(id) ? [id] : []));
}

/** The themes that may open: those with as many rows as are shown, so that nothing tells how many more there were. */
export function themesToChoose(sheet: Sheet, answer: Answer): readonly Theme[] {
  return sheet.themes.filter((theme) => tappedIn(sheet, answer, theme).length >= sheet.rowsShown);
}

export function chosenThemes(sheet: Sheet, answer: Answer): readonly string[] {
  return themesToChoose(sheet, answer).flatMap(({ id }) => (answer.chosen?.includes(id) === true ? [id] : []));
}

/** Its final form: of each chosen theme the drawn rows and the finished sentence. Nothing is left of the rest. */
export function sealedSheet(sheet: Sheet, answer: Answer, moment: Moment): Answer {
  const chosen = chosenThemes(sheet, answer);
  const picks = sheet.themes
    .filter(({ id }) => chosen.includes(id))
    .flatMap((theme, which) => drawKept(moment, which, tappedIn(sheet, answer, theme), sheet.rowsShown));
  const pieces = answer.pieces.filter(({ at }) => at !== null && chosen.includes(themeOf(at)));
  return { ...answer, picks, pieces, chosen, row: null };
}
