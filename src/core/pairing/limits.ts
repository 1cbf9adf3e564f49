import { minuteMs, hourMs, dayMs } from '../time/durations.js';

export const inviteLifeMs = 7 * dayMs;
/** When nobody has come by then, whoever invited is asked, once, whether to share the link again. */
export const inviteAskMs = dayMs;

interface Limit {
  readonly count: number;
  readonly withinMs: number;
}

/**
 * What somebody may do so many times within so long. Far above what two people need, and low enough that nobody can
 * tire another with it. What goes beyond is refused.
 */
export const allowed = {
  /** A new code for every room of the house; who needs more is trying something else. */
  invite: { count: 10, withinMs: dayMs },
  /** Every joining is a message to somebody; more than a few a day is a game played with them. */
  join: { count: 5, withinMs: dayMs },
  /** Asking somebody to listen, and asking again after taking it back. */
  listen: { count: 1, withinMs: 3 * hourMs },
  /** Proposing an agreement after a listening round, each time in other words. */
  plan: { count: 3, withinMs: dayMs },
  /** Making a room, each time a question to the other. */
  room: { count: 3, withinMs: dayMs },
  /** Making a file of everything takes some work, and one reader needs it no more often. */
  exportAll: { count: 1, withinMs: 10 * minuteMs },
} as const satisfies Record<string, Limit>;

/** How often somebody may make the phone of the other ring. What goes beyond arrives all the same, without a sound. */
const loud = {
  /** All of it together. */
  ring: { count: 12, withinMs: hourMs },
  ringJoin: { count: 1, withinMs: 3 * hourMs },
  ringListen: { count: 1, withinMs: dayMs },
  /** A call and its length are two messages. */
  ringBreather: { count: 4, withinMs: 3 * hourMs },
  ringQuestion: { count: 3, withinMs: 3 * hourMs },
} as const satisfies Record<string, Limit>;

export const limits = { ...allowed, ...loud } as const;

export type Limited = keyof typeof limits;
/** What limits how often the other's phone rings. */
export type Loud = keyof typeof loud;
export const limited = Object.keys(limits) as [Limited, ...Limited[]];
