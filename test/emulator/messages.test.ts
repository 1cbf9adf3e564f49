import { expect, test } from 'vitest';
import { stage, type Message } from './stage.js';

const hourMs = 3_600_000;

test('an edit changes text and keyboard, and an edit that changes nothing is refused', async () => {
  const { call, done, anne, chat } = await stage();
  const { id } = await anne();
  const keyboard = { inline_keyboard: [[{ text: 'Ja', callback_data: 'yes' }]] };
  const { message_id } = await done<Message>('sendMessage', { chat_id: id, text: 'Een', reply_markup: keyboard });
  const same = await call('editMessageText', { chat_id: id, message_id, text: 'Een', reply_markup: keyboard });
  expect(same).toMatchObject({
    error_code: 400,
    description:
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  });
  await done('editMessageText', { chat_id: id, message_id, text: 'Twee' });
  expect((await chat(id)).messages.at(-1)).toMatchObject({ text: 'Twee', keyboard: [] });
  await done('editMessageReplyMarkup', { chat_id: id, message_id, reply_markup: keyboard });
  expect((await chat(id)).messages.at(-1)).toMatchObject({ text: 'Twee', keyboard: [[{ callbackData: 'yes' }]] });
});

test('only what the bot sent itself can be edited', async () => {
  const { call, anne, sends } = await stage();
  const person = await anne();
  const { messageId } = await sends(person, { text: 'Van mij' });
  const theirs = await call('editMessageText', { chat_id: person.id, message_id: messageId, text: 'Anders' });
  const nothing = await call('editMessageText', { chat_id: person.id, message_id: 999, text: 'Anders' });
  expect(theirs.description).toBe("Bad Request: message can't be edited");
  expect(nothing.description).toBe('Bad Request: message to edit not found');
});

test('a message can be deleted for two days', async () => {
  const { call, done, anne, control, chat } = await stage();
  const { id } = await anne();
  const first = await done<Message>('sendMessage', { chat_id: id, text: 'Een' });
  const second = await done<Message>('sendMessage', { chat_id: id, text: 'Twee' });
  await control('POST', 'clock', { advanceMs: 47 * hourMs });
  expect(await done('deleteMessage', { chat_id: id, message_id: first.message_id })).toBe(true);
  const again = await call('deleteMessage', { chat_id: id, message_id: first.message_id });
  expect(again.description).toBe('Bad Request: message to delete not found');
  await control('POST', 'clock', { advanceMs: 2 * hourMs });
  const late = await call('deleteMessage', { chat_id: id, message_id: second.message_id });
  expect(late.description).toBe("Bad Request: message can't be deleted for everyone");
  expect((await chat(id)).messages.map(({ text }) => text)).toEqual(['/start', 'Twee']);
});

test('deleting several passes over what is gone', async () => {
  const { done, anne, chat } = await stage();
  const { id } = await anne();
  const { message_id } = await done<Message>('sendMessage', { chat_id: id, text: 'Een' });
  expect(await done('deleteMessages', { chat_id: id, message_ids: [message_id, 999] })).toBe(true);
  expect((await chat(id)).messages).toHaveLength(1);
});

test('replies, protected content and silence arrive; a reply to nothing is refused unless the bot says otherwise', async () => {
  const { call, done, anne, chat } = await stage();
  const { id } = await anne();
  const send = { chat_id: id, text: 'Open', protect_content: true, disable_notification: true };
  await done('sendMessage', { ...send, reply_parameters: { message_id: 1 } });
  expect((await chat(id)).messages.at(-1)).toMatchObject({ replyToMessageId: 1, isProtected: true, isSilent: true });
  const lost = await call('sendMessage', { ...send, reply_parameters: { message_id: 99 } });
  expect(lost.description).toBe('Bad Request: message to be replied not found');
  const allowed = { message_id: 99, allow_sending_without_reply: true };
  expect((await call('sendMessage', { ...send, reply_parameters: allowed })).ok).toBe(true);
});

test('copies lose where they came from, forwards keep it', async () => {
  const { done, anne, sends } = await stage();
  const person = await anne();
  const { messageId } = await sends(person, { text: 'Zeg het voort' });
  const from = { chat_id: person.id, from_chat_id: person.id, message_id: messageId };
  expect(await done('copyMessage', from)).toEqual({ message_id: messageId + 1 });
  const forwarded = await done('forwardMessage', from);
  expect(forwarded).toMatchObject({ text: 'Zeg het voort', forward_origin: { sender_user: { id: person.id } } });
});

test('reactions, pins and typing show on the phone', async () => {
  const { done, anne, chat } = await stage();
  const { id } = await anne();
  await done('setMessageReaction', { chat_id: id, message_id: 1, reaction: [{ type: 'emoji', emoji: '❤' }] });
  await done('pinChatMessage', { chat_id: id, message_id: 1 });
  await done('sendChatAction', { chat_id: id, action: 'typing' });
  const shown = await chat(id);
  expect(shown.messages[0]).toMatchObject({ reactions: [{ by: 'bot', emoji: '❤' }], isPinned: true });
  expect(shown.messages[1]).toMatchObject({ from: 'service' });
  expect(shown.isBotTyping).toBe(true);
  await done('unpinChatMessage', { chat_id: id });
  await done('sendMessage', { chat_id: id, text: 'Klaar' });
  expect(await chat(id)).toMatchObject({ isBotTyping: false, messages: [{ isPinned: false }, {}, {}] });
});

test('a picture without a picture in it is refused, a real one has its size', async () => {
  const { emulator, done, anne, sends, updates, call } = await stage();
  const person = await anne();
  await sends(person, { photo: { caption: 'Avond' } });
  const [update] = await updates();
  const fileId = update?.message?.photo?.[0]?.file_id;
  expect(update?.message).toMatchObject({ caption: 'Avond', photo: [{ width: 320, height: 240 }] });
  expect(await done('sendPhoto', { chat_id: person.id, photo: fileId })).toMatchObject({ photo: [{ width: 320 }] });
  const wrong = await call('sendVoice', { chat_id: person.id, voice: fileId });
  expect(wrong.description).toBe("Bad Request: can't use file of type Photo as VoiceNote");
  const form = new FormData();
  form.set('chat_id', String(person.id));
  form.set('photo', new Blob(['no picture at all, just words']), 'a.png');
  const answer = await fetch(`${emulator.url}/bot4242:test/sendPhoto`, { method: 'POST', body: form });
  expect(await answer.json()).toMatchObject({ description: 'Bad Request: IMAGE_PROCESS_FAILED' });
});

test('commands and descriptions follow the language of the person', async () => {
  const { done, newPerson, chat } = await stage();
  const dutch = await newPerson({ languageCode: 'nl' });
  const english = await newPerson({ languageCode: 'en' });
  const german = await newPerson({ languageCode: 'de' });
  await done('setMyCommands', { commands: [{ command: 'hulp', description: 'Hulplijnen' }] });
  await done('setMyCommands', { commands: [{ command: 'help', description: 'How it works' }], language_code: 'en' });
  await done('setMyCommands', {
    commands: [{ command: 'eigen', description: 'Alleen hier' }],
    scope: { type: 'chat', chat_id: dutch.id },
  });
  await done('setMyDescription', { description: 'Af en toe één vraag' });
  await done('setMyDescription', { description: 'One question, now and then', language_code: 'en' });
  expect(await chat(dutch.id)).toMatchObject({ menu: [{ command: 'eigen' }], description: 'Af en toe één vraag' });
  expect(await chat(english.id)).toMatchObject({
    menu: [{ command: 'help' }],
    description: 'One question, now and then',
  });
  expect(await chat(german.id)).toMatchObject({ menu: [{ command: 'hulp' }], description: 'Af en toe één vraag' });
  expect(await done('getMyCommands', { language_code: 'en' })).toEqual([
    { command: 'help', description: 'How it works' },
  ]);
});

test('what exists in groups only answers as Telegram does in a private chat', async () => {
  const { call, done, anne } = await stage();
  const { id } = await anne();
  const nobody = await call('getChatAdministrators', { chat_id: id });
  const leave = await call('leaveChat', { chat_id: id });
  expect(nobody.description).toBe('Bad Request: there are no administrators in the private chat');
  expect(leave.description).toBe("Bad Request: chat member status can't be changed in private chats");
  expect(await done('getChat', { chat_id: id })).toMatchObject({ id, type: 'private', first_name: 'Anne' });
  expect(await done('getChatMember', { chat_id: id, user_id: id })).toMatchObject({ status: 'member' });
});

test('other buttons are no edit to a reader, however they come; other words are', async () => {
  const { done, anne, chat } = await stage();
  const { id } = await anne();
  const keyboard = (text: string) => ({ inline_keyboard: [[{ text, callback_data: text }]] });
  const entities = [{ type: 'bold', offset: 0, length: 3 }];
  const { message_id } = await done<Message>('sendMessage', {
    chat_id: id,
    text: 'Een vraag',
    entities,
    reply_markup: keyboard('Ja'),
  });
  const editedAtMs = async () => (await chat(id)).messages.at(-1)?.editedAtMs;
  const message = { chat_id: id, message_id };
  await done('editMessageReplyMarkup', { ...message, reply_markup: keyboard('Nee') });
  expect(await editedAtMs()).toBeNull();
  await done('editMessageText', { ...message, text: 'Een vraag', entities });
  expect(await editedAtMs()).toBeNull();
  await done('editMessageText', { ...message, text: 'Een vraag' });
  expect(await editedAtMs()).toBeTypeOf('number');
});
