import { onTestFinished } from 'vitest';
import type { ControlEvent } from '../../src/emulator/contract.js';

export interface Listener {
  /** The first event that fits, among those that came and those that will. */
  until(fits: (event: ControlEvent) => boolean): Promise<ControlEvent>;
}

/** Follows the emulator's events, from the first one on. */
export async function listen(url: string): Promise<Listener> {
  const controller = new AbortController();
  onTestFinished(() => {
    controller.abort();
  });
  const response = await fetch(`${url}/control/events`, { signal: controller.signal });
  const events: ControlEvent[] = [];
  let notify: () => void = () => undefined;
  let seen = 0;
  void follow(response, (event) => {
    events.push(event);
    notify();
  });
  return {
    async until(fits) {
      for (;;) {
        while (seen < events.length) {
          const event = events[seen];
          seen += 1;
          if (event !== undefined && fits(event)) return event;
        }
        await new Promise<void>((resolve) => (notify = resolve));
      }
    },
  };
}

async function follow(response: Response, tell: (event: ControlEvent) => void): Promise<void> {
  let text = '';
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = block.split('\n').find((line) => line.startsWith('data: '));
        if (data !== undefined) tell(JSON.parse(data.slice('data: '.length)) as ControlEvent);
      }
    }
  } catch {
    // The test ended and hung up.
  }
}
