import { withPerson } from '../change.js';
import type { Evolvers } from '../evolvers.js';
import { agreedNow } from '../pairing/consent.js';
import type { PhotoEvent } from './event.js';

/** The scene after each event of the first photo. */

export const photoEvolvers: Evolvers<PhotoEvent> = {
  photoHeld: (scene, { person, photo }) => withPerson(scene, person, () => ({ heldPhoto: photo })),
  photoAllowed: (scene, { person, at }) =>
    withPerson(scene, person, ({ consents }) => ({
      consents: { ...consents, photo: agreedNow('photo', at) },
      heldPhoto: null,
    })),
  photoLetGo: (scene, { person }) => withPerson(scene, person, () => ({ heldPhoto: null })),
};
