import { createHash } from 'node:crypto';
import type { Scenario, Scenarios } from '../core/round/scenario.js';

/** Prompts to judge what ships by, drawn by a commit, so that nobody chooses which: the same twenty for the same one. */

const pickedCount = 20;
const digits = 8;

/** As many hex digits of a commit as draw; null for anything else. */
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
