import { describe, expect, test } from 'vitest';
import {
  anne,
  answers,
  asks,
  botId,
  bram,
  cor,
  group,
  openRoomHouse,
  withRoom,
  type RoomHouse,
} from '../../support/room-house.js';

/** What happens in a room while Telegram is still being asked, or has taken something and not said so. */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const words = { anne: 'rode appel', bram: 'gele peer' };

async function openWithRoom(): Promise<RoomHouse> {
  const house = openRoomHouse();
  await withRoom(house);
  return house;
}

/** Both seal, and this happens in the middle of laying it there. */
async function bothAnswerWhile(house: RoomHouse, method: string, work: () => Promise<void>): Promise<void> {
  await asks(house);
  await answers(house, anne, words.anne);
  house.during(method, work);
  await answers(house, bram, words.bram);
}

const there = { id: group, type: 'group' };
const person = (id: number) => ({ id, is_bot: false, first_name: 'Iemand', language_code: 'nl' });
const typed = (who: number, text: string) => ({
  message: { message_id: 9001, date: 1, from: person(who), chat: { id: who, type: 'private' }, text },
});
const blocked = (who: number) => ({
  my_chat_member: {
    chat: { id: who, type: 'private' },
    from: person(who),
    date: 1,
    old_chat_member: { status: 'member', user: { id: botId } },
    new_chat_member: { status: 'kicked', user: { id: botId } },
  },
});
const pressed = (who: number, data: string) => ({
  callback_query: {
    id: '1',
    from: person(who),
    data,
    message: { message_id: 9003, chat: { id: who, type: 'private' } },
  },
});
const joined = {
  message: { message_id: 9002, date: 1, from: person(cor), chat: there, new_chat_members: [person(cor)] },
};

describe('while it is looked who is there', () => {
  test('somebody joins: what the look said of before does not count, and nothing is laid there', async () => {
    const house = await openWithRoom();
    const posts = house.posts().length;
    await bothAnswerWhile(house, 'getChatMemberCount', () => house.comes(joined));
    expect(house.posts()).toHaveLength(posts);
    expect(house.couple().room?.state).toBe('shut');
    expect(house.heardBy(anne).join()).toContain(words.bram);
  });

  test('one of them stops: nothing is laid there, and ten minutes later the other has it alone', async () => {
    const house = await openWithRoom();
    const posts = house.posts().length;
    await bothAnswerWhile(house, 'getChatMember', () => house.comes(typed(bram, '/stop')));
    const since = house.now() + 1;
    await house.later(9 * minuteMs);
    expect(house.heardBy(anne, since)).toEqual([]);
    await house.later(2 * minuteMs);
    expect(house.posts()).toHaveLength(posts);
    expect(house.heardBy(anne, since).join()).toContain(words.bram);
    expect(house.heardBy(bram, since)).toEqual([]);
  });

  test.each([
    ['stops', () => typed(bram, '/stop')],
    ['blocks the bot', () => blocked(bram)],
  ])('one of them %s, and the group becomes a supergroup: nothing is laid there either', async (_, leaving) => {
    const house = await openWithRoom();
    const posts = house.posts().length;
    await bothAnswerWhile(house, 'getChat', () => house.comes(leaving()));
    const since = house.now() + 1;
    await house.migrates(-100_4001);
    await house.later(11 * minuteMs);
    expect(house.posts()).toHaveLength(posts);
    expect(house.laid.join()).not.toContain(words.bram);
    expect(house.heardBy(anne, since).join()).toContain(words.bram);
    expect(house.heardBy(bram, since)).toEqual([]);
  });

  test('the answers take so long that they may not be true any more: it looks again', async () => {
    const house = await openWithRoom();
    const posts = house.posts().length;
    await bothAnswerWhile(house, 'getChat', () => {
      house.standsStill(5_000);
      return Promise.resolve();
    });
    expect(house.posts()).toHaveLength(posts);
    const looks = house.calls.filter(({ method }) => method === 'getChat').length;
    await house.later(minuteMs);
    expect(house.posts()).toHaveLength(posts + 1);
    expect(house.calls.filter(({ method }) => method === 'getChat')).toHaveLength(looks + 1);
  });
});

describe('the sound of it', () => {
  /** At the minutes of Sunday, for two who want none from ten at night on. */
  async function laidAt(minuteOfDay: number): Promise<boolean> {
    const house = await openWithRoom();
    const local = (at: number) => (at + hourMs) % dayMs;
    await house.later(minuteOfDay * minuteMs - local(house.now()));
    await bothAnswerWhile(house, 'getChat', () => Promise.resolve());
    expect(house.lies().join()).toContain(words.bram);
    return house.posts().at(-1)?.params['disable_notification'] === true;
  }

  test('is none where either may be asleep by the time it comes to lie there', async () => {
    expect(await laidAt(21 * 60 + 45)).toBe(false);
    expect(await laidAt(21 * 60 + 55)).toBe(true);
  });
});

describe('while it is being laid there', () => {
  test.each([
    ['one of them parts', 'unpair', ''],
    ['one of them has everything erased', 'eraseNow', 'everything'],
  ])('%s: it is taken away before the bot leaves', async (_, button, arg) => {
    const house = await openWithRoom();
    await bothAnswerWhile(house, 'sendMessage', () => house.comes(pressed(bram, `${button}::0:${arg}`)));
    expect(house.laid.join()).toContain(words.bram);
    expect(house.lies()).toEqual([]);
    expect(house.groupOf().members.has(botId)).toBe(false);
  });

  test('killed once it is known that it lies there, and before that is noted: it lies there once', async () => {
    const house = await openWithRoom();
    await asks(house);
    await answers(house, anne, words.anne);
    await house.isKilledBeforeNoting(() => answers(house, bram, words.bram));
    await house.later(15 * minuteMs);
    expect(house.laid.filter((text) => text.includes(words.bram))).toHaveLength(1);
    expect(house.lies().join()).toContain(words.bram);
    expect(house.heardBy(anne).join()).not.toContain(words.bram);
  });

  test('one of them stops: it stays, as if it had been laid a moment before', async () => {
    const house = await openWithRoom();
    await bothAnswerWhile(house, 'sendMessage', () => house.comes(typed(bram, '/stop')));
    await house.later(15 * minuteMs);
    expect(house.lies().join()).toContain(words.bram);
    expect(house.heardBy(anne).join()).not.toContain(words.bram);
  });
});
