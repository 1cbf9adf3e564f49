import { withPerson } from '../change.js';
import type { PersonId } from '../ids.js';
import type { Part } from '../part.js';
import type { Piece } from '../piece.js';
import type { Scene } from '../scene.js';
import { dropped } from './evolve.js';

export interface PostcardExported {
  /** In hand; what was given is an answer that is open. */
  readonly postcard: { readonly form: string; readonly pieces: readonly Piece[] } | null;
}

/** Of whoever stops, nothing is given any more. */
export const postcardPart = {
  holds: 'never',
  isOpen: () => false,
  left: gone,
  erased: gone,
  wordsOf: (_scene, { postcard }) => postcard?.answer.pieces ?? [],
  exported: (_scene, { postcard }, scope) => ({
    postcard: scope === 'open' || postcard === null ? null : { form: postcard.form, pieces: postcard.answer.pieces },
  }),
} as const satisfies Part<PostcardExported>;

function gone(scene: Scene, person: PersonId): Scene {
  return withPerson(scene, person, dropped);
}
