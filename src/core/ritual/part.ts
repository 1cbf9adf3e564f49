import { withPerson } from '../change.js';
import type { Instant, PersonId } from '../ids.js';
import type { Part } from '../part.js';
import { coupleOf, personOf } from '../person.js';
import type { Person, Scene } from '../scene.js';
import { withoutRituals } from './evolve.js';

export interface RitualExported {
  readonly rituals: readonly {
    readonly scenario: string;
    readonly moment: string;
    readonly every: 'week' | 'month';
    readonly until: Instant;
    readonly reminds: boolean;
  }[];
  /** Moments that this person alone would like. The other must not learn of them. */
  readonly ritualWishes: readonly { readonly scenario: string; readonly moment: string }[];
}

/**
 * A wish for a moment is erased with the other wishes; see path/part.ts. What both agreed on stays with whoever is
 * left.
 */
export const ritualPart = {
  holds: 'never',
  isOpen: () => false,
  left: (scene) => scene,
  erased,
  wordsOf: () => [],
  exported: (scene, me, scope) => ({
    rituals: (coupleOf(scene, me)?.rituals ?? []).map(({ id, scenario, moment, every, until }) => ({
      ...{ scenario, moment, every, until },
      // The wording is the same for everybody, so that it tells nothing to somebody who reads along.
      reminds: scope !== 'all' || !me.quietRituals.includes(id),
    })),
    ritualWishes: scope === 'all' ? wished(scene, me) : [],
  }),
} as const satisfies Part<RitualExported>;

/** When either erases, the pages go, and the rituals go with them. */
function erased(scene: Scene, person: PersonId): Scene {
  const couple = coupleOf(scene, personOf(scene, person));
  const after =
    couple === null
      ? scene
      : withoutRituals(
          scene,
          couple.id,
          couple.rituals.map(({ id }) => id),
        );
  return withPerson(after, person, () => ({ quietRituals: [] }));
}

function wished(scene: Scene, me: Person): RitualExported['ritualWishes'] {
  const subjects = me.wishes.flatMap(({ on, subject }) => (on === 'ritual' ? [subject] : []));
  return subjects.flatMap((subject) => {
    const [round, moment = ''] = subject.split(' ');
    const opened = coupleOf(scene, me)?.opened.find((one) => one.round.id === round);
    return opened === undefined ? [] : [{ scenario: opened.round.scenario, moment }];
  });
}
