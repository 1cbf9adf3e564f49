import type { Instant, Person } from './scene.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

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
const allowed = {
  /** A new code for every room of the house; who needs more is trying something else. */
  invite: { count: 10, withinMs: dayMs },
  /** Every joining is a message to somebody; more than a few a day is a game played with them. */
  join: { count: 5, withinMs: dayMs },
  /** Asking somebody to listen, and asking again after taking it back. */
  listen: { count: 1, withinMs: 3 * hourMs },
  /** Proposing an agreement after a listening round, each time in other words. */
  plan: { count: 3, withinMs: dayMs },
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

export function isSpent(person: Person, what: Limited, now: Instant): boolean {
  return within(person, what, now).length >= limits[what].count;
}

/** How long until it may be done again; 0 when it may be done now. */
export function waitMs(person: Person, what: Limited, now: Instant): number {
  if (!isSpent(person, what, now)) return 0;
  const [first = now] = within(person, what, now).slice(-limits[what].count);
  return first + limits[what].withinMs - now;
}

/** The person with one more of each, and without whatever no longer counts. */
export function spend(person: Person, what: Limited | readonly Limited[], now: Instant): Pick<Person, 'spent'> {
  const more = [what].flat();
  const spent = limited.flatMap((one) => {
    const times = [...within(person, one, now), ...(more.includes(one) ? [now] : [])];
    return times.length === 0 ? [] : [[one, times] as const];
  });
  return { spent: Object.fromEntries(spent) };
}

/**
 * What somebody did that has a limit. That something of theirs made the other's phone ring is not among it: where the
 * other has stopped or blocked the bot it did not, and nobody is to find that out.
 */
export function spentAlone({ spent }: Person): Person['spent'] {
  return Object.fromEntries(Object.entries(spent).filter(([what]) => what in allowed));
}

/** The person as if they had not done it. */
export function unspend(person: Person, what: readonly Limited[]): Pick<Person, 'spent'> {
  return { spent: Object.fromEntries(Object.entries(person.spent).filter(([one]) => !what.some((it) => it === one))) };
}

function within({ spent }: Person, what: Limited, now: Instant): readonly Instant[] {
  return (spent[what] ?? []).filter((at) => at > now - limits[what].withinMs);
}
