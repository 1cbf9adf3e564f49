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
  /** Moments this person alone would like; the other is not to know. */
  readonly ritualWishes: readonly { readonly scenario: string; readonly moment: string }[];
}

/** A wish for one goes with the other wishes; see path/part.ts. What both agreed on stays with whoever is still there. */
export const ritualPart = {
  holds: 'never',
  isOpen: () => false,
  left: (scene) => scene,
  erased,
  wordsOf: () => [],
  exported: (scene, me, scope) => ({
    rituals: (coupleOf(scene, me)?.rituals ?? []).map(({ id, scenario, moment, every, until }) => ({
      ...{ scenario, moment, every, until },
      // Whoever looks over a shoulder reads the same of everybody.
      reminds: scope !== 'all' || !me.quietRituals.includes(id),
    })),
    ritualWishes: scope === 'all' ? wished(scene, me) : [],
  }),
} as const satisfies Part<RitualExported>;

/** Their pages go with the words of either, and so do they. */
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
