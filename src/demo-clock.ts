import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { steady, type Clock } from './clock.js';

export interface FollowedClock extends Clock {
  onJump(listener: () => void): void;
  close(): void;
}

const clockSaid = z.object({ offsetMs: z.number() });
const stateSaid = z.object({ clock: clockSaid });
const eventSaid = z.union([
  z.object({ type: z.literal('clock'), clock: clockSaid }),
  z.object({ type: z.literal('state'), state: stateSaid }),
]);
const retryMs = 500;

/** The emulator's clock, for the demo: its people can set it forward, and the bot goes along. */
export async function followClock(emulatorUrl: string): Promise<FollowedClock> {
  const closing = new AbortController();
  const listeners: (() => void)[] = [];
  let offsetMs = stateSaid.parse(await (await fetch(`${emulatorUrl}/control/state`)).json()).clock.offsetMs;
  const clock = steady(() => Date.now() + offsetMs);

  function hear(line: string): void {
    if (!line.startsWith('data:')) return;
    const event = eventSaid.safeParse(JSON.parse(line.slice('data:'.length)));
    if (!event.success) return;
    const said = event.data.type === 'clock' ? event.data.clock : event.data.state.clock;
    if (said.offsetMs === offsetMs) return;
    offsetMs = said.offsetMs;
    for (const listener of listeners) listener();
  }

  async function listen(): Promise<void> {
    const response = await fetch(`${emulatorUrl}/control/events`, { signal: closing.signal });
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body ?? []) {
      const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(hear);
    }
  }

  void (async () => {
    while (!closing.signal.aborted) {
      await listen().catch(() => undefined);
      await wait(retryMs, undefined, { ref: false });
    }
  })();

  return {
    now: () => clock.now(),
    onJump: (listener) => void listeners.push(listener),
    close: () => {
      closing.abort();
    },
  };
}
