import { expect, test } from 'vitest';
import { stage, type Message } from './stage.js';

test('what a person sends reaches the bot as Telegram would show it', async () => {
  const { anne, sends, updates } = await stage();
  const person = await anne();
  await sends(person, { text: '/start CODE' });
  await sends(person, { voice: { durationSeconds: 14 } });
  await sends(person, { sticker: { emoji: '🌱' } });
  await sends(person, { location: { latitude: 52, longitude: 5 } });
  await sends(person, { poll: { question: 'Wat?' } });
  await sends(person, { videoNote: { durationSeconds: 3 } });
  await sends(person, { text: 'Lees dit', forwardedFrom: 'Tante Bep', replyToMessageId: 2 });
  const messages = (await updates()).map(({ message }) => message);
  expect(messages[0]).toMatchObject({
    text: '/start CODE',
    entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    from: { id: person.id, is_bot: false, first_name: 'Anne', language_code: 'nl' },
    chat: { id: person.id, type: 'private' },
  });
  expect(messages[1]).toMatchObject({ voice: { duration: 14 } });
  expect(messages[2]).toMatchObject({ sticker: { emoji: '🌱' } });
  expect(messages[3]).toMatchObject({ location: { latitude: 52 } });
  expect(messages[4]).toMatchObject({ poll: { question: 'Wat?', is_closed: false } });
  expect(messages[5]).toMatchObject({ video_note: { duration: 3 } });
  expect(messages[6]).toMatchObject({
    forward_origin: { type: 'hidden_user', sender_user_name: 'Tante Bep' },
    reply_to_message: { message_id: 2 },
  });
});

test('a voice note of a person can be fetched and sent on, but not to one who forbids it', async () => {
  const { emulator, anne, newPerson, sends, updates, done, call, chat } = await stage();
  const person = await anne();
  const quiet = await newPerson({ firstName: 'Bram', allowsVoice: false });
  await sends(quiet, { text: '/start' });
  const data = Buffer.from('OggS a real recording').toString('base64');
  await sends(person, { voice: { durationSeconds: 2, data, mimeType: 'audio/ogg' } });
  const voice = (await updates()).at(-1)?.message?.voice?.file_id;

  const sent = await done<Message>('sendVoice', { chat_id: person.id, voice });
  const refused = await call('sendVoice', { chat_id: quiet.id, voice });
  const { media } = (await chat(person.id)).messages.at(-1) ?? {};
  const played = await fetch(`${emulator.url}${media?.url ?? ''}`);

  expect(sent.voice).toMatchObject({ file_id: voice, duration: 2 });
  expect(refused).toMatchObject({ error_code: 400, description: 'Bad Request: VOICE_MESSAGES_FORBIDDEN' });
  expect(media).toMatchObject({ kind: 'voice', durationSeconds: 2, mimeType: 'audio/ogg' });
  expect(Buffer.from(await played.arrayBuffer()).toString('base64')).toBe(data);
});

test('an edit reaches the bot, a deletion does not', async () => {
  const { anne, sends, updates, control, chat } = await stage();
  const person = await anne();
  const { messageId } = await sends(person, { text: 'Eerst' });
  await control('POST', `people/${person.id}/edit`, { messageId, text: 'Daarna' });
  await control('POST', `people/${person.id}/delete`, { messageId });
  const got = await updates();
  expect(got.map((update) => (update.message ?? update.edited_message)?.text)).toEqual(['Eerst', 'Daarna']);
  expect(got[1]?.edited_message?.edit_date).toBeTypeOf('number');
  expect((await chat(person.id)).messages).toHaveLength(1);
});

test('a press can be answered once, within fifteen seconds', async () => {
  const { anne, done, call, control, updates, chat } = await stage();
  const { id } = await anne();
  const keyboard = { inline_keyboard: [[{ text: 'Ja', callback_data: 'yes' }]] };
  const { message_id } = await done<Message>('sendMessage', { chat_id: id, text: 'Nu?', reply_markup: keyboard });
  const press = () => control('POST', `people/${id}/press`, { messageId: message_id, callbackData: 'yes' });
  await press();
  await press();
  const [first, second] = (await updates()).map(({ callback_query }) => callback_query);
  expect(first).toMatchObject({ data: 'yes', from: { id }, message: { message_id, text: 'Nu?' } });

  const answer = { callback_query_id: first?.id, text: 'Goed zo', show_alert: true };
  expect((await call('answerCallbackQuery', answer)).ok).toBe(true);
  expect((await chat(id)).toast).toMatchObject({ text: 'Goed zo', isAlert: true });
  expect(await call('answerCallbackQuery', answer)).toMatchObject({ error_code: 400 });

  await control('POST', 'clock', { advanceMs: 16_000 });
  const late = await call('answerCallbackQuery', { callback_query_id: second?.id });
  expect(late.description).toBe('Bad Request: query is too old and response timeout expired or query ID is invalid');
});

test('a button that has just been replaced can still be pressed, one that never was can not', async () => {
  const { anne, done, control } = await stage();
  const { id } = await anne();
  const keyboard = { inline_keyboard: [[{ text: 'Ja', callback_data: 'yes' }]] };
  const { message_id } = await done<Message>('sendMessage', { chat_id: id, text: 'Nu?', reply_markup: keyboard });
  await done('editMessageText', { chat_id: id, message_id, text: 'Klaar' });
  const press = (callbackData: string) =>
    control('POST', `people/${id}/press`, { messageId: message_id, callbackData });
  expect(await press('yes')).toHaveProperty('callbackQueryId');
  await expect(press('no')).rejects.toThrow('has no button with that callback data');
});

test('blocking tells the bot, and refuses what it sends', async () => {
  const { anne, call, control, updates, sends } = await stage();
  const person = await anne();
  await control('POST', `people/${person.id}/block`, { blocked: true });
  const refused = await call('sendMessage', { chat_id: person.id, text: 'Ben je daar?' });
  expect(refused).toMatchObject({ error_code: 403, description: 'Forbidden: bot was blocked by the user' });
  await expect(sends(person, { text: 'Ja' })).rejects.toThrow('has blocked the bot');
  await control('POST', `people/${person.id}/block`, { blocked: false });
  expect((await call('sendMessage', { chat_id: person.id, text: 'Fijn' })).ok).toBe(true);
  expect((await updates()).map(({ my_chat_member }) => my_chat_member)).toMatchObject([
    { old_chat_member: { status: 'member' }, new_chat_member: { status: 'kicked', user: { id: 4242 } } },
    { old_chat_member: { status: 'kicked' }, new_chat_member: { status: 'member' } },
  ]);
});

test('a reaction reaches only a bot that asked for reactions', async () => {
  const { anne, control, updates, chat } = await stage();
  const { id } = await anne();
  const react = (emoji: string | null) => control('POST', `people/${id}/react`, { messageId: 1, emoji });
  expect(await react('❤')).toEqual({ updateId: null });
  await updates({ allowed_updates: ['message', 'message_reaction'] });
  await react(null);
  expect(await updates()).toMatchObject([
    { message_reaction: { message_id: 1, old_reaction: [{ type: 'emoji', emoji: '❤' }], new_reaction: [] } },
  ]);
  expect((await chat(id)).messages[0]?.reactions).toEqual([]);
});

test('unread counts what the bot sent since the person last looked', async () => {
  const { anne, done, control, chat } = await stage();
  const { id } = await anne();
  await done('sendMessage', { chat_id: id, text: 'Een' });
  await done('sendMessage', { chat_id: id, text: 'Twee' });
  expect((await chat(id)).unreadCount).toBe(2);
  await control('POST', `people/${id}/read`, {});
  expect((await chat(id)).unreadCount).toBe(0);
});

test('people can be renamed, and a wrong body is said in a sentence', async () => {
  const { anne, control, sends } = await stage();
  const person = await anne();
  const renamed = await control('PATCH', `people/${person.id}`, { firstName: 'Anna', timeZone: 'Asia/Tokyo' });
  expect(renamed).toMatchObject({ id: person.id, firstName: 'Anna', timeZone: 'Asia/Tokyo', languageCode: 'nl' });
  await expect(control('PATCH', `people/${person.id}`, { timeZone: 'Mars/Base' })).rejects.toThrow('is no time zone');
  await expect(sends(person, {})).rejects.toThrow('a message holds one of');
  await expect(control('POST', 'people', { firstName: 'A', age: 3 })).rejects.toThrow('"age" is not known here');
});
