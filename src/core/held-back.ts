import { type Speech } from './command.js';
import { holders } from './parts.js';
import { askedByWord } from './reading/plain-word.js';
import type { Couple, Person } from './scene.js';
import type { Instant } from './ids.js';

/** While a breather or a listening round lasts, nothing else of the two begins, opens or is asked. */
export function isHeldBack(couple: Couple): boolean {
  return holders.some((holds) => holds(couple));
}

/** Words that mean a command keep their meaning, and so does the answer to a question of the bot's own. */
export function isMeantForBot({ asked }: Person, speech: Speech, now: Instant): boolean {
  if (speech.kind !== 'text') return false;
  // The words of a reply, of a row and of a postcard are for the other.
  const isForOther = asked !== null && ['reply', 'row', 'postcard'].includes(asked.what);
  const isAsked = asked !== null && asked.until > now && !isForOther;
  return isAsked || askedByWord(speech) !== null;
}
