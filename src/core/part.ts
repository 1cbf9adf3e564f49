import type { ExportScope } from './own-data/event.js';
import type { PersonId } from './ids.js';
import type { Piece } from './piece.js';
import type { Couple, Person, Scene } from './scene.js';

/**
 * What every part of what two people share, and of what one of them said, owes when somebody leaves or erases. Pure, and
 * asked of every scene: also where there is nothing of this part.
 */
export interface Part<Exported extends object> {
  /** While it does, nothing else of the two begins, opens or is asked; such a part needs a `Slot`. */
  readonly holds: 'never' | ((couple: Couple) => boolean);
  /** Whether somebody may be in the middle of it: after more than a day away they are shown where they were. */
  readonly isOpen: (couple: Couple) => boolean;
  /** The scene once this person has stopped: to the other it looks like silence. */
  readonly left: (scene: Scene, person: PersonId) => Scene;
  /** The scene without this person's words. `wordsOf` is empty then. */
  readonly erased: (scene: Scene, person: PersonId) => Scene;
  /** All that this person said and that is kept, open or not. */
  readonly wordsOf: (scene: Scene, person: Person) => readonly Piece[];
  /** Its share of /export; with the scope `open` only what both have seen. */
  readonly exported: (scene: Scene, person: Person, scope: ExportScope) => Exported;
}
