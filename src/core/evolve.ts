import { unchanged, type Evolvers } from './evolvers.js';
import { arrivalEvolvers } from './moved/follow.js';
import { newsEvolvers } from './news/follow.js';
import { agreementEvolvers } from './agreement/evolve.js';
import { bookEvolvers } from './book/evolve.js';
import { breatherEvolvers } from './breather/evolve.js';
import { withPerson } from './change.js';
import { dataEvolvers } from './own-data/evolve.js';
import type { Event } from './event.js';
import { pathEvolvers } from './path/evolve.js';
import { ritualEvolvers } from './ritual/evolve.js';
import { postcardEvolvers } from './postcard/evolve.js';
import { roundEvolvers } from './round/evolve.js';
import { spend } from './pairing/spent.js';
import { listeningEvolvers } from './listening/evolve.js';
import type { Scene } from './scene.js';
import { discreetEvolvers } from './discreet/evolve.js';
import { helpEvolvers } from './help/evolve.js';
import { leavingEvolvers } from './leaving/evolve.js';
import { pairingEvolvers } from './pairing/evolve.js';
import { roomEvolvers } from './room/evolve.js';
import { rhythmEvolvers } from './rhythm/evolve.js';
import { photoEvolvers } from './photo/evolve.js';
import { voiceEvolvers } from './voice/evolve.js';

/** The scene after an event. Never refuses, never fails for an event that `decide` gave for this scene. */
export function evolve(scene: Scene, event: Event): Scene {
  const change = evolvers[event.type] as (scene: Scene, event: Event) => Scene;
  return change(scene, event);
}

export function evolveAll(scene: Scene, events: readonly Event[]): Scene {
  return events.reduce(evolve, scene);
}

/** The rooms' own tables, and what belongs to none. An event without an entry does not compile. */
const evolvers: Evolvers<Event> = {
  refused: unchanged,
  ...pairingEvolvers,
  ...helpEvolvers,
  ...voiceEvolvers,
  ...photoEvolvers,
  ...roundEvolvers,
  ...rhythmEvolvers,
  ...pathEvolvers,
  ...bookEvolvers,
  ...agreementEvolvers,
  ...postcardEvolvers,
  ...ritualEvolvers,
  ...discreetEvolvers,
  ...leavingEvolvers,
  rang: (scene, event) => withPerson(scene, event.person, (person) => spend(person, event.limits, event.at)),
  ...dataEvolvers,
  ...breatherEvolvers,
  ...listeningEvolvers,
  ...arrivalEvolvers,
  ...newsEvolvers,
  ...roomEvolvers,
};
