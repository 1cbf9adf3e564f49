import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { ControlEvent } from '../../src/emulator/contract.js';
import { listen } from './listen.js';
import { stage, type Update } from './stage.js';

const dayMs = 86_400_000;

test('a poll waits for an update and gets it at once', async () => {
  const { anne, sends, updates, emulator } = await stage();
  const person = await anne();
  const events = await listen(emulator.url);
  const waiting = updates({ timeout: 20 });
  await events.until((event) => event.type === 'bot' && event.bot.isPolling);
  await sends(person, { text: 'Dag' });
  expect((await waiting)[0]?.message?.text).toBe('Dag');
});

test('updates stay until they are confirmed, whoever fetched them before', async () => {
  const { anne, sends, updates } = await stage();
  const person = await anne();
  for (const text of ['een', 'twee', 'drie']) await sends(person, { text });
  const texts = async (params?: object) => (await updates(params)).map(({ message }) => message?.text);
  const [first] = await updates({ limit: 1 });
  expect(await texts()).toEqual(['een', 'twee', 'drie']);
  expect(await texts({ offset: (first?.update_id ?? 0) + 1 })).toEqual(['twee', 'drie']);
  expect(await texts({ offset: -1 })).toEqual(['drie']);
  expect(await texts()).toEqual(['drie']);
});

test('a second poll ends the first', async () => {
  const { anne, sends, call, emulator } = await stage();
  const person = await anne();
  const events = await listen(emulator.url);
  const first = call('getUpdates', { timeout: 20 });
  await events.until((event) => event.type === 'bot' && event.bot.isPolling);
  const second = call<Update[]>('getUpdates', { timeout: 20 });
  expect(await first).toEqual({
    ok: false,
    error_code: 409,
    description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  });
  await sends(person, { text: 'Dag' });
  expect((await second).result).toHaveLength(1);
});

test('a bot that hangs up is seen to be gone', async () => {
  const { anne, emulator } = await stage();
  await anne();
  const events = await listen(emulator.url);
  const hangUp = new AbortController();
  const poll = fetch(`${emulator.url}/bot4242:test/getUpdates?timeout=30`, { signal: hangUp.signal });
  const gone = expect(poll).rejects.toThrow();
  await events.until((event) => event.type === 'bot' && event.bot.isPolling);
  hangUp.abort();
  await gone;
  await events.until((event) => event.type === 'bot' && !event.bot.isPolling);
});

test('kinds of update are filtered when the update is made, and remembered', async () => {
  const { anne, sends, updates, control } = await stage();
  const person = await anne();
  const { messageId } = await sends(person, { text: 'een' });
  await updates({ allowed_updates: ['edited_message'] });
  await sends(person, { text: 'twee' });
  await control('POST', `people/${person.id}/edit`, { messageId, text: 'een!' });
  expect((await updates()).map((update) => (update.message ?? update.edited_message)?.text)).toEqual(['een', 'een!']);
});

test('updates are kept for a day when no bot is there', async () => {
  const { newPerson, sends, control, updates } = await stage();
  const person = await newPerson();
  await sends(person, { text: 'oud' });
  await control('POST', 'clock', { advanceMs: dayMs - 1000 });
  await sends(person, { text: 'nieuw' });
  await control('POST', 'clock', { advanceMs: 2000 });
  expect((await updates()).map(({ message }) => message?.text)).toEqual(['nieuw']);
});

test('updates can be doubled, swapped and renumbered on purpose', async () => {
  const { anne, sends, updates, control } = await stage();
  const person = await anne();
  const take = async () => {
    const got = await updates();
    await updates({ offset: Math.max(...got.map(({ update_id }) => update_id)) + 1 });
    return got.map(({ update_id, message }) => [update_id, message?.text]);
  };
  await control('POST', 'update-faults', { duplicate: 1 });
  const { updateId: first } = await sends(person, { text: 'een' });
  expect(await take()).toEqual([
    [first, 'een'],
    [first, 'een'],
  ]);
  await control('POST', 'update-faults', { reorder: 2 });
  await sends(person, { text: 'twee' });
  await sends(person, { text: 'drie' });
  expect((await take()).map(([, text]) => text)).toEqual(['drie', 'twee']);
  await control('POST', 'update-faults', { jump: 1000 });
  const { updateId } = await sends(person, { text: 'vier' });
  expect(updateId).toBe((first ?? 0) + 3 + 1000);
});

test('a raw update reaches the bot as it is', async () => {
  const { anne, control, updates } = await stage();
  await anne();
  const { updateId } = await control<{ updateId: number }>('POST', 'updates', { message: { strange: true } });
  expect(await updates()).toEqual([{ update_id: updateId, message: { strange: true } }]);
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** A webhook that answers as told; resolves each waiting `next` with an update it got. */
async function webhook(answer: (update: Update, request: IncomingMessage) => { status: number; body?: string }) {
  const got: Update[] = [];
  let notify: () => void = () => undefined;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const update = JSON.parse(body) as Update;
      got.push(update);
      const { status, body: reply = '' } = answer(update, request);
      response.writeHead(status, { 'content-type': 'application/json' }).end(reply);
      notify();
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  const received = async (count: number) => {
    while (got.length < count) await new Promise<void>((resolve) => (notify = resolve));
    return got.map(({ message }) => message?.text);
  };
  return { url, received };
}

test('a webhook gets each update with the secret, again when it fails, in order within a chat', async () => {
  const { anne, newPerson, sends, done, call, control } = await stage();
  const person = await anne();
  const other = await newPerson({ firstName: 'Bram' });
  const secrets = new Set<unknown>();
  let failures = 2;
  const hook = await webhook((update, request) => {
    secrets.add(request.headers['x-telegram-bot-api-secret-token']);
    if (update.message?.text === 'een' && failures > 0) {
      failures -= 1;
      return { status: 500 };
    }
    return { status: 200 };
  });
  await done('setWebhook', { url: hook.url, secret_token: 'geheim' });
  const conflict = await call('getUpdates');
  await sends(person, { text: 'een' });
  await sends(person, { text: 'twee' });
  await sends(other, { text: 'ander' });
  const texts = await hook.received(5);
  expect(conflict).toMatchObject({ error_code: 409 });
  expect(texts.filter((text) => text !== 'ander')).toEqual(['een', 'een', 'een', 'twee']);
  // The other chat does not wait for the one that fails.
  expect(texts.indexOf('ander')).toBeLessThan(3);
  expect([...secrets]).toEqual(['geheim']);
  expect(await done('getWebhookInfo')).toMatchObject({
    url: hook.url,
    last_error_message: expect.stringContaining('500') as string,
  });
  await control('POST', 'reset', {});
});

test('a webhook may answer with a method call; addresses elsewhere are refused', async () => {
  const { emulator, anne, sends, done, call } = await stage();
  const person = await anne();
  const events = await listen(emulator.url);
  const reply = { method: 'sendMessage', chat_id: person.id, text: 'Via de webhook' };
  const hook = await webhook(() => ({ status: 200, body: JSON.stringify(reply) }));
  await done('setWebhook', { url: hook.url });
  await sends(person, { text: 'Dag' });
  await events.until((event: ControlEvent) => event.type === 'call' && event.call.params['text'] === reply.text);
  expect((await call('setWebhook', { url: 'https://example.org/hook' })).description).toContain('bad webhook');
  await done('deleteWebhook');
  expect((await call('getUpdates')).ok).toBe(true);
});
