import { isThere } from '../person.js';
import type { Mark, Piece, TextPiece } from '../piece.js';
import type { Refusal } from '../event.js';
import type { Answer, StemState } from '../scene.js';
import type { AnswerKind, Language, Scenario, StemLine } from './scenario.js';
import { gapCount, ownWords, partFor, sentenceStarts, split, type Span } from './stem.js';

/** The gaps of a stem: which comes next, what a message puts into them, and which lines can open. */

type Lines = readonly StemLine[];

interface Gap {
  readonly line: StemLine;
  readonly index: number;
}

export const isRefused = (one: object): one is Refusal => 'refusal' in one;

const nothingDone: StemState = { leftOut: [], isNudged: false };

export const stemOf = ({ stem }: Answer): StemState => stem ?? nothingDone;

/** The lines of a stem; null for any other kind, and where its file is gone. */
export function linesOf(scenario: Scenario | undefined): Lines | null {
  return scenario?.answer.kind === 'stem' ? scenario.answer.lines : null;
}

export const placeOf = (line: StemLine, index: number): string => `${line.id}.${String(index + 1)}`;

/** What fills a gap: more than one thing where a message that was emptied got words again. */
export function inGap(pieces: readonly Piece[], line: StemLine, index: number): readonly Piece[] {
  return pieces.filter((piece) => piece.at === placeOf(line, index) && isThere(piece));
}

/** The first gap without words, of the lines that were not left out; null when there is none. */
export function nextGap(lines: Lines, answer: Answer): Gap | null {
  const { leftOut } = stemOf(answer);
  return gapsOf(lines).find(({ line, index }) => !leftOut.includes(line.id) && isOpen(answer, line, index)) ?? null;
}

export function isFilled(line: StemLine, pieces: readonly Piece[]): boolean {
  return gapsOf([line]).every(({ index }) => inGap(pieces, line, index).length > 0);
}

/** A line that can be left for the next one: only while there is a next one. */
export function skippable(lines: Lines, answer: Answer): StemLine | null {
  const line = nextGap(lines, answer)?.line ?? null;
  if (line === null) return null;
  const rest = { ...answer, stem: leaving(answer, line.id) };
  return nextGap(lines, rest) === null ? null : line;
}

export function leaving(answer: Answer, line: string): StemState {
  const stem = stemOf(answer);
  return { ...stem, leftOut: [...stem.leftOut, line] };
}

/** Whether any line can open. */
export function hasSentence(lines: Lines, { pieces }: Answer): boolean {
  return lines.some((line) => isFilled(line, pieces));
}

/**
 * As much of an answer as the other gets to see: of a stem the lines without an empty gap, in the order of the lines.
 * Words of a line that its file does not have any more stay.
 */
export function whatOpens<Said extends Pick<Answer, 'pieces'>>(answer: Said, kind: AnswerKind | undefined): Said {
  if (kind?.kind !== 'stem') return answer;
  const known = gapsOf(kind.lines).map(({ line, index }) => ({ at: placeOf(line, index), line }));
  const other = answer.pieces.filter((piece) => !known.some(({ at }) => at === piece.at));
  const open = known.flatMap(({ at, line }) =>
    isFilled(line, answer.pieces) ? answer.pieces.filter((piece) => piece.at === at) : [],
  );
  return { ...answer, pieces: [...open, ...other] };
}

/** An answer with something said put into its gaps. */
export function fill(lines: Lines, answer: Answer, said: readonly Piece[], language: Language): Answer | Refusal {
  let filled = answer;
  for (const piece of said) {
    if (!isThere(piece)) return { refusal: 'empty-draft' };
    const placed = piece.kind === 'text' ? textIn(lines, filled, piece, language) : otherIn(lines, filled, piece);
    if (isRefused(placed)) return placed;
    filled = withPieces(filled, placed);
  }
  return filled;
}

/** The same message in other words: it fills the gaps it filled, or all of them anew. */
export function refill(lines: Lines, answer: Answer, edited: TextPiece, language: Language): Answer | Refusal {
  const was = answer.pieces.filter(({ messageId }) => messageId === edited.messageId);
  const pieces = answer.pieces.filter(({ messageId }) => messageId !== edited.messageId);
  const gap = gapsOf(lines).find(({ line, index }) => placeOf(line, index) === was[0]?.at) ?? null;
  if (gap === null || !isThere(edited)) {
    const kept = { ...edited, at: was[0]?.at ?? null };
    return { ...answer, pieces: [...pieces, kept] };
  }
  const placed = textAt(lines, { ...answer, pieces }, gap, edited, language);
  return isRefused(placed) ? placed : withPieces({ ...answer, pieces }, placed);
}

/** Whether a message says in both what it said before. */
export function isRefilled(before: Answer, after: Answer, messageId: number): boolean {
  const [was, is] = [before, after].map(({ pieces }) => pieces.filter((piece) => piece.messageId === messageId));
  return JSON.stringify(was?.map(wording)) === JSON.stringify(is?.map(wording));
}

const wording = (piece: Piece) => (piece.kind === 'text' ? [piece.at, piece.text, piece.marks ?? []] : []);

/** Whether a part of the writer's own, new in this answer, speaks of the other. */
export function touchesOther(lines: Lines, before: Answer, after: Answer, language: Language): StemLine | null {
  const speaks = (line: StemLine) =>
    inGap(after.pieces, line, gapCount(line) - 1).some(
      (piece) =>
        piece.kind === 'text' &&
        isAboutOther(piece.text, language) &&
        !before.pieces.some((one) => one.kind === 'text' && one.at === piece.at && one.text === piece.text),
    );
  return lines.find((line) => line.isOwnPart && speaks(line)) ?? null;
}

function isAboutOther(text: string, language: Language): boolean {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  return language === 'nl'
    ? /(?<![\p{L}\p{N}])(?:jij|je|jou)(?![\p{L}\p{N}])/iu.test(plain)
    : /(?:^|[.,;:!?–—\n]|\b(?:and|but|because|so|then|that|when|if|while|or))\s*\byou\b/iu.test(plain.trim());
}

function gapsOf(lines: Lines): readonly Gap[] {
  return lines.flatMap((line) => Array.from({ length: gapCount(line) }, (_, index) => ({ line, index })));
}

function isOpen({ pieces }: Answer, line: StemLine, index: number): boolean {
  return inGap(pieces, line, index).length === 0;
}

function withPieces(answer: Answer, placed: readonly Piece[]): Answer {
  const begun = placed.flatMap(({ at }) => at?.replace(/\.\d+$/u, '') ?? []);
  const { leftOut, isNudged } = stemOf(answer);
  const pieces = [...answer.pieces, ...placed];
  const stem = { leftOut: leftOut.filter((id) => !begun.includes(id)), isNudged };
  return answer.stem === undefined ? { ...answer, pieces } : { ...answer, pieces, stem };
}

type Placed = readonly Piece[] | Refusal;

function otherIn(lines: Lines, answer: Answer, piece: Exclude<Piece, TextPiece>): Placed {
  const gap = piece.kind === 'voice' ? nextGap(lines, answer) : null;
  return gap === null ? { refusal: 'sentence-full' } : [{ ...piece, at: placeOf(gap.line, gap.index) } as Piece];
}

/** Into the next gap; where the beginning of another line stands in it, the words from there on are of that line. */
function textIn(lines: Lines, answer: Answer, piece: TextPiece, language: Language): Placed {
  const next = nextGap(lines, answer);
  const begun = sentencesIn(lines, answer, piece.text, language);
  const [first] = begun;
  if (first === undefined || (begun.length === 1 && first.line === next?.line)) {
    return next === null ? { refusal: 'sentence-full' } : textAt(lines, answer, next, piece, language);
  }
  const before = { from: 0, to: first.from };
  const isCovered = piece.text.slice(0, first.from).trim() === '';
  if (!isCovered && (next === null || begun.some(({ line }) => line === next.line))) {
    return next === null ? { refusal: 'sentence-full' } : textAt(lines, answer, next, piece, language);
  }
  const parts: readonly (Gap & Span)[] = [
    ...(isCovered || next === null ? [] : [{ ...next, ...before }]),
    ...begun.map(({ line, from }, which) => ({
      line,
      index: 0,
      from,
      to: begun[which + 1]?.from ?? piece.text.length,
    })),
  ];
  const placed: Piece[] = [];
  for (const part of parts) {
    const one = textAt(lines, answer, part, cut(piece, part), language);
    if (isRefused(one)) return one;
    placed.push(...one);
  }
  return placed;
}

/** Lines without a word so far whose own first words begin a sentence of what was typed, in the order of typing. */
function sentencesIn(lines: Lines, { pieces }: Answer, typed: string, language: Language) {
  return lines
    .filter((line) => gapsOf([line]).every(({ index }) => inGap(pieces, line, index).length === 0))
    .flatMap((line) => {
      const starts = sentenceStarts(typed, ownWords(line, language)[0] ?? '');
      const [from] = starts;
      return from === undefined || starts.length > 1 ? [] : [{ line, from }];
    })
    .toSorted((one, other) => one.from - other.from);
}

function textAt(lines: Lines, answer: Answer, { line, index }: Gap, piece: TextPiece, language: Language): Placed {
  const own = ownWords(line, language);
  const isWhole = index === 0 && gapsOf([line]).every((gap) => isOpen(answer, line, gap.index));
  const spans = isWhole ? split(piece.text, own) : [again(answer, line, index, piece.text, own)];
  const parts = spans.map((span, which) => ({ ...cut(piece, span), at: placeOf(line, index + which) }));
  const tooLong = parts.find(({ text }) => text.length > line.max);
  return tooLong === undefined ? parts : { refusal: 'part-too-long', units: tooLong.text.length, limit: line.max };
}

/** What goes into a later gap; of a sentence that is typed once more from its beginning, the part that is new. */
function again({ pieces }: Answer, line: StemLine, index: number, typed: string, own: readonly string[]): Span {
  const [first, second] = index === 1 ? split(typed, own) : [];
  const [known] = inGap(pieces, line, 0);
  const isKnown =
    first !== undefined &&
    known?.kind === 'text' &&
    typed.slice(first.from, first.to).toLowerCase() === known.text.toLowerCase();
  return isKnown && second !== undefined ? second : partFor(typed, own, index);
}

/** A stretch of a text, with as much of how it was set as lies in it. */
function cut({ text, marks, ...rest }: TextPiece, { from, to }: Span): TextPiece {
  const within = (marks ?? []).flatMap((mark): readonly Mark[] => {
    const [start, end] = [Math.max(mark.offset, from), Math.min(mark.offset + mark.length, to)];
    return end > start ? [{ ...mark, offset: start - from, length: end - start }] : [];
  });
  return { ...rest, text: text.slice(from, to), ...(within.length === 0 ? {} : { marks: within }) };
}
