import type { Button } from './buttons.js';
import type { Mark, Wording } from './piece.js';
import type { Language } from './round/scenario.js';
import type { RoomCommand } from './room/command.js';
import type { CoupleId, Instant, PersonId } from './ids.js';

/** What Telegram tells about whoever sent an update. Not stored before consent. */
export interface Sender {
  readonly name: string;
}

export type Speech =
  | { readonly kind: 'text'; readonly text: string; readonly marks?: readonly Mark[] | undefined }
  | { readonly kind: 'voice'; readonly fileId: string; readonly seconds: number };

/** Everything that can be asked of the bot, by a person, by the courier or by the clock. */
export type Command =
  /**
   * /start; `code` is the deep link's payload, normalised by `readCode`, or null. `messageId` is the command itself;
   * `isUnread` when something stood behind it in which no code can be read.
   */
  | {
      readonly type: 'start';
      readonly sender: Sender;
      readonly code: string | null;
      readonly messageId?: number;
      readonly isUnread?: boolean;
    }
  /** `code` is set when the words look like an invite code and nothing else. */
  | {
      readonly type: 'say';
      readonly sender: Sender;
      readonly speech: Speech;
      readonly messageId: number;
      readonly code: string | null;
      /** What stands below a voice note: no part of an answer, and kept nowhere. */
      readonly caption?: string;
    }
  /** `now`: what it would be, had it been said like this; see app/edits.ts. */
  | {
      readonly type: 'editSaid';
      readonly messageId: number;
      readonly text: string;
      readonly marks?: readonly Mark[] | undefined;
      /** The photo it has now; its words are those below that, and may be none. */
      readonly photo?: string;
      readonly now?: Command;
    }
  | { readonly type: 'press'; readonly sender: Sender; readonly button: Button; readonly code: string | null }
  /** A button that no longer means anything to this version of the code. */
  | { readonly type: 'pressUnknown' }
  | { readonly type: 'heart' }
  | { readonly type: 'showInvite' }
  /** /luister: a listening round, or how the one that is there stands. */
  | { readonly type: 'listen' }
  /** /vraag. `choose`: with nothing open it first asks what kind; a button brings one at once. */
  | { readonly type: 'askQuestion'; readonly choose?: true }
  /** /programma: the path that lives, or those to choose from. */
  | { readonly type: 'showPaths' }
  /** /boek: what both opened, to leaf through. */
  | { readonly type: 'showBook' }
  /** /waardeer: a postcard to the other, by the one who writes it. */
  | { readonly type: 'appreciate' }
  | { readonly type: 'showSettings'; readonly view: 'all' | 'rhythm' }
  /** The zone of a place that somebody shared; the place itself is known to nobody any more. Null when it has none. */
  | { readonly type: 'shareZone'; readonly zone: string | null }
  | { readonly type: 'withdraw' }
  /** /adempauze: at once, from every state. */
  | { readonly type: 'callBreather' }
  /** `messageId` is the typed command itself, also in those below. */
  | { readonly type: 'stop'; readonly messageId?: number }
  | { readonly type: 'erase' }
  /** /export: all that is kept of whoever asks. */
  | { readonly type: 'exportData'; readonly messageId?: number }
  | { readonly type: 'inform'; readonly about: Topic; readonly messageId?: number }
  | { readonly type: 'unknownCommand' }
  /** Somebody sends faster than can be answered: said once, in the place of what they sent; see app/flood.ts. */
  | { readonly type: 'tooFast' }
  /** A sticker, photo, poll, video, forwarded message …: nothing a round can hold. `together`: what it was sent with. */
  | {
      readonly type: 'sendUnsupported';
      readonly what: 'media' | 'forwarded';
      readonly together?: string;
      /** The writer's own words below it, and the message they stand in. */
      readonly caption?: { readonly text: string; readonly messageId: number };
    }
  /** A photo with the words below it. `together`: what it was sent with. */
  | {
      readonly type: 'sendPhoto';
      readonly fileId: string;
      readonly caption: Wording | null;
      readonly messageId: number;
      readonly together?: string;
    }
  /** What came together with something that was answered already; see app/albums.ts. */
  | { readonly type: 'sendMore' }
  /** An invite, forwarded as it was. */
  | { readonly type: 'passInvite'; readonly sender: Sender; readonly code: string; readonly messageId: number }
  | { readonly type: 'block' }
  | { readonly type: 'unblock' }
  /** The courier: Telegram will not deliver to this person any more. */
  | { readonly type: 'unreachable' }
  /** The courier: this person's settings refuse voice notes. */
  | { readonly type: 'voiceRefused' }
  /** The courier: Telegram does not know this voice message, or this photo, any more. */
  | { readonly type: 'voiceGone'; readonly isPhoto?: true }
  /** The start: another bot than before goes on with this data. */
  | { readonly type: 'botChanged' }
  /** The start: the data is a copy of an earlier moment, where that is known. */
  | { readonly type: 'restored'; readonly from: Instant | null }
  /** The start: the first rows of news/table.ts, so many, were known to the version that had this data before. */
  | { readonly type: 'updated'; readonly since: number }
  /** The clock: something of this couple has come due. */
  | { readonly type: 'wake' }
  /** The bot was away so long that Telegram dropped what people sent meanwhile. */
  | { readonly type: 'comeBack' }
  /** The first start of a bot that is open to one couple: make the owner's link, or show the one there is. */
  | { readonly type: 'openHouse' }
  | RoomCommand;

/** What can be asked for by a command, and the parts of the help lines that can be shown alone. */
export type Topic = 'help' | 'helplines' | 'privacy' | 'developer';
export type Info = Topic | Crisis;
/** Those of them that are lists of people who can help. */
export type HelpPage = Extract<Info, 'helplines' | Crisis>;

/**
 * Who or what an inbound command comes from; `address` is a Telegram user id, known to store/ and telegram/ only, and
 * `language` the one of their Telegram where we speak it: whoever writes for the first time is answered in it.
 */
export type Origin =
  | { readonly from: 'address'; readonly address: string; readonly language?: Language | null }
  | { readonly from: 'person'; readonly person: PersonId }
  | { readonly from: 'couple'; readonly couple: CoupleId }
  /** A Telegram group, of which nobody in particular tells something. */
  | { readonly from: 'group'; readonly chat: string }
  | { readonly from: 'house' };

/**
 * What somebody writes may be about their life or their safety. Then one line stands below it, for them alone, with the
 * way to people who can help. Nothing is reported or kept, not even that it was so; see heavy-words.ts.
 */
export type Crisis = 'violence' | 'suicide';
