import type { Piece } from './scene.js';

/**
 * How somebody set their words: in Telegram's own terms, and only what a bot may send again. Code is left out, since it
 * would lie bare within a covered text, and so are emoji of somebody's own, whose plain ones stand in the words anyway.
 */
export interface Mark {
  readonly type: MarkType;
  /** In UTF-16 units, as Telegram counts. */
  readonly offset: number;
  readonly length: number;
  /** Of a link. */
  readonly url?: string | undefined;
}

export const markTypes = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'text_link',
] as const;
export type MarkType = (typeof markTypes)[number];

/** Two answers, each with so many, and what the bot sets around them are fewer than the hundred that Telegram takes. */
export const marksMax = 40;
export const urlLimitUnits = 512;

interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string | undefined;
}

/** What can be kept of how a text was set. */
export function marksOf(text: string, entities: readonly (Entity | null)[]): readonly Mark[] {
  return entities.flatMap((one) => (one === null ? [] : (markOf(text, one) ?? []))).slice(0, marksMax);
}

function markOf(text: string, { type: given, offset, length, url }: Entity): Mark | null {
  const name = given === 'expandable_blockquote' ? 'blockquote' : given;
  const type = markTypes.find((one) => one === name);
  if (type === undefined || length <= 0 || offset < 0 || offset + length > text.length) return null;
  if (type !== 'text_link') return { type, offset, length };
  const isLink = url !== undefined && url.length <= urlLimitUnits && /^https?:\/\//i.test(url);
  return isLink ? { type, offset, length, url } : null;
}

export type TextPiece = Extract<Piece, { kind: 'text' }>;
export type Wording = Pick<TextPiece, 'text' | 'marks'>;

/** A piece as it reads after an edit. */
export function reworded({ kind, messageId }: TextPiece, { text, marks }: Wording): TextPiece {
  return { kind, messageId, text, ...(marks === undefined ? {} : { marks }) };
}

export function isWordedAs(piece: TextPiece, { text, marks }: Wording): boolean {
  return piece.text === text && JSON.stringify(piece.marks ?? []) === JSON.stringify(marks ?? []);
}
