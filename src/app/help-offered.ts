import type { PersonId } from '../core/scene.js';
import type { Inbound } from '../store/store.js';

const againAfterMs = 24 * 3_600_000;
/** Beyond this many the longest ago is forgotten, and may be offered help once more. */
const remembered = 10_000;

/**
 * To whom help was offered in the last day, over something they wrote. Only in memory: that it was so stands in no
 * file, so a restart may offer it once more, and counted on a stopwatch; see docs/decisions/crisis-words-leave-no-trace.md.
 */
export interface HelpOffered {
  /** What the same inbound led to does not count: the store may ask its rule again. */
  isRecent(person: PersonId, inbound: Inbound, elapsedMs: number): boolean;
  note(person: PersonId, inbound: Inbound, elapsedMs: number): void;
}

export function createHelpOffered(): HelpOffered {
  const offered = new Map<PersonId, { readonly at: number; readonly by: Inbound }>();
  return {
    isRecent: (person, inbound, elapsedMs) => {
      const last = offered.get(person);
      return last !== undefined && last.by !== inbound && elapsedMs - last.at < againAfterMs;
    },
    note: (person, inbound, elapsedMs) => {
      offered.delete(person);
      offered.set(person, { at: elapsedMs, by: inbound });
      const [oldest] = offered.keys();
      if (offered.size > remembered && oldest !== undefined) offered.delete(oldest);
    },
  };
}
