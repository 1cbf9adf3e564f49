import { personOf } from './person.js';
import type { Couple, CoupleId, OpenedRound, Person, PersonId, RoundId, Scene } from './scene.js';

/** How an event's change lands in a scene: a copy with one person or one couple different. */

export function withPerson(scene: Scene, id: PersonId, change: (person: Person) => Partial<Person>): Scene {
  const person = personOf(scene, id);
  return { ...scene, people: { ...scene.people, [id]: { ...person, ...change(person) } } };
}

export function withCouple(scene: Scene, id: CoupleId, change: (couple: Couple) => Partial<Couple>): Scene {
  const couple = scene.couples[id];
  if (couple === undefined) throw new Error('an event names a couple that is not in the scene');
  return { ...scene, couples: { ...scene.couples, [id]: { ...couple, ...change(couple) } } };
}

export function withNewCouple(scene: Scene, couple: Couple): Scene {
  return { ...scene, couples: { ...scene.couples, [couple.id]: couple } };
}

export function withOpened(
  scene: Scene,
  { person, round }: { person: PersonId; round: RoundId },
  change: (opened: OpenedRound) => Partial<OpenedRound>,
): Scene {
  const coupleId = personOf(scene, person).coupleId;
  if (coupleId === null) return scene;
  return withCouple(scene, coupleId, (couple) => ({
    opened: couple.opened.map((opened) => (opened.round.id === round ? { ...opened, ...change(opened) } : opened)),
  }));
}
