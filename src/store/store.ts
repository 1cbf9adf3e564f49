import type { Command, Origin } from '../core/command.js';
import type { Rekeyed } from '../core/recalls.js';
import type { BookChange } from '../core/own-data/book.js';
import type { Doubt, Move } from './move.js';
import type { Quiet, Scene } from '../core/scene.js';
import type { CoupleId, Instant, LocalDate, PersonId, RoundId } from '../core/ids.js';

/** One thing to apply. `updateId` is Telegram's; null for what the clock or the courier says. */
export interface Inbound {
  readonly updateId: number | null;
  readonly origin: Origin;
  readonly command: Command;
  /** What `answerCallbackQuery` needs, and the Telegram message a command replies to, reacts to or pressed. */
  readonly callbackQueryId: string | null;
  readonly messageId: number | null;
  /**
   * The message the person sent, or with a tap that agrees the one before it; kept for 48 hours, so that it can be taken
   * out of the chat.
   */
  readonly ownMessageId: number | null;
  /** Set when it is told of a Telegram group: which, whose addresses are named with it, and the message tapped there. */
  readonly room?: { readonly chat: string; readonly people: readonly string[]; readonly tapped: number | null };
}

export type Lane = 'reply' | 'reveal' | 'scheduled' | 'sweep';

/**
 * One message to be sent, already rendered. `to` names a person of the scene (the store knows the address; a person
 * without consent can only be answered, at the address the update came from).
 */
export interface Outgoing {
  readonly to: PersonId;
  readonly lane: Lane;
  /** `edit` and `delete` act on the newest message with the same card name; `answer` answers a callback query. */
  readonly kind: 'send' | 'edit' | 'delete' | 'answer';
  readonly method: string;
  /** Without chat_id and message_id, which the store adds; with message_id where it is about a message of the person's own. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The name by which a later notice, a reply or a reaction refers to this message; see announce.ts. */
  readonly card: string | null;
  /** For a `delete`: the message that was tapped is one of this card, which may not be known to have arrived. */
  readonly isTapped: boolean;
  readonly notBefore: Instant | null;
  readonly dropAfter: Instant | null;
  /** When the receiver wants no sound; null for what answers them. A row whose turn comes then is looked at by the courier. */
  readonly quiet: Quiet | null;
  /** Set on a scheduled prompt: at most one a person and local date. */
  readonly localDate: LocalDate | null;
  /** A nudge is not sent again when a crash leaves in doubt whether it went out. */
  readonly isNudge: boolean;
  /** It lies closed in the message of this card until that is unfolded, and is erased when that has not come by `until`. */
  readonly fold: { readonly card: string; readonly until: Instant } | null;
  /**
   * Opens the fold of this card: the first message in it takes the place of the folded one, the rest follows. Where
   * nothing lies in it any more, this is what is read there.
   */
  readonly unfolds: boolean;
}

/** Unsent rows to take back in the same transaction, by person and, when given, lanes. */
export interface Recall {
  readonly person: PersonId;
  readonly lanes: readonly Lane[];
}

/** Somebody whose unsent messages lie folded from now on, as those that follow will. */
export interface Folding {
  readonly person: PersonId;
  /** The line that is sent for the nth of what goes its own way. */
  readonly lineOf: (nth: number, isSilent: boolean) => Outgoing;
  /** How long a message of this card may lie in it. */
  readonly until: (card: string | null) => Instant;
}

export interface Outcome {
  /** The scene after; only what differs by identity from the scene before is written. A couple missing from it is erased with its key, a person likewise. */
  readonly scene: Scene;
  readonly outgoing: readonly Outgoing[];
  readonly recalls: readonly Recall[];
  /** People whose held rows (kept while they were unreachable) may go out now. */
  readonly releases: readonly PersonId[];
  readonly foldings: readonly Folding[];
  /** When each couple in the scene must be woken next. */
  readonly wakeAt: Readonly<Record<CoupleId, Instant | null>>;
  /** The same for people without a couple; null for whoever need not be woken any more. */
  readonly aloneWakeAt: Readonly<Record<PersonId, Instant | null>>;
  /** What comes into people's books or goes out of them, in order. */
  readonly book: readonly BookChange[];
  /** Of whom something was erased by hand: what was sealed with their keys so far opens nowhere any more, also in no copy. */
  readonly rekeyed: readonly Rekeyed[];
  /** People in whose chat everything of the last 48 hours is taken away, theirs and the bot's. */
  readonly cleared: readonly PersonId[];
  /** What is to be done in Telegram groups, in order; absent where nothing is. */
  readonly rooms?: readonly RoomOutgoing[];
}

/** Something to be done in a group. What takes away and leaves has the ids and nothing else. */
export type RoomTask =
  /** Look who is there; `asked` is whoever wanted to know. */
  | { readonly kind: 'check'; readonly chat: string; readonly asked: PersonId | null }
  /** Look, and only then lay this there; after `until` not any more. `blank`: as below. */
  | {
      readonly kind: 'post';
      readonly chat: string;
      readonly round: RoundId | null;
      readonly params: Readonly<Record<string, unknown>>;
      readonly until: Instant;
      readonly blank: string;
    }
  /** `blank` is what a message is changed to that is too old to be deleted. */
  | {
      readonly kind: 'takeAway';
      readonly chat: string;
      readonly messages: readonly { readonly messageId: number; readonly at: Instant }[];
      readonly blank: string;
    }
  | { readonly kind: 'leave'; readonly chat: string };

export type RoomOutgoing =
  /** What was not laid there yet is not: of one round, or of all. */
  | { readonly do: 'recall'; readonly couple: CoupleId; readonly round: RoundId | null }
  /** Of no couple: it outlives theirs. */
  | { readonly do: 'task'; readonly couple: CoupleId | null; readonly task: RoomTask };

export interface RoomRow {
  readonly id: number;
  readonly couple: CoupleId | null;
  readonly task: RoomTask;
  readonly attempts: number;
  /** The addresses of the two; fewer where one is not known any more. */
  readonly people: readonly string[];
}

export type RoomSettlement =
  | { readonly row: number; readonly as: 'done' }
  | { readonly row: number; readonly as: 'retry'; readonly notBefore: Instant };

/** `now` is the batch's. */
export type Rule = (scene: Scene, inbound: Inbound, now: Instant) => Outcome;

/**
 * What happened to one inbound: applied; seen before, or about somebody who is no longer there (nothing done); or failed,
 * because its rule threw or what it led to could not be stored.
 */
export type Applied =
  | { readonly result: 'applied'; readonly outcome: Outcome }
  | { readonly result: 'seen' }
  | { readonly result: 'failed'; readonly error: unknown };

export interface Row {
  readonly id: number;
  readonly person: PersonId;
  readonly lane: Lane;
  readonly kind: Outgoing['kind'];
  readonly method: string;
  /** Complete: with chat_id, and with message_id for an edit or a delete. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly attempts: number;
  readonly isNudge: boolean;
  readonly notBefore: Instant | null;
  readonly dropAfter: Instant | null;
  readonly quiet: Quiet | null;
}

/** What the courier sends at once where it finds it, of these lanes in this order. */
export interface Claiming {
  readonly lanes: readonly (Lane | 'answer')[];
  readonly limit: number;
  /** Called once it is durable that they are under way. */
  readonly take: (rows: readonly Row[]) => void;
}

/** How a claimed row ended, or that it waits. */
export type Settlement =
  /** `isAnew`: an edit that became a message of its own, which later edits of the card then act on. */
  | { readonly row: number; readonly as: 'sent'; readonly messageId: number | null; readonly isAnew?: true }
  | { readonly row: number; readonly as: 'dropped' }
  | { readonly row: number; readonly as: 'retry'; readonly notBefore: Instant }
  /** Kept until its person is reachable again. */
  | { readonly row: number; readonly as: 'held' };

/** Where the data comes from, as far as it is not simply this bot's own. */
export interface Arrival {
  /** Another bot used it last: what it knew of messages and files means nothing to this one. */
  readonly isOtherBot: boolean;
  /** The moment of the backup it was restored from; null when it was not. */
  readonly restoredFrom: Instant | 'unknown' | null;
  /** How many rows of core/news/table.ts the last version that had it knew; 0 when that was before there were any. */
  readonly news: number;
}

/**
 * What is done by one process at a time, the one that leads: everything that decides and sends. Each method may reject
 * with LeadLost, with nothing done: then another process leads, or soon will.
 */
export interface Duty {
  /**
   * How many couples to wake in one batch, where the store is elsewhere and the process does other things meanwhile. Absent where
   * nothing else is done until the batch is: then it is sized by how long that takes.
   */
  readonly wakesAtOnce?: number;

  /**
   * Applies a batch in one durable transaction, in order. One that fails, because its rule threw or because what is stored
   * of somebody in its scene cannot be read, takes back only itself, and then `onFailure` gives what to say instead to
   * whoever sent it, written together with the update's id. Whoever asked to stop is not written to any more all the same,
   * also when nothing of them can be read. Rules are pure: where an outcome cannot be stored,
   * all of the batch are asked again.
   * Rejects, with nothing of the batch applied, when storage itself fails.
   * What may go out then is claimed in the same transaction, which spares the disk one; a store may leave it to the next `claim`.
   */
  apply(
    inbound: readonly Inbound[],
    rule: Rule,
    now: Instant,
    onFailure: (inbound: Inbound, person: PersonId) => readonly Outgoing[],
    claiming?: Claiming | null,
  ): Promise<readonly Applied[]>;

  /** Couples whose wake time has come, oldest first. */
  due(now: Instant, limit: number): Promise<readonly CoupleId[]>;
  /** People without a couple whose wake time has come, oldest first. The minute's tick is soon enough for them. */
  dueAlone(now: Instant, limit: number): Promise<readonly PersonId[]>;
  /** The earliest wake time of a couple. */
  nextDueAt(): Promise<Instant | null>;
  /** How many couples come due in each of the coming minutes. */
  duePerMinute(now: Instant, minutes: number): Promise<readonly number[]>;
  /** Couples with a round open, or in a listening round, in id order after `after`; for `comeBack`. */
  withOpenRound(after: CoupleId, limit: number): Promise<readonly CoupleId[]>;
  /** What must be seen to before the bot goes on; see app/arrive.ts. */
  arrival(): Promise<Arrival>;
  /** Everybody who agreed, in id order after `after`. */
  peopleAfter(after: PersonId, limit: number): Promise<readonly PersonId[]>;
  /** That has been done: from here on the data is this bot's own. */
  settleIn(now: Instant, news: number): Promise<void>;

  /**
   * Marks up to `limit` sendable rows of these lanes as attempted and returns them: per person and lane in order, one at a
   * time. What has ended meanwhile is settled first, in the same transaction.
   */
  claim(
    now: Instant,
    lanes: readonly (Lane | 'answer')[],
    limit: number,
    settlements?: readonly Settlement[],
  ): Promise<readonly Row[]>;
  settle(settlements: readonly Settlement[], now: Instant): Promise<void>;
  /** When a row that waits may go, of all lanes or of these; null when none waits. */
  nextSendAt(lanes?: readonly (Lane | 'answer')[]): Promise<Instant | null>;
  /** The same for what is to be done in groups: one at a time in each, in order. */
  claimRooms(now: Instant, limit: number, settlements?: readonly RoomSettlement[]): Promise<readonly RoomRow[]>;
  nextRoomAt(): Promise<Instant | null>;
  /** Whether a row that was claimed is still to be done: nothing called it back meanwhile. */
  isRoomRowWanted(row: number): Promise<boolean>;
  /** Couples with a room, in id order after `after`. */
  withRoom(after: CoupleId, limit: number): Promise<readonly CoupleId[]>;
  /** After a crash: attempted rows that were never settled go again, except nudges. */
  recover(now: Instant): Promise<void>;

  /**
   * Erases what has outlived its purpose (seen updates 7 days, settled rows and message ids 48 h, strangers' rows, what a
   * book keeps no longer), in small bites.
   */
  tidy(now: Instant): Promise<void>;
  /** When the bot last said it was alive, which it does every minute, or took something in. */
  lastAliveAt(): Promise<Instant | null>;
  markAlive(now: Instant): Promise<void>;
  /** Since when, and how, the clock is not believed; null while it is. */
  doubt(): Promise<Doubt | null>;
  /**
   * The clock was set, or is believed or doubted from now on: every time that is stored moves along, every couple is due
   * to be looked at, and `now` is a sign of life. All of it at once, or nothing.
   */
  setClock(by: Move | null, now: Instant, doubt: Doubt | null): Promise<void>;
  hasPeople(): Promise<boolean>;
}

/**
 * The port: all that bot.ts may ask of storage, which several processes may have open. Asynchronous, so that another
 * store can stand in; the rules it calls are synchronous.
 */
export interface SharedStore {
  /**
   * Waits until this process may lead, and then runs `run`, once. `ends` is aborted when the lead is lost, or `signal` is:
   * whatever began is to be ended then. Resolves when `run` has ended, or when `signal` was aborted before it began;
   * rejects with what `run` threw.
   */
  lead(signal: AbortSignal, run: (duty: Duty, ends: AbortSignal) => Promise<void>): Promise<void>;
  /** How many couples come due in each of the coming minutes. */
  duePerMinute(now: Instant, minutes: number): Promise<readonly number[]>;
  /** May be a minute old. Rejects when the store cannot be read. */
  counts(): Promise<{ readonly couples: number; readonly unsent: number }>;
  /** By how much this machine's clock is ahead of the store's. Absent where the two are one. */
  skewMs?(): Promise<number>;
  close(): Promise<void>;
}

/** A store that belongs to one process, which leads at once and always. */
export interface Store extends SharedStore, Duty {}
