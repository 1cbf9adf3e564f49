import type { Log } from '../log.js';
import type { Inbound, Store } from '../store/store.js';
import type { Send } from '../telegram/send.js';
import { systemTimers, type Timers } from '../timers.js';
import { createBell } from './bell.js';
import { createDispatch } from './dispatch.js';

export interface CourierOptions {
  readonly store: Pick<Store, 'claim' | 'settle' | 'nextSendAt' | 'recover'>;
  readonly send: Send;
  readonly clock: { now(): number };
  /** The system's when absent. */
  readonly timers?: Timers;
  readonly log: Log;
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

export interface Courier {
  /** Begins with what a crash left behind. */
  start(): void;
  /** Something may have come into the outbox. */
  nudge(): void;
  /** Begins nothing more, and waits this long for what is under way before cutting it off. */
  stop(deadlineMs?: number): Promise<void>;
  /** Resolves when nothing is under way and nothing can be sent now, or when the courier has ended. */
  drain(): Promise<void>;
}

const stopDeadlineMs = 5_000;

/** Takes rows from the outbox in the order of their lanes and sends them as fast as Telegram allows. */
export function createCourier(options: CourierOptions): Courier {
  const { store, clock, timers = systemTimers, log, onFatal } = options;
  const bell = createBell(timers);
  const dispatch = createDispatch(options, bell.ring);
  let drains: (() => void)[] = [];
  let state: 'new' | 'running' | 'stopping' | 'ended' = 'new';
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    await store.recover(clock.now());
    while (state === 'running') {
      // What lands in the same turn is settled in one go: every transaction costs a wait for the disk.
      await timers.turn();
      const asking = drains;
      drains = [];
      const found = await dispatch.pass();
      if (found === 'nothing' && dispatch.isIdle()) for (const resolve of asking) resolve();
      else drains.push(...asking);
      await bell.wait(await dispatch.restMs(found));
    }
  }

  function end(): void {
    state = 'ended';
    for (const resolve of drains.splice(0)) resolve();
  }

  return {
    start: () => {
      state = 'running';
      running = run().catch((error: unknown) => {
        const isOurDoing = state === 'stopping';
        end();
        if (isOurDoing) log.error({ error }, 'the courier ended with an error');
        else onFatal(error);
      });
    },
    nudge: bell.ring,
    stop: async (deadlineMs = stopDeadlineMs) => {
      if (state === 'running') state = 'stopping';
      bell.ring();
      await running;
      await dispatch.finish(deadlineMs).catch((error: unknown) => {
        log.error({ error }, 'what was sent last could not be noted; it may be sent again');
      });
      end();
    },
    drain: () =>
      new Promise((resolve) => {
        if (state === 'ended') resolve();
        else drains.push(resolve);
        bell.ring();
      }),
  };
}
