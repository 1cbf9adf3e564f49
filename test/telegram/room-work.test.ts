import { describe, expect, it } from 'vitest';
import type { RoomTask } from '../../src/store/store.js';
import { TelegramRefusal, TelegramUnheard } from '../../src/telegram/errors.js';
import { createRoomWork } from '../../src/telegram/room-work.js';

/** The look at who is in a group, and what comes of it; whatever is not as expected is a no. */

const [anne, bram, bot] = ['101', '102', 900];
const hourMs = 3_600_000;
const now = 100 * 24 * hourMs;

type Answers = Readonly<Record<string, unknown>>;

const member = (id: number | string, status: string, more: object = {}) => ({
  user: { id: Number(id) },
  status,
  ...more,
});
const fitting: Answers = {
  getChat: { id: -4001, type: 'group' },
  getChatMemberCount: 3,
  [`getChatMember ${String(bot)}`]: member(bot, 'member'),
  [`getChatMember ${anne}`]: member(anne, 'creator'),
  [`getChatMember ${bram}`]: member(bram, 'member'),
  sendMessage: { message_id: 77 },
};

function open(answers: Answers) {
  const calls: string[] = [];
  const work = createRoomWork({
    call: (method, params) => {
      calls.push(method);
      const name = params['user_id'] === undefined ? method : `${method} ${String(params['user_id'])}`;
      const answer = answers[name];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? true);
    },
    botId: bot,
    now: () => now,
    turn: () => Promise.resolve(),
  });
  return { calls, does: (task: RoomTask, people: readonly string[] = [anne, bram]) => work({ task, people }) };
}

const chat = '-4001';
const check: RoomTask = { kind: 'check', chat, asked: null };
const post: RoomTask = { kind: 'post', chat, round: 'r1', params: { text: 'Voor jullie twee.' } };
const refused = (code: number, description: string) => new TelegramRefusal('x', code, description, null, false);

describe('a word for a group', () => {
  it('is sent when exactly these two and the bot are there', async () => {
    const { calls, does } = open(fitting);
    expect(await does(post)).toEqual({ kind: 'laid', messageId: 77 });
    expect(calls).toEqual([
      ...['getChat', 'getChatMemberCount', 'getChatMember', 'getChatMember', 'getChatMember', 'sendMessage'],
    ]);
  });

  it.each([
    ['a public name', { getChat: { type: 'supergroup', username: 'wij' } }, 'public'],
    ['names of its own', { getChat: { type: 'supergroup', active_usernames: ['wij'] } }, 'public'],
    ['a channel behind it', { getChat: { type: 'supergroup', linked_chat_id: -7 } }, 'public'],
    ['topics', { getChat: { type: 'supergroup', is_forum: true } }, 'public'],
    ['a place', { getChat: { type: 'supergroup', location: { address: 'x' } } }, 'public'],
    ['a community', { getChat: { type: 'supergroup', community: { id: 1 } } }, 'public'],
    ['a price', { getChat: { type: 'supergroup', paid_message_star_count: 5 } }, 'public'],
    ['another type', { getChat: { type: 'channel' } }, 'public'],
    ['nothing to say of itself', { getChat: true }, 'public'],
    ['a fourth one', { getChatMemberCount: 4 }, 'joined'],
    ['a count that is none', { getChatMemberCount: 'drie' }, 'unsure'],
    ['somebody in the place of Bram', { [`getChatMember ${bram}`]: member(bram, 'left') }, 'joined'],
    ['Bram gone', { getChatMemberCount: 2, [`getChatMember ${bram}`]: member(bram, 'kicked') }, 'not-two'],
    [
      'Bram restricted and gone',
      { getChatMemberCount: 2, [`getChatMember ${bram}`]: member(bram, 'restricted') },
      'not-two',
    ],
    ['an anonymous one', { [`getChatMember ${anne}`]: member(anne, 'creator', { is_anonymous: true }) }, 'unsure'],
    ['an answer about somebody else', { [`getChatMember ${anne}`]: member(5, 'member') }, 'unsure'],
    ['a status nobody knows', { [`getChatMember ${anne}`]: member(anne, 'gast') }, 'unsure'],
    ['the bot as administrator', { [`getChatMember ${String(bot)}`]: member(bot, 'administrator') }, 'promoted'],
    ['the bot restricted', { [`getChatMember ${String(bot)}`]: member(bot, 'restricted') }, 'unsure'],
    [
      'members it does not tell of',
      { [`getChatMember ${bram}`]: refused(400, 'Bad Request: member list is inaccessible') },
      'unsure',
    ],
    ['the bot put out', { getChat: refused(403, 'Forbidden: bot was kicked from the group chat') }, 'removed'],
    ['no such chat', { getChat: refused(400, 'Bad Request: chat not found') }, 'removed'],
  ])('is not sent to one with %s', async (_, more, reason) => {
    const { calls, does } = open({ ...fitting, ...more });
    expect(await does(post)).toEqual({ kind: 'lost', reason });
    expect(calls).not.toContain('sendMessage');
  });

  it('is not sent where one of the two is not known', async () => {
    const { calls, does } = open(fitting);
    expect(await does(post, [anne])).toEqual({ kind: 'lost', reason: 'unsure' });
    expect(calls).toEqual([]);
  });

  it.each([
    ['nobody answers', new TelegramUnheard('getChat', 'timeout', false), null],
    ['Telegram stumbles', refused(502, 'Bad Gateway'), null],
    ['it asks to wait', new TelegramRefusal('x', 429, 'Too Many Requests', 7000, false), 7000],
  ])('waits when %s', async (_, getChatMemberCount, delayMs) => {
    const { calls, does } = open({ ...fitting, getChatMemberCount });
    expect(await does(post)).toEqual({ kind: 'again', delayMs });
    expect(calls).not.toContain('sendMessage');
  });

  it('learns the new id of a group, at the look and at the send', async () => {
    const moved = new TelegramRefusal('x', 400, 'Bad Request: group chat was upgraded', null, true, '-1004001');
    for (const where of ['getChat', 'sendMessage']) {
      expect(await open({ ...fitting, [where]: moved }).does(post)).toEqual({ kind: 'migrated', to: '-1004001' });
    }
  });

  it('is lost where it may not be written', async () => {
    const refusal = refused(400, 'Bad Request: not enough rights to send text messages to the chat');
    expect(await open({ ...fitting, sendMessage: refusal }).does(post)).toEqual({ kind: 'lost', reason: 'unsure' });
  });
});

describe('a look', () => {
  it('says that somebody is still to come', async () => {
    const alone = { getChatMemberCount: 2, [`getChatMember ${bram}`]: refused(400, 'Bad Request: user not found') };
    expect(await open({ ...fitting, ...alone }).does(check)).toEqual({ kind: 'checked', found: 'missing' });
  });
});

describe('taking away', () => {
  const task = (...ages: readonly number[]): RoomTask => ({
    kind: 'takeAway',
    chat,
    messages: ages.map((age, index) => ({ messageId: index + 1, at: now - age })),
    blank: 'Hier stond iets van jullie.',
  });

  it('deletes what is young, and changes what is old', async () => {
    const { calls, does } = open({});
    expect(await does(task(hourMs, 2 * hourMs, 50 * hourMs))).toEqual({ kind: 'done' });
    expect(calls).toEqual(['deleteMessages', 'editMessageText']);
  });

  it('changes what it may not delete', async () => {
    const { calls, does } = open({
      deleteMessages: refused(400, 'Bad Request: message can’t be deleted for everyone'),
    });
    expect(await does(task(hourMs, hourMs))).toEqual({ kind: 'done' });
    expect(calls).toEqual(['deleteMessages', 'editMessageText', 'editMessageText']);
  });

  it('is done where the bot is not any more, and tried again where nobody answers', async () => {
    const out = {
      deleteMessages: refused(403, 'Forbidden: kicked'),
      editMessageText: refused(403, 'Forbidden: kicked'),
    };
    expect(await open(out).does(task(hourMs))).toEqual({ kind: 'done' });
    const unheard = { deleteMessages: new TelegramUnheard('x', 'timeout', false) };
    expect(await open(unheard).does(task(hourMs))).toEqual({ kind: 'again', delayMs: null });
  });

  it('leaves, also what has been left', async () => {
    const left = { leaveChat: refused(403, 'Forbidden: bot is not a member of the group chat') };
    expect(await open(left).does({ kind: 'leave', chat })).toEqual({ kind: 'done' });
  });
});
