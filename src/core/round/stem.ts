import type { Language, StemLine } from './scenario.js';

/**
 * The words of a stem against what somebody typed. Whoever types the whole sentence has typed the stem's own words too:
 * these are taken off, and what is theirs goes to the gaps. What does not split surely stays whole.
 */

/** A stretch of what was typed, in UTF-16 units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The stem's own words around its gaps: one stretch more than there are gaps. */
export function ownWords({ text }: StemLine, language: Language): readonly string[] {
  return text[language].split('…');
}

export function gapCount(line: StemLine): number {
  return ownWords(line, 'nl').length - 1;
}

/** The sentence with its gaps filled; what has no words yet is «…». */
export function joined(own: readonly string[], parts: readonly (string | null)[]): string {
  return own.reduce((sentence, words, index) => `${sentence}${parts[index - 1] ?? '…'}${words}`);
}

/** What a message that begins in the first gap puts into the gaps: into both, or all of it into the first. */
export function split(typed: string, own: readonly string[]): readonly Span[] {
  const whole = trimmed(typed, { from: 0, to: typed.length });
  const start = afterWords(typed, whole, own[0] ?? '');
  const end = beforeWords(typed, start, own.at(-1) ?? '');
  const [, middle] = own;
  if (own.length !== 3 || middle === undefined) return [end];
  return halves(typed, end, middle, start.from > whole.from) ?? [start];
}

/** What a message puts into this one gap: without the stem's words before it, and after the last one. */
export function partFor(typed: string, own: readonly string[], gap: number): Span {
  const start = afterWords(typed, trimmed(typed, { from: 0, to: typed.length }), own[gap] ?? '');
  return gap === own.length - 2 ? beforeWords(typed, start, own.at(-1) ?? '') : start;
}

/** Where the words of the stem that stand before its first gap begin a sentence of what was typed. */
export function sentenceStarts(typed: string, lead: string): readonly number[] {
  const words = wordsOf(lead);
  if (words.length === 0) return [];
  const pattern = new RegExp(`(?:^|[.!?…\\n])[\\s«"“']*(${inRow(words)})${wordEnds}`, 'dgiu');
  return [...typed.matchAll(pattern)].flatMap((match) => match.indices?.[1]?.[0] ?? []);
}

const wordEnds = '(?![\\p{L}\\p{N}])';
const wordBegins = '(?<![\\p{L}\\p{N}])';

/**
 * Split where the middle words stand once, or once right after a comma, or without them at the only comma. A plain «dan»
 * or a comma is part of many a first half; so without a comma before the words, the beginning of the sentence has to be there too.
 */
function halves(typed: string, body: Span, middle: string, hasLead: boolean): readonly Span[] | null {
  const found = middlesIn(typed, body, middle);
  const afterComma = found.filter(({ from }) => /,\s*$/u.test(typed.slice(body.from, from)));
  const one = found.length === 1 ? found[0] : afterComma.length === 1 ? afterComma[0] : undefined;
  if (one !== undefined) {
    const isSure = hasLead || afterComma.includes(one) || wordsOf(middle).length > 1;
    return isSure ? apart(typed, body, one, middle) : null;
  }
  const commas = [...typed.slice(body.from, body.to).matchAll(/,/gu)].map(({ index }) => body.from + index);
  const [comma] = commas;
  if (found.length > 0 || !hasLead || commas.length !== 1 || comma === undefined) return null;
  return apart(typed, body, { from: comma, to: comma + 1 }, '');
}

function middlesIn(typed: string, body: Span, middle: string): readonly Span[] {
  const words = wordsOf(middle);
  if (words.length === 0) return [];
  const pattern = new RegExp(`${wordBegins}${inRow(words)}${wordEnds}`, 'giu');
  return [...typed.slice(body.from, body.to).matchAll(pattern)].map(({ 0: text, index }) => ({
    from: body.from + index,
    to: body.from + index + text.length,
  }));
}

/** Both sides of the middle words, without the signs that the stem sets around these; null where one side is empty. */
function apart(typed: string, body: Span, at: Span, middle: string): readonly Span[] | null {
  const before = withoutSign(typed, { from: body.from, to: at.from }, /^\s*([^\s\p{L}\p{N}])/u.exec(middle)?.[1]);
  const after = afterSign(typed, trimmed(typed, { from: at.to, to: body.to }), signAfter(middle));
  return isEmpty(before) || isEmpty(after) ? null : [before, after];
}

/** Without the words of the stem at its beginning, or the end of these. */
function afterWords(typed: string, span: Span, literal: string): Span {
  const words = wordsOf(literal);
  const text = typed.slice(span.from, span.to);
  for (let skip = 0; skip < words.length; skip += 1) {
    const match = new RegExp(`^[\\s,;:«"“]*${inRow(words.slice(skip))}${wordEnds}`, 'iu').exec(text);
    if (match === null) continue;
    const rest = trimmed(typed, { from: span.from + match[0].length, to: span.to });
    const left = afterSign(typed, rest, signAfter(literal));
    return isEmpty(left) ? span : left;
  }
  return span;
}

function beforeWords(typed: string, span: Span, literal: string): Span {
  const words = wordsOf(literal);
  if (words.length === 0) return span;
  const text = typed.slice(span.from, span.to);
  const match = new RegExp(`${wordBegins}${inRow(words)}[\\s.!?…»"”]*$`, 'iu').exec(text);
  if (match === null) return span;
  const left = trimmed(typed, { from: span.from, to: span.from + match.index });
  return isEmpty(left) ? span : left;
}

function withoutSign(typed: string, span: Span, sign: string | undefined): Span {
  const left = trimmed(typed, span);
  const ends = sign !== undefined && !isEmpty(left) && typed.slice(left.from, left.to).endsWith(sign);
  return ends ? trimmed(typed, { from: left.from, to: left.to - sign.length }) : left;
}

function afterSign(typed: string, span: Span, sign: string | undefined): Span {
  const begins = sign !== undefined && typed.slice(span.from, span.to).startsWith(sign);
  return begins ? trimmed(typed, { from: span.from + sign.length, to: span.to }) : span;
}

/** «zou zijn: …» */
function signAfter(literal: string): string | undefined {
  return /[\p{L}\p{N}]\s*([^\s\p{L}\p{N}])\s*$/u.exec(literal)?.[1];
}

function trimmed(typed: string, { from, to }: Span): Span {
  const text = typed.slice(from, to);
  const start = from + text.length - text.trimStart().length;
  return { from: start, to: Math.max(start, from + text.trimEnd().length) };
}

function isEmpty({ from, to }: Span): boolean {
  return to <= from;
}

function wordsOf(literal: string): readonly string[] {
  return literal.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words of letters and digits only, so nothing in them means anything to a pattern. */
function inRow(words: readonly string[]): string {
  return words.join('[^\\p{L}\\p{N}]+');
}
