import {
  isOneOf,
  openedButtons,
  pendingButtons,
  roundButtons,
  type Button,
  type PersonCommand,
  type Speech,
} from './command.js';
import { isTakenUp } from './listening/scene.js';
import { askedByWord } from './plain-word.js';
import type { Couple, Person } from './scene.js';
import type { Instant } from './ids.js';

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

/** What neither a breather nor a listening round ever stands in the way of. */
const alwaysThrough = [
  'inform',
  'pressUnknown',
  'stop',
  'erase',
  'exportData',
  'unknownCommand',
  'tooFast',
  'sendMore',
  'passInvite',
  'showInvite',
  'showSettings',
  'shareZone',
  'callBreather',
] as const satisfies readonly PersonCommand['type'][];
type AlwaysThrough = Extract<PersonCommand, { type: (typeof alwaysThrough)[number] }>;

export function isAlwaysThrough(command: PersonCommand): command is AlwaysThrough {
  return alwaysThrough.some((type) => type === command.type);
}

/** Words that mean a command keep their meaning, and so does the answer to a question of the bot's own. */
export function isMeantForBot({ asked }: Person, speech: Speech, now: Instant): boolean {
  if (speech.kind !== 'text') return false;
  return (asked !== null && asked.until > now) || askedByWord(speech) !== null;
}
