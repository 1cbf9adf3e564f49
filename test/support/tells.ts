import { buttons, type Button, type ButtonName } from '../../src/core/buttons.js';
import type { Command } from '../../src/core/command.js';

/**
 * What somebody's partner may notice of something they do. Whatever has no line here must look as if nothing had been
 * done: to the partner's phone, whatever the partner does to find out.
 */
export type Tells =
  /** It goes to the other by itself: words, thanks, an invitation, a breather, the end; or it is set for both. */
  | 'at once'
  /** It opens, begins or is agreed once the other does the same. */
  | 'when both'
  /** What would have opened by itself stays closed. */
  | 'what it takes back'
  /** The same, and pages of the book of both are gone. */
  | 'what it takes back, and pages'
  /** A page of the book of both is gone. */
  | 'a page'
  /** The slower or more careful wish of the two counts for what the clock brings next. */
  | 'the next question'
  /** The shorter of both wishes counts; the book shows it, and /export says until when one's own words are kept. */
  | 'how long is kept'
  /** A breather until tonight or tomorrow ends when it is day for both. */
  | 'the end of a breather'
  /** It ends the pairing some days later. */
  | 'the end, at an hour of its own';

export type CommandName = Exclude<Command['type'], 'press'>;

/** By the name of a button or a command; a button of which it depends on what stands on it, by that as well. */
const tells: { readonly [What in ButtonName | CommandName | `${ButtonName}:${string}`]?: Tells | 'nothing' } = {
  // Words and answers
  seal: 'when both',
  sealChosen: 'when both',
  notYet: 'when both',
  live: 'when both',
  openYes: 'when both',
  add: 'when both',
  withdraw: 'what it takes back',
  rewrite: 'what it takes back',
  editSaid: 'what it takes back',
  'eraseNow:answers': 'what it takes back, and pages',
  sendReaction: 'at once',
  reply: 'at once',
  shareAnyway: 'at once',
  thank: 'at once',
  heart: 'at once',
  tellMore: 'at once',
  askQuestion: 'at once',
  give: 'at once',
  postcardThank: 'at once',
  postcardReply: 'at once',
  // The rhythm, and what the two share
  days: 'the next question',
  hour: 'the next question',
  holiday: 'the next question',
  wouldHelp: 'the next question',
  pickNext: 'the next question',
  keeping: 'how long is kept',
  // The book
  removePageNow: 'a page',
  keepPage: 'when both',
  keepLonger: 'when both',
  dropKeep: 'what it takes back',
  keepPlan: 'when both',
  dropPlan: 'what it takes back',
  askAgain: 'at once',
  ritualYes: 'when both',
  quiet: 'the end of a breather',
  setOpeningHour: 'at once',
  apart: 'at once',
  together: 'at once',
  shareZone: 'at once',
  // Paths: only what both want is told
  wishPath: 'when both',
  takeUpPath: 'when both',
  dropPath: 'what it takes back',
  beginPath: 'at once',
  nextStep: 'at once',
  beginTogether: 'at once',
  // A breather
  callBreather: 'at once',
  // In a moment that may be hard it begins; elsewhere it asks, and tells nothing (breather/asked.test.ts).
  askBreather: 'at once',
  beginBreather: 'at once',
  breathFor: 'at once',
  breathLonger: 'at once',
  'breathLonger:': 'nothing',
  breathMore: 'at once',
  'breathMore:': 'nothing',
  breathBack: 'when both',
  breathChoice: 'when both',
  breathSeal: 'when both',
  breathMoment: 'when both',
  // A listening round
  listenInvite: 'at once',
  listenNow: 'at once',
  listenLater: 'at once',
  'listenLater:': 'nothing',
  'listenLater:other': 'nothing',
  listenRecall: 'at once',
  listenCancel: 'at once',
  listenReady: 'when both',
  'listenReady:high': 'nothing',
  listenDone: 'at once',
  listenOption: 'at once',
  listenSignal: 'at once',
  listenTakeBack: 'what it takes back',
  listenSwap: 'when both',
  listenGoOn: 'when both',
  listenThank: 'at once',
  listenTension: 'when both',
  listenKeep: 'at once',
  listenPlanSend: 'at once',
  listenPlanYes: 'at once',
  // The end
  unpair: 'at once',
  unpairLater: 'the end, at an hour of its own',
  confirmUndo: 'at once',
  'eraseNow:everything': 'at once',
};

/** Null: nothing at all. */
export function tellsOf(what: Button | CommandName): Tells | null {
  const line =
    typeof what === 'string' ? tells[what] : (tells[`${what.name}:${what.arg}` as const] ?? tells[what.name]);
  return line === undefined || line === 'nothing' ? null : line;
}

const away: readonly string[] = ['stop', 'block'];
const lengths: readonly string[] = [
  'callBreather',
  'askBreather',
  'beginBreather',
  'breathFor',
  'breathLonger',
  'breathMore',
];

/** Whatever shows what stands in the book, or that a page does not any more. */
function looksInBook(what: Button | CommandName): boolean {
  return typeof what === 'string' ? what === 'showBook' : buttons[what.name].of === 'book';
}

/**
 * What the other leaves alone where lives that are this much apart are compared: an answer to an answer opens both, and
 * tells of the one that was there.
 */
export function leavesAlone(apart: Tells | null, what: Button | CommandName): boolean {
  switch (apart) {
    case 'when both':
    case 'what it takes back':
      return tellsOf(what) === 'when both';
    case 'what it takes back, and pages':
      return tellsOf(what) === 'when both' || looksInBook(what);
    case 'a page':
      return looksInBook(what);
    case 'how long is kept':
      return looksInBook(what) || (typeof what === 'string' ? what : what.name) === 'exportData';
    case 'the end of a breather':
      return lengths.includes(typeof what === 'string' ? what : what.name);
    case 'the next question':
      // Whoever is away does not see it come.
      return away.includes(typeof what === 'string' ? what : what.name);
    case 'the end, at an hour of its own':
    case 'at once':
    case null:
      return false;
  }
}
