import type { AgreementPart } from './agreement/scene.js';
import type { AllOf } from './all-of.js';
import type { Answer } from './answer.js';
import type { BreatherPart } from './breather/scene.js';
import type { Limited } from './pairing/limits.js';
import type { ListeningPart } from './listening/scene.js';
import type { PathPart, Wish } from './path/scene.js';
import type { RitualPart } from './ritual/scene.js';
import type { RoomPart } from './room/scene.js';
import type { Piece, Wording } from './piece.js';
import type { GavePostcard, GotPostcard, Postcard } from './postcard/scene.js';
import type { Language } from './round/scenario.js';
import type { PersonId, CoupleId, RoundId, Instant, KeepDays, LocalDate } from './ids.js';
import type { RoundPart } from './round/scene.js';

/** What one command can see and change: the actor, the couples it touches and everybody in them. Plain, immutable data. */
export interface Scene {
  /** Who sent the command; null when the clock did. */
  readonly actor: PersonId | null;
  /** The couple the clock woke, or the actor's own. */
  readonly about: CoupleId | null;
  /** The couple whose invite (living or spent) carries the code in the command. */
  readonly invited: CoupleId | null;
  /** The name of the bot's message that the command replies or reacts to, as `announce` called it. */
  readonly card: string | null;
  readonly people: Readonly<Record<PersonId, Person>>;
  readonly couples: Readonly<Record<CoupleId, Couple>>;
  /** Set when the command is told of a Telegram group. */
  readonly inRoom?: InRoom;
  /** What the actor's own book holds, oldest first; empty unless the command needs it. */
  readonly book: readonly BookEntry[];
  /** What the book of the actor's partner holds, where the command needs both; what the two share is joined by round. */
  readonly otherBook: readonly BookEntry[];
}

export interface InRoom {
  /** Whose room that group is; null for nobody's. */
  readonly couple: CoupleId | null;
  /** Of the people who are named with it, who they are; null for whoever is not one of that couple. */
  readonly named: readonly (PersonId | null)[];
  /** The message there that was tapped. */
  readonly tapped: number | null;
}

export type { Answer, StemState } from './answer.js';
export type { KeepDays } from './ids.js';
export type { OpenedRound, Opening, RestedRound, Round, RoundPart } from './round/scene.js';

/**
 * A person's own words of one round, kept when the round itself is over; see own-data/book.ts. What has one half only, as a
 * postcard has its writer's, is an entry of theirs alone, with an id of its own for the round.
 */
export interface BookEntry {
  readonly round: RoundId;
  readonly scenario: string;
  readonly askedAt: Instant;
  /** Null for what never opened. */
  readonly openedAt: Instant | null;
  readonly answer: Answer;
  /** When it is erased. */
  readonly until: Instant;
  /** When both last kept the page that it is half of; null where they do not. */
  readonly keptAt: Instant | null;
}

export interface Person {
  readonly id: PersonId;
  readonly language: Language;
  /** When this person offered a code that opened nothing, in the last hour. */
  readonly wrongGuesses: readonly Instant[];
  /** Null until agreed; before that nothing but language and wrong guesses is stored. */
  readonly consent: Consent | null;
  /** What is asked at its first use, and can be taken back apart; see consent.ts. */
  readonly consents: {
    readonly voice: Consent | null;
    readonly photo: Consent | null;
    /** «Iets dieper»: nobody is told of it; deeper questions come once both have it. */
    readonly deeper: Consent | null;
    /** What opens may lie in the room they have, and in no other; absent until then. */
    readonly room?: Consent | undefined;
  };
  readonly name: string;
  readonly coupleId: CoupleId | null;
  /** IANA zone. */
  readonly zone: string;
  readonly rhythm: Rhythm;
  /** The minute of the day at which answers should open together; null is as soon as both sealed. */
  readonly revealMinute: number | null;
  /** What would help, said in private when questions had been left; steers the choice until then. */
  readonly wish: { readonly what: 'shorter' | 'other'; readonly until: Instant } | null;
  /** Blocked the bot, or Telegram said that they cannot be written to; ends, like a stop, when they say so. */
  readonly isUnreachable: boolean;
  /** Left by /stop: nothing is sent to this person until they say otherwise. */
  readonly hasStopped: boolean;
  /** When this person last did what may be done only so often; see limits.ts. */
  readonly spent: Readonly<Partial<Record<Limited, readonly Instant[]>>>;
  /** The last date on which this person's scheduled moment was dealt with: given a prompt or let pass. */
  readonly servedDate: LocalDate | null;
  /** A prompt this person asked to see again at an hour of its own. */
  readonly later: { readonly round: RoundId; readonly at: Instant } | null;
  /** A question the bot just asked, whose answer is the next thing this person says. */
  readonly asked: { readonly what: Asked; readonly until: Instant } | null;
  /** Something said that awaits one tap before it counts. */
  readonly pending: Pending | null;
  /** Voice notes that wait for a first yes to voice, oldest first. */
  readonly heldVoices: readonly HeldVoice[];
  /** A photo that waits for a first yes to photos. */
  readonly heldPhoto: HeldPhoto | null;
  /** The last local day of a holiday: until it is over the clock starts nothing here, and the couple's programme rests. */
  readonly holidayUntil: LocalDate | null;
  /** Switched on by this person, for this person alone. */
  readonly wantsReminders: boolean;
  /** Whether what the bot sends of its own accord arrives folded; see fold.ts. Null until that was offered. */
  readonly discreet: boolean | null;
  /** The round this person needs no reminder of any more: they had it, or chose an hour themselves. */
  readonly remindedOf: RoundId | null;
  /** When this person was told what need not be said over and over. */
  readonly hinted: Readonly<Partial<Record<Hint, Instant>>>;
  /** A rested round that this person is still to hear of, at their own moment. */
  readonly untold: RoundId | null;
  /** The shorter of the two wishes counts for what opens from then on. */
  readonly keepDays: KeepDays;
  /** The local day on which this person last did something; null before consent. A day, and no hour: see silence.ts. */
  readonly seenOn: LocalDate | null;
  /** The local day on which this person was asked whether all of it should stay. */
  readonly askedToStayOn: LocalDate | null;
  /** When this person last had their data sent, so that the next time can wait a little. */
  readonly exportedAt: Instant | null;
  /** The pairing is to end by this person's wish, at an hour that is drawn; the other is not to know before. */
  readonly leaving: { readonly askedAt: Instant; readonly at: Instant } | null;
  /** When the other ended the pairing; null once this person begins anew. For a while nothing invites them to. */
  readonly leftAt: Instant | null;
  /** What an update brought is to be told at this hour, of the rows of news/table.ts from `since` on. */
  readonly news: { readonly since: number; readonly at: Instant } | null;
  /** What this person wants, and the other does not know. */
  readonly wishes: readonly Wish[];
  /** The path of which this person wants no more steps for now; the other is not to know. */
  readonly restsPath: string | null;
  /** What this person is giving the other without being asked; until it is given nobody knows of it. */
  readonly postcard: Postcard | null;
  readonly gavePostcard: GavePostcard | null;
  readonly postcardsGot: readonly GotPostcard[];
  /** Off: none arrives, and whoever writes one is told the same as ever. */
  readonly wantsPostcards: boolean;
  /** The rituals of which this person wants no reminder; the other is not to know. */
  readonly quietRituals: readonly RoundId[];
  /** Own words, by round. */
  readonly answers: Readonly<Record<RoundId, Answer>>;
}

/** Which version of a text somebody agreed to, and when. */
export interface Consent {
  readonly version: number;
  readonly at: Instant;
}

export interface HeldVoice {
  readonly messageId: number;
  readonly fileId: string;
  readonly seconds: number;
  /** The name of the message it replied to. */
  readonly card: string | null;
  /** The listening round it was said in; null outside of one. */
  readonly listening: string | null;
  readonly at: Instant;
}

export interface HeldPhoto {
  readonly messageId: number;
  readonly fileId: string;
  /** What stands below it is part of the answer. */
  readonly caption: Wording | null;
  /** The name of the message it replied to. */
  readonly card: string | null;
  readonly at: Instant;
}

/**
 * What is not said over and over: `taps-only`, that words go nowhere here, said again after some minutes; `run-out`, at
 * /vraag, that nearly all that is asked once was asked, said once.
 */
export const hints = ['taps-only', 'run-out'] as const;
export type Hint = (typeof hints)[number];

/** What the bot can ask a person to type. */
export type Asked = 'city' | 'hour' | 'quiet' | 'holiday' | 'plan' | 'reply' | 'row' | 'postcard';

/** Minutes are minutes of the local day: 1200 is 20:00. */
export interface Rhythm {
  readonly days: 'daily' | 'three' | 'weekly' | 'rest';
  readonly minute: number;
  readonly quietFromMinute: number;
  readonly quietUntilMinute: number;
}

/** One stretch of quiet hours; the next ones come at the same time of the day. */
export interface Quiet {
  readonly from: Instant;
  readonly until: Instant;
}

export interface Pending {
  readonly what: 'addition' | 'short' | 'question' | 'reaction' | 'rewrite' | 'reply';
  readonly round: RoundId;
  /** The reply that the words go with; absent of everything else. */
  readonly reply?: string | undefined;
  /** In order of arrival; what comes after an offer that was not yet tapped joins it. */
  readonly pieces: readonly Piece[];
  /** The message id of the newest piece, so that a button of an earlier offer is stale. */
  readonly step: number;
}

/**
 * The parts of what two people share, and the fields of `Couple` that each of them owns. A part that is added here does
 * not compile until parts.ts says what a stop, an erasure and an export do to it.
 */
export interface CoupleParts {
  readonly round: RoundPart;
  readonly path: PathPart;
  readonly agreement: AgreementPart;
  readonly listening: ListeningPart;
  readonly breather: BreatherPart;
  readonly room: RoomPart;
  readonly ritual: RitualPart;
}

/** Begins with one person and an invite, or, for the owner's first link, with nobody yet. Never more than two. */
export type Couple = Seats & AllOf<CoupleParts[keyof CoupleParts]>;

/** Who the two are, and how the second one comes in. Nothing that either of them said. */
export interface Seats {
  readonly id: CoupleId;
  readonly members: readonly PersonId[];
  readonly pairedAt: Instant | null;
  readonly invite: Invite | null;
  readonly spentCodes: readonly SpentCode[];
}

export interface Invite {
  /** Crockford base32, without dashes. */
  readonly code: string;
  /** Null for the owner's first link, which lives until it is used. */
  readonly expiresAt: Instant | null;
  /** When whoever made it is asked whether to share it once more; null once they were, or where nobody made it. */
  readonly askAt: Instant | null;
}

export interface SpentCode {
  readonly code: string;
  readonly how: 'used' | 'expired' | 'replaced';
}
