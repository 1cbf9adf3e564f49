import type { Words } from '../core/piece.js';
import { isThere } from '../core/person.js';
import { rowOfKind } from '../core/round/kinds.js';
import type { Language, Scenarios } from '../core/round/scenario.js';
import type { TextPiece } from '../core/piece.js';
import type { Answer } from '../core/scene.js';
import type { Piece } from '../core/piece.js';
import { FmtString, join, spoiler } from '../telegram/format.js';

/**
 * What somebody answered, as it is read: the picks in their sentence form, then the words, then where the voice goes.
 * Covered, as all that people wrote, also where its reader wrote it.
 */
export function answerText(answer: Answer, scenario: string, scenarios: Scenarios, language: Language): FmtString {
  const kind = answer.picks.length === 0 ? undefined : scenarios.get(scenario)?.answer;
  const read = kind === undefined ? [] : rowOfKind(kind).read(kind, answer.picks);
  const picks = read.map(({ sentence, label }) => (sentence ?? label)[language]);
  return covered(
    lines(
      ...(picks.length > 0 ? [picks.join(' · ')] : []),
      ...answer.pieces.filter(isThere).map((piece) => pieceAsSet(piece, language)),
    ),
  );
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
  const seconds = String(piece.seconds % 60).padStart(2, '0');
  const length = `🎙 ${String(Math.floor(piece.seconds / 60))}:${seconds}`;
  return piece.fileId === null ? `${length} ${unplayable[language]}` : length;
}
