import type { AllOf } from './all-of.js';
import { agreementPart } from './agreement/part.js';
import { breatherPart } from './breather/part.js';
import { listeningPart } from './listening/part.js';
import { pathPart } from './path/part.js';
import { pendingPart } from './pending-part.js';
import { postcardPart } from './postcard/part.js';
import { roundPart } from './round/part.js';
import { ritualPart } from './ritual/part.js';
import { roomPart } from './room/part.js';
import type { ExportScope } from './own-data/event.js';
import type { PersonId } from './ids.js';
import type { Piece } from './piece.js';
import type { Couple, CoupleParts, Person, Scene } from './scene.js';
import type { Part } from './part.js';

/** Everything that holds words: what the two share, and what one of them said and did not place yet. */

export type PartName = keyof CoupleParts | 'pending' | 'postcard';

/** In the order of an export. One that is missing does not compile. */
export const parts = {
  round: roundPart,
  path: pathPart,
  agreement: agreementPart,
  listening: listeningPart,
  pending: pendingPart,
  postcard: postcardPart,
  breather: breatherPart,
  room: roomPart,
  ritual: ritualPart,
} as const satisfies { readonly [Name in PartName]: Part<object> };

/** The parts that may hold all else; each has a row in slots.ts. */
export type HolderName = {
  readonly [Name in PartName]: (typeof parts)[Name]['holds'] extends 'never' ? never : Name;
}[PartName];

const all: readonly Part<object>[] = Object.values(parts);

export const holders = all.flatMap(({ holds }) => (holds === 'never' ? [] : [holds]));

/** Whether somebody may be in the middle of something. */
export function isOpen(couple: Couple): boolean {
  return all.some((part) => part.isOpen(couple));
}

export function leaveAll(scene: Scene, person: PersonId): Scene {
  return all.reduce((now, { left }) => left(now, person), scene);
}

export function eraseAll(scene: Scene, person: PersonId): Scene {
  return all.reduce((now, { erased }) => erased(now, person), scene);
}

export function wordsOf(scene: Scene, person: Person): readonly Piece[] {
  return all.flatMap((part) => part.wordsOf(scene, person));
}

export type PartsExported = AllOf<ReturnType<(typeof parts)[PartName]['exported']>>;

/** Everything that is kept of what this person said, and what became of it. */
export function exportParts(scene: Scene, person: Person, scope: ExportScope): PartsExported {
  return Object.assign({}, ...all.map(({ exported }) => exported(scene, person, scope))) as PartsExported;
}
