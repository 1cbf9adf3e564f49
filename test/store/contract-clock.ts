import { expect, it } from 'vitest';
import { listeningPhases, type ListeningPhase } from '../../src/core/listening/scene.js';
import type { Couple } from '../../src/core/scene.js';
import type { Applied, Store } from '../../src/store/store.js';
import type { OpenEmpty } from './contract.js';
import { outcome } from '../support/outgoing.js';
import {
  agrees,
  applyOne,
  from,
  hourMs,
  listeningIn,
  monday,
  nothing,
  ofCouple,
  openRound,
  perform,
  theCouple,
  withCouple,
} from './support.js';

export function describeClock(open: OpenEmpty): void {
  const seedCouples = async (store: Store) => {
    for (const [index, wakeAt] of [300, 100, 200, null].entries()) {
      await perform(store, from(`90000000${index}`), (scene, inbound, now) => {
        const after = agrees(index + 1)(scene, inbound, now);
        return { ...after, wakeAt: { [index + 1]: wakeAt } };
      });
    }
  };

  it('names the couples that are due, the longest overdue first', async () => {
    const store = await open();
    await seedCouples(store);
    expect(await store.nextDueAt()).toBe(100);
    expect(await store.due(99, 10)).toEqual([]);
    expect(await store.due(200, 10)).toEqual([2, 3]);
    expect(await store.due(1000, 2)).toEqual([2, 3]);
  });

  it('keeps the wake time of a couple that an outcome does not mention', async () => {
    const store = await open();
    await seedCouples(store);
    await perform(store, ofCouple(1), nothing);
    expect(await store.due(1000, 10)).toEqual([2, 3, 1]);
    await perform(store, ofCouple(1), (scene) => outcome(scene, { wakeAt: { 1: null } }));
    expect(await store.due(1000, 10)).toEqual([2, 3]);
  });

  it('leaves a couple whose wake-up fails alone for a while', async () => {
    const store = await open();
    await seedCouples(store);
    const applied = await applyOne(
      store,
      ofCouple(2),
      () => {
        throw new Error('poison');
      },
      1000,
    );
    expect(applied.result).toBe('failed');
    expect(await store.due(1000, 10)).toEqual([3, 1]);
    expect(await store.due(1000 + hourMs, 10)).toEqual([3, 1, 2]);
  });

  it('does nothing for a couple that is gone', async () => {
    const store = await open();
    const applied: Applied = await applyOne(store, ofCouple(12345), nothing);
    expect(applied).toEqual({ result: 'seen' });
  });

  it('names the couples with an open round, page by page', async () => {
    const store = await open();
    await seedCouples(store);
    for (const id of [1, 2, 4]) {
      await perform(store, ofCouple(id), (scene) =>
        outcome(withCouple(scene, { ...theCouple(scene), round: openRound })),
      );
    }
    expect(await store.withOpenRound(0, 2)).toEqual([1, 2]);
    expect(await store.withOpenRound(2, 2)).toEqual([4]);
  });

  it('names a couple while somebody has the floor in a listening round, and not before, between or after', async () => {
    const store = await open();
    await seedCouples(store);
    const named: ListeningPhase[] = [];
    for (const phase of listeningPhases) {
      await perform(store, ofCouple(2), (scene) =>
        outcome(withCouple(scene, { ...theCouple(scene), listening: listeningIn(phase) })),
      );
      if ((await store.withOpenRound(0, 9)).includes(2)) named.push(phase);
    }
    expect(named).toEqual(['step', 'together', 'held', 'swap']);

    // A question that waits beside it is open by itself.
    const alone = (change: Partial<Couple>) =>
      perform(store, ofCouple(2), (scene) => outcome(withCouple(scene, { ...theCouple(scene), ...change })));
    await alone({ listening: listeningIn('parked'), round: openRound });
    expect(await store.withOpenRound(0, 9)).toEqual([2]);
    await alone({ listening: null, round: null });
    expect(await store.withOpenRound(0, 9)).toEqual([]);
  });

  it('remembers when the bot last said it was alive', async () => {
    const store = await open();
    expect(await store.lastAliveAt()).toBeNull();
    await store.markAlive(monday);
    await store.markAlive(monday + 60_000);
    expect(await store.lastAliveAt()).toBe(monday + 60_000);
  });
}
