import type { EventOf } from '../event.js';
import { dissolved } from '../pairing/evolve.js';
import { withPerson } from '../change.js';
import type { Evolvers } from '../evolvers.js';
import { leaveAll } from '../parts.js';
import { dropped } from '../postcard/evolve.js';
import { left as leftRoom } from '../room/part.js';
import type { Couple, Scene } from '../scene.js';
import type { LeavingEvent } from './event.js';

/** The scene after each event of leaving, being silent and coming back. */

export const leavingEvolvers: Evolvers<LeavingEvent> = {
  silenceKept: (scene, event) => withPerson(scene, event.person, () => ({ leaving: null })),
  unpaired: (scene, event) => leftBehind(dissolved(scene, event.couple), scene.couples[event.couple], event),
  stopped: (scene, event) =>
    withPerson(leaveAll(scene, event.person), event.person, () => ({ hasStopped: true, asked: null })),
  wentOn: (scene, event) => withPerson(scene, event.person, () => ({ hasStopped: false, leaving: null })),
  leavingSet: (scene, { person, askedAt, at }) => withPerson(scene, person, () => ({ leaving: { askedAt, at } })),
  leavingDropped: (scene, event) => withPerson(scene, event.person, () => ({ leaving: null })),
  // What they wanted is not told while they are away; where the two are stays, as after a stop.
  becameUnreachable: (scene, event) =>
    withPerson(leftRoom(scene, event.person), event.person, (me) => ({
      ...dropped(me),
      isUnreachable: true,
      wishes: [],
    })),
  becameReachable: (scene, event) => withPerson(scene, event.person, () => ({ isUnreachable: false })),
};

/** Whoever did not end it themselves is not invited to anything for a while. */
function leftBehind(scene: Scene, was: Couple | undefined, { by, at }: EventOf<'unpaired'>): Scene {
  if (at === undefined || was?.pairedAt == null) return scene;
  const left = was.members.filter((member) => member !== by && member in scene.people);
  return left.reduce(
    (now, member) => withPerson(now, member, ({ consent }) => (consent === null ? {} : { leftAt: at })),
    scene,
  );
}
