import { Bot, GrammyError, InlineKeyboard, InputFile } from 'grammy';
import { Input, Markup, Telegraf, TelegramError } from 'telegraf';
import { message } from 'telegraf/filters';
import { fmt, spoiler } from 'telegraf/format';
import { expect, test } from 'vitest';
import type { ChatView, PersonView } from '../../src/emulator/contract.js';
import { groupOfTwo } from './group-stage.js';
import { listen } from './listen.js';
import { stage, token, type Stage } from './stage.js';

type Scene = Stage & { events: Awaited<ReturnType<typeof listen>> };

/** Plays the same little conversation with whichever bot is polling. */
async function converse({ newPerson, sends, control, events, chat, calls }: Scene): Promise<ChatView> {
  const shows = (fits: (chat: ChatView) => boolean) =>
    events.until((event) => event.type === 'chat' && fits(event.chat));
  const person: PersonView = await newPerson();
  await sends(person, { text: '/start CODE' });
  await shows(({ messages }) => messages.at(-1)?.from === 'bot');
  const { messageId } = (await chat(person.id)).messages.at(-1) ?? {};
  await control('POST', `people/${person.id}/press`, { messageId, callbackData: 'seal' });
  await shows(({ toast, messages }) => toast !== null && messages.at(-1)?.text === 'Verzegeld');
  await sends(person, { voice: { durationSeconds: 2 } });
  await shows(({ messages }) => messages.at(-1)?.from === 'bot' && messages.at(-1)?.media?.kind === 'voice');
  await sends(person, { text: 'bestand' });
  await shows(({ messages }) => messages.at(-1)?.media?.kind === 'document');
  expect((await calls()).filter(({ isWrongCall }) => isWrongCall)).toEqual([]);
  return chat(person.id);
}

const conversation = [
  { from: 'person', text: '/start CODE' },
  { from: 'bot', text: 'Verzegeld', keyboard: [] },
  { from: 'person', media: { kind: 'voice' } },
  { from: 'bot', media: { kind: 'voice' } },
  { from: 'person', text: 'bestand' },
  { from: 'bot', text: 'Hier', media: { kind: 'document', fileName: 'a.txt' } },
];

test('Telegraf polls, sends, edits, answers, uploads and hears the errors', async () => {
  const scene = await stage();
  const events = await listen(scene.emulator.url);
  const bot = new Telegraf(token, { telegram: { apiRoot: scene.emulator.url } });
  bot.start((ctx) =>
    ctx.reply(fmt`Je code is ${spoiler(ctx.payload)}`, Markup.inlineKeyboard([Markup.button.callback('Ja', 'seal')])),
  );
  bot.action('seal', async (ctx) => {
    await ctx.editMessageText('Verzegeld');
    await ctx.answerCbQuery('Gedaan');
  });
  bot.on(message('voice'), (ctx) => ctx.replyWithVoice(ctx.message.voice.file_id));
  bot.hears('bestand', (ctx) =>
    ctx.replyWithDocument(Input.fromBuffer(Buffer.from('abc'), 'a.txt'), { caption: 'Hier' }),
  );
  const launched = bot.launch();
  try {
    expect((await converse({ ...scene, events })).messages).toMatchObject(conversation);
    const refused = bot.telegram.sendMessage(1, 'Dag');
    await expect(refused).rejects.toThrow(TelegramError);
    await expect(refused).rejects.toMatchObject({ code: 400, description: 'Bad Request: chat not found' });
  } finally {
    bot.stop();
    await launched;
  }
});

test('grammY polls, sends, edits, answers, uploads and hears the errors', async () => {
  const scene = await stage();
  const events = await listen(scene.emulator.url);
  const bot = new Bot(token, { client: { apiRoot: scene.emulator.url } });
  bot.command('start', (ctx) =>
    ctx.reply(`Je code is ${ctx.match}`, {
      entities: [{ type: 'spoiler', offset: 11, length: ctx.match.length }],
      reply_markup: new InlineKeyboard().text('Ja', 'seal'),
    }),
  );
  bot.callbackQuery('seal', async (ctx) => {
    await ctx.editMessageText('Verzegeld');
    await ctx.answerCallbackQuery('Gedaan');
  });
  bot.on('message:voice', (ctx) => ctx.replyWithVoice(ctx.message.voice.file_id));
  bot.hears('bestand', (ctx) => ctx.replyWithDocument(new InputFile(Buffer.from('abc'), 'a.txt'), { caption: 'Hier' }));
  const started = bot.start();
  try {
    expect((await converse({ ...scene, events })).messages).toMatchObject(conversation);
    const refused = bot.api.sendMessage(1, 'Dag');
    await expect(refused).rejects.toThrow(GrammyError);
    await expect(refused).rejects.toMatchObject({ error_code: 400, description: 'Bad Request: chat not found' });
  } finally {
    await bot.stop();
    await started;
  }
});

test('grammY hears what goes on in a group, asks who is in it, and follows it when it moves', async () => {
  const scene = await stage();
  const events = await listen(scene.emulator.url);
  const { anne, id, act, says } = await groupOfTwo(scene, { hasBot: false });
  const bot = new Bot(token, { client: { apiRoot: scene.emulator.url } });
  const heard: string[] = [];
  bot.on('my_chat_member', (ctx) => heard.push(`bot ${ctx.myChatMember.new_chat_member.status}`));
  bot.on('message:new_chat_members:me', () => heard.push('added'));
  bot.on('message:migrate_to_chat_id', (ctx) => heard.push(`to ${ctx.message.migrate_to_chat_id}`));
  bot.chatType(['group', 'supergroup']).command('kamer', async (ctx) => {
    const [chat, count, member] = [await ctx.getChat(), await ctx.getChatMemberCount(), await ctx.getAuthor()];
    await ctx.reply(`${chat.type} ${count} ${member.status}`);
  });
  const started = bot.start({ allowed_updates: ['message', 'my_chat_member'] });
  const shows = (text: string) =>
    events.until((event) => event.type === 'group' && event.group.messages.at(-1)?.text === text);
  try {
    await act('add', { bot: true, startPayload: 'kamer' });
    await says(anne, { text: '/kamer@SamenspraakBot' });
    await shows('group 3 creator');
    const { id: big } = await act('migrate');
    await act('send', { personId: anne.id, text: '/kamer@SamenspraakBot' }, big);
    await shows('supergroup 3 creator');
    expect(heard).toEqual(['bot member', 'added', 'bot member', `to ${big}`]);
    const refused = bot.api.sendMessage(id, 'Dag');
    await expect(refused).rejects.toThrow(GrammyError);
    await expect(refused).rejects.toMatchObject({ error_code: 400, parameters: { migrate_to_chat_id: big } });
    await act('remove', { bot: true }, big);
    await expect(bot.api.sendMessage(big, 'Dag')).rejects.toMatchObject({
      error_code: 403,
      description: 'Forbidden: bot was kicked from the supergroup chat',
    });
    expect((await scene.calls()).filter(({ isWrongCall }) => isWrongCall)).toEqual([]);
  } finally {
    await bot.stop();
    await started;
  }
});

test('grammY is told each refusal of a group as Telegram words it, with where it went or how long to wait', async () => {
  let nowMs = Date.UTC(2026, 0, 1);
  const scene = await stage({ now: () => nowMs });
  const { bram, id, act } = await groupOfTwo(scene);
  const { api } = new Bot(token, { client: { apiRoot: scene.emulator.url } });
  const refusalOf = (asked: Promise<unknown>) =>
    asked.then(
      () => 'done',
      (error: unknown) => (error instanceof GrammyError ? `${error.error_code} ${error.description}` : String(error)),
    );
  const sent = await api.sendMessage(id, 'Dag');
  expect(await refusalOf(api.restrictChatMember(id, bram.id, { can_send_messages: false }))).toBe(
    '400 Bad Request: method is available only for supergroups',
  );
  await scene.control('POST', 'limits', { on: true });
  const waits = await Promise.allSettled(Array.from({ length: 25 }, () => api.sendMessage(id, 'Dag')));
  const last = waits.findLast(({ status }) => status === 'rejected');
  expect(last).toMatchObject({
    reason: { error_code: 429, parameters: { retry_after: expect.any(Number) as number } },
  });
  await scene.control('POST', 'limits', { on: false });
  nowMs += 49 * 3_600_000;
  expect(await refusalOf(api.deleteMessages(id, [sent.message_id]))).toBe(
    "400 Bad Request: message can't be deleted for everyone",
  );
  const { id: big } = await act('migrate');
  await expect(api.getChatMemberCount(id)).rejects.toMatchObject({ parameters: { migrate_to_chat_id: big } });
  await act('remove', { bot: true }, big);
  expect(await refusalOf(api.getChat(big))).toBe('403 Forbidden: bot was kicked from the supergroup chat');
});
