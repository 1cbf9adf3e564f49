import type { RoomState } from './scene.js';

/** What can happen to a group, or be found when the bot checks it. */
export type RoomHappening =
  /** The other of the two came in. */
  | 'completed'
  /** Somebody joined, or pressed a button there, who is not one of the two. */
  | 'joined'
  /** One of the two went. */
  | 'parted'
  | 'promoted'
  /** A message came that the bot is not meant to see. */
  | 'exposed'
  /** The bot is not in it any more. */
  | 'removed'
  /** One of the two added the bot, or picked the group, once more. */
  | 'added'
  | 'fits'
  | 'missing'
  /** Found, and neither of the two above. */
  | 'unfit';

/**
 * `wait`: the other is still missing. `propose`: each is asked. `leave`: with a word to whoever made it. `drop`: without one.
 * `shut`: nothing more is laid there, what lies there is taken away, both hear it.
 */
export type RoomMove = 'stay' | 'look' | 'wait' | 'propose' | 'leave' | 'drop' | 'shut' | 'answer';

/** The whole life of a room. Only a look that fits, and then a yes of both, opens one; only a look opens it again. */
export const roomTable: Readonly<Record<RoomState, Readonly<Record<RoomHappening, RoomMove>>>> = {
  found: {
    ...{ completed: 'look', joined: 'leave', parted: 'drop', promoted: 'leave', exposed: 'leave', removed: 'drop' },
    ...{ added: 'stay', fits: 'propose', missing: 'wait', unfit: 'leave' },
  },
  proposed: {
    ...{ completed: 'stay', joined: 'leave', parted: 'drop', promoted: 'leave', exposed: 'leave', removed: 'drop' },
    ...{ added: 'stay', fits: 'stay', missing: 'drop', unfit: 'leave' },
  },
  open: {
    ...{ completed: 'stay', joined: 'shut', parted: 'shut', promoted: 'shut', exposed: 'shut', removed: 'shut' },
    ...{ added: 'look', fits: 'stay', missing: 'shut', unfit: 'shut' },
  },
  shut: {
    ...{ completed: 'stay', joined: 'stay', parted: 'stay', promoted: 'stay', exposed: 'stay', removed: 'stay' },
    ...{ added: 'look', fits: 'propose', missing: 'answer', unfit: 'answer' },
  },
};
