import { isOverlap } from '../core/round/overlap.js';
import { rowOfKind } from '../core/round/kinds.js';
import type { About } from './texts.js';

/** How many may be tapped of a question of which only what both tapped opens; null for any other. */
export function tapsMax(scenario: string, { scenarios }: About): number | null {
  const found = scenarios.get(scenario);
  return found !== undefined && isOverlap(found) ? rowOfKind(found.answer).limit(found.answer) : null;
}
