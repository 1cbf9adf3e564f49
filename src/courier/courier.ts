import { systemTimers } from '../timers.js';
import type { Claiming } from '../store/store.js';
import { createBell } from './bell.js';
import { createDispatch } from './dispatch.js';
import type { CourierOptions } from './options.js';

export interface Courier {
  /** Begins with what a crash left behind. */
  start(): void;
  /** What it would send at once, for whoever is about to put something into the outbox; null when it would not. */
  claiming(): Claiming | null;
  /** Something may have come into the outbox. */
  nudge(): void;
  /** Begins nothing more, and waits this long for what is under way before cutting it off. */
  stop(deadlineMs?: number): Promise<void>;
  /** Resolves when nothing is under way and nothing can be sent now, or when the courier has ended. */
  drain(): Promise<void>;
}

const stopDeadlineMs = 5_000;
const glanceMs = 5_000;
const jumpMs = 500;

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
      await rest(await dispatch.restMs(found));
    }
  }

  /**
   * The clock can jump while timers do not notice it. That is looked for every few seconds, which asks neither the store nor the disk: a
   * bot with nobody in it rests.
   */
  async function rest(limitMs: number): Promise<void> {
    if (!timers.mayLag) {
      await bell.wait(limitMs);
      return;
    }
    const gapMs = () => clock.now() - timers.elapsedMs();
    const [gapBefore, until] = [gapMs(), timers.elapsedMs() + limitMs];
    for (;;) {
      const leftMs = until - timers.elapsedMs();
      if (await bell.wait(Math.min(leftMs, glanceMs))) return;
      if (leftMs <= glanceMs || Math.abs(gapMs() - gapBefore) > jumpMs) return;
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
    claiming: () => (state === 'running' ? dispatch.claiming() : null),
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
