import type { Said } from '../listening/scene.js';
import type { Say, SayName, SayParams } from '../notice.js';
import type { ShownSaid } from '../path/say.js';
import type { AnswerShown } from '../round/say.js';
import type { Answer } from '../scene.js';
import type { Piece, Words } from '../piece.js';

/**
 * Which messages only show their reader words that the reader knows already. Such an echo comes without a sound: nobody
 * waits for it, and a notification would show it to whoever sits beside the phone, the tablet or the watch.
 */

type HoldsWords<Params> =
  Extract<
    Params[keyof Params],
    Answer | AnswerShown | ShownSaid | readonly Piece[] | readonly Said[] | Words
  > extends never
    ? false
    : true;
/** The sentences that have words of people in them, found by the types of what they are said with. */
type WithWords = { [Name in SayName]: HoldsWords<SayParams[Name]> extends true ? Name : never }[SayName];

/** A new sentence with words in it does not compile until it stands here. */
const kinds = {
  // With words of an earlier step, which both know; the question itself is new.
  prompt: 'news',
  draft: 'echo',
  choosing: 'echo',
  unfinished: 'echo',
  sheetRow: 'echo',
  sheetSealed: 'echo',
  sealed: 'echo',
  revealed: 'news',
  closedAnswer: 'news',
  reaction: 'news',
  reply: 'news',
  page: 'echo',
  postcardDraft: 'echo',
  postcardUnfinished: 'echo',
  postcardCame: 'news',
  postcardReply: 'news',
  breatherLine: 'echo',
  breatherLineSealed: 'echo',
  breatherOpened: 'news',
  listenConfirmed: 'echo',
  listenDraft: 'echo',
  listenSaid: 'news',
  listenLetters: 'news',
  listenQuote: 'echo',
  listenNotes: 'echo',
  listenHeardAgain: 'echo',
  listenPlan: 'echo',
  listenPlanSent: 'echo',
  listenPlanProposed: 'news',
  listenPlanAgreed: 'news',
  overlapOpened: 'news',
} satisfies Record<WithWords, 'echo' | 'news'>;

/** Without the words themselves, but about what was said a moment ago. */
const aboutWords: readonly SayName[] = [
  'offer',
  'ownPartAsked',
  'verdictAsked',
  'voiceAsked',
  'photoAsked',
  'postcardWhy',
];

export function isEcho({ name }: Say): boolean {
  return aboutWords.includes(name) || (name in kinds && kinds[name as WithWords] === 'echo');
}
