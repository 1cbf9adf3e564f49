import { withCouple, withPerson } from '../change.js';
import type { EventOf } from '../event.js';
import { coupleIn, personOf } from '../person.js';
import type { Couple, Scene } from '../scene.js';
import type { PersonId, RoundId } from '../ids.js';
import { isToldToAll } from './overlap.js';
import { opened } from './evolve-opening.js';
import { setAside, awaits, withoutAnswer } from './evolve-person.js';

/** What changes when a question opens of which both see only what both tapped; see overlap.ts. */

/** Until each has heard of it, at their own hour, to them it is a question put away that they are still to hear of. */
export function settled(scene: Scene, event: EventOf<'overlapSettled'>): Scene {
  const { couple: id, round, at } = event;
  const members = scene.couples[id]?.members ?? [];
  const after = withCouple(opened(scene, event), id, (couple) => ({
    opened: couple.opened.map((one) => (one.round.id === round.id ? { ...one, untold: members } : one)),
    rested: [...couple.rested, { round, restedAt: at }],
  }));
  return members.reduce((now, member) => withPerson(now, member, (person) => awaits(person, round.id)), after);
}

/** A person has heard at their own hour what became of a question that was put away. */
export function told(scene: Scene, id: PersonId, round: RoundId): Scene {
  const heard = withPerson(scene, id, (person) => setAside(person, round));
  const { coupleId } = personOf(scene, id);
  const couple = coupleId === null ? undefined : scene.couples[coupleId];
  const once = couple?.rested.find((one) => one.round.id === round)?.round.once;
  if (couple === undefined || once !== 'overlap') return heard;
  const isOpen = couple.opened.some((one) => one.round.id === round);
  const after = withCouple(heard, couple.id, ({ opened: all }) => ({
    opened: all.map((one) =>
      one.round.id === round ? { ...one, untold: one.untold?.filter((other) => other !== id) } : one,
    ),
  }));
  const forgetful = isOpen ? after : withPerson(after, id, (person) => withoutAnswer(person, round));
  return withoutOverlap(forgetful, coupleIn(forgetful, couple.id), round, isOpen);
}

/** Once both have heard, nothing of it can be answered, and what did not open is gone. */
function withoutOverlap(scene: Scene, couple: Couple, round: RoundId, isOpen: boolean): Scene {
  const members = couple.members.map((member) => personOf(scene, member));
  if (!isToldToAll(couple, members, round)) return scene;
  const after = withCouple(scene, couple.id, ({ rested: all }) => ({
    rested: all.filter((one) => one.round.id !== round),
  }));
  if (isOpen) return after;
  return couple.members.reduce(
    (now, member) => withPerson(now, member, (person) => withoutAnswer(person, round)),
    after,
  );
}
