import { expect, test } from 'vitest';
import { listen } from './listen.js';
import { stage, type Message } from './stage.js';

test('a fault strikes its method, in its chat, as often as it says', async () => {
  const { anne, newPerson, sends, call, control, calls, state } = await stage();
  const person = await anne();
  const other = await newPerson({ firstName: 'Bram' });
  await sends(other, { text: '/start' });
  const fault = { kind: 'too-many-requests', method: 'sendmessage', chatId: person.id, times: 2, retryAfterSeconds: 7 };
  await control('POST', 'faults', fault);
  const send = (chatId: number) => call('sendMessage', { chat_id: chatId, text: 'Dag' });
  expect((await send(other.id)).ok).toBe(true);
  expect(await send(person.id)).toEqual({
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  });
  expect((await state()).faults).toMatchObject([{ kind: 'too-many-requests', times: 1 }]);
  expect((await send(person.id)).error_code).toBe(429);
  expect((await send(person.id)).ok).toBe(true);
  expect((await calls('sendMessage')).map(({ fault: struck, isWrongCall }) => [struck, isWrongCall])).toEqual([
    [null, false],
    ['too-many-requests', false],
    ['too-many-requests', false],
    [null, false],
  ]);
});

test.each([
  ['server-error', 502, 'Bad Gateway'],
  ['forbidden', 403, 'Forbidden: bot was blocked by the user'],
  ['unauthorized', 401, 'Unauthorized'],
  [
    'conflict',
    409,
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  ],
])('%s answers in place of the method', async (kind, code, description) => {
  const { anne, call, control, chat } = await stage();
  const { id } = await anne();
  await control('POST', 'faults', { kind, times: 1 });
  expect(await call('sendMessage', { chat_id: id, text: 'Dag' })).toEqual({ ok: false, error_code: code, description });
  expect((await chat(id)).messages).toHaveLength(1);
});

test('a message may arrive although its answer never does', async () => {
  const { anne, call, control, chat } = await stage();
  const { id } = await anne();
  const send = (text: string) => call('sendMessage', { chat_id: id, text });
  await control('POST', 'faults', { kind: 'drop-after-accept', times: 1 });
  await expect(send('een')).rejects.toThrow();
  await control('POST', 'faults', { kind: 'truncate', times: 1 });
  await expect(send('twee')).rejects.toThrow();
  expect((await chat(id)).messages.slice(1).map(({ text }) => text)).toEqual(['een', 'twee']);
});

test('a call that hangs is never done', async () => {
  const { anne, emulator, control, chat } = await stage();
  const { id } = await anne();
  const events = await listen(emulator.url);
  await control('POST', 'faults', { kind: 'hang', times: 1 });
  const patience = new AbortController();
  const url = `${emulator.url}/bot4242:test/sendMessage?chat_id=${id}&text=Dag`;
  const refused = expect(fetch(url, { signal: patience.signal })).rejects.toThrow();
  await events.until((event) => event.type === 'call' && event.call.fault === 'hang');
  patience.abort();
  await refused;
  expect((await chat(id)).messages).toHaveLength(1);
});

test('latency holds a call up, and goes on', async () => {
  const { anne, call, control } = await stage();
  const { id } = await anne();
  await control('POST', 'faults', { kind: 'latency', delayMs: 60, times: 1 });
  const started = performance.now();
  expect((await call('sendMessage', { chat_id: id, text: 'Dag' })).ok).toBe(true);
  expect(performance.now() - started).toBeGreaterThanOrEqual(55);
});

test('chance is seeded: the same seed strikes the same calls', async () => {
  const { anne, call, control } = await stage();
  const { id } = await anne();
  const strikes = async () => {
    await control('POST', 'faults', { kind: 'server-error', method: 'sendChatAction', probability: 0.5, seed: 7 });
    const struck: boolean[] = [];
    for (let count = 0; count < 20; count += 1) {
      struck.push(!(await call('sendChatAction', { chat_id: id, action: 'typing' })).ok);
    }
    await control('DELETE', 'faults');
    return struck;
  };
  const first = await strikes();
  expect(await strikes()).toEqual(first);
  expect(new Set(first).size).toBe(2);
});

test('a fault can be taken away, and one that makes no sense is refused', async () => {
  const { control, state } = await stage();
  const { id } = await control<{ id: number }>('POST', 'faults', { kind: 'latency' });
  await control('POST', 'faults', { kind: 'server-error' });
  await control('DELETE', `faults/${id}`);
  expect((await state()).faults).toMatchObject([{ kind: 'server-error' }]);
  await expect(control('POST', 'faults', { kind: 'earthquake' })).rejects.toThrow('"kind" must be one of');
  await expect(control('POST', 'faults', { kind: 'hang', method: 'sendMesage' })).rejects.toThrow('has no method');
});

test('with real limits on, a chat takes six at once and then one a second', async () => {
  let nowMs = Date.UTC(2026, 0, 1);
  const { anne, call, control } = await stage({ now: () => nowMs });
  const { id } = await anne();
  await control('POST', 'limits', { on: true });
  const send = async () => (await call('sendMessage', { chat_id: id, text: 'Dag' })).parameters?.retry_after ?? 0;
  const answers = [await send(), await send(), await send(), await send(), await send(), await send(), await send()];
  expect(answers).toEqual([0, 0, 0, 0, 0, 0, 1]);
  nowMs += 1000;
  expect([await send(), await send()]).toEqual([0, 1]);
  await control('POST', 'limits', { on: false });
  expect(await send()).toBe(0);
});

test('with real limits on, all chats together take thirty a second', async () => {
  const { newPerson, sends, call, control } = await stage({ now: () => Date.UTC(2026, 0, 1) });
  const people = await Promise.all(Array.from({ length: 12 }, () => newPerson()));
  for (const person of people) await sends(person, { text: '/start' });
  await control('POST', 'limits', { on: true });
  const answers = [];
  for (const { id } of [...people, ...people, ...people]) {
    answers.push(await call<Message>('sendMessage', { chat_id: id, text: 'Dag' }));
  }
  expect(answers.filter(({ ok }) => ok)).toHaveLength(30);
  expect(answers.at(-1)).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });

  // What is paid for goes beyond that, and not beyond what one chat takes.
  const paid = { text: 'Dag', allow_paid_broadcast: true };
  for (const { id } of people) expect(await call('sendMessage', { chat_id: id, ...paid })).toMatchObject({ ok: true });
  const [first] = people;
  const toOne = [1, 2, 3].map(() => call('sendMessage', { chat_id: first?.id, ...paid }));
  expect((await Promise.all(toOne)).map(({ ok }) => ok)).toEqual([true, true, false]);
});
