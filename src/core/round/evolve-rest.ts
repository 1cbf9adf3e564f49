import { withCouple, withPerson } from '../change.js';
import type { Couple, Round, Scene } from '../scene.js';
import type { CoupleId, RoundId } from '../ids.js';
import { afterStepLeft } from '../path/follow.js';
import { without } from './evolve-opening.js';
import { setAside, awaits } from './evolve-person.js';

/** What changes when a question is put away, and when it is forgotten. */

function afterRest(couple: Couple, round: Round): Partial<Couple> {
  const openings = without(couple.openings, round.id);
  // One of patience is left when its time is over, and not before.
  return round.patienceDays === undefined ? { ...afterLeft(couple, round), openings } : { openings };
}

function afterLeft(couple: Couple, round: Round): Partial<Couple> {
  return { ...afterStepLeft(couple, round), unanswered: couple.unanswered + 1 };
}

export function rested(scene: Scene, coupleId: CoupleId, at: number): Scene {
  const couple = scene.couples[coupleId];
  const round = couple?.round ?? null;
  if (couple === undefined || round === null) return scene;
  const after = withCouple(scene, coupleId, () => ({
    ...afterRest(couple, round),
    round: null,
    rested: [...couple.rested, { round, restedAt: at }],
  }));
  return couple.members.reduce(
    (now, member) =>
      withPerson(now, member, (person) =>
        // Until they hear of it, at their own hour, all stays as it was.
        member in round.offered ? awaits(person, round.id) : setAside(person, round.id),
      ),
    after,
  );
}

export function forgotten(scene: Scene, coupleId: CoupleId, rounds: readonly RoundId[]): Scene {
  const members = scene.couples[coupleId]?.members ?? [];
  const after = withCouple(scene, coupleId, (couple) => ({
    ...couple.rested
      .filter(({ round }) => round.patienceDays !== undefined && rounds.includes(round.id))
      .reduce<Partial<Couple>>((left, { round }) => ({ ...left, ...afterLeft({ ...couple, ...left }, round) }), {}),
    rested: couple.rested.filter(({ round }) => !rounds.includes(round.id)),
    opened: couple.opened.filter(({ round }) => !rounds.includes(round.id)),
  }));
  return members.reduce((now, member) => {
    const left = withPerson(now, member, ({ answers }) => ({
      answers: Object.fromEntries(Object.entries(answers).filter(([round]) => !rounds.includes(round))),
    }));
    return rounds.reduce((one, round) => withPerson(one, member, (person) => setAside(person, round)), left);
  }, after);
}
