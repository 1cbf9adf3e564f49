import { withCouple, withPerson } from '../change.js';
import type { Event } from '../event.js';
import { takenBack } from '../round/evolve.js';
import { spend } from '../pairing/spent.js';
import { eraseListened } from '../listening/evolve.js';
import { answerOf, coupleOf, emptyAnswer, personOf, stranger } from '../person.js';
import type { Couple, KeepDays, Scene } from '../scene.js';
import type { CoupleId, PersonId, RoundId } from '../ids.js';

/** What changes by having one's data kept, sent or erased. */

export type DataEvents =
  | 'keepDaysChosen'
  | 'exported'
  | 'exportAllAsked'
  | 'eraseAsked'
  | 'eraseExplained'
  | 'eraseDropped'
  | 'answersErased'
  | 'chatCleared'
  | 'erased'
  | 'stayAsked'
  | 'stayed';

type Of<T extends Event['type']> = Extract<Event, { type: T }>;

const unchanged = (scene: Scene) => scene;

export const dataEvolvers: { readonly [T in DataEvents]: (scene: Scene, event: Of<T>) => Scene } = {
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
  answersErased: (scene, { person }) => withoutAnswers(scene, person),
  erased: (scene, { person, why }) => (why === 'left' ? goneQuietly(scene, person) : erased(scene, person)),
  stayAsked: (scene, { person, on }) => withPerson(scene, person, () => ({ askedToStayOn: on })),
};

/** What is open already is not kept longer for a longer wish, and at once shorter for a shorter one. */
function shortened(scene: Scene, coupleId: CoupleId, days: KeepDays): Scene {
  return withCouple(scene, coupleId, ({ opened }) =>
    opened.some(({ keepDays }) => keepDays > days)
      ? { opened: opened.map((one) => (one.keepDays > days ? { ...one, keepDays: days } : one)) }
      : {},
  );
}

/** Of a round that can still be answered, only the count of changes stays: buttons of what was there must be stale. */
function withoutAnswers(scene: Scene, id: PersonId): Scene {
  const me = personOf(scene, id);
  const couple = coupleOf(scene, me);
  const live = couple === null ? [] : liveRounds(couple).filter((round) => round in me.answers);
  const takenBackAll = live.reduce((now, round) => takenBack(now, id, round), scene);
  const apart = couple === null ? takenBackAll : withCouple(takenBackAll, couple.id, (one) => withoutWordsOf(one, id));
  return withPerson(eraseListened(apart, id), id, () => ({
    answers: Object.fromEntries(
      live.map((round) => [round, { ...emptyAnswer, step: answerOf(me, round).step + 1 }] as const),
    ),
    pending: null,
    heldVoices: [],
  }));
}

function withoutWordsOf({ opened, breather }: Couple, id: PersonId): Partial<Couple> {
  const hadClosed = opened.some(({ closed }) => closed.includes(id));
  return {
    ...(hadClosed
      ? { opened: opened.map((one) => ({ ...one, closed: one.closed.filter((other) => other !== id) })) }
      : {}),
    ...(breather !== null && id in breather.lines
      ? {
          breather: {
            ...breather,
            lines: Object.fromEntries(Object.entries(breather.lines).filter(([key]) => Number(key) !== id)),
          },
        }
      : {}),
  };
}

/** Rounds in which an answer may still change. */
export function liveRounds({ round, rested }: Couple): readonly RoundId[] {
  return [...rested.map((one) => one.round.id), ...(round === null ? [] : [round.id])];
}

/**
 * A stranger with a seat: words, address and consent are gone. What stays is what the couple's questions and their hours
 * follow, and what the other calls them, so that the other sees what they would see of somebody who says nothing. Of
 * what the two share nothing of theirs is left by then: it ends weeks after their last word.
 */
function goneQuietly(scene: Scene, id: PersonId): Scene {
  return withPerson(scene, id, ({ language, zone, coupleId, name, rhythm, revealMinute, servedDate, consents }) => ({
    ...stranger(id, language, zone),
    ...{ coupleId, name, rhythm, revealMinute, servedDate },
    consents: { voice: null, deeper: consents.deeper },
  }));
}

/** A stranger again; only wrong guesses stay, or erasing would buy new ones. */
function erased(scene: Scene, id: PersonId): Scene {
  return withPerson(scene, id, ({ language, zone, wrongGuesses }) => ({
    ...stranger(id, language, zone),
    wrongGuesses,
  }));
}
