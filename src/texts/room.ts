import { isVisible } from '../core/reading/visible.js';
import type { RoomReveal } from '../core/room/say.js';
import type { Opens } from '../core/round/say.js';
import type { Language } from '../core/round/scenario.js';
import { bold, italic, type FmtString } from '../telegram/format.js';
import { answerText, covered, lines, paragraphs } from './answer.js';
import { askedBefore } from './question.js';
import type { About } from './texts.js';

/** Whoever has a name that nobody can see is called apart from the other. */
const unnamed: Readonly<Record<Language, readonly [string, string]>> = {
  nl: ['De een', 'De ander'],
  en: ['One of you', 'The other'],
};

function calledOf(name: string, index: number, language: Language): string {
  return isVisible(name) ? name : unnamed[language][index === 0 ? 0 : 1];
}

/** One neutral line; the question, the names and what was said stand under one cover, so that a lock screen tells nothing. */
export function revealInRoom(
  { scenario, said }: RoomReveal,
  line: string,
  language: Language,
  about: About,
): FmtString {
  const question = askedBefore(scenario, language, about);
  return paragraphs(
    line,
    covered(
      paragraphs(
        question === null ? null : italic(question),
        ...said.map(({ writer, shown }, index) =>
          lines(bold(calledOf(writer, index, language)), answerText(shown.answer, scenario, about.scenarios, language)),
        ),
      ),
    ),
  );
}

/** When it opens, where it makes no difference that it is in their room. */
export function whenOpens(opens: Opens): Exclude<Opens, object | 'by-clock'> {
  if (opens === 'by-clock') return 'at-once';
  return typeof opens === 'object' ? (opens.inRoom ?? 'at-once') : opens;
}
