import { createHash } from 'node:crypto';
import type { Scenario, Scenarios } from '../core/round/scenario.js';

/**
 * Draws twenty prompts to judge the collection by. A commit draws them, so that nobody chooses which; the same commit
 * draws the same.
 */

const pickedCount = 20;
const digits = 8;

/** The first hex digits of a commit, as many as are used for the draw; null for anything else. */
export function readCommit(typed: string): string | null {
  return /^[0-9a-f]{8,40}$/iu.test(typed) ? typed.slice(0, digits).toLowerCase() : null;
}

export function pickedBy(commit: string, scenarios: Scenarios): readonly Scenario[] {
  const drawn = ({ id }: Scenario) => createHash('sha256').update(`${commit} ${id}`).digest('hex');
  return [...scenarios.values()]
    .filter(({ path, postcard, isRetired }) => path === undefined && postcard === undefined && isRetired !== true)
    .map((scenario) => ({ scenario, place: drawn(scenario) }))
    .toSorted((one, other) => (one.place < other.place ? -1 : 1))
    .slice(0, pickedCount)
    .map(({ scenario }) => scenario);
}
