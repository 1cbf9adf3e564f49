import { isRefusal, type Decision } from '../core/event.js';
import type { Waiting } from '../core/given.js';
import { waitingAfter } from '../core/pairing/waiting.js';
import type { Inbound } from '../store/store.js';

const remembered = 10_000;

/** Who was shown a welcome they did not answer yet. Only in memory: before anybody agrees, nothing of it is kept. */
export interface Welcomes {
  of(inbound: Inbound): Waiting | null;
  note(inbound: Inbound, decision: Decision): void;
}

export function createWelcomes(): Welcomes {
  const shown = new Map<string, Waiting>();
  const addressOf = ({ origin }: Inbound) => (origin.from === 'address' ? origin.address : null);
  return {
    of: (inbound) => shown.get(addressOf(inbound) ?? '') ?? null,
    note: (inbound, decision) => {
      const address = addressOf(inbound);
      if (address === null || isRefusal(decision)) return;
      const waiting = waitingAfter(decision, shown.get(address) ?? null);
      shown.delete(address);
      if (waiting !== null) shown.set(address, waiting);
      const [oldest] = shown.keys();
      if (shown.size > remembered && oldest !== undefined) shown.delete(oldest);
    },
  };
}
