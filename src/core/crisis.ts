import { spelledOut } from './crisis-spelling.js';
import { figuresOfSpeech, suicideWords, violenceWords } from './crisis-words.js';

/**
 * What somebody writes may be about their life or their safety. Then one line stands below it, for them alone, with the
 * way to people who can help. Nothing is reported or kept, not even that it was so; see heavy-words.ts.
 */
export type Crisis = 'violence' | 'suicide';

/** Longer than anything Telegram lets a person send in one message. */
const longestUnits = 4096;

/** Null for nearly everything people write. What has been offered already is not found again, so that it hides nothing else. */
export function crisisIn(text: string, offered: readonly Crisis[] = []): Crisis | null {
  const said = spelledOut(text.slice(0, longestUnits));
  if (about(said, offered) === null) return null;
  return about(
    figuresOfSpeech.reduce((rest, figure) => rest.replace(figure, ' ~ '), said).replace(/ +/g, ' '),
    offered,
  );
}

function about(said: string, offered: readonly Crisis[]): Crisis | null {
  const isFound = (crisis: Crisis, list: readonly RegExp[]): boolean =>
    !offered.includes(crisis) && list.some((words) => words.test(said));
  if (isFound('suicide', suicideWords)) return 'suicide';
  return isFound('violence', violenceWords) ? 'violence' : null;
}
