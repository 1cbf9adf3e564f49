import type { Crisis } from '../command.js';
import { anyOf } from './crisis-index.js';
import { spelledOut } from './crisis-spelling.js';
import { figuresOfSpeech, suicideWords, violenceWords } from './crisis-words.js';

/**
 * Finds words about somebody's life or safety in what they write. Nothing is reported or kept; see heavy-words.ts.
 */

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

const isAboutLife = anyOf(suicideWords);
const isAboutSafety = anyOf(violenceWords);

function about(said: string, offered: readonly Crisis[]): Crisis | null {
  if (!offered.includes('suicide') && isAboutLife(said)) return 'suicide';
  return !offered.includes('violence') && isAboutSafety(said) ? 'violence' : null;
}
