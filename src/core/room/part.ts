import { withCouple } from '../change.js';
import type { Part } from '../part.js';
import { coupleOf, personOf } from '../person.js';
import type { PersonId } from '../ids.js';
import type { Couple, Scene } from '../scene.js';
import type { RoomState } from './scene.js';
import { roomSeenBy } from './seen.js';

export interface RoomExported {
  readonly room: RoomState | null;
}

/** What lies in it holds words of both, and is taken away with those of either. */
export const roomPart = {
  holds: 'never',
  isOpen: () => false,
  left,
  erased,
  wordsOf: () => [],
  exported: (scene, me) => ({ room: roomSeenBy(coupleOf(scene, me), me)?.state ?? null }),
} as const satisfies Part<RoomExported>;

/** A round that was asked with a room rests from then on as one that is not answered; see `mayOpenNow`. */
export function left(scene: Scene, person: PersonId): Scene {
  const couple = coupleOf(scene, personOf(scene, person));
  if (couple === null) return scene;
  return withCouple(scene, couple.id, ({ openings }) => {
    const kept = openings.filter(({ round }) => !isForRoom(couple, round));
    return kept.length === openings.length ? {} : { openings: kept };
  });
}

function isForRoom({ round, rested }: Couple, id: string): boolean {
  return [round, ...rested.map((one) => one.round)].some((one) => one?.id === id && one.room !== undefined);
}

function erased(scene: Scene, person: PersonId): Scene {
  const couple = coupleOf(scene, personOf(scene, person));
  if (couple?.room == null) return scene;
  const { room } = couple;
  return withCouple(scene, couple.id, ({ opened }) => ({
    ...(room.posts.length === 0 ? {} : { room: { ...room, posts: [] } }),
    ...(opened.some((one) => one.room === 'coming')
      ? { opened: opened.map((one) => (one.room === 'coming' ? { ...one, room: undefined } : one)) }
      : {}),
  }));
}
