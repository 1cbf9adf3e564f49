import type { Instant, PersonId } from '../ids.js';
import type { HeldPhoto } from '../scene.js';

export type PhotoEvent =
  | { readonly type: 'photoHeld'; readonly person: PersonId; readonly photo: HeldPhoto }
  | { readonly type: 'photoAllowed'; readonly person: PersonId; readonly at: Instant }
  | { readonly type: 'photoLetGo'; readonly person: PersonId };
