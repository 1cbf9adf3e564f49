import { withCouple, withPerson } from '../change.js';
import type { Part } from '../part.js';
import type { ExportScope } from '../own-data/event.js';
import { coupleOf, personOf } from '../person.js';
import type { PersonId } from '../ids.js';
import type { Piece } from '../piece.js';
import type { Person, Scene } from '../scene.js';
import type { ShownStep } from './scene.js';
import { pathSeenBy } from './view.js';
import { dayMs } from '../time/durations.js';

/** What the consent text promises, counted from the question. */
export const shownKeptMs = 90 * dayMs;

export interface PathExported {
  readonly path: {
    readonly path: string | null;
    readonly finished: readonly string[];
    readonly wishes: readonly string[];
    readonly rests: boolean;
    readonly shown: readonly { readonly scenario: string; readonly pieces: readonly Piece[] }[];
  };
}

/** A stop takes back what its sender wanted; where the two are stays, and so does that this one lets it rest. */
export const pathPart = {
  holds: 'never',
  isOpen: () => false,
  left: (scene, person) => withPerson(scene, person, () => ({ wishes: [] })),
  erased,
  wordsOf: (scene, me) => shownOf(scene, me).flatMap(({ answers }) => answers[me.id]?.pieces ?? []),
  exported: (scene, me, scope) => ({ path: exported(scene, me, scope) }),
} as const satisfies Part<PathExported>;

function shownOf(scene: Scene, me: Person): readonly ShownStep[] {
  return coupleOf(scene, me)?.path?.shown ?? [];
}

/**
 * The step that shows it is asked all the same, and quotes nothing of either: what is missing would tell the other whose
 * words went.
 */
function erased(scene: Scene, id: PersonId): Scene {
  const couple = coupleOf(scene, personOf(scene, id));
  const left = withPerson(scene, id, () => ({ wishes: [] }));
  if (couple === null || couple.path === null) return left;
  return withCouple(left, couple.id, ({ path }) =>
    path === null || path.shown.length === 0
      ? {}
      : { path: { ...path, shown: path.shown.map((one) => ({ ...one, answers: {} })) } },
  );
}

function exported(scene: Scene, me: Person, scope: ExportScope): PathExported['path'] {
  const couple = coupleOf(scene, me);
  const isAll = scope === 'all';
  // Before their own hour a path that ended at the other's still lives.
  const seen = couple === null ? null : pathSeenBy(couple, me);
  return {
    path: seen?.id ?? null,
    finished: Object.keys(couple?.done ?? {}).filter((id) => id !== seen?.id),
    wishes: isAll ? me.wishes.flatMap(({ on, subject }) => (on === 'path' ? [subject] : [])) : [],
    rests: isAll && me.restsPath !== null,
    shown: isAll
      ? shownOf(scene, me).map(({ scenario, answers }) => ({ scenario, pieces: answers[me.id]?.pieces ?? [] }))
      : [],
  };
}
