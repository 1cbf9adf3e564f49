import { expect, test } from 'vitest';
import { listen } from './listen.js';
import { stage } from './stage.js';

test('a test can wait for a call', async () => {
  const { anne, call, control, calls } = await stage();
  const { id } = await anne();
  const after = (await calls()).at(-1)?.seq ?? 0;
  const waiting = control('GET', `calls?after=${after}&method=sendmessage&waitMs=10000`);
  await call('getMe');
  await call('sendMessage', { chat_id: id, text: 'Dag' });
  expect(await waiting).toMatchObject([{ method: 'sendMessage', chatId: id, params: { text: 'Dag' }, isOk: true }]);
  expect(await control('GET', 'calls?after=999&waitMs=1')).toEqual([]);
});

test('the clock moves forward, and dates follow it', async () => {
  const { anne, done, control } = await stage({ now: () => Date.UTC(2026, 0, 1) });
  const { id } = await anne();
  const dayMs = 86_400_000;
  expect(await control('POST', 'clock', { advanceMs: dayMs })).toEqual({
    nowMs: Date.UTC(2026, 0, 2),
    offsetMs: dayMs,
  });
  expect(await done('sendMessage', { chat_id: id, text: 'Dag' })).toMatchObject({ date: Date.UTC(2026, 0, 2) / 1000 });
  await expect(control('POST', 'clock', { setToMs: Date.UTC(2025, 0, 1) })).rejects.toThrow('never runs backwards');
  await control('POST', 'clock', { setToMs: Date.UTC(2025, 0, 1), allowBackwards: true });
  expect(await done('sendMessage', { chat_id: id, text: 'Dag' })).toMatchObject({ date: Date.UTC(2025, 0, 1) / 1000 });
});

test('a snapshot brings everything back: people, chats, files, the queue and the clock', async () => {
  const { emulator, anne, sends, done, control, state, updates } = await stage({ now: () => Date.UTC(2026, 0, 1) });
  const person = await anne();
  await sends(person, { voice: { durationSeconds: 1 } });
  await done('setMyCommands', { commands: [{ command: 'hulp', description: 'Hulplijnen' }] });
  await control('POST', 'clock', { advanceMs: 5000 });
  const before = await state();
  const snapshot = await control('GET', 'snapshot');

  await sends(person, { text: 'Later' });
  await control('POST', 'reset', {});
  expect((await state()).chats).toEqual([]);
  await control('POST', 'restore', snapshot);

  const after = await state();
  expect({ ...after, bot: null, calls: [] }).toEqual({ ...before, bot: null, calls: [] });
  const [update] = await updates();
  const voice = await done<{ file_path: string }>('getFile', { file_id: update?.message?.voice?.file_id });
  expect((await fetch(`${emulator.url}/file/bot4242:test/${voice.file_path}`)).status).toBe(200);
  await expect(control('POST', 'restore', { format: 'other' })).rejects.toThrow('no snapshot');
});

test('after a reset the bot keeps its menu, and no id comes twice', async () => {
  const { anne, done, control, newPerson, sends, chat, updates } = await stage();
  const first = await anne();
  await done('setMyCommands', { commands: [{ command: 'hulp', description: 'Hulplijnen' }] });
  const { updateId: before } = await sends(first, { text: 'Dag' });
  await control('POST', 'reset', {});
  const second = await newPerson();
  const { updateId } = await sends(second, { text: '/start' });
  expect(second.id).toBeGreaterThan(first.id);
  expect(updateId).toBeGreaterThan(before ?? 0);
  expect(await updates()).toHaveLength(1);
  expect((await chat(second.id)).menu).toEqual([{ command: 'hulp', description: 'Hulplijnen' }]);
});

test('a listener hears the state first, then what changes', async () => {
  const { emulator, anne, done, control } = await stage();
  const person = await anne();
  const events = await listen(emulator.url);
  expect(await events.until(() => true)).toMatchObject({ type: 'state', state: { chats: [{ person }] } });
  await done('sendMessage', { chat_id: person.id, text: 'Dag' });
  await events.until((event) => event.type === 'call' && event.call.method === 'sendMessage');
  await events.until((event) => event.type === 'chat' && event.chat.messages.at(-1)?.text === 'Dag');
  await control('POST', 'clock', { advanceMs: 1000 });
  await events.until((event) => event.type === 'clock' && event.clock.offsetMs === 1000);
  await control('POST', 'faults', { kind: 'latency' });
  await events.until((event) => event.type === 'faults' && event.faults.length === 1);
  await control('POST', 'reset', {});
  await events.until((event) => event.type === 'state' && event.state.chats.length === 0);
});

test('the page and its library are served, and may load nothing from elsewhere', async () => {
  const { emulator } = await stage();
  const page = await fetch(`${emulator.url}/`);
  const library = await fetch(`${emulator.url}/vendor/lit-html/lit-html.js`);
  const directive = await fetch(`${emulator.url}/vendor/lit-html/directives/repeat.js`);
  const outside = await fetch(`${emulator.url}/page/..%2fserver.ts`);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(await page.text()).toContain('<html');
  expect([library.status, directive.status, outside.status < 400]).toEqual([200, 200, false]);
});

test('it stops at once, whoever is still waiting', async () => {
  const { emulator, anne } = await stage();
  await anne();
  const events = await listen(emulator.url);
  const poll = fetch(`${emulator.url}/bot4242:test/getUpdates?timeout=30`).catch(() => 'hung up');
  await events.until((event) => event.type === 'bot');
  await emulator.close();
  await poll;
});

test('the program that runs a bot says when that next does something of itself, and listeners hear it', async () => {
  const { emulator, control, state } = await stage();
  expect(await state()).toMatchObject({ nextAtMs: null });
  const events = await listen(emulator.url);
  expect(await control('PUT', 'next', { atMs: 1_900_000_000_000 })).toEqual({ nextAtMs: 1_900_000_000_000 });
  expect(await events.until(({ type }) => type === 'next')).toEqual({ type: 'next', nextAtMs: 1_900_000_000_000 });
  expect(await state()).toMatchObject({ nextAtMs: 1_900_000_000_000 });
  await expect(control('PUT', 'next', { atMs: 'soon' })).rejects.toThrow('"atMs" must be a number');
  await expect(control('PUT', 'next', { when: 1 })).rejects.toThrow('"when" is not known here');
  await control('PUT', 'next', { atMs: null });
  expect(await state()).toMatchObject({ nextAtMs: null });
  await control('PUT', 'next', { atMs: 1 });
  await control('POST', 'reset', {});
  expect(await state()).toMatchObject({ nextAtMs: null });
});
