import type { ServerResponse } from 'node:http';
import type { ControlEvent } from '../contract.js';

/** Server-sent events to the pages and tests that listen. Parts that change often are told once per turn of the event loop. */
export interface EventHub {
  /** Follows the control side until its connection closes. */
  join(response: ServerResponse, first: ControlEvent): void;
  hasListeners(): boolean;
  tell(event: ControlEvent): void;
  /** Tells later, and once, however often the same key changes before. */
  tellSoon(key: string, event: () => ControlEvent | null): void;
  stop(): void;
}

/** A listener that reads this little is gone or asleep; it gets the whole state again when it returns. */
const maxBufferedBytes = 32 * 1024 * 1024;
const heartbeatMs = 15_000;

export function createEventHub(): EventHub {
  const listeners = new Set<ServerResponse>();
  const waiting = new Map<string, () => ControlEvent | null>();
  let isScheduled = false;

  const write = (text: string) => {
    for (const listener of listeners) {
      if (listener.writableLength > maxBufferedBytes) listener.destroy();
      else listener.write(text);
    }
  };
  const flush = () => {
    isScheduled = false;
    const makers = [...waiting.values()];
    waiting.clear();
    for (const make of makers) {
      const event = make();
      if (event !== null) write(toText(event));
    }
  };
  const heartbeat = setInterval(() => {
    write(':\n\n');
  }, heartbeatMs);
  heartbeat.unref();

  return {
    join(response, first) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(`retry: 500\n${toText(first)}`);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    hasListeners: () => listeners.size > 0,
    tell(event) {
      if (listeners.size > 0) write(toText(event));
    },
    tellSoon(key, event) {
      if (listeners.size === 0) return;
      waiting.set(key, event);
      if (isScheduled) return;
      isScheduled = true;
      setImmediate(flush);
    },
    stop() {
      clearInterval(heartbeat);
      for (const listener of listeners) listener.end();
      listeners.clear();
    },
  };
}

function toText(event: ControlEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}
