import type { ArrivalEvent } from './moved/event.js';
import type { BreatherEvent } from './breather/event.js';
import type { HelpPage, Info } from './command.js';
import type { Crisis } from './command.js';
import type { QuietHours } from './reading/hour.js';
import type { Limited } from './pairing/limits.js';
import type { ListeningEvent } from './listening/event.js';
import type { Language } from './round/scenario.js';
import type { Answer, Asked, HeldVoice, KeepDays, Opening, Pending, Rhythm, Round } from './scene.js';
import type { Piece } from './piece.js';
import type { CoupleId, Instant, LocalDate, PersonId, RoundId } from './ids.js';

/**
 * What happened: the vocabulary of `evolve`, `announce` and the tests. Events carry what was drawn or chosen; none is
 * ever stored.
 */
type Happened =
  // Getting to know a person
  /** `typed`: the number of the message that asked for it, 0 for none. It travels in the buttons: nothing is stored yet. */
  | {
      readonly type: 'welcomed';
      readonly person: PersonId;
      readonly name: string;
      readonly code: string | null;
      readonly typed: number;
    }
  | { readonly type: 'termsShown'; readonly person: PersonId; readonly code: string | null; readonly typed: number }
  | { readonly type: 'languageChosen'; readonly person: PersonId; readonly language: Language }
  | { readonly type: 'declined'; readonly person: PersonId }
  | { readonly type: 'guessedWrong'; readonly person: PersonId; readonly at: Instant }
  | { readonly type: 'consentGiven'; readonly person: PersonId; readonly name: string; readonly at: Instant }
  /** `typed` is the message that asked for it: where others should not find it, it goes away with the answer. */
  | { readonly type: 'informed'; readonly person: PersonId; readonly about: Info; readonly typed?: number }
  /** Something written sounds as if its writer could use help; only they are told, and nothing of it is kept. */
  | {
      readonly type: 'helpOffered';
      readonly person: PersonId;
      readonly about: Crisis;
      /** The message with the words, and where they stand now. */
      readonly typed: number;
      readonly words: WordsPlace;
      /** They could cross from there: nothing that sends them on is shown before somebody says whom they are for. */
      readonly isAsking: boolean;
    }
  /** Said whom the words are for; `messages` are taken from the chat. */
  | {
      readonly type: 'wordsSettled';
      readonly person: PersonId;
      readonly slot: string;
      readonly typed: number;
      readonly about: Crisis | null;
      readonly how: WordsSettled;
      readonly messages: readonly number[];
    }
  /** Of the help lines those of the reader's own country, or the others, in the place of what stood there. */
  | {
      readonly type: 'countriesShown';
      readonly person: PersonId;
      readonly about: HelpPage;
      readonly lands: 'own' | 'other';
      readonly slot: string;
      readonly typed: number;
    }
  /** [Nu weghalen]: `slot` and `typed` name the message, and what was typed for it. */
  | { readonly type: 'briefRemoved'; readonly person: PersonId; readonly slot: string; readonly typed: number }
  /** They agreed to earlier terms; `isSaid` when they just said something, which is not kept. */
  | { readonly type: 'termsChanged'; readonly person: PersonId; readonly isSaid: boolean }
  // The first voice note
  | { readonly type: 'voiceHeld'; readonly person: PersonId; readonly voice: HeldVoice }
  | { readonly type: 'voiceAllowed'; readonly person: PersonId; readonly at: Instant }
  | { readonly type: 'voiceLetGo'; readonly person: PersonId }
  | { readonly type: 'statusTold'; readonly person: PersonId }
  // Pairing
  | { readonly type: 'houseOpened'; readonly couple: CoupleId; readonly code: string }
  | {
      readonly type: 'coupleFounded';
      readonly couple: CoupleId;
      readonly person: PersonId;
      readonly code: string;
      readonly expiresAt: Instant;
    }
  /** `isAgain`: the first of a couple that begins after another one ended. */
  | { readonly type: 'inviteShown'; readonly person: PersonId; readonly isFirst: boolean; readonly isAgain?: boolean }
  /** Of somebody who was left lately: whether they want to begin again is theirs to say. */
  | { readonly type: 'beginningAsked'; readonly person: PersonId }
  /** The invite as a picture to scan, for two people on one sofa. */
  | { readonly type: 'inviteQrShown'; readonly person: PersonId }
  /** Nobody has come through the invite yet; whoever made it is asked whether to share it once more. */
  | { readonly type: 'partnerAwaited'; readonly couple: CoupleId; readonly at: Instant }
  | { readonly type: 'inviteExpired'; readonly couple: CoupleId }
  | {
      readonly type: 'inviteRenewed';
      readonly couple: CoupleId;
      readonly person: PersonId;
      readonly code: string;
      readonly expiresAt: Instant;
    }
  | { readonly type: 'partnerJoined'; readonly couple: CoupleId; readonly person: PersonId; readonly at: Instant }
  | { readonly type: 'undoAsked'; readonly person: PersonId }
  | { readonly type: 'undoDropped'; readonly person: PersonId }
  | { readonly type: 'pairingUndone'; readonly couple: CoupleId; readonly by: PersonId }
  // Rounds
  | { readonly type: 'roundStarted'; readonly couple: CoupleId; readonly round: Round }
  | {
      readonly type: 'promptShown';
      readonly person: PersonId;
      readonly round: RoundId;
      readonly why: 'opening' | 'scheduled' | 'asked' | 'askedByPartner' | 'later' | 'again';
      readonly at: Instant;
      /** Set when the rhythm brought it. */
      readonly date: LocalDate | null;
    }
  | { readonly type: 'groupOpened'; readonly person: PersonId; readonly round: RoundId; readonly group: string }
  | {
      readonly type: 'draftChanged';
      readonly person: PersonId;
      readonly round: RoundId;
      readonly answer: Answer;
      readonly how: 'said' | 'edited' | 'picked' | 'cleared' | 'withdrawn' | 'carried';
    }
  | { readonly type: 'otherWaysShown'; readonly person: PersonId; readonly round: RoundId }
  | { readonly type: 'waysClosed'; readonly person: PersonId; readonly round: RoundId }
  | { readonly type: 'answerSealed'; readonly person: PersonId; readonly round: RoundId; readonly answer: Answer }
  | {
      readonly type: 'sealedAnswerExtended';
      readonly person: PersonId;
      readonly round: RoundId;
      readonly answer: Answer;
    }
  | { readonly type: 'promptSkipped'; readonly person: PersonId; readonly round: RoundId; readonly answer: Answer }
  | { readonly type: 'promptPostponed'; readonly person: PersonId; readonly round: RoundId; readonly until: Instant }
  | { readonly type: 'answersRevealed'; readonly couple: CoupleId; readonly round: Round; readonly at: Instant }
  | { readonly type: 'roundRested'; readonly couple: CoupleId; readonly round: RoundId; readonly at: Instant }
  /** `isLast`: the programme rests with it, so that nothing new comes by itself. */
  | { readonly type: 'restTold'; readonly person: PersonId; readonly round: RoundId; readonly isLast: boolean }
  | { readonly type: 'pastForgotten'; readonly couple: CoupleId; readonly rounds: readonly RoundId[] }
  | { readonly type: 'closedAnswerShared'; readonly person: PersonId; readonly round: RoundId }
  | { readonly type: 'thanked'; readonly person: PersonId; readonly round: RoundId }
  | { readonly type: 'moreAsked'; readonly person: PersonId; readonly round: RoundId }
  | {
      readonly type: 'reactionSent';
      readonly person: PersonId;
      readonly round: RoundId;
      readonly pieces: readonly Piece[];
    }
  | { readonly type: 'tapAwaited'; readonly person: PersonId; readonly pending: Pending }
  | { readonly type: 'pendingDropped'; readonly person: PersonId }
  | { readonly type: 'voiceReturned'; readonly person: PersonId }
  | { readonly type: 'promptUnfolded'; readonly person: PersonId; readonly round: RoundId }
  /** Both sealed: from here on it opens by the clock, or by a fresh yes of both. Also when its terms change. */
  | { readonly type: 'openingSet'; readonly couple: CoupleId; readonly opening: Opening }
  | { readonly type: 'yesAsked'; readonly person: PersonId; readonly round: RoundId; readonly until: Instant }
  | { readonly type: 'yesGiven'; readonly person: PersonId; readonly round: RoundId }
  | { readonly type: 'openingLapsed'; readonly couple: CoupleId; readonly round: RoundId }
  // What comes next, and how
  | { readonly type: 'choicesShown'; readonly person: PersonId; readonly scenarios: readonly string[] }
  | {
      readonly type: 'nextPicked';
      readonly couple: CoupleId;
      readonly person: PersonId;
      readonly scenario: string;
    }
  | { readonly type: 'openingHourAsked'; readonly person: PersonId }
  | { readonly type: 'openingHourChosen'; readonly person: PersonId; readonly minute: number | null }
  | { readonly type: 'deeperAsked'; readonly person: PersonId; readonly isOn: boolean }
  | {
      readonly type: 'deeperChosen';
      readonly person: PersonId;
      /** Without a plain yes to the question that goes with it, it stays as it is for everyone: off. */
      readonly how: 'on' | 'off' | 'kept-off';
      readonly at: Instant;
    }
  | { readonly type: 'apartChosen'; readonly couple: CoupleId; readonly person: PersonId; readonly isApart: boolean }
  // When questions are left
  | { readonly type: 'slotLetPass'; readonly couple: CoupleId }
  | { readonly type: 'helpAsked'; readonly person: PersonId }
  | {
      readonly type: 'helpChosen';
      readonly person: PersonId;
      readonly help: Help;
      readonly days: Rhythm['days'];
      readonly at: Instant;
    }
  | { readonly type: 'programmeResumed'; readonly couple: CoupleId }
  // Rhythm
  | { readonly type: 'slotMet'; readonly couple: CoupleId; readonly date: LocalDate; readonly round: RoundId | null }
  | { readonly type: 'dateServed'; readonly person: PersonId; readonly date: LocalDate }
  | { readonly type: 'rhythmTold'; readonly couple: CoupleId; readonly at: Instant }
  | { readonly type: 'rhythmAccepted'; readonly person: PersonId }
  | { readonly type: 'reminded'; readonly person: PersonId; readonly round: RoundId; readonly at: Instant }
  // Settings
  | {
      readonly type: 'settingsShown';
      readonly person: PersonId;
      readonly view: SettingsView;
      /** What was just changed. */
      readonly noted: Noted | null;
      readonly where: CardPlace;
    }
  | { readonly type: 'daysChosen'; readonly person: PersonId; readonly days: Rhythm['days'] }
  | { readonly type: 'hourChosen'; readonly person: PersonId; readonly minute: number }
  | {
      readonly type: 'quietHoursChosen';
      readonly person: PersonId;
      readonly fromMinute: number;
      readonly untilMinute: number;
    }
  | { readonly type: 'holidayChosen'; readonly person: PersonId; readonly until: LocalDate | null }
  | { readonly type: 'remindersSwitched'; readonly person: PersonId; readonly isOn: boolean }
  | { readonly type: 'discreetOffered'; readonly person: PersonId; readonly at: Instant }
  | { readonly type: 'discreetChosen'; readonly person: PersonId; readonly isOn: boolean; readonly isOffer: boolean }
  /** A tap on a folded message; what lies in it is known to the store alone. */
  | { readonly type: 'foldOpened'; readonly person: PersonId; readonly fold: string }
  | {
      readonly type: 'asked';
      readonly person: PersonId;
      readonly what: Asked;
      readonly until: Instant;
      readonly where: CardPlace;
    }
  | { readonly type: 'askedDropped'; readonly person: PersonId }
  | { readonly type: 'zoneChanged'; readonly person: PersonId; readonly zone: string; readonly at: Instant }
  // Leaving and coming back
  | { readonly type: 'stopped'; readonly person: PersonId; readonly typed?: number }
  | { readonly type: 'silenceKept'; readonly person: PersonId; readonly typed: number }
  | { readonly type: 'wentOn'; readonly person: PersonId }
  /** `at` is set when one of them ends it, and somebody is left; not when the clock erases both. */
  | { readonly type: 'unpaired'; readonly couple: CoupleId; readonly by: PersonId; readonly at?: Instant }
  /** `typed` is the /stop under which it was chosen, also in those below. */
  | {
      readonly type: 'leavingSet';
      readonly person: PersonId;
      readonly askedAt: Instant;
      readonly at: Instant;
      readonly typed: number;
    }
  | { readonly type: 'leavingDropped'; readonly person: PersonId; readonly typed: number }
  // What is kept
  | { readonly type: 'keepDaysChosen'; readonly person: PersonId; readonly days: KeepDays }
  /** `all`: also what is still closed, asked for a second time; else what is open. `typed` asked for it. */
  | {
      readonly type: 'exported';
      readonly person: PersonId;
      readonly scope: ExportScope;
      readonly at: Instant;
      readonly typed?: number;
    }
  | { readonly type: 'exportAllAsked'; readonly person: PersonId }
  | { readonly type: 'eraseAsked'; readonly person: PersonId }
  | { readonly type: 'eraseExplained'; readonly person: PersonId; readonly what: Erasure }
  | { readonly type: 'eraseDropped'; readonly person: PersonId }
  | { readonly type: 'answersErased'; readonly person: PersonId }
  | { readonly type: 'chatCleared'; readonly person: PersonId }
  | { readonly type: 'erased'; readonly person: PersonId; readonly why: 'asked' | 'silence' | 'left' }
  | {
      readonly type: 'stayAsked';
      readonly person: PersonId;
      readonly on: LocalDate;
      readonly isPaired: boolean;
    }
  | { readonly type: 'stayed'; readonly person: PersonId }
  | { readonly type: 'becameUnreachable'; readonly person: PersonId }
  | { readonly type: 'becameReachable'; readonly person: PersonId }
  | { readonly type: 'cameBack'; readonly person: PersonId }
  /** Something this person did made the other's phone ring. */
  | { readonly type: 'rang'; readonly person: PersonId; readonly limits: readonly Limited[]; readonly at: Instant }
  // A no that comes together with something that did happen
  | { readonly type: 'refused'; readonly person: PersonId; readonly refusal: Refusal }
  // A tap on a word that is also a command
  | {
      readonly type: 'commandOffered';
      readonly person: PersonId;
      readonly command: 'stop' | 'helplines' | 'callBreather';
      readonly typed: number;
    }
  /** A tap on [Even adem] under light answers: it would begin for both. */
  | { readonly type: 'breatherAsked'; readonly person: PersonId }
  | ArrivalEvent
  | BreatherEvent
  | ListeningEvent;

/**
 * An event whose cards send words on is announced without them to whoever is asked whom their words are for: `typed` is
 * the message with the words, and `isAsked` says that the same decision asks it already.
 */
export type Event = Happened & { readonly withheld?: readonly Withheld[] };
export interface Withheld {
  readonly person: PersonId;
  readonly typed: number;
  readonly isAsked: boolean;
}

/** For the partner; for oneself, so out of what may cross; or wiped from the chat too, where an older copy may stay. */
export type WordsSettled = 'forPartner' | 'forMe' | 'wiped' | 'wipedHere';

/** What would help somebody whose questions were left. */
export type Help = 'less' | 'other' | 'shorter' | 'rest';

/** What /export gives: what is open, or everything there is. */
export type ExportScope = 'open' | 'all';

/** What /wis takes: one's own words in every state, all there is of somebody, or what stands in the chat. */
export type Erasure = 'answers' | 'everything' | 'chat';

/** Which part of the settings card is in view. */
export type SettingsView = 'all' | 'rhythm' | 'days' | 'hour' | 'quiet' | 'holiday' | 'keeping';
/** A card of its own, the one that was tapped, or a new one below what was typed. */
export type CardPlace = 'new' | 'in-place' | 'below';
/** A change that the settings card confirms; `other` is the hour that may have been meant instead. */
export type Noted =
  | { readonly what: 'days' | 'quiet' | 'holiday' | 'reminder' | 'discreet' | 'keeping' }
  | { readonly what: 'hour'; readonly other: number | null };

/** An expected no, named as the person meets it; each has a sentence of its own. */
export type Refusal =
  | { readonly refusal: 'agree-first' }
  /** The welcome that asks for it stands above. */
  | { readonly refusal: 'agree-above' }
  | { readonly refusal: 'not-open' }
  | { readonly refusal: 'code-unreadable' }
  | { readonly refusal: 'code-expired' }
  | { readonly refusal: 'code-used' }
  | { readonly refusal: 'code-replaced' }
  | { readonly refusal: 'code-own' }
  | { readonly refusal: 'too-many-guesses' }
  | { readonly refusal: 'too-many-invites' }
  | { readonly refusal: 'too-many-joins' }
  | { readonly refusal: 'too-fast' }
  | { readonly refusal: 'has-stopped' }
  | { readonly refusal: 'already-paired'; readonly partner: string }
  | { readonly refusal: 'not-paired' }
  | { readonly refusal: 'too-late-to-undo' }
  | { readonly refusal: 'stale-button' }
  | { readonly refusal: 'sealed-already'; readonly round: RoundId; readonly step: number }
  | { readonly refusal: 'no-question' }
  | { readonly refusal: 'no-scenario' }
  | { readonly refusal: 'nothing-to-withdraw' }
  | { readonly refusal: 'empty-draft' }
  | { readonly refusal: 'too-long'; readonly units: number; readonly limit: number }
  | { readonly refusal: 'too-many-voices'; readonly limit: number }
  | { readonly refusal: 'too-many-picks'; readonly limit: number }
  | { readonly refusal: 'media-unsupported' }
  | { readonly refusal: 'forwarded-unsupported' }
  | { readonly refusal: 'unknown-command' }
  | { readonly refusal: 'edit-too-late' }
  | { readonly refusal: 'unknown-city' }
  | { readonly refusal: 'zone-offset' }
  | { readonly refusal: 'unknown-hour' }
  | { readonly refusal: 'hour-in-quiet'; readonly minute: number; readonly quiet: QuietHours }
  | { readonly refusal: 'unknown-quiet-hours' }
  | { readonly refusal: 'quiet-over-hour'; readonly minute: number }
  | { readonly refusal: 'unknown-date' }
  | { readonly refusal: 'date-past' }
  | { readonly refusal: 'date-too-far' }
  | { readonly refusal: 'reaction-sent-already' }
  | { readonly refusal: 'breather-needs-two' }
  | { readonly refusal: 'in-breather' }
  | { readonly refusal: 'breather-full' }
  | { readonly refusal: 'line-too-long'; readonly units: number; readonly limit: number }
  | { readonly refusal: 'line-typed-only' }
  | { readonly refusal: 'nothing-kept' }
  | { readonly refusal: 'export-too-soon'; readonly minutes: number }
  | { readonly refusal: 'listen-too-soon'; readonly minutes: number }
  | { readonly refusal: 'too-many-plans' }
  | { readonly refusal: 'listening-needs-two' }
  | { readonly refusal: 'in-listening' }
  | { readonly refusal: 'say-it-aloud' }
  | { readonly refusal: 'tap-only' }
  | { readonly refusal: 'voice-too-long'; readonly seconds: number }
  | { readonly refusal: 'edit-after-delivery' };

export type Decision = readonly Event[] | Refusal;

export function isRefusal(decision: Decision): decision is Refusal {
  return 'refusal' in decision;
}

/** The same, as far as a sentence about it has to know. */
export type WordsPlace = 'answer' | 'note' | 'elsewhere' | 'nowhere' | 'unsaid';
