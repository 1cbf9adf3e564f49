import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/emulator/server.js';
import type { Inbound } from '../../src/store/store.js';
import { createClient } from '../../src/telegram/client.js';
import { Fatal } from '../../src/telegram/errors.js';
import { intake } from '../../src/telegram/intake.js';
import { createPoller, introduce, type Poller, type PollerOptions } from '../../src/telegram/poller.js';
import { deferred, readableLog, setStage, token, type Stage } from './stage.js';

let stage: Stage;
let anne: number;
let pollers: Poller[];

beforeEach(async () => {
  stage = await setStage();
  anne = await stage.newPerson({ hasStarted: false });
  pollers = [];
});
afterEach(async () => {
  await Promise.all(pollers.map((poller) => poller.stop()));
  await stage.close();
});

/** A poller that keeps what it heard, and what it said in the end. */
async function poll(changes: Partial<PollerOptions> = {}) {
  const heard: Inbound[] = [];
  const ended = deferred<unknown>();
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const me = await introduce(changes.client ?? stage.client, stage.log, new AbortController().signal);
  const poller = createPoller(me, {
    client: stage.client,
    log: stage.log,
    onBatch: (inbound) => {
      heard.push(...inbound);
      for (const { count, resolve } of waiting) if (heard.length >= count) resolve();
      return Promise.resolve();
    },
    onFatal: ended.resolve,
    pollSeconds: 5,
    maxDelayMs: 50,
    ...changes,
  });
  pollers.push(poller);
  poller.start();
  const texts = async (count: number) => {
    if (heard.length < count) await new Promise<void>((resolve) => waiting.push({ count, resolve }));
    return heard.map(({ command }) =>
      command.type === 'say' && command.speech.kind === 'text' ? command.speech.text : command.type,
    );
  };
  return { poller, texts, ended: ended.promise };
}

const says = (text: string) => stage.sends(anne, { text });
const pending = async () => (await stage.state()).queue.pending;
describe('polling', () => {
  it('hears what people send, in order', async () => {
    for (const text of ['een', 'twee', 'drie']) await says(text);
    const { texts } = await poll();
    await texts(3);
    await says('vier');
    expect(await texts(4)).toEqual(['een', 'twee', 'drie', 'vier']);
  });

  it('confirms a batch only once it is applied', async () => {
    const applying = deferred<undefined>();
    const begun = deferred<undefined>();
    const both = deferred<undefined>();
    let batches = 0;
    await says('een');
    await poll({
      onBatch: () => {
        batches += 1;
        (batches === 1 ? begun : both).resolve(undefined);
        return applying.promise.then(() => undefined);
      },
    });
    await begun.promise;
    await says('twee');
    expect(await pending()).toBe(2);
    applying.resolve(undefined);
    await both.promise;
    expect(await pending()).toBeLessThan(2);
  });

  it('ends without confirming anything when the store fails, and the updates come again', async () => {
    await says('een');
    const { ended, poller } = await poll({ onBatch: () => Promise.reject(new Error('disk full')) });
    expect(await ended).toMatchObject({ message: 'disk full' });
    await poller.stop();
    expect(await pending()).toBe(1);
    const { texts } = await poll();
    expect(await texts(1)).toContain('een');
  });

  it('passes over an update that breaks its reader, and hears the others', async () => {
    for (const text of ['een', 'poison', 'drie']) await says(text);
    const { texts } = await poll({
      read: (update, me) => {
        if (JSON.stringify(update).includes('poison')) throw new Error('poison');
        return intake(update, me);
      },
    });
    expect(await texts(2)).toEqual(['een', 'drie']);
    expect(stage.logged()).toContain('passed over');
    expect(stage.logged()).not.toContain('poison');
  });

  it('confirms malformed updates without a word', async () => {
    await stage.control('POST', '/updates', { message: { text: 7, chat: 'none' } });
    await stage.control('POST', '/updates', { message: null });
    await says('hoi');
    const { texts } = await poll();
    expect(await texts(1)).toEqual(['hoi']);
  });

  it('goes on after the numbers of updates have jumped', async () => {
    const { texts } = await poll();
    await says('een');
    await texts(1);
    await stage.control('POST', '/update-faults', { jump: 1_000_000 });
    await says('twee');
    expect(await texts(2)).toEqual(['een', 'twee']);
  });

  it('lets the open poll go when stopped', async () => {
    const { poller } = await poll({ pollSeconds: 25 });
    await stage.calls('deleteWebhook', 1);
    const began = performance.now();
    await poller.stop();
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('waits for the batch in hand when stopped', async () => {
    const applying = deferred<undefined>();
    const begun = deferred<undefined>();
    await says('een');
    const { poller } = await poll({
      onBatch: () => {
        begun.resolve(undefined);
        return applying.promise;
      },
    });
    await begun.promise;
    let hasStopped = false;
    const stopped = poller.stop().then(() => {
      hasStopped = true;
    });
    await stage.state();
    expect(hasStopped).toBe(false);
    applying.resolve(undefined);
    await stopped;
  });

  it('logs nothing of what was said, nor by whom', async () => {
    await says('iets heel persoonlijks');
    const { texts } = await poll();
    await texts(1);
    expect(stage.logged()).toContain('updates came in');
    expect(stage.logged()).not.toMatch(new RegExp(`persoonlijks|Anne|${anne}`));
  });
});

describe('when Telegram is not as it should be, polling', () => {
  it.each([
    ['a server error', { kind: 'server-error' }],
    ['a truncated answer', { kind: 'truncate' }],
    ['a dropped connection', { kind: 'drop-after-accept' }],
    ['too many requests', { kind: 'too-many-requests', retryAfterSeconds: 1 }],
    ['a second copy', { kind: 'conflict' }],
  ] as const)('goes on after %s', async (_what, fault) => {
    await says('een');
    await stage.fault({ ...fault, method: 'getUpdates', times: 2 });
    const { texts } = await poll();
    expect(await texts(1)).toEqual(['een']);
    expect(stage.logged()).toContain('Telegram answers again');
  });

  it('goes on after an answer that never comes', async () => {
    await says('een');
    await stage.fault({ kind: 'hang', method: 'getUpdates', times: 1 });
    const { texts } = await poll({ pollSeconds: 1, graceMs: 200 });
    expect(await texts(1)).toEqual(['een']);
  });

  it('warns once, not at every attempt', async () => {
    await says('een');
    await stage.fault({ kind: 'server-error', method: 'getUpdates', times: 5 });
    const { texts } = await poll();
    await texts(1);
    expect(stage.logged().match(/trouble of its own/g)).toHaveLength(1);
  });

  it('says that another copy is polling with this token', async () => {
    await stage.fault({ kind: 'conflict', method: 'getUpdates', times: 1 });
    await says('een');
    const { texts } = await poll();
    await texts(1);
    expect(stage.logged()).toContain('another copy is polling with this token');
  });

  it('takes a webhook away and keeps what is waiting', async () => {
    await says('een');
    await stage.client.call('setWebhook', { url: 'http://127.0.0.1:9/hook' });
    const { texts } = await poll();
    expect(await texts(1)).toEqual(['een']);
    await stage.client.call('setWebhook', { url: 'http://127.0.0.1:9/hook' });
    await says('twee');
    expect(await texts(2)).toEqual(['een', 'twee']);
  });

  it('ends with a sentence about BOT_TOKEN when the token is refused', async () => {
    await stage.fault({ kind: 'unauthorized', method: 'getUpdates' });
    const { ended } = await poll({ refusedTokenMs: 200 });
    const error = await ended;
    expect(error).toBeInstanceOf(Fatal);
    expect(error).toMatchObject({ message: expect.stringContaining('BOT_TOKEN') as string });
  });

  it('knows for how long no poll was answered, also while another copy polls', async () => {
    await stage.fault({ kind: 'conflict', method: 'getUpdates', times: 3 });
    const { poller, texts } = await poll();
    const begun = performance.now();
    await stage.calls('getUpdates', 3);
    const refusedMs = performance.now() - begun;
    expect(poller.unheardMs()).toBeGreaterThanOrEqual(refusedMs);
    await says('een');
    expect(await texts(1)).toEqual(['een']);
    expect(poller.unheardMs()).toBeLessThan(performance.now() - begun);
  });

  it('goes on when Telegram refused a right token for a while', async () => {
    const { texts } = await poll();
    await says('een');
    expect(await texts(1)).toEqual(['een']);
    await stage.fault({ kind: 'unauthorized', method: 'getUpdates', times: 3 });
    await says('twee');
    expect(await texts(2)).toEqual(['een', 'twee']);
  });

  it('is refused before it begins when the token is no token', async () => {
    const client = createClient({ token: 'nonsense', apiRoot: stage.url });
    const refused = introduce(client, stage.log, new AbortController().signal);
    await expect(refused).rejects.toThrow('BOT_TOKEN');
    await client.close();
  });

  it('waits for the network, and stops waiting when asked to', async () => {
    const gone = await startEmulator();
    await gone.close();
    const client = createClient({ token, apiRoot: gone.url });
    const { log, logged } = readableLog();
    const stopping = new AbortController();
    const waiting = introduce(client, log, stopping.signal);
    await expect.poll(logged).toContain('cannot be reached');
    stopping.abort();
    await expect(waiting).rejects.toThrow();
    await client.close();
  });

  it('comes through once the network is there', async () => {
    const gone = await startEmulator();
    await gone.close();
    const client = createClient({ token, apiRoot: gone.url });
    const { log, logged } = readableLog();
    const waiting = introduce(client, log, new AbortController().signal);
    await expect.poll(logged).toContain('cannot be reached');
    const back = await startEmulator({ port: gone.port });
    expect((await waiting).username).not.toBe('');
    await client.close();
    await back.close();
  });
});
