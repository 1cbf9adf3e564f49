import { withCouple, withPerson } from '../change.js';
import { unchanged, type Evolvers } from '../evolvers.js';
import { answerOf, coupleIn } from '../person.js';
import type { Couple, Scene } from '../scene.js';
import type { CoupleId } from '../ids.js';
import type { PathEvent } from './event.js';
import { shownKeptMs } from './part.js';
import type { Path } from './scene.js';
import { withoutWish } from './wishes.js';

/** The scene after each event of a path. */

export const pathEvolvers: Evolvers<PathEvent> = {
  pathsShown: unchanged,
  pathsProposed: (scene, { couple, paths, at }) =>
    withCouple(scene, couple, ({ proposed, proposal }) => ({
      proposeAt: null,
      proposal: paths.length === 0 ? proposal : { paths, at, told: [] },
      proposed: [...proposed, ...paths.filter((id) => !proposed.includes(id))],
    })),
  proposalTold: (scene, { person }) =>
    ofCouple(scene, person, ({ proposal }) =>
      proposal === null ? {} : { proposal: { ...proposal, told: [...proposal.told, person] } },
    ),
  wished: (scene, { person, wish }) =>
    withPerson(scene, person, ({ wishes }) => ({ wishes: [...withoutWish(wishes, wish), wish] })),
  wishDropped: (scene, { person, subject }) =>
    withPerson(scene, person, ({ wishes }) => ({ wishes: withoutWish(wishes, { on: 'path', subject }) })),
  wishesLapsed: (scene, { person, at }) =>
    withPerson(scene, person, ({ wishes }) => ({ wishes: wishes.filter(({ until }) => until > at) })),
  matchSet: (scene, { couple, at }) => withCouple(scene, couple, () => ({ matchAt: at })),
  pathMatched: (scene, { couple, path }) =>
    begun(
      withCouple(scene, couple, () => ({ path, matchAt: null })),
      couple,
    ),
  pathTakenUp: (scene, { couple }) =>
    begun(
      withPath(
        withCouple(scene, couple, () => ({ matchAt: null })),
        couple,
        () => ({ end: null, left: 0 }),
      ),
      couple,
    ),
  stepBegun: (scene, { couple, step, at, date }) =>
    withPath(scene, couple, (path) => ({ begun: [...path.begun, { id: step, at, date }] })),
  stepShown: unchanged,
  stepPassed: (scene, { person, round, at }) =>
    withPerson(
      ofCouple(scene, person, (couple) =>
        couple.round?.id === round
          ? { round: { ...couple.round, offered: { ...couple.round.offered, [person]: at } } }
          : {},
      ),
      person,
      (me) => {
        const answer = answerOf(me, round);
        return { answers: { ...me.answers, [round]: { ...answer, state: 'skipped', step: answer.step + 1 } } };
      },
    ),
  pathLeft: (scene, { person, path }) => withPerson(scene, person, () => ({ restsPath: path })),
  pathWentOn: (scene, { person }) => withPerson(scene, person, () => ({ restsPath: null })),
  pathLaidDown: (scene, { couple, at, date }) =>
    withPath(scene, couple, () => ({ end: { how: 'still', at, date }, left: 0 })),
  pathFinished: (scene, { couple, at, date }) =>
    withPath(
      withCouple(scene, couple, ({ path, done }) => (path === null ? {} : { done: { ...done, [path.id]: at } })),
      couple,
      () => ({ end: { how: 'finished', at, date }, shown: [] }),
    ),
  pathEndTold: unchanged,
  pathForgotten: (scene, { couple }) => withCouple(scene, couple, () => ({ path: null })),
  shownForgotten: (scene, { couple, at }) =>
    withPath(scene, couple, ({ shown }) => ({ shown: shown.filter(({ askedAt }) => askedAt + shownKeptMs > at) })),
  ownCardsShown: unchanged,
  ownCardShown: unchanged,
};

/** What both wanted is so; whatever one of them wanted beside it is for another time. */
function begun(scene: Scene, couple: CoupleId): Scene {
  return coupleIn(scene, couple).members.reduce(
    (now, member) =>
      withPerson(now, member, ({ wishes }) => ({ wishes: wishes.filter(({ on }) => on !== 'path'), restsPath: null })),
    scene,
  );
}

function withPath(scene: Scene, couple: CoupleId, change: (path: Path) => Partial<Path>): Scene {
  return withCouple(scene, couple, ({ path }) => (path === null ? {} : { path: { ...path, ...change(path) } }));
}

function ofCouple(scene: Scene, person: number, change: (couple: Couple) => Partial<Couple>): Scene {
  const id = scene.people[person]?.coupleId ?? null;
  return id === null ? scene : withCouple(scene, id, change);
}
