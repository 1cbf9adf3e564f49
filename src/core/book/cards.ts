import { edit, send } from '../compose.js';
import type { PersonId } from '../ids.js';
import type { Key, Notice, Say } from '../notice.js';
import type { Scene } from '../scene.js';

/** The one message of the book, paged in place; where that is not known any more, a new one with the same protection. */
export function onBook(
  person: PersonId,
  words: Say,
  keys: readonly (readonly Key[])[],
  isInPlace: boolean,
  { card }: Pick<Scene, 'card'>,
): readonly Notice[] {
  if (isInPlace && card === 'book') return [edit(person, 'book', words, { keys })];
  return [edit(person, 'book', null), send(person, words, { card: 'book', keys, isProtected: true })];
}
