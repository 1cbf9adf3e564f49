import type { RoundId } from '../ids.js';
import type { RoomCheck, RoomReason } from './scene.js';

/** Commands about a group. `chat` is Telegram's id of it. Nothing that people write there gets this far. */
export type RoomCommand =
  /** /kamer */
  | { readonly type: 'showRoom' }
  /** The bot was added to a group by whoever this comes from, or a group was picked for it. */
  | { readonly type: 'roomAdded'; readonly chat: string }
  /** Somebody joined or left, or the bot became something else there; see `Scene.inRoom` for who. */
  | { readonly type: 'roomNews'; readonly news: 'joined' | 'parted' | 'promoted' | 'exposed' | 'removed' }
  | { readonly type: 'roomMigrated'; readonly to: string }
  /** The courier checked who is there; `asked` is the person who wanted to know. */
  | { readonly type: 'roomChecked'; readonly chat: string; readonly found: RoomCheck; readonly asked: number | null }
  /** A post has been sent to the room. */
  | { readonly type: 'roomArrived'; readonly chat: string; readonly round: RoundId | null; readonly messageId: number }
  /** A post was not sent, because the courier found a reason against it. */
  | { readonly type: 'roomLost'; readonly chat: string; readonly reason: RoomReason }
  /** The start: this bot offers no rooms any more, or is set so that it may not. */
  | { readonly type: 'roomsEnded' };

/** Commands that no person sent. */
export type RoomReport = Extract<
  RoomCommand,
  { type: 'roomNews' | 'roomMigrated' | 'roomChecked' | 'roomArrived' | 'roomLost' | 'roomsEnded' }
>;
const reports: Readonly<Record<RoomReport['type'], true>> = {
  ...{ roomNews: true, roomMigrated: true, roomChecked: true, roomArrived: true, roomLost: true },
  roomsEnded: true,
};

export function isReportOfRoom(command: { readonly type: string }): command is RoomReport {
  return command.type in reports;
}
