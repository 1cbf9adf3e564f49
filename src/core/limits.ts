import type { Instant, Person } from './scene.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export const inviteLifeMs = 7 * dayMs;

/**
 * What somebody may do so many times within so long. Far above what two people need, and low enough that nobody can
 * tire another with it.
 */
export const limits = {
  /** A new code for every room of the house; who needs more is trying something else. */
  invite: { count: 10, withinMs: dayMs },
  /** Every joining is a message to somebody; more than a few a day is a game played with them. */
  join: { count: 5, withinMs: dayMs },
} as const;

export type Limited = keyof typeof limits;

export function isSpent(person: Person, what: Limited, now: Instant): boolean {
  return within(person, what, now).length >= limits[what].count;
}

/** The person with one more of it, and without what no longer counts. */
export function spend(person: Person, what: Limited, now: Instant): Pick<Person, 'spent'> {
  return { spent: { ...person.spent, [what]: [...within(person, what, now), now] } };
}

function within({ spent }: Person, what: Limited, now: Instant): readonly Instant[] {
  return spent[what].filter((at) => at > now - limits[what].withinMs);
}
