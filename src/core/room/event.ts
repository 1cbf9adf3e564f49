import type { CoupleId, Instant, PersonId, RoundId } from '../ids.js';
import type { Language } from '../round/scenario.js';
import type { RoomReason } from './scene.js';

export type RoomEvent =
  /** /kamer: what a room is, how theirs stands, or that this bot has none to offer. */
  | { readonly type: 'roomShown'; readonly person: PersonId; readonly isUnfit: boolean }
  | { readonly type: 'roomDropped'; readonly person: PersonId }
  /** For a computer, where no key can make a group: a link that adds the bot to one. */
  | { readonly type: 'roomLinked'; readonly person: PersonId }
  /** The bot was added to a group by one of the two, which is asking for a room. */
  | {
      readonly type: 'roomFound';
      readonly couple: CoupleId;
      readonly person: PersonId;
      readonly chat: string;
      readonly at: Instant;
    }
  /** It is to be looked at who is there; `asked` wants to know and is answered, null when nobody did. */
  | { readonly type: 'roomLookedAt'; readonly couple: CoupleId; readonly asked: PersonId | null }
  /** Later, since something holds the rest back or somebody is still missing. */
  | { readonly type: 'roomLookSet'; readonly couple: CoupleId; readonly at: Instant }
  | { readonly type: 'roomMissing'; readonly couple: CoupleId }
  /** Exactly these two are there: each is asked. */
  | { readonly type: 'roomProposed'; readonly couple: CoupleId; readonly at: Instant }
  | { readonly type: 'roomAgreed'; readonly person: PersonId; readonly at: Instant }
  | { readonly type: 'roomDeclined'; readonly person: PersonId }
  | { readonly type: 'roomOpened'; readonly couple: CoupleId; readonly at: Instant }
  | { readonly type: 'roomShut'; readonly couple: CoupleId; readonly reason: RoomReason; readonly at: Instant }
  /** Looked at again, and still not as it should be. */
  | { readonly type: 'roomStillShut'; readonly person: PersonId; readonly reason: RoomReason }
  /** The group has another id from here on; what stood there is out of reach. */
  | { readonly type: 'roomMoved'; readonly couple: CoupleId; readonly chat: string }
  /** The bot leaves, and takes away what it can. `why`: what it is told as, and to whom; see announce.ts. */
  | { readonly type: 'roomLeft'; readonly couple: CoupleId; readonly why: RoomLeaving; readonly reason?: RoomReason }
  /** So many in one day are no more asked about: each is a question to the other. */
  | { readonly type: 'roomTooOften'; readonly person: PersonId }
  /** A group that is nobody's room. */
  | { readonly type: 'groupLeft'; readonly chat: string }
  /** Somebody pressed a button there who is not one of the two. */
  | { readonly type: 'strangerPressed'; readonly person: PersonId }
  /** Either says in which language the bot writes there. */
  | {
      readonly type: 'roomSpoken';
      readonly couple: CoupleId;
      readonly person: PersonId;
      readonly language: Language;
    }
  /** What both sealed lies there. */
  | {
      readonly type: 'roomLaid';
      readonly couple: CoupleId;
      readonly round: RoundId | null;
      readonly messageId: number;
      readonly at: Instant;
    }
  /** What was to lie there opens in their own chats instead. */
  | { readonly type: 'roomGivenUp'; readonly couple: CoupleId; readonly round: RoundId }
  /** [Liever apart]: from the room to their own chats. */
  | { readonly type: 'roomApart'; readonly couple: CoupleId; readonly round: RoundId; readonly person: PersonId }
  /** Messages of the bot's there are taken away: their time is up, or nobody knows of them. */
  | {
      readonly type: 'roomCleared';
      readonly couple: CoupleId;
      readonly chat: string;
      readonly posts: readonly { readonly messageId: number; readonly at: Instant }[];
    };

export type RoomLeaving =
  /** One of them asked for it, or nothing was laid there for long. */
  | 'asked'
  /** A day went by without a yes of both: its maker hears it, and nobody of whom it lacked. */
  | 'lapsed'
  /** It never was as it should be. */
  | 'unfit'
  /** Nobody is told: one of the two is not there, or the bot is not. */
  | 'quietly'
  /** This bot offers no rooms any more. */
  | 'off';
