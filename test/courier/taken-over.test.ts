import { describe, expect, it } from 'vitest';
import { createCourier } from '../../src/courier/courier.js';
import { createLog } from '../../src/log.js';
import { LeadLost } from '../../src/store/failures.js';
import type { Row, Settlement } from '../../src/store/store.js';
import type { Timers } from '../../src/timers.js';

const row: Row = {
  ...{ id: 1, person: 1, lane: 'reply', kind: 'send', method: 'sendMessage', attempts: 1, isNudge: false },
  ...{ params: { chat_id: 1000, text: 'een' }, notBefore: null, dropAfter: null, quiet: null },
};

/** A process that stands still between claiming a row and hearing so; meanwhile another may have taken the lead. */
async function standStill(forMs: number, isTakenOver: boolean) {
  let elapsedMs = 0;
  let claims = 0;
  const sent: string[] = [];
  const asked: (readonly Settlement[])[] = [];
  const timers: Timers = {
    elapsedMs: () => elapsedMs,
    after: () => () => undefined,
    everyMinute: () => () => Promise.resolve(),
    turn: () => Promise.resolve(),
    mayLag: false,
  };
  const ended = new Promise<unknown>((resolve) => {
    const courier = createCourier({
      store: {
        claim: () => {
          claims += 1;
          if (claims > 1) return Promise.resolve([]);
          elapsedMs += forMs;
          return Promise.resolve([row]);
        },
        settle: (settlements) => {
          asked.push(settlements);
          return isTakenOver ? Promise.reject(new LeadLost()) : Promise.resolve();
        },
        nextSendAt: () => Promise.resolve(null),
        recover: () => Promise.resolve(),
      },
      send: ({ params }) => {
        sent.push(String(params['text']));
        return Promise.resolve({ kind: 'sent', messageId: 7 });
      },
      ...{ clock: { now: () => 0 }, timers, log: createLog('silent'), sendRate: 30 },
      onReport: () => Promise.resolve(),
      onFatal: resolve,
    });
    courier.start();
    void courier.drain().then(resolve);
  });
  await ended;
  return { sent, asked };
}

describe('a courier that stood still with a message in hand', () => {
  it('sends it at once when that was too short for anybody to take over', async () => {
    expect(await standStill(3_000, false)).toMatchObject({ sent: ['een'] });
  });

  it('asks first when another may lead by now, and sends it when none does', async () => {
    const { sent, asked } = await standStill(5_000, false);
    expect(asked[0]).toEqual([]);
    expect(sent).toEqual(['een']);
  });

  it('sends nothing when another leads', async () => {
    expect((await standStill(5_000, true)).sent).toEqual([]);
  });
});
