import type { Command } from '../command.js';
import type { Event } from '../event.js';
import type { Given } from '../given.js';
import { isHeldBack } from '../held-back.js';
import type { Instant } from '../ids.js';
import type { Couple, Scene } from '../scene.js';
import { calmMs, endsAt, patienceMs, untilOf } from './times.js';

/** What lies in the room: that it arrived, how long it may take, and when it is taken away again. */

/** It lies there. What nobody waits for there any more, since the room was shut meanwhile, is taken away again. */
export function roomArrived(
  scene: Scene,
  { chat, round, messageId }: Extract<Command, { type: 'roomArrived' }>,
  now: Instant,
): readonly Event[] {
  const couple = scene.about === null ? undefined : scene.couples[scene.about];
  if (couple === undefined) return [];
  const isAwaited =
    couple.room?.state === 'open' &&
    couple.room.chat === chat &&
    (round === null || couple.opened.some((one) => one.round.id === round && one.room === 'coming'));
  return isAwaited
    ? [{ type: 'roomLaid', couple: couple.id, round, messageId, at: now }]
    : [{ type: 'roomCleared', couple: couple.id, chat, posts: [{ messageId, at: now }] }];
}

/** What the clock does: it gives up what could not be laid, takes away what is old, looks again, and leaves. */
export function meetRoom(_scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  const { id, room } = couple;
  const late = couple.opened.flatMap(({ openedAt, round, room: lies }): readonly Event[] =>
    lies === 'coming' && openedAt + patienceMs <= now ? [{ type: 'roomGivenUp', couple: id, round: round.id }] : [],
  );
  if (room?.lookAt == null || room.lookAt > now) return late;
  return isHeldBack(couple)
    ? [...late, { type: 'roomLookSet', couple: id, at: now + calmMs }]
    : [...late, { type: 'roomLookedAt', couple: id, asked: null }];
}

export function tidyRoom(_scene: Scene, couple: Couple, { now }: Given): readonly Event[] {
  const { id, room } = couple;
  const ends = endsAt(couple);
  if (room === null || ends === null) return [];
  if (ends <= now) {
    const isMaking = room.state === 'found' || room.state === 'proposed';
    return [{ type: 'roomLeft', couple: id, why: isMaking ? 'lapsed' : 'asked' }];
  }
  const old = room.posts.filter((post) => (untilOf(post) ?? Infinity) <= now);
  return old.length === 0 ? [] : [{ type: 'roomCleared', couple: id, chat: room.chat, posts: old }];
}
