import { describe, expect, test } from 'vitest';
import { stage } from './stage.js';

const bold = { type: 'bold', offset: 0, length: 1 };
const button = (fields: object) => ({ reply_markup: { inline_keyboard: [[{ text: 'Ja', ...fields }]] } });

describe('a wrong call fails with words that say why, and is marked in the call log', () => {
  const cases: [string, string, object, string][] = [
    ['an unknown parameter', 'sendMessage', { text: 'a', colour: 'red' }, 'sendMessage has no parameter "colour"'],
    ['no text', 'sendMessage', {}, 'message text is empty'],
    ['an empty text', 'sendMessage', { text: ' \n ' }, 'message text is empty'],
    ['a text of 4097 units', 'sendMessage', { text: 'a'.repeat(4097) }, 'message is too long'],
    ['a text of 2049 emoji', 'sendMessage', { text: '🌱'.repeat(2049) }, 'message is too long'],
    ['a text that is no text', 'sendMessage', { text: 5 }, 'parameter text must be a string'],
    ['parse_mode', 'sendMessage', { text: 'a', parse_mode: 'HTML' }, 'parse_mode is not supported by this emulator'],
    [
      'an entity past the end',
      'sendMessage',
      { text: 'ab', entities: [{ ...bold, length: 3 }] },
      'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 3',
    ],
    [
      'an entity that cuts an emoji',
      'sendMessage',
      { text: '🌱a', entities: [bold] },
      'entity ends in a middle of a UTF-16 symbol at byte offset 1',
    ],
    [
      'an unknown kind of entity',
      'sendMessage',
      { text: 'a', entities: [{ ...bold, type: 'loud' }] },
      'parameter entities[0].type must be one of: mention, hashtag',
    ],
    [
      '65 bytes of callback data',
      'sendMessage',
      { text: 'a', ...button({ callback_data: 'é'.repeat(33) }) },
      'BUTTON_DATA_INVALID',
    ],
    [
      'a button that does nothing',
      'sendMessage',
      { text: 'a', ...button({}) },
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'an unknown field of a button',
      'sendMessage',
      { text: 'a', ...button({ callback_data: 'a', color: 'red' }) },
      'parameter reply_markup.inline_keyboard[0][0].color is unknown',
    ],
    [
      'a broken link',
      'sendMessage',
      { text: 'a', ...button({ url: 'here' }) },
      "inline keyboard button URL 'here' is invalid: Wrong HTTP URL",
    ],
    [
      'an old parameter',
      'sendMessage',
      { text: 'a', reply_to_message_id: 1 },
      'sendMessage has no parameter "reply_to_message_id"',
    ],
    ['a long answer', 'answerCallbackQuery', { callback_query_id: '1', text: 'a'.repeat(201) }, 'MESSAGE_TOO_LONG'],
    ['an unknown file', 'sendVoice', { voice: 'AgADnothing' }, 'wrong file identifier/HTTP URL specified'],
    ['no message id', 'deleteMessage', {}, 'message identifier is not specified'],
    [
      'a long caption',
      'editMessageCaption',
      { message_id: 1, caption: 'a'.repeat(1025) },
      'message caption is too long',
    ],
    ['a loud command', 'setMyCommands', { commands: [{ command: 'Stop', description: 'a' }] }, 'BOT_COMMAND_INVALID'],
    [
      'another reaction',
      'setMessageReaction',
      { message_id: 1, reaction: [{ type: 'emoji', emoji: 'x' }] },
      'parameter reaction[0].emoji must be one of',
    ],
    ['a method without a world', 'sendInvoice', {}, 'sendInvoice'],
  ];

  test.each(cases)('%s', async (_name, method, params, description) => {
    const { call, anne, calls } = await stage();
    const { id } = await anne();
    const needsChat = !['answerCallbackQuery', 'setMyCommands', 'sendInvoice'].includes(method);
    const answer = await call(method, { ...(needsChat && { chat_id: id }), ...params });
    expect(answer).toMatchObject({ ok: false, error_code: 400 });
    if (method !== 'sendInvoice') expect(answer.description).toContain(`Bad Request: ${description}`);
    expect((await calls(method)).at(-1)).toMatchObject({ isOk: false, isWrongCall: true, error: answer.description });
  });
});

test('what just fits is taken', async () => {
  const { call, anne, chat } = await stage();
  const { id } = await anne();
  const text = '🌱'.repeat(2048);
  const answer = await call('sendMessage', {
    chat_id: id,
    text,
    entities: [{ type: 'spoiler', offset: 0, length: 4096 }],
    ...button({ callback_data: 'é'.repeat(32) }),
  });
  expect(answer.ok).toBe(true);
  expect((await chat(id)).messages.at(-1)).toMatchObject({ text, entities: [{ type: 'spoiler', length: 4096 }] });
});

test('a text is trimmed, and its entities move along', async () => {
  const { done, anne } = await stage();
  const { id } = await anne();
  const entities = [{ type: 'bold', offset: 1, length: 6 }];
  expect(await done('sendMessage', { chat_id: id, text: '\n Dag  \n', entities })).toMatchObject({
    text: 'Dag',
    entities: [{ type: 'bold', offset: 0, length: 3 }],
  });
});

test('commands, mentions and links are found, but not inside code', async () => {
  const { done, anne } = await stage();
  const { id } = await anne();
  const text = 'Zie /help@SamenspraakBot, @anne_b of https://example.org/a. Niet /dit en a/b';
  const entities = [{ type: 'code', offset: text.indexOf('/dit'), length: 4 }];
  const sent = await done<{ entities: { type: string; offset: number; length: number }[] }>('sendMessage', {
    chat_id: id,
    text,
    entities,
  });
  const found = sent.entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)]);
  expect(found).toEqual([
    ['bot_command', '/help@SamenspraakBot'],
    ['mention', '@anne_b'],
    ['url', 'https://example.org/a'],
    ['code', '/dit'],
  ]);
});

test('a no that is about how things stand is no wrong call', async () => {
  const { call, newPerson, calls } = await stage();
  const stranger = await newPerson();
  const unknown = await call('sendMessage', { chat_id: 1, text: 'a' });
  const early = await call('sendMessage', { chat_id: stranger.id, text: 'a' });
  expect(unknown.description).toBe('Bad Request: chat not found');
  expect(early).toMatchObject({
    error_code: 403,
    description: "Forbidden: bot can't initiate conversation with a user",
  });
  expect((await calls()).map(({ isWrongCall }) => isWrongCall)).toEqual([false, false]);
});
