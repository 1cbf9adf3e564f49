import { join } from 'node:path';
import { createCourier } from '../src/courier/courier.js';
import { createLog } from '../src/log.js';
import { openStore } from '../src/store/sqlite/open.js';
import type { Inbound, Outgoing, Store } from '../src/store/store.js';
import { createClient } from '../src/telegram/client.js';
import { createSend } from '../src/telegram/send.js';
import { outcome, outgoing } from '../test/support/outgoing.js';
import { token } from './contender.js';
import { atLeast, atMost, withDirectory, type Figure } from './figures.js';
import { addressOf, seedCouples, seededAt, storeOptions } from './seed.js';
import { startStub, type StubReport } from './stub.js';

const messagesEach = 3;
/** Messages that leave at a limit, as a share of it; none refused, and none of a chat before an earlier one. */
export async function benchDelivery(perSecond: number, seconds: number): Promise<readonly Figure[]> {
  const wanted = perSecond * seconds;
  const couples = Math.ceil(wanted / messagesEach / 2);
  const report = await withDirectory(async (base) => {
    const store = await openStore(storeOptions(join(base, 'data')));
    await seedCouples(store, couples);
    await queueScheduled(store, couples, messagesEach);
    const stub = await startStub({ rttMs: 40, limit: { perSecond, burst: perSecond } });
    const client = createClient({ token, apiRoot: stub.url });
    const courier = createCourier({
      store,
      send: createSend(client),
      clock: { now: () => seededAt },
      log: createLog('error'),
      sendRate: perSecond,
      chatRate: 1000,
      onReport: () => Promise.resolve(),
      onFatal: (error) => {
        throw error;
      },
    });
    courier.start();
    await courier.drain();
    await courier.stop();
    const counted = await stub.report();
    await client.close();
    stub.stop();
    await store.close();
    return counted;
  });
  const at = `at ${String(perSecond)}/s`;
  return [
    atLeast(`delivery ${at}, of the limit`, shareOf(report, perSecond), perSecond >= 1000 ? 0.99 : 0.98),
    atMost(`refused with 429, ${at}`, report.refused, 0),
    atMost(`out of order within a chat, ${at}`, report.outOfOrder, 0),
  ];
}

/** Without the burst at the beginning, which would flatter. */
function shareOf({ calls, firstAt, lastAt }: StubReport, perSecond: number): number {
  const burst = Math.max(2, Math.round(perSecond / 5));
  return (calls - burst) / ((lastAt - firstAt) / 1000) / perSecond;
}

/** Puts so many scheduled messages for each person into the outbox, numbered per chat. */
export async function queueScheduled(store: Store, couples: number, each: number): Promise<void> {
  const batch = 50;
  for (let from = 0; from < couples; from += batch) {
    const inbound = Array.from({ length: Math.min(batch, couples - from) * 2 }, (_, index): Inbound => {
      const address = addressOf(from + Math.floor(index / 2), index % 2);
      return {
        updateId: null,
        origin: { from: 'address', address },
        command: { type: 'pressUnknown' },
        callbackQueryId: null,
        messageId: null,
        ownMessageId: null,
      };
    });
    await store.apply(
      inbound,
      (scene) => {
        const to = scene.actor ?? 0;
        return outcome(scene, { outgoing: Array.from({ length: each }, (_, number) => scheduled(to, number)) });
      },
      seededAt,
      () => [],
    );
  }
}

function scheduled(to: number, number: number): Outgoing {
  const text = `#${String(number)} Wat heb je van mij nodig?`;
  return outgoing(to, { lane: 'scheduled', params: { text, link_preview_options: { is_disabled: true } } });
}
