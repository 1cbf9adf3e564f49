import { createLimits, type Limits } from './bot-api/limits.js';
import { createPolls, type Polls } from './bot-api/polls.js';
import { createWebhooks, type Webhooks } from './bot-api/webhooks.js';
import { createCallLog, type CallLog } from './control/calls.js';
import { createEventHub, type EventHub } from './control/events.js';
import { createFollowers, type Followers } from './control/followers.js';
import { createFaultBox, type FaultBox } from './control/faults.js';
import { tellBot, tellFaults } from './control/tell.js';
import { createClock, type Clock } from './world/clock.js';
import { createWorld, type World } from './world/world.js';
import { createUpdateFaultBox, type UpdateFaultBox } from './world/updates.js';

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

export function createEmulator(sourceMs: () => number): Emulator {
  const events = createEventHub();
  const clock = createClock(sourceMs);
  const emulator: Emulator = {
    world: createWorld(),
    clock,
    calls: createCallLog((call) => {
      events.tell({ type: 'call', call });
    }),
    faults: createFaultBox(() => {
      tellFaults(emulator);
    }),
    updateFaults: createUpdateFaultBox(),
    limits: createLimits(),
    polls: createPolls((token) => {
      tellBot(emulator, token);
    }),
    webhooks: createWebhooks(),
    events,
    followers: createFollowers(clock),
    nextAtMs: null,
  };
  return emulator;
}

export function stopEmulator(emulator: Emulator): void {
  emulator.polls.stop();
  emulator.webhooks.stop();
  emulator.calls.stop();
  emulator.updateFaults.clear();
  emulator.events.stop();
  emulator.followers.stop();
}
