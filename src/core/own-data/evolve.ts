import { withCouple, withPerson } from '../change.js';
import { unchanged, type Evolvers } from '../evolvers.js';
import type { OwnDataEvent } from './event.js';
import { spend } from '../pairing/spent.js';
import { eraseAll } from '../parts.js';
import { personOf, stranger } from '../person.js';
import type { KeepDays, Scene } from '../scene.js';
import type { CoupleId, PersonId } from '../ids.js';

/** What changes by having one's data kept, sent or erased. */

export const dataEvolvers: Evolvers<OwnDataEvent> = {
  eraseAsked: unchanged,
  eraseExplained: unchanged,
  eraseDropped: unchanged,
  chatCleared: unchanged,
  stayed: unchanged,
  keepDaysChosen: (scene, { person, days }) => {
    const chosen = withPerson(scene, person, () => ({ keepDays: days }));
    const { coupleId } = personOf(scene, person);
    return coupleId === null ? chosen : shortened(chosen, coupleId, days);
  },
  exportAllAsked: unchanged,
  exported: (scene, { person, scope, at }) =>
    withPerson(scene, person, (me) => (scope === 'all' ? spend(me, 'exportAll', at) : { exportedAt: at })),
  answersErased: (scene, { person }) => eraseAll(scene, person),
  erased: (scene, { person, why }) => (why === 'left' ? goneQuietly(scene, person) : erased(scene, person)),
  stayAsked: (scene, { person, on }) => withPerson(scene, person, () => ({ askedToStayOn: on })),
};

/** What is open already is not kept longer for a longer wish, and at once shorter for a shorter one. */
function shortened(scene: Scene, coupleId: CoupleId, days: KeepDays): Scene {
  const shorter = <One extends { readonly keepDays: KeepDays }>(all: readonly One[]): readonly One[] =>
    all.some(({ keepDays }) => keepDays > days)
      ? all.map((one) => (one.keepDays > days ? { ...one, keepDays: days } : one))
      : all;
  return withCouple(scene, coupleId, ({ opened, room }) => ({
    opened: shorter(opened),
    room: room === null || shorter(room.posts) === room.posts ? room : { ...room, posts: shorter(room.posts) },
  }));
}

/**
 * A stranger with a seat: words, address and consent are gone. What stays is what the couple's questions and their hours
 * follow, and what the other calls them, so that the other sees what they would see of somebody who says nothing. Of
 * what the two share nothing of theirs is left by then: it ends weeks after their last word.
 */
function goneQuietly(scene: Scene, id: PersonId): Scene {
  const { coupleId: seat } = personOf(scene, id);
  const apart = seat === null ? scene : withCouple(scene, seat, () => ({ room: null }));
  return withPerson(apart, id, ({ language, zone, coupleId, name, rhythm, revealMinute, servedDate, consents }) => ({
    ...stranger(id, language, zone),
    ...{ coupleId, name, rhythm, revealMinute, servedDate },
    consents: { voice: null, photo: null, deeper: consents.deeper },
  }));
}

/** A stranger again; only wrong guesses stay, or erasing would buy new ones. */
function erased(scene: Scene, id: PersonId): Scene {
  return withPerson(scene, id, ({ language, zone, wrongGuesses }) => ({
    ...stranger(id, language, zone),
    wrongGuesses,
  }));
}
