import { pageMs } from '../book/times.js';
import { withCouple } from '../change.js';
import type { Instant, PersonId } from '../ids.js';
import type { Part } from '../part.js';
import { coupleOf, personOf } from '../person.js';
import type { Piece } from '../piece.js';
import type { Person, Scene } from '../scene.js';

export interface AgreementsExported {
  /**
   * For /export: the agreements that both keep, with one's own words and how long they are kept. When they are asked
   * after is left out: it would tell the other's hour.
   */
  readonly agreements: readonly {
    readonly scenario: string;
    readonly pieces: readonly Piece[];
    readonly picks: readonly string[];
    readonly until: Instant;
  }[];
}

/** A stop changes nothing, so that it looks like silence to the other. An erasure takes the page away, for both. */
export const agreementPart = {
  holds: 'never',
  isOpen: () => false,
  left: (scene) => scene,
  erased,
  wordsOf: (scene, me) => ownIn(scene, me).flatMap(({ pieces }) => pieces),
  exported: (scene, me) => ({
    agreements: kept(scene, me).map(({ scenario, keptAt, words }) => ({
      scenario,
      pieces: words[me.id]?.pieces ?? [],
      picks: words[me.id]?.picks ?? [],
      until: keptAt + pageMs,
    })),
  }),
} as const satisfies Part<AgreementsExported>;

const kept = (scene: Scene, me: Person) => coupleOf(scene, me)?.agreements ?? [];

function ownIn(scene: Scene, me: Person) {
  const keeping = coupleOf(scene, me)?.keeping ?? [];
  const words = [...kept(scene, me).map((one) => one.words), ...keeping.map(({ agreed }) => agreed?.words ?? {})];
  return words.flatMap((one) => one[me.id] ?? []);
}

function erased(scene: Scene, id: PersonId): Scene {
  const couple = coupleOf(scene, personOf(scene, id));
  if (couple === null) return scene;
  return withCouple(scene, couple.id, ({ agreements, keeping }) =>
    agreements.length + keeping.length === 0 ? {} : { agreements: [], keeping: [] },
  );
}
