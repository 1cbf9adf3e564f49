import type { Refusal } from '../event.js';
import type { Piece } from '../piece.js';

/** How much an answer holds. */

/** Both answers, their question and the frame around them fit one message of 4,096 UTF-16 units. */
export const answerLimitUnits = 1500;
export const voiceLimit = 3;

export function overLimit(pieces: readonly Piece[], limit = answerLimitUnits, voicesMax = voiceLimit): Refusal | null {
  let units = -1;
  let voices = 0;
  for (const piece of pieces) {
    if (piece.kind === 'text') units += piece.text.length + 1;
    else if (piece.kind === 'voice') voices += 1;
  }
  if (units > limit) return { refusal: 'too-long', units, limit };
  return voices > voicesMax ? { refusal: 'too-many-voices', limit: voicesMax } : null;
}
