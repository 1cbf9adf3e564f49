import { rowOfKind } from '../core/round/kinds.js';
import type { Language } from '../core/round/scenario.js';
import type { Answer } from '../core/scene.js';
import { expandable, type FmtString } from '../telegram/format.js';
import { covered, lines } from './answer.js';
import type { About } from './texts.js';

/**
 * Small ways to ask for what was tapped first, on its writer's own card alone. Folded, and covered as the answer is: they
 * tell what was tapped.
 */
export function requestsOf(
  { picks }: Answer,
  scenario: string,
  language: Language,
  { scenarios }: About,
  lead: string,
): FmtString | null {
  const kind = scenarios.get(scenario)?.answer;
  if (kind === undefined) return null;
  const first = rowOfKind(kind)
    .read(kind, picks)
    .find(({ examples }) => examples !== undefined);
  if (first?.examples === undefined) return null;
  return expandable(lines(lead, covered(first.examples.map((example) => example[language]).join('\n'))));
}
