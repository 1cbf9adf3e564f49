import { createLimits } from './bot-api/limits.js';
import { createPolls } from './bot-api/polls.js';
import { createWebhooks } from './bot-api/webhooks.js';
import { createCallLog } from './control/calls.js';
import { createEventHub } from './control/events.js';
import { createFaultBox } from './control/faults.js';
import { createFollowers } from './control/followers.js';
import { tellFaults, tellBot } from './control/tell.js';
import type { Emulator } from './emulator.js';
import { createClock } from './world/clock.js';
import { createUpdateFaultBox } from './world/update-faults.js';
import { createWorld } from './world/world.js';

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
