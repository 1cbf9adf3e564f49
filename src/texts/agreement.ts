import type { Language } from '../core/round/scenario.js';
import type { PromptSaid } from '../core/round/say.js';
import { bold, fmt, type FmtString } from '../telegram/format.js';
import { answerText, lines } from './answer.js';
import type { About } from './texts.js';

/** What both agreed on, above the question that asks after it; what was agreed in one wording belongs to neither. */
export function agreedBefore(
  { agreed, partnerName }: PromptSaid,
  { heading, mine }: { readonly heading: string; readonly mine: string },
  language: Language,
  { scenarios }: About,
): FmtString | null {
  if (agreed === null) return null;
  const { scenario, own, partner } = agreed;
  const said = (answer: typeof own, name: string, other: typeof own): readonly FmtString[] => {
    if (answer === null) return [];
    const words = answerText(answer, scenario, scenarios, language);
    return [other === null ? words : fmt`${bold(name)} ${words}`];
  };
  return lines(heading, ...said(own, mine, partner), ...said(partner, partnerName ?? '…', own));
}
