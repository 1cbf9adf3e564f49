import { personOf } from './person.js';
import type { Couple, OpenedRound, Person, Scene } from './scene.js';
import type { CoupleId, Instant, PersonId, RoundId } from './ids.js';

/** How an event's change lands in a scene: a copy with one person or one couple different. */

export function withPerson(scene: Scene, id: PersonId, change: (person: Person) => Partial<Person>): Scene {
  const person = personOf(scene, id);
  const changed = change(person);
  if (isNothing(person, changed)) return scene;
  return { ...scene, people: withEntry(scene.people, id, { ...person, ...changed }) };
}

export function withCouple(scene: Scene, id: CoupleId, change: (couple: Couple) => Partial<Couple>): Scene {
  const couple = scene.couples[id];
  if (couple === undefined) throw new Error('an event names a couple that is not in the scene');
  const changed = change(couple);
  if (isNothing(couple, changed)) return scene;
  return { ...scene, couples: withEntry(scene.couples, id, { ...couple, ...changed }) };
}

export function withNewCouple(scene: Scene, couple: Couple): Scene {
  return { ...scene, couples: withEntry(scene.couples, couple.id, couple) };
}

/** What is not changed stays the same object, and is not written again. */
function isNothing<Whole extends object>(before: Whole, changed: Partial<Whole>): boolean {
  for (const field in changed) if (changed[field] !== before[field]) return false;
  return true;
}

function withEntry<Value>(
  record: Readonly<Record<number, Value>>,
  id: number,
  value: Value,
): Readonly<Record<number, Value>> {
  return { ...record, [id]: value };
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

/** Whatever else waits is shown no sooner than this after a breather or a listening round: nothing comes on its heels. */
const calmAfterMs = 3_600_000;

export function calmedAfter(scene: Scene, id: CoupleId, at: Instant): Scene {
  const calm = (due: Instant) => Math.max(due, at + calmAfterMs);
  const over = withCouple(scene, id, ({ tellRhythmAt, proposeAt, proposal }) => ({
    ...(tellRhythmAt === null ? {} : { tellRhythmAt: calm(tellRhythmAt) }),
    ...(proposeAt === null ? {} : { proposeAt: calm(proposeAt) }),
    ...(proposal === null || proposal.told.length === 2 ? {} : { proposal: { ...proposal, at: calm(proposal.at) } }),
  }));
  return (over.couples[id]?.members ?? []).reduce(
    (now, member) =>
      withPerson(now, member, ({ later, leaving }) => ({
        ...(later === null ? {} : { later: { ...later, at: calm(later.at) } }),
        ...(leaving === null ? {} : { leaving: { ...leaving, at: calm(leaving.at) } }),
      })),
    over,
  );
}
