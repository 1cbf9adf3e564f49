import { describe, expect, it } from 'vitest';
import { LeadLost } from '../../src/store/failures.js';
import type { RoomTask } from '../../src/store/store.js';
import { TelegramRefusal, TelegramUnheard } from '../../src/telegram/errors.js';
import { createRoomWork } from '../../src/telegram/room-work.js';

/** What Telegram may answer when the bot looks who is in a room: whatever is not as it should be, nothing is laid there. */

const [botId, anne, bram, cor] = [900, 101, 102, 103];
const chat = '-4001';
const post: RoomTask = {
  ...{ kind: 'post', chat, round: 'r1', params: { chat_id: -4001, text: 'open' }, until: 1_000, blank: '…' },
};

type Answers = Readonly<Record<string, unknown>>;

/** As it should be. */
const asPromised: Answers = {
  getChat: { id: -4001, type: 'group' },
  getChatMemberCount: 3,
  [`getChatMember ${String(botId)}`]: { status: 'member', user: { id: botId } },
  [`getChatMember ${String(anne)}`]: { status: 'creator', user: { id: anne }, is_anonymous: false },
  [`getChatMember ${String(bram)}`]: { status: 'member', user: { id: bram } },
  sendMessage: { message_id: 7 },
  editMessageText: {},
  deleteMessages: true,
  leaveChat: true,
};
const annes = `getChatMember ${String(anne)}`;
const brams = `getChatMember ${String(bram)}`;
const bots = `getChatMember ${String(botId)}`;

const refused = (code: number, description: string, rest: { retryMs?: number; to?: string } = {}) =>
  new TelegramRefusal('', code, description, rest.retryMs ?? null, rest.to !== undefined, rest.to ?? null);

async function does(changed: Answers = {}, task: RoomTask = post, rest: { readonly now?: number } = {}) {
  const asked: string[] = [];
  const work = createRoomWork({
    call: (method, params) => {
      asked.push(method);
      const about = method === 'getChatMember' ? `${method} ${String(params['user_id'])}` : method;
      const answer = { ...asPromised, ...changed }[about];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    ...{ botId, now: () => rest.now ?? 0, elapsedMs: () => 0, turn: () => Promise.resolve() },
    isWanted: () => Promise.resolve(true),
  });
  const result = await work({ id: 1, task, people: [String(anne), String(bram)] });
  return { result, asked };
}

describe('what is laid in a room', () => {
  it('is sent after exactly these questions, when these two and the bot are there', async () => {
    const { result, asked } = await does();
    expect(result).toEqual({ kind: 'laid', messageId: 7 });
    expect(asked.slice(0, -1).toSorted()).toEqual([
      ...['getChat', 'getChatMember', 'getChatMember', 'getChatMember', 'getChatMemberCount'],
    ]);
    expect(asked.at(-1)).toBe('sendMessage');
  });

  it.each<[string, Answers, string]>([
    ['a third person', { getChatMemberCount: 4 }, 'joined'],
    ['somebody in the place of one of them', { [brams]: { status: 'left', user: { id: bram } } }, 'joined'],
    ['one of them gone', { getChatMemberCount: 2, [brams]: { status: 'kicked', user: { id: bram } } }, 'not-two'],
    [
      'one restricted who is not in it',
      { getChatMemberCount: 2, [brams]: { status: 'restricted', is_member: false, user: { id: bram } } },
      'not-two',
    ],
    ['a count that does not fit who is there', { getChatMemberCount: 2 }, 'unsure'],
    ['no count at all', { getChatMemberCount: null }, 'unsure'],
    [
      'an anonymous administrator',
      { [annes]: { status: 'creator', user: { id: anne }, is_anonymous: true } },
      'unsure',
    ],
    ['an answer about somebody else', { [annes]: { status: 'member', user: { id: cor } } }, 'unsure'],
    ['a status that nobody knows yet', { [brams]: { status: 'observer', user: { id: bram } } }, 'unsure'],
    ['an answer that is no member', { [brams]: true }, 'unsure'],
    [
      'one of whom Telegram does not say it',
      { [brams]: refused(400, 'Bad Request: member list is inaccessible') },
      'unsure',
    ],
    ['one whom the bot has not met lately', { [brams]: refused(400, 'Bad Request: user not found') }, 'unsure'],
    [
      'one whom the bot has not met lately, and a seat free',
      { getChatMemberCount: 2, [brams]: refused(400, 'Bad Request: PARTICIPANT_ID_INVALID') },
      'not-two',
    ],
    ['the bot as administrator', { [bots]: { status: 'administrator', user: { id: botId } } }, 'promoted'],
    ['the bot restricted', { [bots]: { status: 'restricted', is_member: true, user: { id: botId } } }, 'unsure'],
    ['a channel', { getChat: { type: 'channel' } }, 'public'],
    ['a public name', { getChat: { type: 'supergroup', username: 'wij' } }, 'public'],
    ['a name at an auction', { getChat: { type: 'supergroup', active_usernames: ['wij'] } }, 'public'],
    ['a linked channel', { getChat: { type: 'supergroup', linked_chat_id: -1001 } }, 'public'],
    ['topics', { getChat: { type: 'supergroup', is_forum: true } }, 'public'],
    ['a place on the map', { getChat: { type: 'supergroup', location: {} } }, 'public'],
    ['a community', { getChat: { type: 'supergroup', community: { id: 1 } } }, 'public'],
    ['messages that cost money', { getChat: { type: 'supergroup', paid_message_star_count: 1 } }, 'public'],
    ['messages to a channel', { getChat: { type: 'supergroup', is_direct_messages: true } }, 'public'],
    ['nothing about the group', { getChat: null }, 'public'],
    [
      'a group from which the bot was thrown',
      { getChat: refused(403, 'Forbidden: bot was kicked from the group chat') },
      'removed',
    ],
    ['a group that is not there', { getChat: refused(400, 'Bad Request: chat not found') }, 'removed'],
    ['a question Telegram does not answer so', { getChat: refused(400, 'Bad Request: something new') }, 'unsure'],
  ])('is not sent with %s', async (_, changed, reason) => {
    const { result, asked } = await does(changed);
    expect(result).toEqual({ kind: 'lost', reason });
    expect(asked).not.toContain('sendMessage');
  });

  it.each<[string, Answers, object]>([
    ['nobody answers', { [brams]: new TelegramUnheard('', 'timeout', true) }, { kind: 'again', delayMs: null }],
    ['Telegram stumbles', { getChatMemberCount: refused(500, 'Internal') }, { kind: 'again', delayMs: null }],
    [
      'it is asked to wait',
      { getChat: refused(429, 'Too Many', { retryMs: 5_000 }) },
      { kind: 'again', delayMs: 5_000 },
    ],
    [
      'the group has another id',
      { getChat: refused(400, 'upgraded', { to: '-1009' }) },
      { kind: 'migrated', to: '-1009' },
    ],
  ])('waits, or follows, when %s', async (_, changed, expected) => {
    const { result, asked } = await does(changed);
    expect(result).toEqual(expected);
    expect(asked).not.toContain('sendMessage');
  });

  it('is lost where the send itself is refused, and tried again where nobody knows what came of it', async () => {
    const no = refused(400, 'Bad Request: not enough rights to send text messages to the chat');
    expect((await does({ sendMessage: no })).result).toEqual({ kind: 'lost', reason: 'unsure' });
    const kicked = refused(403, 'Forbidden: bot is not a member of the supergroup chat');
    expect((await does({ sendMessage: kicked })).result).toEqual({ kind: 'lost', reason: 'removed' });
    expect((await does({ sendMessage: true })).result).toEqual({ kind: 'again', delayMs: null });
  });

  it('is not sent any more after its time: a night later it would wake somebody', async () => {
    const { result, asked } = await does({}, post, { now: 1_001 });
    expect(result).toEqual({ kind: 'done' });
    expect(asked).toEqual([]);
  });
});

describe('a process that stood still after it looked', () => {
  /** Between the look and the send so much time goes by, in which another process may have taken over. */
  async function standsStill(forMs: number, isWanted: () => Promise<boolean>) {
    let elapsedMs = 0;
    const asked: string[] = [];
    const work = createRoomWork({
      call: (method, params) => {
        asked.push(method);
        const about = method === 'getChatMember' ? `${method} ${String(params['user_id'])}` : method;
        return Promise.resolve(asPromised[about]);
      },
      ...{ botId, now: () => 0, elapsedMs: () => elapsedMs, turn: () => Promise.resolve() },
      isWanted: () => {
        elapsedMs += forMs;
        return isWanted();
      },
    });
    const result = await work({ id: 1, task: post, people: [String(anne), String(bram)] }).catch(
      (error: unknown) => error,
    );
    return { result, isSent: asked.includes('sendMessage') };
  }

  it('sends nothing where another leads by now', async () => {
    const { result, isSent } = await standsStill(0, () => Promise.reject(new LeadLost()));
    expect(result).toBeInstanceOf(LeadLost);
    expect(isSent).toBe(false);
  });

  it('sends nothing that was called back meanwhile, and hears no more of it', async () => {
    expect(await standsStill(0, () => Promise.resolve(false))).toEqual({ result: { kind: 'done' }, isSent: false });
  });

  it('looks again where what it saw is old', async () => {
    const waits = { result: { kind: 'again', delayMs: null }, isSent: false };
    expect(await standsStill(4_001, () => Promise.resolve(true))).toEqual(waits);
    expect(await standsStill(3_000, () => Promise.resolve(true))).toMatchObject({ isSent: true });
  });
});

describe('what is taken away, and leaving', () => {
  const takeAway: RoomTask = {
    ...{ kind: 'takeAway', chat, blank: 'leeg' },
    messages: [{ messageId: 5, at: 0 }],
  };

  it('deletes what is young, and blanks what is older than Telegram lets go', async () => {
    expect((await does({}, takeAway)).asked).toEqual(['deleteMessages']);
    expect((await does({}, takeAway, { now: 48 * 3_600_000 })).asked).toEqual(['editMessageText']);
  });

  it('blanks what Telegram will not delete', async () => {
    const no = refused(400, "Bad Request: message can't be deleted for everyone");
    expect((await does({ deleteMessages: no }, takeAway)).asked).toEqual(['deleteMessages', 'editMessageText']);
  });

  it('is done where it is refused for good, and goes on where nobody answered', async () => {
    const gone = refused(403, 'Forbidden: bot was kicked from the supergroup chat');
    expect((await does({ deleteMessages: gone, editMessageText: gone }, takeAway)).result).toEqual({ kind: 'done' });
    expect((await does({ leaveChat: gone }, { kind: 'leave', chat })).result).toEqual({ kind: 'done' });
    const unheard = new TelegramUnheard('', 'timeout', true);
    for (const [method, task] of [
      ['deleteMessages', takeAway],
      ['leaveChat', { kind: 'leave', chat } as const],
    ] as const)
      expect((await does({ [method]: unheard }, task)).result).toEqual({ kind: 'again', delayMs: null });
  });
});
