import { figuresEn, suicideEn, violenceEn } from './crisis-words-en.js';
import { figuresNl, suicideNl, violenceNl } from './crisis-words-nl.js';

/**
 * What people write when it may be about their life or their safety, in Dutch and English, since people mix them. Matched
 * on text as `spelledOut` leaves it. The words miss more than they find, which is why /hulp stands in everybody's menu.
 */
export const suicideWords: readonly RegExp[] = [...suicideNl, ...suicideEn];
export const violenceWords: readonly RegExp[] = [...violenceNl, ...violenceEn];

/** Taken out first: what is said in fun, of a film, of something else. */
export const figuresOfSpeech: readonly RegExp[] = [...figuresNl, ...figuresEn];
