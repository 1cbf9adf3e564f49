import type { Instant } from '../ids.js';
import { type Limited, limits, limited, allowed } from './limits.js';
import type { Person } from '../scene.js';

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

/** The person as if they had not done it. */
export function unspend(person: Person, what: readonly Limited[]): Pick<Person, 'spent'> {
  return { spent: Object.fromEntries(Object.entries(person.spent).filter(([one]) => !what.some((it) => it === one))) };
}

export function within({ spent }: Person, what: Limited, now: Instant): readonly Instant[] {
  return (spent[what] ?? []).filter((at) => at > now - limits[what].withinMs);
}

/**
 * What somebody did that has a limit. That something of theirs made the other's phone ring is not among it: where the
 * other has stopped or blocked the bot it did not, and nobody is to find that out.
 */
export function spentAlone({ spent }: Person): Person['spent'] {
  return Object.fromEntries(Object.entries(spent).filter(([what]) => what in allowed));
}
