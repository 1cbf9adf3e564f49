import { isOneOf, openedButtons, pendingButtons, roundButtons, type Button } from './command.js';
import { isTakenUp } from './listening-scene.js';
import type { Couple } from './scene.js';

/** What adds, seals or sends waits for a breather and for a listening round; taking back and letting be does not. */
const waiting = [
  ...roundButtons,
  ...pendingButtons,
  ...openedButtons,
  'openYes',
  'chooseNext',
  'pickNext',
  'askQuestion',
] as const;
const letThrough = ['withdraw', 'leaveIt', 'neverMind'] as const;

export function mustWait(button: Button): boolean {
  return isOneOf(button, waiting) && !isOneOf(button, letThrough);
}

/** While a breather or a listening round lasts, nothing else of the two begins, opens or is asked. */
export function isHeldBack({ breather, listening }: Couple): boolean {
  return breather !== null || isTakenUp(listening);
}

/** Words that mean a command keep their meaning, wherever the rest of what is said goes. */
const commandWords: ReadonlySet<string> = new Set(['stop', 'hulp', 'help', 'adempauze', 'breather', 'pauze']);

export function isCommandWord(text: string): boolean {
  return commandWords.has(text.trim().toLowerCase());
}
