import { createHandle } from '../src/app/handle.js';
import { createWaker, type Waker, type WakerOptions } from '../src/app/wake.js';
import type { Clock } from '../src/clock.js';
import { createLog } from '../src/log.js';
import type { Duty } from '../src/store/store.js';
import { paths, protocols, renderer, scenarios } from './rule.js';

/**
 * Monday 18 January 2027, 20:00:30 in Amsterdam: three days after the round of the seeded couples began, so that it is put
 * away and a new one comes.
 */
const minute = Date.UTC(2027, 0, 18, 19, 0, 30);

/** The bot's own waker on a store of seeded couples, at the minute in which all of them are due. */
export function wakerAtSeededMinute(
  store: WakerOptions['store'] & Pick<Duty, 'apply'>,
  onWoken: (couples: number) => void,
): { readonly clock: Pick<Clock, 'now'>; readonly waker: Waker } {
  const began = performance.now();
  const clock = { now: () => Math.floor(minute + performance.now() - began) };
  const log = createLog('error');
  const handle = createHandle({
    store: {
      apply: async (inbound, ...how) => {
        const applied = await store.apply(inbound, ...how);
        onWoken(inbound.length);
        return applied;
      },
    },
    clock,
    given: { scenarios, protocols, paths, openTo: 'everyone', tellsNews: true, spreadMs: 0 },
    renderer,
    defaults: { language: 'nl', zone: 'Europe/Amsterdam' },
    log,
    onApplied: () => undefined,
  });
  const waker = createWaker({
    store,
    handle,
    clock,
    timekeeper: { look: () => Promise.resolve(), doubtedUntil: () => null },
    log,
    means: { sendRate: 1000, spreadMinutes: 60 },
    onFatal: (error: unknown) => {
      throw error;
    },
  });
  return { clock, waker };
}
