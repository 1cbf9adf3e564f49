import { createHandle } from '../src/app/handle.js';
import { createWaker } from '../src/app/wake.js';
import { createLog } from '../src/log.js';
import type { Store } from '../src/store/store.js';
import { timed } from './figures.js';
import { paths, protocols, renderer, scenarios } from './rule.js';

/** Monday 18 January 2027, 20:00:30 in Amsterdam: the couples that were seeded are due. */
const slot = Date.UTC(2027, 0, 18, 19, 0, 30);

/** By the bot's own waker: found, decided and queued. */
export async function wakesASecond(store: Store): Promise<number> {
  const began = performance.now();
  const clock = { now: () => Math.floor(slot + performance.now() - began) };
  const log = createLog('error');
  let woken = 0;
  const handle = createHandle({
    store: {
      apply: async (inbound, ...how) => {
        woken += inbound.length;
        return store.apply(inbound, ...how);
      },
    },
    clock,
    given: { scenarios, protocols, paths, openTo: 'everyone', tellsNews: true, spreadMs: 0 },
    renderer,
    defaults: { language: 'nl', zone: 'Europe/Amsterdam' },
    log,
    onApplied: () => undefined,
  });
  const onFatal = (error: unknown) => {
    throw error;
  };
  const timekeeper = { look: () => Promise.resolve(), doubtedUntil: () => null };
  const means = { sendRate: 1000, spreadMinutes: 60 };
  const waker = createWaker({ store, handle, clock, timekeeper, log, means, onFatal });
  const seconds = await timed(() => waker.tick());
  await waker.stop();
  return woken / seconds;
}
