import type { FilledLine, LoopHalfSaid, LoopSaid } from '../core/round/say.js';
import type { Language } from '../core/round/scenario.js';
import type { LoopHalf, LoopWords } from '../drawing/loop.js';

const spoken: Readonly<Record<Language, string>> = { nl: '(ingesproken)', en: '(spoken)' };

/** What is drawn in a loop, as its reader reads it. */
export function loopWords({ top, bottom }: LoopSaid, language: Language): LoopWords {
  const half = ({ sentence, hope }: LoopHalfSaid): LoopHalf => ({
    sentence: filledText(sentence, language),
    hope: hope === null ? null : filledText(hope, language),
  });
  return { language, top: half(top), bottom: half(bottom) };
}

/** The text of a line with its gaps filled; one that was not filled stays as it is. */
export function filledText({ text, gaps }: FilledLine, language: Language): string {
  let next = 0;
  return text[language].replace(/…/g, (gap) => {
    const said = gaps[next++];
    return said === undefined ? gap : (said?.words ?? spoken[language]);
  });
}
