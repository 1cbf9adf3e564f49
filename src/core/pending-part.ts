import { withPerson } from './change.js';
import type { PersonId } from './ids.js';
import { piecesOf } from './photo/pieces.js';
import type { Piece } from './piece.js';
import type { Person, Scene } from './scene.js';
import type { Part } from './part.js';

export interface PendingExported {
  /** Said, and still waiting for the tap that says what it is for, or for a yes to voice. */
  readonly pending: readonly Piece[];
}

export const pendingPart = {
  holds: 'never',
  isOpen: () => false,
  left: dropped,
  erased: dropped,
  wordsOf,
  exported: (_scene, me, scope) => ({ pending: scope === 'open' ? [] : wordsOf(_scene, me) }),
} as const satisfies Part<PendingExported>;

function dropped(scene: Scene, person: PersonId): Scene {
  return withPerson(scene, person, () => ({ pending: null, heldVoices: [], heldPhoto: null }));
}

function wordsOf(_scene: Scene, { pending, heldVoices, heldPhoto }: Person): readonly Piece[] {
  return [
    ...(pending?.pieces ?? []),
    ...heldVoices.map(
      ({ messageId, fileId, seconds }) => ({ kind: 'voice', at: null, messageId, fileId, seconds }) as const,
    ),
    ...(heldPhoto === null ? [] : piecesOf(heldPhoto)),
  ];
}
