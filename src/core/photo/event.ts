import type { Instant, PersonId } from '../ids.js';
import type { HeldPhoto } from '../scene.js';

export type PhotoEvent =
  /** An edit of one that was asked about already asks nothing. */
  | { readonly type: 'photoHeld'; readonly person: PersonId; readonly photo: HeldPhoto; readonly isEdit?: true }
  | { readonly type: 'photoAllowed'; readonly person: PersonId; readonly at: Instant }
  | { readonly type: 'photoLetGo'; readonly person: PersonId };
