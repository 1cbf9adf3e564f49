import { describe, expect, test } from 'vitest';
import { prompt, opening } from '../prompts.js';
import {
  anne,
  answers,
  asks,
  bram,
  botId,
  cor,
  group,
  openRoomHouse,
  paired,
  withRoom,
  type RoomHouse,
} from '../../support/room-house.js';

/** A room, from the first question about it to the last message there, told from all three chats. */

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

async function openWithRoom(): Promise<RoomHouse> {
  const house = openRoomHouse();
  await withRoom(house);
  return house;
}

/** A question that both sealed, by Anne first. */
async function bothAnswer(house: RoomHouse): Promise<string> {
  const round = await asks(house);
  await answers(house, anne, 'rode appel');
  await answers(house, bram, 'gele peer');
  return round;
}

describe('making one', () => {
  test('is told by /kamer, with a key that makes a group', async () => {
    const house = openRoomHouse();
    await paired(house);
    await house.says(anne, '/kamer');
    const [explained = '', making = ''] = house.heardBy(anne).slice(-2);
    expect(explained).toContain('Ik lees daar niet mee.');
    expect(making).toContain('Maak hieronder een groep met Bram');
    const keyboard = JSON.stringify(house.said.at(-1)?.row.params['reply_markup']);
    expect(keyboard).toContain('"request_chat":{"request_id":1,"chat_is_channel":false,"chat_is_forum":false');
    expect(keyboard).not.toContain('rights');
  });

  test('asks the other, and opens with a yes of both', async () => {
    const house = openRoomHouse();
    await paired(house);
    await house.makes([anne, bram]);
    expect(house.heardBy(anne).at(-1)).toContain('Gezien: jullie twee en ik, verder niemand.');
    expect(house.heardBy(bram).at(-1)).toContain('Anne heeft een kamer gemaakt');
    expect(house.couple().room?.state).toBe('proposed');
    await house.taps(bram, 'roomYes');
    expect(house.couple().room?.state).toBe('open');
    expect(house.lies()).toEqual([expect.stringContaining('Hier leg ik neer wat open is.')]);
    for (const who of [anne, bram]) expect(house.heardBy(who).at(-1)).toContain('De kamer is in gebruik.');
  });

  test('waits for the other to be put in the group', async () => {
    const house = openRoomHouse();
    await paired(house);
    await house.makes([anne]);
    expect(house.heardBy(anne).at(-1)).toContain('Bram nog niet');
    await house.joins(bram);
    expect(house.heardBy(bram).at(-1)).toContain('Anne heeft een kamer gemaakt');
  });

  test('reads the same to its maker for a day, whether the other says no or nothing', async () => {
    const live = async (says: 'no' | 'nothing') => {
      const house = openRoomHouse();
      await paired(house);
      await house.makes([anne, bram]);
      const since = house.now();
      if (says === 'no') await house.taps(bram, 'roomNo');
      else await house.later(1000);
      await house.later(hourMs);
      await house.says(anne, '/kamer');
      await house.later(25 * hourMs);
      await house.says(anne, '/kamer');
      return house.said
        .filter(({ chat }) => chat === anne)
        .map(({ at, row }) => [at - since, row.method, row.params['text'], row.params['disable_notification']]);
    };
    expect(await live('no')).toEqual(await live('nothing'));
  });

  test('ends with the bot leaving after a day without a yes of both', async () => {
    const house = openRoomHouse();
    await paired(house);
    await house.makes([anne, bram]);
    await house.later(25 * hourMs);
    expect(house.couple().room).toBeNull();
    expect(house.calls.at(-1)?.method).toBe('leaveChat');
    expect(house.heardBy(anne).at(-1)).toContain('De kamer is er niet gekomen');
    expect(house.heardBy(bram).at(-1)).toContain('Anne heeft een kamer gemaakt');
  });

  test.each([
    ['somebody else is in it', (house: RoomHouse) => house.groupOf().members.set(cor, { status: 'member' })],
    [
      'the bot is an administrator',
      (house: RoomHouse) => house.groupOf().members.set(botId, { status: 'administrator' }),
    ],
    ['it is public', (house: RoomHouse) => Object.assign(house.groupOf().about, { username: 'wij' })],
    ['it belongs to a channel', (house: RoomHouse) => Object.assign(house.groupOf().about, { linked_chat_id: -7 })],
    [
      'one of them is anonymous',
      (house: RoomHouse) => house.groupOf().members.set(anne, { status: 'creator', is_anonymous: true }),
    ],
  ])('comes to nothing where %s', async (_, change) => {
    const house = openRoomHouse();
    await paired(house);
    await house.makes([anne]);
    change(house);
    await house.joins(bram);
    expect(house.couple().room).toBeNull();
    expect(house.calls.at(-1)?.method).toBe('leaveChat');
    expect(house.heardBy(bram).join()).not.toContain('kamer');
  });

  test('is not for somebody without a partner: the bot leaves without a word', async () => {
    const house = openRoomHouse();
    await paired(house);
    await house.makes([cor, anne]);
    expect(house.calls.map(({ method }) => method)).toEqual(['leaveChat']);
    expect(house.heardBy(cor)).toEqual([]);
  });

  test('a second group is left', async () => {
    const house = await openWithRoom();
    await house.makes([bram, anne], -5005);
    expect(house.calls.at(-1)).toMatchObject({ method: 'leaveChat', params: { chat_id: -5005 } });
    expect(house.couple().room).toMatchObject({ state: 'open', chat: String(group) });
  });

  test('a group to which one added the bot is nothing to the other before they are asked', async () => {
    const live = async (makes: boolean) => {
      const house = openRoomHouse();
      await paired(house);
      if (makes) await house.makes([bram]);
      else await house.later(1000);
      const since = house.now() + 1;
      for (const text of ['/kamer', '/instellingen', '/export']) await house.says(anne, text);
      await house.taps(anne, 'ourRoom');
      await house.taps(anne, 'roomOnComputer');
      // The numbers of messages count on, whoever gets them.
      const plain = (params: object) =>
        JSON.stringify(params).replaceAll(/("message_id":)\d+|(removeNow:\w+:)\w+/g, '$1$2');
      return house.said
        .filter(({ chat, at }) => chat === anne && at >= since)
        .map(({ at, row }) => [at - since, row.method, plain(row.params)]);
    };
    const life = await live(true);
    expect(JSON.stringify(life)).toContain('Wil je een kamer met z’n tweeën?');
    expect(life).toEqual(await live(false));
  });

  test('the one with both in it takes the place of a group to which the other had only added the bot', async () => {
    const house = openRoomHouse();
    await paired(house);
    await house.makes([bram], -5005);
    await house.makes([anne, bram]);
    expect(house.groupOf(-5005).members.has(botId)).toBe(false);
    expect(house.couple().room).toMatchObject({
      state: 'proposed',
      chat: String(group),
      maker: house.couple().members[0],
    });
    expect(house.heardBy(bram).at(-1)).toContain('Anne heeft een kamer gemaakt');
    await house.taps(bram, 'roomYes');
    await bothAnswer(house);
    expect(house.lies().join()).toContain('gele peer');
  });

  test('is unknown where rooms are off, and said to be missing where Telegram is not set for it', async () => {
    const off = openRoomHouse({});
    await paired(off);
    await off.says(anne, '/kamer');
    expect(off.heardBy(anne).at(-1)).toContain('ken ik niet');
    const unfit = openRoomHouse({ rooms: 'unfit' });
    await paired(unfit);
    await unfit.says(anne, '/kamer');
    expect(unfit.heardBy(anne).at(-1)).toContain('Dat kan met deze bot nog niet.');
  });
});

describe('a group that was picked', () => {
  test('without the app adding the bot to it: whoever picked it hears that, and may add it by hand', async () => {
    const house = openRoomHouse();
    await paired(house);
    await house.makes([anne, bram]);
    house.groupOf().isKicked = true;
    await house.member(anne, 'member', 'left');
    await house.takes({
      message: { ...privately(house, anne), chat_shared: { request_id: 1, chat_id: group } },
    });
    expect(house.heardBy(anne).at(-1)).toContain('Ik zit niet in die groep. Zet me er zelf bij, gewoon als lid.');
    expect(house.couple().room).toBeNull();
    house.groupOf().isKicked = false;
    await house.member(anne, 'left', 'member');
    expect(house.couple().room?.state).toBe('proposed');
  });
});

describe('what opens', () => {
  test('lies in front of both at once, once, under a cover, and in neither’s own chat', async () => {
    const house = await openWithRoom();
    const since = house.now() + 1;
    await bothAnswer(house);
    expect(house.lies()).toHaveLength(2);
    const [, post] = [...house.groupOf().messages.values()];
    expect(post?.text).toMatch(/^Voor jullie twee\.\n\n/);
    for (const words of ['rode appel', 'gele peer', 'Anne', 'Bram']) expect(post?.text).toContain(words);
    const cover = (post?.entities as { type: string; offset: number; length: number }[]).find(
      ({ type }) => type === 'spoiler',
    );
    expect(cover).toMatchObject({ offset: 'Voor jullie twee.\n\n'.length });
    expect((cover?.offset ?? 0) + (cover?.length ?? 0)).toBe(post?.text.length);
    expect(house.heardBy(anne, since).join()).not.toContain('gele peer');
    expect(house.heardBy(bram, since).join()).not.toContain('rode appel');
    for (const who of [anne, bram]) expect(house.heardBy(who).at(-1)).toBe('Open. Kijk in jullie kamer.');
  });

  test('comes after a look at who is there, made for that send', async () => {
    const house = await openWithRoom();
    house.calls.length = 0;
    await bothAnswer(house);
    const methods = house.calls.map(({ method }) => method);
    expect(methods.slice(0, -1).toSorted()).toEqual([
      'getChat',
      'getChatMember',
      'getChatMember',
      'getChatMember',
      'getChatMemberCount',
    ]);
    expect(methods.at(-1)).toBe('sendMessage');
    expect(house.calls.at(-1)?.params).toMatchObject({ chat_id: group, protect_content: true });
  });

  test('is thanked for on the card in one’s own chat', async () => {
    const house = await openWithRoom();
    await bothAnswer(house);
    await house.taps(bram, 'thank');
    expect(house.heardBy(anne).at(-1)).toContain('Dank je, zegt Bram');
  });

  test('opens in their own chats when one of them spoke', async () => {
    const house = await openWithRoom();
    const posts = house.posts().length;
    await asks(house);
    await answers(house, anne, 'rode appel');
    await house.takes({ message: { ...privately(house, bram), voice: { file_id: 'stem', duration: 3 } } });
    await house.taps(bram, 'allowVoice');
    await house.taps(bram, 'seal');
    expect(house.posts()).toHaveLength(posts);
    expect(house.heardBy(bram).join()).toContain('rode appel');
  });

  test('opens in their own chats when the question is deep or was asked before there was a room', async () => {
    const house = openRoomHouse({ rooms: 'on' }, [opening, prompt('vroeg'), prompt('laat')]);
    await paired(house);
    await asks(house);
    await house.makes([anne, bram]);
    await house.taps(bram, 'roomYes');
    const posts = house.posts().length;
    await answers(house, anne, 'rode appel');
    await answers(house, bram, 'gele peer');
    expect(house.posts()).toHaveLength(posts);
    expect(house.heardBy(anne).join()).toContain('gele peer');
  });

  test('says on the draft where it opens', async () => {
    const house = await openWithRoom();
    await asks(house);
    await house.says(anne, 'rode appel');
    expect(house.heardBy(anne).at(-1)).toContain('open in jullie kamer');
  });

  test('does not tell by its order who sealed first', async () => {
    const firsts = new Set<boolean>();
    for (let seed = 0; seed < 12; seed += 1) {
      const house = openRoomHouse({ rooms: 'on' }, undefined, seed);
      await withRoom(house);
      await bothAnswer(house);
      const post = house.lies().at(-1) ?? '';
      firsts.add(post.indexOf('Anne') < post.indexOf('Bram'));
    }
    expect(firsts.size).toBe(2);
  });
});

describe('what keeps it from lying there', () => {
  test.each([
    ['a third one', (house: RoomHouse) => house.groupOf().members.set(cor, { status: 'member' })],
    [
      'somebody in the place of one of them',
      (house: RoomHouse) => {
        house.groupOf().members.delete(bram);
        house.groupOf().members.set(cor, { status: 'member' });
      },
    ],
    ['a public name', (house: RoomHouse) => Object.assign(house.groupOf().about, { active_usernames: ['wij'] })],
    [
      'the bot made administrator',
      (house: RoomHouse) => house.groupOf().members.set(botId, { status: 'administrator' }),
    ],
    ['a type that is no group', (house: RoomHouse) => Object.assign(house.groupOf().about, { type: 'iets' })],
  ])('%s, found by the look: both read it in their own chats, and hear why', async (_, change) => {
    const house = await openWithRoom();
    const posts = house.posts().length;
    await asks(house);
    await answers(house, anne, 'rode appel');
    change(house);
    await answers(house, bram, 'gele peer');
    expect(house.posts()).toHaveLength(posts);
    expect(house.couple().room?.state).toBe('shut');
    expect(house.heardBy(anne).join()).toContain('gele peer');
    expect(house.heardBy(bram).join()).toContain('rode appel');
    for (const who of [anne, bram])
      expect(house.heardBy(who).join()).toContain('Vanaf nu gaat alles weer open in je eigen chat.');
  });

  test('what lies there is taken away as soon as a third one joins, and stays so when that one goes', async () => {
    const house = await openWithRoom();
    await bothAnswer(house);
    await house.joins(cor);
    expect(house.lies()).toEqual([]);
    expect(house.heardBy(anne).join()).toContain('Er is iemand bij gekomen in jullie kamer.');
    // Whoever may not have read it yet has it in their own chat.
    expect(house.heardBy(anne).join()).toContain('gele peer');
    await house.parts(cor);
    const posts = house.posts().length;
    await asks(house);
    await answers(house, anne, 'nieuw van mij');
    await answers(house, bram, 'en van mij');
    expect(house.posts()).toHaveLength(posts);
    expect(house.heardBy(anne).join()).toContain('en van mij');
  });

  test('opens again only after a look, and a new yes of both', async () => {
    const house = await openWithRoom();
    await house.joins(cor);
    await house.taps(anne, 'roomLook');
    expect(house.couple().room?.state).toBe('shut');
    expect(house.heardBy(anne).at(-1)).toContain('In die groep zit nog iemand anders.');
    await house.parts(cor);
    await house.taps(bram, 'roomLook');
    await house.taps(bram, 'roomYes');
    expect(house.couple().room?.state).toBe('proposed');
    await house.taps(anne, 'roomYes');
    expect(house.couple().room?.state).toBe('open');
  });

  test('a post that lands after the room was shut is taken away again', async () => {
    const house = await openWithRoom();
    await asks(house);
    await answers(house, anne, 'rode appel');
    house.during('sendMessage', async () => {
      house.groupOf().members.set(cor, { status: 'member' });
      await house.apply([]);
    });
    await answers(house, bram, 'gele peer');
    await house.joins(cor);
    expect(house.lies()).toEqual([]);
  });

  test('a stranger’s press shuts it, and tells them nothing', async () => {
    const house = await openWithRoom();
    await bothAnswer(house);
    house.groupOf().members.set(cor, { status: 'member' });
    await house.taps(cor, 'roomApart', undefined, group);
    expect(house.couple().room?.state).toBe('shut');
    const answer = house.said.findLast(({ row }) => row.kind === 'answer');
    expect(answer?.row.params).toMatchObject({ text: 'Deze knop is niet voor jou.' });
    expect(house.heardBy(cor)).toEqual([]);
  });

  test('promoted, or sent what people type: shut', async () => {
    const promoted = await openWithRoom();
    await promoted.member(anne, 'member', 'administrator');
    expect(promoted.heardBy(bram).at(-1)).toContain('beheerder');
    const seen = await openWithRoom();
    await seen.says(anne, 'gewoon een praatje', group);
    expect(seen.heardBy(bram).at(-1)).toContain('Ik zie in jullie kamer meer dan de bedoeling is.');
  });

  test('kicked: nobody is taken to be out of reach, and both read it in their own chats', async () => {
    const house = await openWithRoom();
    await asks(house);
    await answers(house, anne, 'rode appel');
    house.groupOf().isKicked = true;
    await answers(house, bram, 'gele peer');
    expect(house.couple().room).toMatchObject({ state: 'shut', reason: 'removed' });
    expect(house.heardBy(anne).join()).toContain('gele peer');
    for (const { person } of house.data.people.values()) expect(person.isUnreachable).toBe(false);
  });

  test('a group that becomes a supergroup is followed, and looked at before anything is laid there', async () => {
    const house = await openWithRoom();
    await asks(house);
    await answers(house, anne, 'rode appel');
    await house.migrates(-1004001, false);
    await answers(house, bram, 'gele peer');
    expect(house.couple().room).toMatchObject({ state: 'open', chat: '-1004001' });
    expect(house.lies(-1004001)).toEqual([expect.stringContaining('gele peer')]);
    expect(house.posts().at(-1)?.params).toMatchObject({ chat_id: -1004001 });
    house.groupOf(-1004001).members.set(cor, { status: 'member' });
    await bothAnswer(house);
    expect(house.heardBy(anne).join()).toContain('Wat ik vóór de omzetting van de groep schreef, staat er nog');
  });

  test('a room that is shut and becomes a supergroup asks nobody anything', async () => {
    const house = await openWithRoom();
    await house.joins(cor);
    await house.parts(cor);
    const since = house.now() + 1;
    await house.migrates(-1004001);
    expect(house.couple().room).toMatchObject({ state: 'shut', chat: '-1004001' });
    for (const who of [anne, bram]) expect(house.heardBy(who, since)).toEqual([]);
    await house.taps(anne, 'roomLook');
    expect(house.couple().room?.state).toBe('proposed');
  });

  test('a command under a picture is no command there: that the bot was sent it shuts the room', async () => {
    const house = await openWithRoom();
    await house.hears({ from: { id: anne, is_bot: false }, photo: [{ file_id: 'p' }], caption: '/hulp' });
    expect(house.couple().room).toMatchObject({ state: 'shut', reason: 'exposed' });
  });

  test('a picture under which the bot is named does not shut it: Telegram sent it for that name', async () => {
    const house = await openWithRoom();
    await house.hears({
      from: { id: anne, is_bot: false },
      photo: [{ file_id: 'p' }],
      caption: 'kijk @SamenspraakBot',
    });
    expect(house.couple().room?.state).toBe('open');
  });

  test('no answer: it waits, and after ten minutes opens in their own chats', async () => {
    const house = await openWithRoom();
    house.fails('getChat', 'unheard');
    await bothAnswer(house);
    await house.later(8 * minuteMs);
    expect(house.heardBy(anne).join()).not.toContain('gele peer');
    await house.later(3 * minuteMs);
    expect(house.heardBy(anne).join()).toContain('gele peer');
    house.fails('getChat', null);
    await house.later(hourMs);
    expect(house.lies().join()).not.toContain('gele peer');
    expect(house.couple().room?.state).toBe('open');
  });

  test('a stop: what was not laid yet goes to the other alone, ten minutes later', async () => {
    const house = await openWithRoom();
    house.fails('getChat', 'unheard');
    await bothAnswer(house);
    await house.says(bram, '/stop');
    house.fails('getChat', null);
    const since = house.now() + 1;
    await house.later(8 * minuteMs);
    expect(house.heardBy(anne, since)).toEqual([]);
    await house.later(3 * minuteMs);
    expect(house.lies().join()).not.toContain('gele peer');
    expect(house.heardBy(anne, since).join()).toContain('gele peer');
    expect(house.heardBy(bram, since)).toEqual([]);
  });
});

describe('while one of them is away', () => {
  /** All that Anne’s phone did, to the second and the sound. */
  async function anneIn(act: (house: RoomHouse) => Promise<void>, probe: (house: RoomHouse) => Promise<void>) {
    const house = await openWithRoom();
    await asks(house);
    const since = house.now();
    const at = since + 10 * minuteMs;
    await act(house);
    await house.later(at - house.now());
    await answers(house, anne, 'rode appel');
    await probe(house);
    await house.later(16 * dayMs);
    return {
      private: house.said
        .filter(({ chat, at: when }) => chat === anne && when > at)
        .map(({ at: when, row }) => [when - since, row.method, row.params['text'], row.params['disable_notification']]),
      room: house.lies(),
    };
  }

  const nothing = async () => Promise.resolve();
  const sealsAndStops = async (house: RoomHouse) => {
    await answers(house, bram, 'gele peer');
    await house.says(bram, '/stop');
  };

  test.each([
    ['does nothing', nothing],
    ['looks at the room', (house: RoomHouse) => house.says(anne, '/kamer')],
    ['asks for a question', (house: RoomHouse) => house.says(anne, '/vraag')],
    [
      'closes the room',
      async (house: RoomHouse) => {
        await house.says(anne, '/kamer');
        await house.taps(anne, 'roomClose');
      },
    ],
    ['has a third one come in', (house: RoomHouse) => house.joins(cor)],
  ])('a round that was sealed and left looks like one never answered, to somebody who %s', async (_, probe) => {
    expect(await anneIn(sealsAndStops, probe)).toEqual(await anneIn(nothing, probe));
  });

  test('it opens once they are back', async () => {
    const house = await openWithRoom();
    await asks(house);
    await sealsAndStops(house);
    await answers(house, anne, 'rode appel');
    await house.later(dayMs);
    expect(house.lies().join()).not.toContain('gele peer');
    await house.taps(bram, 'goOn');
    await house.later(minuteMs);
    expect(house.lies().join()).toContain('gele peer');
  });
});

describe('what lies there', () => {
  test('goes to their own chats by [Liever apart], without a sound', async () => {
    const house = await openWithRoom();
    await bothAnswer(house);
    const since = house.now() + 1;
    await house.taps(bram, 'roomApart', undefined, group);
    expect(house.lies()).toEqual([expect.stringContaining('Hier leg ik neer')]);
    expect(house.heardBy(anne, since).join()).toContain('gele peer');
    const reveals = house.said.filter(({ at, row }) => at >= since && row.method === 'sendMessage');
    expect(reveals.every(({ row }) => row.params['disable_notification'] === true)).toBe(true);
  });

  test('is changed to a word that says nothing once it may not be kept any more', async () => {
    const house = await openWithRoom();
    await bothAnswer(house);
    await house.later(91 * dayMs);
    expect(house.lies().join()).not.toContain('gele peer');
    expect(house.lies()).toContain('Hier stond iets van jullie.');
  });

  test('is taken away, and the bot leaves, when the pairing ends, also after the couple’s key is gone', async () => {
    const house = await openWithRoom();
    await bothAnswer(house);
    house.fails('deleteMessages', 'unheard');
    await house.says(bram, '/stop');
    await house.taps(bram, 'unpair');
    expect([...house.data.couples.values()].filter(({ couple }) => couple.members.length > 0)).toEqual([]);
    expect(house.lies()).toHaveLength(2);
    house.fails('deleteMessages', null);
    await house.later(hourMs);
    expect(house.lies()).toEqual([]);
    expect(house.calls.at(-1)?.method).toBe('leaveChat');
  });

  test('is taken away when one of them erases their answers', async () => {
    const house = await openWithRoom();
    await bothAnswer(house);
    await house.says(bram, '/wis');
    await house.taps(bram, 'erase', 'answers');
    await house.taps(bram, 'eraseNow');
    expect(house.lies().join()).not.toContain('gele peer');
  });

  test('is not told of once one of them has erased their words: not as if they had none', async () => {
    const house = await openWithRoom();
    await bothAnswer(house);
    await house.says(bram, '/wis');
    await house.taps(bram, 'erase', 'answers');
    await house.taps(bram, 'eraseNow');
    const since = house.now() + 1;
    await house.joins(cor);
    expect(house.heardBy(anne, since).join()).not.toContain('weet het nog niet');
    expect(house.heardBy(anne, since).join()).not.toContain('rode appel');
  });

  test('is nothing of what is typed there: a reply and a command leave no trace, and a command answers in private', async () => {
    const house = await openWithRoom();
    const before = JSON.stringify([...house.data.people.values()].map(({ person }) => person.answers));
    await house.hears({
      from: { id: anne, is_bot: false },
      text: 'geheime praat',
      reply_to_message: { message_id: 7 },
    });
    expect(JSON.stringify([...house.data.people.values()].map(({ person }) => person.answers))).toBe(before);
    expect(house.couple().room?.state).toBe('open');
    await house.says(anne, '/hulp alsjeblieft', group);
    expect(house.heardBy(anne).join()).toContain('113');
    expect(house.lies()).toHaveLength(1);
  });

  test('ends after a hundred days without a word', async () => {
    const house = await openWithRoom();
    await house.later(101 * dayMs);
    expect(house.couple().room).toBeNull();
    expect(house.calls.at(-1)?.method).toBe('leaveChat');
  });

  test('is taken away by a press also where nobody knew of it: a copy of what opened in their own chats meanwhile', async () => {
    const house = await openWithRoom();
    await bothAnswer(house);
    const [copy = 0, text] = [...house.groupOf().messages].at(-1) ?? [];
    await house.taps(bram, 'roomApart', undefined, group);
    expect(house.lies().join()).not.toContain('gele peer');
    if (text !== undefined) house.groupOf().messages.set(copy + 1, text);
    const since = house.now() + 1;
    await house.taps(anne, 'roomApart', undefined, group);
    expect(house.lies().join()).not.toContain('gele peer');
    expect(house.heardBy(anne, since)).toEqual([]);
  });
});

describe('in the settings', () => {
  test('it says how it stands, and never who has yet to say yes', async () => {
    const house = openRoomHouse();
    await paired(house);
    const cardOf = async (who: number) => {
      await house.says(who, '/instellingen');
      return house.heardBy(who).at(-1) ?? '';
    };
    expect(await cardOf(anne)).toContain('Kamer: geen');
    await house.makes([anne, bram]);
    const making = [await cardOf(anne), await cardOf(bram)];
    await house.taps(bram, 'roomNo');
    expect([await cardOf(anne), await cardOf(bram)]).toEqual(making);
    expect(making.join()).toContain('Kamer: nog niet in gebruik');
    await house.taps(bram, 'ourRoom');
    await house.taps(bram, 'roomYes');
    expect(await cardOf(anne)).toContain('Kamer: in gebruik');
    await house.joins(cor);
    expect(await cardOf(bram)).toContain('Kamer: dicht');
    await house.taps(bram, 'ourRoom');
    await house.taps(bram, 'roomClose');
    expect(await cardOf(anne)).toContain('Kamer: geen');
  });

  test('what shows there to the other is said before it is done: erasing, and keeping for shorter', async () => {
    const house = await openWithRoom();
    const saysOf = async (what: string) => {
      await house.says(bram, '/wis');
      await house.taps(bram, 'erase', what);
      return house.heardBy(bram).at(-1) ?? '';
    };
    expect(await saysOf('answers')).toContain('Uit jullie kamer haal ik het wel weg, en dat kan Anne zien.');
    expect(await saysOf('everything')).toContain('Uit jullie kamer haal ik weg wat ik daar schreef');
    await house.says(bram, '/instellingen');
    await house.taps(bram, 'settings', 'keeping');
    expect(house.heardBy(bram).at(-1)).toContain('haal ik ook uit jullie kamer weg, en dat is daar te zien');
    await house.joins(cor);
    expect(await saysOf('answers')).not.toContain('kamer');
  });

  test('there is no word of it where the operator offers none, unless one is still there', async () => {
    const house = openRoomHouse({});
    await paired(house);
    await house.says(anne, '/instellingen');
    expect(house.heardBy(anne).at(-1)).not.toContain('Kamer');
    await expect(house.taps(anne, 'ourRoom')).rejects.toThrow('no button');
  });

  test('either chooses in which language the bot writes there, and the other is sent nothing about it', async () => {
    const house = await openWithRoom();
    await house.says(bram, '/instellingen');
    await house.taps(bram, 'ourRoom');
    expect(house.heardBy(bram).at(-1)).toContain('Ik schrijf daar in het Nederlands.');
    const since = house.now() + 1;
    await house.taps(bram, 'roomSpeak', 'en');
    expect(house.heardBy(bram).at(-1)).toContain('Ik schrijf daar in het Engels.');
    expect(house.heardBy(anne, since)).toEqual([]);
    await bothAnswer(house);
    expect(house.lies().at(-1)).toContain('For the two of you.');
    await house.says(anne, '/kamer');
    await house.taps(anne, 'roomSpeak', 'nl');
    await bothAnswer(house);
    expect(house.lies().at(-1)).toContain('Voor jullie twee.');
  });
});

function privately(house: RoomHouse, who: number) {
  return {
    message_id: house.now() % 100_000,
    date: 1,
    from: { id: who, is_bot: false, first_name: 'x' },
    chat: { id: who, type: 'private' },
  };
}
