import type { BreatherSayParams } from './breather/say.js';
import type { Button } from './buttons.js';
import type { Info } from './command.js';
import type { Crisis } from './command.js';
import type { Erasure, Help, Noted, Refusal, SettingsView, WordsSettled } from './event.js';
import type { WordsPlace } from './event.js';
import type { ExportSaid } from './own-data/export.js';
import type { ListeningSayParams } from './listening/say.js';
import type { InBoth, Language } from './round/scenario.js';
import type { Answer, Asked, KeepDays, Pending, Rhythm } from './scene.js';
import type { Piece } from './piece.js';
import type { Instant, LocalDate, PersonId } from './ids.js';

/** One message to one person, before it is put into words. */
export interface Notice {
  readonly to: PersonId;
  /** Replies to a tap go first, then reveals, then what the clock starts, then what takes a message away again. */
  readonly lane: 'reply' | 'reveal' | 'scheduled' | 'sweep';
  /** A `toast` is shown over the chat in answer to a tap; where nothing was tapped it is a message. */
  readonly act: Act;
  /** The name by which a later notice, a reply or a heart refers to this message. */
  readonly card: string | null;
  /** A message of the person's own, by its number, for a notice that takes it away; null for one of the bot's. */
  readonly messageId: number | null;
  /** It takes away the very message that was tapped, whatever is known of that one. */
  readonly isTapped: boolean;
  readonly say: Say | null;
  readonly keys: readonly (readonly Key[])[];
  /** Telegram keeps protected content from being forwarded or saved. */
  readonly isProtected: boolean;
  readonly isSilent: boolean;
  readonly notBefore: Instant | null;
  readonly dropAfter: Instant | null;
  readonly localDate: LocalDate | null;
  readonly isNudge: boolean;
  /** The folded message it lies in until its reader opens that, and no longer than `until`; see fold.ts. */
  readonly fold: { readonly card: string; readonly until: Instant } | null;
  /** The keyboard below the chat: one key that shares where somebody is, once; or away with it. */
  readonly board: 'share-place' | 'none' | null;
}

/** Each way to say something, and whether it makes a new message. */
const makesMessage = {
  ...{ send: true, toast: true, voice: true, animation: true, photo: true, document: true },
  ...{ edit: false, editKeys: false, delete: false, unfold: false },
} as const;
export type Act = keyof typeof makesMessage;
export const isMessage = ({ act }: Pick<Notice, 'act'>): boolean => makesMessage[act];

/** A label is the button's own unless it names an option. */
export interface PressKey {
  readonly kind: 'press';
  readonly button: Button;
  readonly label: InBoth | null;
  readonly isOn: boolean;
}

/** Something to tap under a message. */
export type Key =
  | PressKey
  | { readonly kind: 'shareInvite'; readonly code: string }
  | { readonly kind: 'copyInvite'; readonly code: string };

/** When a sealed answer opens: as soon as both sealed, at an hour, or after a fresh yes of both. */
export type Opens = 'at-once' | 'asked' | Instant;

/** What each sentence needs to know; texts/ has one function for each, in each language. */
export interface SayParams extends BreatherSayParams, ListeningSayParams {
  welcome: { readonly name: string; readonly inviter: string | null };
  terms: object;
  declined: object;
  /** To somebody who uses the bot already: who invites them; null where that is not known now. */
  pairAsked: { readonly inviter: string | null };
  pairDeclined: object;
  termsChanged: { readonly isSaid: boolean };
  voiceAsked: object;
  voiceAllowed: object;
  voiceLetGo: object;
  helpOffered: {
    readonly about: Crisis;
    readonly words: WordsPlace;
    readonly isAsking: boolean;
    readonly partner: string | null;
  };
  whoseAsked: { readonly partner: string | null };
  /** `about`: the help that stood there stays until it goes away. */
  wordsSettled: { readonly how: WordsSettled; readonly about: Crisis | null };
  codeUnknown: object;
  invite: { readonly code: string; readonly expiresAt: Instant | null; readonly isFirst: boolean };
  /** Under the picture of its link. */
  inviteQr: { readonly code: string };
  partnerAwaited: { readonly expiresAt: Instant | null };
  inviteExpired: object;
  paired: { readonly partner: string };
  joined: { readonly partner: string };
  undoAsked: { readonly partner: string };
  undoDropped: { readonly partner: string };
  undone: { readonly partner: string };
  prompt: PromptSaid;
  /** A deeper prompt, before its reader opens it. */
  folded: object;
  draft: {
    readonly answer: Answer;
    readonly scenario: string;
    readonly isAlone: boolean;
    readonly opens: Opens;
  };
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
  partnerVoice: { readonly partner: string; readonly fileId: string };
  closedAnswer: { readonly scenario: string; readonly partner: string; readonly answer: Answer };
  closedAnswerSent: { readonly partner: string };
  /** `isLast`: nothing new comes by itself after it. */
  rested: { readonly hadSealed: boolean; readonly isLast: boolean };
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
  thanks: { readonly partner: string };
  thanked: { readonly partner: string };
  moreAsked: { readonly partner: string };
  moreAskedSent: { readonly partner: string };
  reaction: { readonly partner: string; readonly pieces: readonly Piece[] };
  reactionSent: { readonly partner: string };
  offer: { readonly what: Pending['what']; readonly partner: string | null };
  leftAsIs: object;
  rhythm: { readonly days: readonly number[]; readonly minute: number };
  rhythmAccepted: object;
  settings: SettingsSaid;
  asked: { readonly what: SettingAsked };
  reminder: object;
  /** The line that stands for a message in discreet mode, and what is read where nothing lies in it any more. */
  unopened: object;
  unopenedGone: object;
  discreetOffered: object;
  discreetChosen: { readonly isOn: boolean };
  zoneChanged: { readonly zone: string; readonly at: Instant };
  status: {
    readonly partner: string | null;
    readonly round: 'none' | 'open' | 'answered';
    readonly isPaired: boolean;
    /** The reader's own rhythm; null where it has nothing to say. */
    readonly own: { readonly days: readonly number[]; readonly minute: number } | null;
  };
  /** `isLeaving`: the pairing is to end in some days. */
  stopped: { readonly partner: string | null; readonly isLeaving: boolean };
  silenceKept: { readonly partner: string | null };
  leavingSet: { readonly partner: string };
  leavingDropped: { readonly partner: string | null };
  wentOn: object;
  unpaired: object;
  beginningAsked: object;
  unpairedSelf: { readonly partner: string | null };
  /** With a file: a page to read, or data for another program. */
  exported: { readonly as: 'page' | 'data'; readonly data: ExportSaid };
  exportAllAsked: object;
  eraseAsked: { readonly partner: string | null };
  /** `hasFolds`: what they have not opened yet goes as well. */
  eraseExplained: { readonly what: Erasure; readonly partner: string | null; readonly hasFolds: boolean };
  eraseDropped: object;
  answersErased: { readonly partner: string | null };
  chatCleared: object;
  erased: object;
  stayAsked: { readonly isPaired: boolean };
  stayed: object;
  erasedInSilence: object;
  voiceReturned: { readonly partner: string };
  voiceLost: { readonly partner: string };
  ownVoiceLost: { readonly partner: string };
  botChanged: { readonly partner: string | null };
  /** `from`: the moment of the copy, when it is known. */
  restored: { readonly from: Instant | null };
  cameBack: object;
  commandOffered: { readonly command: 'stop' | 'helplines' | 'callBreather' };
  /** Of help lines those of the reader's own country, or the others; `isTyped`: a command goes away with it. */
  informed: { readonly about: Info; readonly lands?: 'own' | 'other'; readonly isTyped?: boolean };
  refused: Refusal;
  failed: object;
}

export interface PromptSaid {
  readonly scenario: string;
  readonly example: number;
  /** A first showing carries an example line; a repeat does not. */
  readonly isFirst: boolean;
}

/** What the settings card asks to type. */
export type SettingAsked = Exclude<Asked, 'plan'>;

export interface SettingsSaid {
  readonly view: SettingsView;
  readonly noted: Noted | null;
  readonly language: Language;
  readonly rhythm: Rhythm;
  readonly zone: string;
  readonly at: Instant;
  readonly holidayUntil: LocalDate | null;
  readonly wantsReminders: boolean;
  readonly isDiscreet: boolean;
  readonly opensMinute: number | null;
  readonly isDeeper: boolean;
  /** Null for whoever is in no couple: there is nobody to be apart from. */
  readonly isApart: boolean | null;
  readonly keepDays: KeepDays;
}

/** `isClosed`: there are words, and they stay with their writer for now. */
export interface AnswerShown {
  readonly answer: Answer;
  readonly isClosed: boolean;
}

export type SayName = keyof SayParams;
export type Say = { readonly [Name in SayName]: { readonly name: Name; readonly params: SayParams[Name] } }[SayName];

export function say<Name extends SayName>(name: Name, params: SayParams[Name]): Say {
  return { name, params } as Extract<Say, { name: Name }>;
}
