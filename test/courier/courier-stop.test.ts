import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../telegram/stage.js';
import { openPostOffice, openTestStore, spoil, text, type Changes, type PostOffice } from './post-office.js';

let stage: Stage;
let anne: number;
let offices: PostOffice[];

beforeEach(async () => {
  stage = await setStage();
  anne = await stage.newPerson();
  offices = [];
});
afterEach(async () => {
  await Promise.all(offices.map((office) => office.close()));
  await stage.close();
});

async function open(changes: Changes = {}): Promise<PostOffice> {
  const office = await openPostOffice(stage, changes);
  offices.push(office);
  return office;
}

describe('stopping the courier', () => {
  it('waits for what is under way, and settles it', async () => {
    await stage.fault({ kind: 'latency', method: 'sendMessage', delayMs: 400, times: 1 });
    const { courier, put, texts, store } = await open();
    await put(anne, text('een'), text('twee'));
    await expect.poll(async () => (await stage.state()).faults).toEqual([]);
    await courier.stop();
    expect(await texts(anne)).toEqual(['een']);
    expect((await store.counts()).unsent).toBe(1);
  });

  it('cuts off what takes too long; it goes again at the next start', async () => {
    await stage.fault({ kind: 'hang', method: 'sendMessage', times: 1 });
    const store = await openTestStore();
    const first = await open({ store });
    await first.put(anne, text('een'));
    await stage.calls('sendMessage', 1);
    const began = performance.now();
    await first.courier.stop(200);
    expect(performance.now() - began).toBeLessThan(2_000);
    const second = await open({ store });
    await stage.calls('sendMessage', 2);
    await second.courier.drain();
    expect(await second.texts(anne)).toEqual(['een']);
  });

  it('sends again after a crash what was not settled, but no nudge', async () => {
    const bram = await stage.newPerson({ firstName: 'Bram' });
    const store = await openTestStore();
    const crashed = await open({ store: spoil(store, { settle: () => new Promise<void>(() => undefined) }) });
    await crashed.put(anne, text('open', { lane: 'reveal' }));
    await crashed.put(bram, text('duwtje', { lane: 'scheduled', isNudge: true }));
    await stage.calls('sendMessage', 1);
    offices = offices.filter((office) => office !== crashed);
    const { courier, texts } = await open({ store });
    await stage.calls('sendMessage', 2);
    await courier.drain();
    expect(await texts(anne)).toEqual(['open', 'open']);
    expect((await texts(bram)).length).toBeLessThanOrEqual(1);
  });

  it('resolves a drain that is still waiting', async () => {
    await stage.fault({ kind: 'server-error', method: 'sendMessage' });
    const { courier, put } = await open();
    await put(anne, text('een'));
    const drained = courier.drain();
    await courier.stop();
    await drained;
  });
});
