import type { AgreedSaid } from '../agreement/say.js';
import type { ShownSaid } from '../path/say.js';
import type { RoundStep } from '../path/scene.js';
import type { Help } from './event.js';
import type { Instant } from '../ids.js';
import type { Piece, Words } from '../piece.js';
import type { Answer, Pending } from '../scene.js';
import type { InBoth } from './scenario.js';

/**
 * When a sealed answer opens: as soon as both sealed, at the moment that puts it away, at an hour, or after a fresh yes of
 * both; and whether in their room.
 */
export type Opens = 'at-once' | 'by-clock' | 'asked' | Instant | { readonly inRoom: Instant | null };

/** The sentences of a round; see notice.ts. */
export interface RoundSayParams {
  prompt: PromptSaid;
  /** What kind of question somebody would like; `isRunOut`: nearly all that is asked once was, which is said once. */
  kindAsked: { readonly isRunOut: boolean };
  draft: {
    readonly answer: Answer;
    readonly scenario: string;
    readonly isAlone: boolean;
    readonly opens: Opens;
  };
  /** A stem with gaps left: the next is of this line. `isBegun`: the line has words; `sealing` once a line can open. */
  unfinished: {
    readonly answer: Answer;
    readonly scenario: string;
    readonly line: string;
    readonly isBegun: boolean;
    readonly sealing: { readonly isAlone: boolean; readonly opens: Opens } | null;
  };
  /** What somebody has so far, of which they tap what may open; `line` is the sentence that comes next, if any. */
  choosing: {
    readonly answer: Answer;
    readonly scenario: string;
    readonly line: string | null;
    readonly isBegun: boolean;
    readonly sealing: { readonly isAlone: boolean; readonly opens: Opens };
  };
  keptToMyself: { readonly partner: string | null };
  /** `isSecond`: it is the second part of its sentence. */
  ownPartAsked: { readonly isSecond: boolean };
  /** A word that says what somebody else did: what does its writer feel themselves? */
  verdictAsked: { readonly word: string; readonly feelings: readonly InBoth[]; readonly namesHelp: boolean };
  draftCleared: object;
  sealed: {
    readonly answer: Answer;
    readonly scenario: string;
    readonly partner: string | null;
    readonly opens: Opens;
  };
  sealedAndOpen: object;
  skipped: { readonly partner: string | null };
  postponed: { readonly at: Instant };
  revealed: {
    readonly scenario: string;
    readonly own: AnswerShown;
    readonly partner: AnswerShown;
    readonly partnerName: string;
  };
  /** What both tapped, and nothing else; `canAgree`: a moment that can become theirs. */
  overlapOpened: { readonly scenario: string; readonly answer: Answer; readonly canAgree: boolean };
  partnerVoice: { readonly partner: string; readonly fileId: string };
  closedAnswer: { readonly scenario: string; readonly partner: string; readonly answer: Answer };
  closedAnswerSent: { readonly partner: string };
  /** `isLast`: nothing new comes by itself after it. */
  rested: { readonly hadSealed: boolean; readonly isLast: boolean };
  /** The picture of what both opened, after the message that holds the words. */
  loop: LoopSaid;
  /** Each one's words beside the other's, after the message that holds them. */
  words: { readonly said: WordsSaid } & WordsOf;
  /** A row of a sheet, to whoever fills it in. */
  sheetRow: { readonly scenario: string; readonly at: string; readonly answer: Answer };
  /** Which themes may open; `canChoose` once there are enough to choose from. */
  sheetThemes: {
    readonly scenario: string;
    readonly partner: string | null;
    readonly canChoose: boolean;
    readonly sealing: { readonly isAlone: boolean; readonly opens: Opens };
  };
  sheetSealed: {
    readonly scenario: string;
    readonly answer: Answer;
    readonly partner: string | null;
    readonly opens: Opens;
  };
  sheetOpened: { readonly scenario: string };
  /** One theme of an opened sheet; all are there, so that each page comes in the same way. */
  sheetPage: { readonly pages: readonly WordsSaid[]; readonly page: number } & WordsOf;
  /** Put away, and still to be filled in for so many days. */
  stillOpen: { readonly days: number };
  thanks: { readonly partner: string };
  thanked: { readonly partner: string };
  moreAsked: { readonly partner: string };
  moreAskedSent: { readonly partner: string };
  reaction: { readonly partner: string; readonly pieces: readonly Piece[] };
  reactionSent: { readonly partner: string };
  /** One of the replies that the question came with, as it reaches the other. */
  reply: {
    readonly partner: string;
    readonly scenario: string;
    readonly reply: string;
    readonly pieces: readonly Piece[];
  };
  /** A reply asks for the words that go with it. */
  replyAsked: { readonly limit: number };
  offer: { readonly what: Pending['what']; readonly partner: string | null };
  leftAsIs: object;
}

/** The sentences about what the two decide about their rounds: how deep, when they open, what comes next. */
export interface OpeningSayParams {
  /** A deeper prompt, before its reader opens it. */
  folded: object;
  yesAsked: object;
  yesNoted: object;
  choices: { readonly scenarios: readonly string[] };
  nextPicked: { readonly scenario: string };
  openingHourAsked: object;
  /** `question` is the reader's own hour for a question where that leaves too little time to answer the same day. */
  openingHourChosen: { readonly minute: number | null; readonly question: number | null };
  deeperAsked: { readonly isOn: boolean };
  deeperChosen: { readonly how: 'on' | 'off' };
  apartChosen: { readonly isApart: boolean };
  helpAsked: object;
  helpChosen: { readonly help: Help };
}

export interface PromptSaid {
  readonly scenario: string;
  readonly example: number;
  /** A first showing carries an example line; a repeat does not. */
  readonly isFirst: boolean;
  /** The step of a path that it is. */
  readonly step: Pick<RoundStep, 'path' | 'id'> | null;
  /** Words of both that opened at an earlier step, and what the other is called. */
  readonly shows: ShownSaid | null;
  /** What both agreed on, where the question is about that. */
  readonly agreed: AgreedSaid | null;
  readonly partnerName: string | null;
}

/** `isClosed`: there are words, and they stay with their writer for now. */
export interface AnswerShown {
  readonly answer: Answer;
  readonly isClosed: boolean;
}

/** A page of what two people tapped: rows with a statement, and a word of each; by person id, as in a loop. */
export interface WordsSaid {
  readonly title: InBoth | null;
  readonly rows: readonly WordsRow[];
  /** A sentence that both finished. */
  readonly sentences: readonly (readonly [FilledLine, FilledLine])[];
}

export interface WordsRow {
  readonly statement: InBoth | null;
  /** Null where one of them has none. */
  readonly words: readonly [InBoth | null, InBoth | null];
}

/** Whose words stand first and second, which of the two reads, and what the other is called. */
export interface WordsOf {
  readonly partner: string;
  readonly names: readonly [string, string];
  readonly mine: 0 | 1;
}

/** By person id, so that both get the same picture. */
export interface LoopSaid {
  readonly top: LoopHalfSaid;
  readonly bottom: LoopHalfSaid;
}

export interface LoopHalfSaid {
  readonly sentence: FilledLine;
  readonly hope: FilledLine | null;
}

/** The text of a stem's line, and what fills each of its gaps; null for what was spoken. */
export interface FilledLine {
  readonly text: InBoth;
  readonly gaps: readonly (Words | null)[];
}
