import { expect, test } from 'vitest';
import { stage, token, type Message } from './stage.js';

test('a method can be called by query, form, JSON and multipart, in any letter case', async () => {
  const { emulator, anne, chat } = await stage();
  const { id } = await anne();
  const url = `${emulator.url}/bot${token}`;
  const fields = { chat_id: String(id), disable_notification: 'true' };
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('text', 'multipart');

  await fetch(`${url}/SENDMESSAGE?${new URLSearchParams({ ...fields, text: 'query' }).toString()}`);
  await fetch(`${url}/sendmessage`, { method: 'POST', body: new URLSearchParams({ ...fields, text: 'form' }) });
  await fetch(`${url}/sendMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...fields, text: 'json' }),
  });
  await fetch(`${url}/sendMessage`, { method: 'POST', body: form });

  const { messages } = await chat(id);
  expect(messages.slice(1).map(({ text, isSilent }) => [text, isSilent])).toEqual([
    ['query', true],
    ['form', true],
    ['json', true],
    ['multipart', true],
  ]);
});

test('objects may come as JSON inside a string, as in a form', async () => {
  const { call, anne, chat } = await stage();
  const { id } = await anne();
  const keyboard = JSON.stringify({ inline_keyboard: [[{ text: 'Ja', callback_data: 'yes' }]] });
  await call('sendMessage', { chat_id: id, text: 'Doe je mee?', reply_markup: keyboard });
  expect((await chat(id)).messages.at(-1)?.keyboard).toEqual([[{ text: 'Ja', callbackData: 'yes' }]]);
});

test('an upload is found under its field and as attach://, and can be fetched by its path', async () => {
  const { emulator, done, anne } = await stage();
  const { id } = await anne();
  const url = `${emulator.url}/bot${token}`;
  const bytes = Buffer.from('OggS and some sound');
  const own = new FormData();
  own.set('chat_id', String(id));
  own.set('voice', new Blob([bytes], { type: 'audio/ogg' }), 'voice.ogg');
  const attached = new FormData();
  attached.set('chat_id', String(id));
  attached.set('voice', 'attach://sound');
  attached.set('duration', '3');
  attached.set('reply_parameters', JSON.stringify({ message_id: 1 }));
  attached.set('sound', new Blob([bytes], { type: 'audio/ogg' }), 'voice.ogg');

  const first = await fetch(`${url}/sendVoice`, { method: 'POST', body: own });
  const second = await fetch(`${url}/sendVoice`, { method: 'POST', body: attached });
  const { result } = (await second.json()) as { result: Message };
  const file = await done<{ file_path: string }>('getFile', { file_id: result.voice?.file_id });
  const download = await fetch(`${emulator.url}/file/bot${token}/${file.file_path}`);

  expect(first.status).toBe(200);
  expect(result).toMatchObject({ voice: { duration: 3, mime_type: 'audio/ogg' }, reply_to_message: { message_id: 1 } });
  expect(Buffer.from(await download.arrayBuffer())).toEqual(bytes);
});

test('what is no method, no token or no JSON is refused as Telegram does', async () => {
  const { emulator, call, calls } = await stage();
  const broken = await fetch(`${emulator.url}/bot${token}/getMe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"chat_id":',
  });
  expect(await call('sendTelepathy')).toEqual({
    ok: false,
    error_code: 404,
    description: 'Not Found: method not found',
  });
  expect(await call('getMe', {}, 'nonsense')).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' });
  expect(broken.status).toBe(400);
  expect((await calls()).map(({ method, isWrongCall }) => [method, isWrongCall])).toEqual([
    ['getMe', true],
    ['sendTelepathy', true],
    ['getMe', false],
  ]);
});

test('each token is a bot of its own; the first one takes what was sent before it came', async () => {
  const { newPerson, sends, call, state } = await stage();
  const person = await newPerson();
  await sends(person, { text: '/start' });
  const first = await call<unknown[]>('getUpdates', {}, '1:one');
  const second = await call<unknown[]>('getUpdates', {}, '2:two');
  const written = await call('sendMessage', { chat_id: person.id, text: 'Dag' }, '2:two');
  expect(first.result).toHaveLength(1);
  expect(second.result).toHaveLength(0);
  expect(written.description).toBe("Forbidden: bot can't initiate conversation with a user");
  expect((await state()).bot).toMatchObject({ id: 2, isPolling: true });
});
