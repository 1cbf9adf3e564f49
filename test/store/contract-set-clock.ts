import { expect, it } from 'vitest';
import { everythingBy } from '../../src/store/move.js';
import { outcome } from '../support/outgoing.js';
import type { OpenEmpty } from './contract.js';
import {
  actorOf,
  agreed,
  agrees,
  anne,
  bram,
  dayMs,
  from,
  hourMs,
  listeningIn,
  monday,
  openRound,
  perform,
  says,
  sceneOf,
  textOf,
  theCouple,
  withCouple,
  withPerson,
} from './support.js';

const minuteMs = 60_000;
const sizes = [
  ['ahead three seconds', 3_000],
  ['back two hours', -2 * hourMs],
  ['ahead two hours', 2 * hourMs],
  ['back three days', -3 * dayMs],
  ['ahead a year', 365 * dayMs],
  ['back a year', -365 * dayMs],
] as const;

export function describeSetClock(open: OpenEmpty): void {
  it.each(sizes)('%s: a wait that is stored takes as long as it did', async (_, byMs) => {
    const store = await open();
    await perform(store, from(anne), agrees(9));
    const held = { ...listeningIn('held'), until: monday + 20_000 };
    await perform(store, from(anne), (scene) =>
      outcome(withCouple(scene, { ...theCouple(scene), listening: held, tellRhythmAt: monday + 2 * minuteMs }), {
        wakeAt: { 9: monday + 20_000 },
      }),
    );
    await perform(store, from(anne), (scene) =>
      outcome(withPerson(scene, { ...actorOf(scene), asked: { what: 'hour', until: monday + 10 * minuteMs } })),
    );
    const now = monday + 5_000 + byMs;
    await store.setClock(everythingBy(byMs), now, null);
    expect(await store.lastAliveAt()).toBe(now);
    const scene = await sceneOf(store, from(anne));
    const { listening, tellRhythmAt } = theCouple(scene);
    expect([listening?.until, tellRhythmAt, actorOf(scene).asked?.until]).toEqual([
      now + 15_000,
      now + 2 * minuteMs - 5_000,
      now + 10 * minuteMs - 5_000,
    ]);
    // Its hours may be others by the new clock, so the couple is looked at.
    expect(await store.due(now, 10)).toEqual([9]);
  });

  it.each(sizes)(
    '%s: what waits to be sent waits as long as it did, and a tap is answered as late as before',
    async (_, byMs) => {
      const store = await open();
      await perform(store, from(anne), agrees());
      await perform(
        store,
        from(anne, { callbackQueryId: 'q' }),
        says(
          { text: 'later', notBefore: monday + 3_000 },
          { kind: 'answer', method: 'answerCallbackQuery', dropAfter: monday + 10_000 },
        ),
      );
      await store.setClock(everythingBy(byMs), monday + 1_000 + byMs, null);
      expect(await store.nextSendAt(['reply'])).toBe(monday + 3_000 + byMs);
      expect((await store.claim(monday + 2_999 + byMs, ['reply'], 9)).map(textOf)).toEqual([]);
      expect((await store.claim(monday + 3_000 + byMs, ['reply'], 9)).map(textOf)).toEqual(['later']);
      expect(await store.claim(monday + 9_999 + byMs, ['answer'], 9)).toHaveLength(1);
    },
  );

  it.each(sizes)('%s: a message that was put off after a failure goes when its wait is over', async (_, byMs) => {
    const store = await open();
    await perform(store, from(anne), agrees());
    await perform(store, from(anne), says({ text: 'again' }));
    const [row] = await store.claim(monday, ['reply'], 9);
    await store.settle([{ row: row?.id ?? 0, as: 'retry', notBefore: monday + 7_000 }], monday);
    await store.setClock(everythingBy(byMs), monday + 1_000 + byMs, null);
    expect(await store.claim(monday + 6_999 + byMs, ['reply'], 9)).toEqual([]);
    expect(await store.claim(monday + 7_000 + byMs, ['reply'], 9)).toHaveLength(1);
  });

  it('an hour of the day that was agreed on stays that hour, and moves by whole days', async () => {
    const later = { round: 'r1', at: monday + 2 * hourMs };
    for (const [byMs, days] of [
      [2 * hourMs, 0],
      [-2 * hourMs, 0],
      [365 * dayMs, 365],
      [-30 * hourMs, -1],
    ] as const) {
      const store = await open();
      await perform(store, from(anne), (scene) => outcome(withPerson(scene, agreed(actorOf(scene), { later }))));
      await store.setClock(everythingBy(byMs), monday + byMs, null);
      expect(actorOf(await sceneOf(store, from(anne))).later?.at).toBe(later.at + days * dayMs);
    }
  });

  it('a day that had its question is not asked about again, however the clock is set, and no other is lost for long', async () => {
    const after: string[] = [];
    for (const byMs of [-2 * hourMs, -20 * hourMs, -dayMs, -365 * dayMs, hourMs, 20 * hourMs, dayMs, 365 * dayMs]) {
      const store = await open();
      await perform(store, from(anne), (scene) =>
        outcome(withPerson(scene, agreed(actorOf(scene), { servedDate: '2026-11-23' }))),
      );
      await store.setClock(everythingBy(byMs), monday + byMs, null);
      after.push(actorOf(await sceneOf(store, from(anne))).servedDate ?? '');
    }
    expect(after).toEqual([
      ...['2026-11-23', '2026-11-23', '2026-11-22', '2025-11-23'],
      ...['2026-11-23', '2026-11-24', '2026-11-24', '2027-11-23'],
    ]);
  });

  it('set ahead and back again by the same, everything is as it was', async () => {
    const store = await open();
    await perform(store, from(anne), agrees(9));
    await perform(store, from(anne), (scene) =>
      outcome(withCouple(scene, { ...theCouple(scene), round: openRound, pairedAt: monday })),
    );
    const { people, couples } = await sceneOf(store, from(anne));
    await store.setClock(everythingBy(365 * dayMs), monday + 365 * dayMs, null);
    await store.setClock(everythingBy(-365 * dayMs), monday, null);
    expect(await sceneOf(store, from(anne))).toMatchObject({ people, couples });
  });

  it('what is older than a moment can move otherwise than what is newer', async () => {
    const store = await open();
    await perform(store, from(anne), (scene) =>
      outcome(withPerson(scene, agreed(actorOf(scene), { wish: { what: 'shorter', until: monday + 5 } }))),
    );
    await store.setClock({ from: monday + 1, olderMs: -dayMs, newerMs: 0 }, monday + 2, null);
    const { consent, wish } = actorOf(await sceneOf(store, from(anne)));
    expect([consent?.at, wish?.until]).toEqual([monday - dayMs, monday + 5]);
  });

  it('words that are kept stay as long after their question as was promised', async () => {
    const store = await open();
    await perform(store, from(anne), agrees());
    const answer = { state: 'sealed', pieces: [], picks: ['a'], step: 1 } as const;
    const entry = {
      round: 'r1',
      scenario: 's',
      askedAt: monday,
      openedAt: monday,
      answer,
      until: monday + 7 * dayMs,
      keptAt: null,
    };
    await perform(store, from(anne), (scene) =>
      outcome(scene, { book: [{ kind: 'keep', person: actorOf(scene).id, entry }] }),
    );
    const byMs = 365 * dayMs;
    await store.setClock(everythingBy(byMs), monday + byMs, null);
    await store.tidy(monday + byMs);
    const [kept] = (await sceneOf(store, from(anne, { command: { type: 'exportData' } }))).book;
    expect(kept).toEqual({ ...entry, askedAt: monday + byMs, openedAt: monday + byMs, until: entry.until + byMs });
  });

  it('remembers a doubt until it is over', async () => {
    const store = await open();
    await perform(store, from(bram), agrees());
    expect(await store.doubt()).toBeNull();
    const doubt = { where: 'ahead', from: monday, until: monday + dayMs, undoMs: 40 * dayMs, trustedAt: 7 } as const;
    await store.setClock(null, monday, doubt);
    expect(await store.doubt()).toEqual(doubt);
    await store.setClock(null, monday, { ...doubt, where: 'behind', undoMs: 0 });
    expect(await store.doubt()).toEqual({ ...doubt, where: 'behind', undoMs: 0 });
    await store.setClock(null, monday, null);
    expect(await store.doubt()).toBeNull();
  });
}
