import type { Crisis } from '../command.js';
import type { Event } from '../event.js';
import type { Passing } from '../given.js';
import type { PersonId } from '../ids.js';

/** The same as it is remembered: when it was, on a stopwatch, so that no step of the clock brings help twice or not at all. */
export interface Known {
  readonly offeredAt: Readonly<Partial<Record<Crisis, number>>>;
  readonly unsettled: number | null;
}

export const nothingKnown: Known = { offeredAt: {}, unsettled: null };

const offeredAgainMs = 24 * 3_600_000;

export function passingOf({ offeredAt, unsettled }: Known, elapsedMs: number): Passing {
  const offered = (['suicide', 'violence'] as const).filter((about) => {
    const at = offeredAt[about];
    return at !== undefined && elapsedMs - at < offeredAgainMs;
  });
  return { offered, unsettled };
}

export function knownAfter(before: Known, events: readonly Event[], elapsedMs: number): Known {
  return events.reduce((known, event) => {
    if (event.type === 'wordsSettled') return { ...known, unsettled: null };
    if (event.type !== 'helpOffered') return known;
    return {
      offeredAt: { ...known.offeredAt, [event.about]: elapsedMs },
      unsettled: event.isAsking ? event.typed : known.unsettled,
    };
  }, before);
}

/** Whether somebody has still to say whom one of these is for. */
export function isAskedOf(
  { id }: { readonly id: PersonId },
  pieces: readonly { readonly messageId: number }[],
  { passing }: { readonly passing?: Readonly<Record<PersonId, Passing>> },
): boolean {
  const unsettled = passing?.[id]?.unsettled ?? null;
  return unsettled !== null && pieces.some(({ messageId }) => messageId === unsettled);
}
