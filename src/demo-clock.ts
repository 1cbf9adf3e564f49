import { uptime } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'undici';
import { z } from 'zod';
import { clockOf, type MachineClock } from './clock.js';

export interface FollowedClock extends MachineClock {
  /** What is to be done when the clock has jumped; whoever moved it waits for that. */
  onJump(listener: () => Promise<void>): void;
  close(): void;
}

const clockSaid = z.object({ offsetMs: z.number() });
const askAgainMs = 20_000;
const retryMs = 500;

/** The emulator's clock, for the demo: its people can set it forward, and the bot goes along. */
export async function followClock(emulatorUrl: string): Promise<FollowedClock> {
  const closing = new AbortController();
  // The emulator knows who follows by their connection: one is what this client keeps.
  const connection = new Client(emulatorUrl);
  let listener = () => Promise.resolve();

  async function ask(query: Record<string, number> = {}): Promise<number> {
    const path = '/control/clock';
    const { body } = await connection.request({ method: 'GET', path, query, signal: closing.signal });
    return clockSaid.parse(await body.json()).offsetMs;
  }

  let offsetMs = await ask();
  // Set forward, however far, it is as though the machine had slept: time passed. Set back, it is a wrong clock.
  const clock = clockOf({
    wallMs: () => Date.now() + offsetMs,
    stopwatchMs: () => performance.now(),
    uptimeMs: () => uptime() * 1_000 + offsetMs,
    longestSleepMs: Infinity,
  });

  async function follow(): Promise<void> {
    const said = await ask({ offsetMs, waitMs: askAgainMs });
    if (said === offsetMs) return;
    offsetMs = said;
    await listener();
  }

  void (async () => {
    while (!closing.signal.aborted) {
      await follow().catch(() => wait(retryMs, undefined, { ref: false }));
    }
  })();

  return {
    ...clock,
    onJump: (onJump) => {
      listener = onJump;
    },
    close: () => {
      closing.abort();
      void connection.destroy();
    },
  };
}
