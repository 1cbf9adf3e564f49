import type { Piece } from '../piece.js';
import { isVisible } from '../reading/visible.js';
import type { HeldPhoto } from '../scene.js';

/** Its words come first, as the answer is read. */
export function piecesOf({
  messageId,
  fileId,
  caption,
}: Pick<HeldPhoto, 'messageId' | 'fileId' | 'caption'>): readonly Piece[] {
  const photo: Piece = { kind: 'photo', at: null, messageId, fileId };
  if (caption === null || !isVisible(caption.text)) return [photo];
  return [{ kind: 'text', at: null, messageId, ...caption }, photo];
}
