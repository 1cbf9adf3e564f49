import { type Limits } from './bot-api/limits.js';
import { type Polls } from './bot-api/polls.js';
import { type CallLog } from './control/calls.js';
import { type EventHub } from './control/events.js';
import { type Followers } from './control/followers.js';
import { type FaultBox } from './control/faults.js';
import { type Clock } from './world/clock.js';
import { type Bot, type World } from './world/world.js';
import { type UpdateFaultBox } from './world/update-faults.js';

/** The world as data, and beside it what lives only as long as the process: waiting calls, listeners, timers. */
export interface Emulator {
  world: World;
  readonly clock: Clock;
  readonly calls: CallLog;
  readonly faults: FaultBox;
  readonly updateFaults: UpdateFaultBox;
  readonly limits: Limits;
  readonly polls: Polls;
  readonly webhooks: Webhooks;
  readonly events: EventHub;
  readonly followers: Followers;
  /** When the bot next does something of itself, as the program that runs it says; null when nobody said. */
  nextAtMs: number | null;
}

/** Hands updates to webhooks: in order within a chat, chats beside each other, again and again with growing pauses. */
export interface Webhooks {
  pump(emulator: Emulator, bot: Bot): void;
  /** What to do with a method call that came as the answer to an update. */
  onAnswer(listener: (bot: Bot, body: string) => void): void;
  stop(): void;
}
