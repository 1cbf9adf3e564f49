import { withCouple } from '../change.js';
import { coupleOf, personOf } from '../person.js';
import type { Scene } from '../scene.js';
import type { Part } from '../part.js';
import type { PersonId } from '../ids.js';
import { leaveBreather } from './evolve.js';

export interface BreatherExported {
  /** The one line of a breather that is going on. */
  readonly line: string | null;
}

/** Of a breather only the line that each may write holds words. */
export const breatherPart = {
  holds: ({ breather }) => breather !== null,
  isOpen: () => false,
  left: leaveBreather,
  erased,
  wordsOf: (scene, me) => {
    const line = coupleOf(scene, me)?.breather?.lines[me.id];
    return line === undefined ? [] : [{ kind: 'text', at: null, messageId: line.messageId, text: line.text }];
  },
  exported: (scene, me, scope) => ({
    line: scope === 'open' ? null : (coupleOf(scene, me)?.breather?.lines[me.id]?.text ?? null),
  }),
} as const satisfies Part<BreatherExported>;

function erased(scene: Scene, person: PersonId): Scene {
  const { coupleId } = personOf(scene, person);
  if (coupleId === null) return scene;
  return withCouple(scene, coupleId, ({ breather }) => {
    if (breather === null || !(person in breather.lines)) return {};
    const lines = Object.fromEntries(Object.entries(breather.lines).filter(([id]) => Number(id) !== person));
    return { breather: { ...breather, lines } };
  });
}
