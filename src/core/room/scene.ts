import type { Instant, KeepDays, PersonId, RoundId } from '../ids.js';
import type { Language } from '../round/scenario.js';

/** A Telegram group of the two and the bot, where what opens may lie in front of both at once. */
export interface RoomPart {
  /** Null while they have none: everything opens in their own chats. */
  readonly room: Room | null;
}

/**
 * `found`: the bot was added, and has not yet seen that exactly these two are there. `proposed`: it has, and waits for a
 * yes of both. `open`: what opens lies there. `shut`: it knows that something is not as it should be. A room that is
 * left is none: what is still to be taken away there waits in the store, apart from the couple.
 */
export type RoomState = 'found' | 'proposed' | 'open' | 'shut';

/** Why nothing is laid there any more, as both hear it. */
export type RoomReason =
  /** Somebody who is not one of the two. */
  | 'joined'
  /** One of the two is not there, or no more. */
  | 'not-two'
  /** The bot was made administrator, and would read along. */
  | 'promoted'
  /** The bot was sent what people type there. */
  | 'exposed'
  /** It has a public address, or belongs to a channel. */
  | 'public'
  /** It cannot be told who is there. */
  | 'unsure'
  /** The bot is not in it any more. */
  | 'removed';

export interface Room {
  readonly state: RoomState;
  /** Telegram's id of the group. It may change, when the group becomes a supergroup. */
  readonly chat: string;
  /** Whoever of the two added the bot. */
  readonly maker: PersonId;
  /** In which its messages are. */
  readonly language: Language;
  /** When this state began. */
  readonly since: Instant;
  /** Set while it is shut. */
  readonly reason: RoomReason | null;
  /** When the clock looks again who is there; null when nothing waits for that. */
  readonly lookAt: Instant | null;
  /** Its maker was told that the other is missing. */
  readonly isMissingTold: boolean;
  /** Something of before the group got another id stands there, out of reach. */
  readonly hasStranded: boolean;
  /** What the bot said there and can still take away. */
  readonly posts: readonly RoomPost[];
  /** When something was laid there last, or it was opened. */
  readonly usedAt: Instant;
}

export interface RoomPost {
  /** Null for what is said once when it opens. */
  readonly round: RoundId | null;
  readonly messageId: number;
  readonly at: Instant;
  /** When its question was asked, and for how many days from then its words may stay. */
  readonly askedAt: Instant;
  readonly keepDays: KeepDays;
}

/** What became of a look at who is in a group. */
export type RoomCheck = 'fits' | 'missing' | RoomReason;
