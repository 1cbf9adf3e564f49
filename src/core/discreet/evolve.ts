import { withPerson } from '../change.js';
import { unchanged, type Evolvers } from '../evolvers.js';
import type { DiscreetEvent } from './event.js';

/** The scene after each event of discreet mode. */

export const discreetEvolvers: Evolvers<DiscreetEvent> = {
  discreetOffered: (scene, event) => withPerson(scene, event.person, () => ({ discreet: false })),
  discreetChosen: (scene, event) => withPerson(scene, event.person, () => ({ discreet: event.isOn })),
  foldOpened: unchanged,
};
