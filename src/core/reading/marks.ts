import { type Mark, markTypes } from '../piece.js';
import type { TextPiece, Wording } from '../piece.js';

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

/** A piece as it reads after an edit. */
export function reworded({ kind, at, messageId }: TextPiece, { text, marks }: Wording): TextPiece {
  return { kind, at, messageId, text, ...(marks === undefined ? {} : { marks }) };
}

export function isWordedAs(piece: TextPiece, { text, marks }: Wording): boolean {
  return piece.text === text && JSON.stringify(piece.marks ?? []) === JSON.stringify(marks ?? []);
}
