import { expect, it } from 'vitest';
import type { Instant } from '../../src/core/ids.js';
import type { Store } from '../../src/store/store.js';
import type { OpenEmpty } from './contract.js';
import { claim, sent, settleAll, write } from './outbox-support.js';
import { agrees, from, monday, pairUp, perform, textOf } from './support.js';

const minuteMs = 60_000;

/** Many couples and many rows: what is to come is foreseen, and nobody waits behind one who has much. */
export function describeLoad(open: OpenEmpty): void {
  const wakes = async (store: Store, couple: number, at: Instant) => {
    await perform(store, from(`90000000${String(couple)}`), (scene, inbound, now) => ({
      ...agrees(couple)(scene, inbound, now),
      wakeAt: { [couple]: at },
    }));
  };

  it('foresees how many couples come due in each of the coming minutes', async () => {
    const store = await open();
    const later = [0.5, 0.9, 2.5, 7] as const;
    for (const [index, minutes] of later.entries()) await wakes(store, index + 1, monday + minutes * minuteMs);
    expect(await store.duePerMinute(monday, 4)).toEqual([2, 0, 1, 0]);
    expect(await store.duePerMinute(monday + 8 * minuteMs, 2)).toEqual([0, 0]);
  });

  it('lets a person with one message wait behind no row of one with a hundred', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    await write(store, anneId, ...Array.from({ length: 100 }, (_, index) => ({ text: `a${String(index)}` })));
    await write(store, bramId, { text: 'b' });
    expect((await claim(store)).map(textOf)).toEqual(['a0', 'b']);
  });

  it('takes turns between people who all have much', async () => {
    const store = await open();
    const { anneId, bramId } = await pairUp(store);
    await write(store, anneId, { text: 'a0' }, { text: 'a1' }, { text: 'a2' });
    await write(store, bramId, { text: 'b0' }, { text: 'b1' }, { text: 'b2' });
    for (const turn of [0, 1, 2]) {
      const rows = await claim(store);
      expect(rows.map(textOf).sort()).toEqual([`a${String(turn)}`, `b${String(turn)}`]);
      await settleAll(store, rows, sent);
    }
    expect(await claim(store)).toEqual([]);
  });
}
