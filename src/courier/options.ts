import type { Log } from '../log.js';
import type { Applied, Duty, Inbound } from '../store/store.js';
import type { RoomWork } from '../telegram/room-work.js';
import type { Send } from '../telegram/send.js';
import type { Timers } from '../timers.js';

export interface CourierOptions {
  readonly store: Pick<Duty, 'claim' | 'settle' | 'nextSendAt' | 'recover'>;
  readonly send: Send;
  readonly clock: { now(): number };
  /** The system's when absent. */
  readonly timers?: Timers;
  readonly log: Log;
  /** What is done in groups; absent where nothing is. `work` is made with the group's turn. */
  readonly rooms?: {
    readonly store: Pick<Duty, 'claimRooms' | 'nextRoomAt'>;
    readonly work: (turn: (chat: string) => Promise<void>) => RoomWork;
    readonly onReport: (inbound: readonly Inbound[]) => Promise<readonly Applied[]>;
  };
  /** Messages a second over all (SEND_RATE). */
  readonly sendRate: number;
  /** Messages a second to one chat (CHAT_RATE); Telegram's one when absent. */
  readonly chatRate?: number;
  /** Applies what core should hear: somebody cannot be reached, or refuses voice notes. */
  readonly onReport: (inbound: readonly Inbound[]) => Promise<void>;
  /** Whether the clock is in doubt: then what nobody asked for waits. */
  readonly isDoubted?: () => boolean;
  /** Called once, when the courier has ended for good: the store failed or the token is refused. */
  readonly onFatal: (error: unknown) => void;
  /** How many sends may be under way at a time; enough to reach the rate over a slow network when absent. */
  readonly maxUnderWay?: number;
}
