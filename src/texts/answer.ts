import type { Words } from '../core/piece.js';
import { isThere } from '../core/person.js';
import { numberOf, partOf, partsOf } from '../core/round/choosing.js';
import { rowOfKind } from '../core/round/kinds.js';
import { linesOfSheet } from '../core/round/sheet.js';
import { inGap, linesOf, placeOf, stemOf, whatOpens } from '../core/round/gaps.js';
import { ownWords } from '../core/round/stem.js';
import type { AnswerKind, Language, Scenarios, StemLine } from '../core/round/scenario.js';
import type { TextPiece } from '../core/piece.js';
import type { Answer } from '../core/scene.js';
import type { Piece } from '../core/piece.js';
import type { About } from './texts.js';
import { FmtString, fmt, join, spoiler } from '../telegram/format.js';

/**
 * What somebody answered, as it is read: the picks in their sentence form, then the words, then where the voice goes.
 * Covered, as all that people wrote, also where its reader wrote it. Of a stem the whole sentences: its own words in the
 * language of the reader, and nothing of a line that has an empty gap.
 */
export function answerText(answer: Answer, scenario: string, scenarios: Scenarios, language: Language): FmtString {
  const kind = scenarios.get(scenario)?.answer;
  if (kind?.kind === 'stem') return sentencesText(whatOpens(answer, kind).pieces, kind.lines, language);
  const read = kind === undefined || answer.picks.length === 0 ? [] : rowOfKind(kind).read(kind, answer.picks);
  const picks = read.map(({ sentence, label }) => (sentence ?? label)[language]);
  if (kind?.kind === 'sheet') {
    return lines(...picks.map(covered), sentencesText(answer.pieces, linesOfSheet(kind), language));
  }
  return covered(
    lines(
      ...(picks.length > 0 ? [picks.join(' · ')] : []),
      ...answer.pieces.filter(isThere).map((piece) => pieceAsSet(piece, language)),
    ),
  );
}

/** A stem as far as it has come, with «…» for what has no words yet; not a line that was left out. */
export function stemSoFar(answer: Answer, scenario: string, scenarios: Scenarios, language: Language): FmtString {
  const { leftOut } = stemOf(answer);
  const all = linesOf(scenarios.get(scenario)) ?? [];
  return sentencesText(
    answer.pieces,
    all.filter(({ id }) => !leftOut.includes(id)),
    language,
  );
}

/** Each line that has words, the stem's own bare and the person's covered; then what belongs to no line any more. */
function sentencesText(pieces: readonly Piece[], stem: readonly StemLine[], language: Language): FmtString {
  const begun = stem.filter((line) => placesOf(line).some((_, index) => inGap(pieces, line, index).length > 0));
  const places = stem.flatMap(placesOf);
  const loose = pieces.filter((piece) => isThere(piece) && (piece.at === null || !places.includes(piece.at)));
  return lines(
    ...begun.map((line) => sentenceText(pieces, line, language)),
    ...loose.map((piece) => covered(pieceAsSet(piece, language))),
  );
}

function sentenceText(pieces: readonly Piece[], line: StemLine, language: Language): FmtString {
  const own = ownWords(line, language);
  const parts = own.map((words, index) => {
    if (index === 0) return words;
    const said = inGap(pieces, line, index - 1).map((piece) => pieceAsSet(piece, language));
    const gap = said.length === 0 ? '…' : covered(join(said, ' '));
    return fmt`${gap}${words}`;
  });
  return join(parts, '');
}

/**
 * What somebody has, a line each with the number that stands on its button; without one, what stays with them. All of it
 * covered, as all that people wrote.
 */
export function numberedParts(answer: Answer, scenario: string, { scenarios }: About, language: Language): FmtString {
  const found = scenarios.get(scenario);
  const options = found === undefined ? [] : rowOfKind(found.answer).read(found.answer, answer.picks);
  const stem = linesOf(found) ?? [];
  let count = 0;
  const shown = partsOf(answer, found).map(({ id, canOpen }) => {
    const option = options.find((one) => one.id === id);
    const line = stem.find((one) => one.id === id);
    const pieces = answer.pieces.filter((piece) => partOf(piece) === id && isThere(piece));
    const words =
      option !== undefined
        ? covered((option.sentence ?? option.label)[language])
        : line === undefined
          ? covered(lines(...pieces.map((piece) => pieceAsSet(piece, language))))
          : sentenceText(answer.pieces, line, language);
    return fmt`${canOpen ? numberOf(count++) : '–'} ${words}`;
  });
  return lines(...shown);
}

const placesOf = (line: StemLine) =>
  ownWords(line, 'nl')
    .slice(1)
    .map((_, index) => placeOf(line, index));

/** The same as bare text, for a file of one's own data; with what is unfinished, or without. */
export function bareSentences(
  answer: Pick<Answer, 'pieces'>,
  stem: Extract<AnswerKind, { kind: 'stem' }>,
  language: Language,
  isWhole: boolean,
): readonly string[] {
  const { pieces } = isWhole ? whatOpens(answer, stem) : answer;
  const text = sentencesText(pieces, stem.lines, language).text;
  return text === '' ? [] : text.split('\n');
}

export function piecesText(pieces: readonly Piece[]): FmtString {
  const written = pieces.filter((piece) => piece.kind === 'text').filter(isThere);
  return covered(lines(...written.map(asSet)));
}

/** Under a spoiler, which opens by a tap: nothing of it is read on a lock screen or over a shoulder. */
export function covered(said: string | FmtString | Words): FmtString {
  if (typeof said === 'string') return said === '' ? new FmtString('') : spoiler(said);
  if (!(said instanceof FmtString)) return covered(said.words);
  if (said.text === '') return said;
  // A cover under a cover would open with the same tap.
  return spoiler(
    new FmtString(
      said.text,
      (said.entities ?? []).filter(({ type }) => type !== 'spoiler'),
    ),
  );
}

export function lines(...parts: readonly (string | FmtString)[]): FmtString {
  return join(parts, '\n');
}

export function paragraphs(...parts: readonly (string | FmtString | null)[]): FmtString {
  return join(
    parts.filter((part) => part !== null),
    '\n\n',
  );
}

const unplayable: Readonly<Record<Language, string>> = {
  nl: '(niet meer te beluisteren)',
  en: '(can no longer be played)',
};

const photo: Readonly<Record<Language, string>> = { nl: '(foto)', en: '(photo)' };
const unseen: Readonly<Record<Language, string>> = {
  nl: '(foto, niet meer te zien)',
  en: '(photo, can no longer be seen)',
};

/** A piece as its writer set it. */
export function pieceAsSet(piece: Piece, language: Language): string | FmtString {
  return piece.kind === 'text' ? asSet(piece) : pieceText(piece, language);
}

function asSet({ text, marks = [] }: TextPiece): string | FmtString {
  return marks.length === 0 ? text : new FmtString(text, marks as FmtString['entities']);
}

/** Bare, for a file of one's own data: a message covers it. */
export function pieceText(piece: Piece, language: Language): string {
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'photo') return piece.fileId === null ? unseen[language] : photo[language];
  const seconds = String(piece.seconds % 60).padStart(2, '0');
  const length = `🎙 ${String(Math.floor(piece.seconds / 60))}:${seconds}`;
  return piece.fileId === null ? `${length} ${unplayable[language]}` : length;
}
