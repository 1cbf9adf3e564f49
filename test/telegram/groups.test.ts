import { describe, expect, it } from 'vitest';
import { intake } from '../../src/telegram/intake.js';

/** What comes of an update of a group: ids and kinds, and never a word of what people write there. */

const me = { username: 'SamenspraakBot', inGroups: { id: 900 } };
const chat = { id: -4001, type: 'group', title: 'wij' };
const anne = { id: 101, is_bot: false, first_name: 'Anne', language_code: 'nl' };
const bot = { id: 900, is_bot: true, first_name: 'Samenspraak' };
const words = 'een geheim dat niemand hoort';

const of = (update: object) => intake({ update_id: 7, ...update }, me);
const message = (more: object) => of({ message: { message_id: 5, date: 1, chat, from: anne, ...more } });
const member = (old: string, now: string) =>
  of({
    my_chat_member: { chat, from: anne, date: 1, old_chat_member: { status: old }, new_chat_member: { status: now } },
  });
const press = (more: object) =>
  of({ callback_query: { id: '9', from: anne, data: 'roomApart:r1:0:', message: { chat, message_id: 8 }, ...more } });

const ofGroup = { from: 'group', chat: '-4001' };
const ofAnne = { from: 'address', address: '101', language: 'nl' };

describe('an update of a group', () => {
  it.each([
    ['a service message of who came in', message({ new_chat_members: [anne] }), { news: 'joined' }, ['101']],
    ['who went', message({ left_chat_member: anne }), { news: 'parted' }, ['101']],
    ['that the bot went', message({ left_chat_member: bot }), { news: 'removed' }, []],
    ['that it was put out', member('member', 'kicked'), { news: 'removed' }, []],
    ['that it was made administrator', member('member', 'administrator'), { news: 'promoted' }, []],
  ])('is %s', (_, inbound, command, people) => {
    expect(inbound).toMatchObject({
      origin: ofGroup,
      command: { type: 'roomNews', ...command },
      room: { chat: '-4001', people },
    });
  });

  it.each([
    ['the bot being added', member('left', 'member')],
    ['a group made with it', message({ group_chat_created: true })],
    ['the bot among those who came in', message({ new_chat_members: [anne, bot] })],
  ])('is %s, by whoever did that', (_, inbound) => {
    expect(inbound).toMatchObject({ origin: ofAnne, command: { type: 'roomAdded', chat: '-4001' } });
  });

  it('is a group picked below one’s own chat', () => {
    const shared = { message_id: 5, date: 1, chat: { id: 101, type: 'private' }, from: anne };
    const inbound = of({ message: { ...shared, chat_shared: { request_id: 1, chat_id: -4001 } } });
    expect(inbound).toMatchObject({ origin: ofAnne, command: { type: 'roomAdded', chat: '-4001' } });
  });

  it('is another id of the same group, told from either side', () => {
    for (const inbound of [
      message({ migrate_to_chat_id: -1004001 }),
      of({ message: { message_id: 5, date: 1, chat: { ...chat, id: -1004001 }, migrate_from_chat_id: -4001 } }),
    ]) {
      expect(inbound).toMatchObject({ origin: ofGroup, command: { type: 'roomMigrated', to: '-1004001' } });
    }
  });

  it('is a press, by whoever pressed, on a message that is none of their own chat', () => {
    expect(press({})).toMatchObject({
      origin: ofAnne,
      command: { type: 'press', button: { name: 'roomApart', slot: 'r1' } },
      callbackQueryId: '9',
      messageId: null,
      room: { chat: '-4001', people: ['101'], tapped: 8 },
    });
    expect(press({ data: 'seal:r1:0:' })?.command).toEqual({ type: 'pressUnknown' });
    expect(press({ from: bot })).toBeNull();
  });

  it.each([
    ['/stop', 'stop'],
    ['/hulp', 'inform'],
    ['/adempauze@SamenspraakBot', 'callBreather'],
    ['/kamer', 'showRoom'],
  ])('is the command %s, without the message it stands in', (text, type) => {
    const inbound = message({ text: `${text} ${words}` });
    expect(inbound).toMatchObject({ origin: ofAnne, command: { type }, messageId: null, ownMessageId: null });
    expect(JSON.stringify(inbound)).not.toContain(words);
  });

  it.each([
    ['a reply to the bot', { text: words, reply_to_message: { message_id: 3, from: bot } }],
    ['a voice note in reply to it', { voice: { file_id: 'x', duration: 2 }, reply_to_message: { message_id: 3 } }],
    ['its name in a sentence', { text: `@SamenspraakBot ${words}` }],
    ['what was sent by way of a bot', { text: words, via_bot: bot }],
    ['a command of another bot', { text: '/stop@AnderBot' }],
    ['a command that is none', { text: '/onzin' }],
    ['/start, as a link makes it', { text: '/start@SamenspraakBot kamer' }],
    ['a command in the name of the group', { text: '/stop', sender_chat: chat }],
    ['a new title', { new_chat_title: words }],
    ['a pinned message', { pinned_message: { message_id: 3, text: words } }],
  ])('is nothing when it is %s', (_, content) => {
    expect(message(content)).toBeNull();
  });

  it.each([
    ['words', { text: words }],
    ['a photo', { photo: [{ file_id: 'x' }], caption: words }],
    ['a sticker', { sticker: { file_id: 'x' } }],
    ['a post of a channel', { text: words, sender_chat: { id: -9, type: 'channel' }, is_automatic_forward: true }],
  ])('that the bot should not have been sent says so, and nothing of it: %s', (_, content) => {
    const inbound = message(content);
    expect(inbound).toMatchObject({ origin: ofGroup, command: { type: 'roomNews', news: 'exposed' } });
    expect(JSON.stringify(inbound)).not.toContain(words);
  });

  it('is nothing at all to a bot without rooms', () => {
    const off = (update: object) => intake({ update_id: 7, ...update }, { username: me.username });
    expect(off({ message: { message_id: 5, date: 1, chat, from: anne, text: '/stop' } })).toBeNull();
    expect(off({ message: { message_id: 5, date: 1, chat, from: anne, new_chat_members: [bot] } })).toBeNull();
    const shared = { chat: { id: 101, type: 'private' }, from: anne, chat_shared: { request_id: 1, chat_id: -4001 } };
    expect(off({ message: { message_id: 5, date: 1, ...shared } })).toBeNull();
  });

  it.each([
    ['an edit', { edited_message: { message_id: 5, date: 1, chat, from: anne, text: '/stop' } }],
    ['a reaction', { message_reaction: { chat, user: anne, message_id: 8, old_reaction: [], new_reaction: [] } }],
    ['a chat of nobody', { message: { message_id: 5, chat: { id: 0, type: 'group' }, from: anne, text: words } }],
    ['something malformed', { my_chat_member: { chat, from: anne, new_chat_member: 'x' } }],
  ])('is nothing when it is %s', (_, update) => {
    expect(of(update)).toBeNull();
  });
});
