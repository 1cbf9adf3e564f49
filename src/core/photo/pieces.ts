import type { Piece, Wording } from '../piece.js';
import { isVisible } from '../reading/visible.js';

/** An answer with what was edited where it stood; a photo whose message lost no more than its words stays. */
export function inPlaceOf(pieces: readonly Piece[], edited: readonly Piece[]): readonly Piece[] {
  const isOf = (id: number) => (one: Piece) => one.messageId === id;
  return pieces.flatMap((piece, at) => {
    const now = edited.filter(isOf(piece.messageId));
    if (now.length === 0) return [piece];
    if (pieces.findIndex(isOf(piece.messageId)) < at) return [];
    const photos = now.some(isPhoto) ? [] : pieces.filter(isOf(piece.messageId)).filter(isPhoto);
    return [...now, ...photos];
  });
}

const isPhoto = ({ kind }: Piece) => kind === 'photo';

interface Sent {
  readonly messageId: number;
  /** Null once it is gone: it belonged to another bot. */
  readonly fileId: string | null;
  readonly caption: Wording | null;
}

/** Its words come first, as the answer is read. */
export function piecesOf({ messageId, fileId, caption }: Sent): readonly Piece[] {
  const photo: Piece = { kind: 'photo', at: null, messageId, fileId };
  if (caption === null || !isVisible(caption.text)) return [photo];
  return [{ kind: 'text', at: null, messageId, ...caption }, photo];
}
