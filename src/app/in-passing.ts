import { nothingKnown, type Known } from '../core/help/passing.js';
import type { PersonId } from '../core/ids.js';
import type { Inbound } from '../store/store.js';

/** Beyond this many the longest ago is forgotten, and may be offered help once more. */
const remembered = 10_000;

/**
 * What is known of people in passing. Only in memory: that somebody wrote something heavy stands in no file, so a restart
 * may offer help once more; see docs/decisions/crisis-words-leave-no-trace.md.
 */
export interface InPassing {
  /** What the same inbound led to does not count: the store may ask its rule again. */
  of(person: PersonId, inbound: Inbound): Known;
  note(person: PersonId, inbound: Inbound, known: Known): void;
}

export function createInPassing(): InPassing {
  const people = new Map<PersonId, { readonly by: Inbound; readonly before: Known; readonly after: Known }>();
  const of = (person: PersonId, inbound: Inbound) => {
    const last = people.get(person);
    if (last === undefined) return nothingKnown;
    return last.by === inbound ? last.before : last.after;
  };
  return {
    of,
    note: (person, inbound, known) => {
      const before = of(person, inbound);
      if (known === before && people.get(person)?.by !== inbound) return;
      people.delete(person);
      people.set(person, { by: inbound, before, after: known });
      const [oldest] = people.keys();
      if (people.size > remembered && oldest !== undefined) people.delete(oldest);
    },
  };
}
