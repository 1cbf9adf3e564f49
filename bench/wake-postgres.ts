import type { Store } from '../src/store/store.js';
import { timed } from './figures.js';
import { wakerAtSeededMinute } from './seeded-minute.js';

/** By the bot's own waker: found, decided and queued. */
export async function wakesASecond(store: Store): Promise<number> {
  let woken = 0;
  const { waker } = wakerAtSeededMinute(store, (couples) => {
    woken += couples;
  });
  const seconds = await timed(() => waker.tick());
  await waker.stop();
  return woken / seconds;
}
