import { describe, expect, test } from 'vitest';
import { groupOfTwo, heard } from './group-stage.js';
import { stage, type Message } from './stage.js';

describe('what Telegram says no to', () => {
  const write = { text: 'Dag' };

  test.each([
    ['group', 'group chat'],
    ['supergroup', 'supergroup chat'],
  ] as const)('in a %s that the bot left, or was kicked from, or that is no more', async (kind, name) => {
    const scene = await stage();
    const { id, act } = await groupOfTwo(scene, { kind });
    const no = async () => {
      const { error_code, description } = await scene.call('sendMessage', { chat_id: id, ...write });
      return `${error_code ?? ''} ${description ?? ''}`;
    };
    await scene.done('leaveChat', { chat_id: id });
    expect(await no()).toBe(`403 Forbidden: bot is not a member of the ${name}`);
    await act('add', { bot: true });
    await act('remove', { bot: true });
    expect(await no()).toBe(`403 Forbidden: bot was kicked from the ${name}`);
    for (const method of ['getChatMemberCount', 'getChatAdministrators', 'leaveChat']) {
      expect((await scene.call(method, { chat_id: id })).description).toBe(
        `Forbidden: bot was kicked from the ${name}`,
      );
    }
    await act('add', { bot: true });
    await act('destroy');
    expect(await no()).toBe('403 Forbidden: the group chat was deleted');
    expect((await scene.calls()).filter(({ isWrongCall }) => isWrongCall)).toEqual([]);
  });

  test('in a group the bot never was in', async () => {
    const scene = await stage();
    const { id } = await groupOfTwo(scene, { hasBot: false });
    for (const method of ['getChat', 'getChatMemberCount', 'leaveChat']) {
      expect((await scene.call(method, { chat_id: id })).description).toBe('Bad Request: chat not found');
    }
  });

  test('after a migration the old group refuses everything but a look, and names the new one', async () => {
    const scene = await stage();
    const { anne, id, act } = await groupOfTwo(scene);
    const { message_id } = await scene.done<Message>('sendMessage', { chat_id: id, text: 'Oud' });
    await heard(scene);
    const { id: big, migratedFrom } = await act('migrate');
    expect(migratedFrom).toBe(id);
    expect(await heard(scene)).toEqual(['bot member', 'migrate_to_chat_id', 'migrate_from_chat_id']);
    for (const [method, rest] of [
      ['sendMessage', write],
      ['editMessageText', { message_id, ...write }],
      ['deleteMessage', { message_id }],
      ['deleteMessages', { message_ids: [message_id] }],
      ['getChatMemberCount', {}],
      ['getChatMember', { user_id: anne.id }],
      ['leaveChat', {}],
    ] as const) {
      expect(await scene.call(method, { chat_id: id, ...rest })).toEqual({
        ok: false,
        error_code: 400,
        description: 'Bad Request: group chat was upgraded to a supergroup chat',
        parameters: { migrate_to_chat_id: big },
      });
    }
    expect(await scene.done('getChat', { chat_id: id })).toMatchObject({ type: 'group' });
    expect(await scene.done('getChatMemberCount', { chat_id: big })).toBe(3);
    // A supergroup counts its messages itself, so an id of the old group may come again.
    expect(await scene.done('sendMessage', { chat_id: big, ...write })).toMatchObject({ message_id: 2 });
    await expect(act('send', { personId: anne.id, text: 'Oud' })).rejects.toThrow('has become the supergroup');
  });

  test('the bot takes away its own messages for two days, blanks them for ever, and touches nobody else’s', async () => {
    const scene = await stage();
    const { anne, id, act, says } = await groupOfTwo(scene);
    const send = () => scene.done<Message>('sendMessage', { chat_id: id, text: 'Open' });
    const [first, second] = [await send(), await send()];
    const { messageId } = await says(anne, { text: 'Van mij' });
    const remove = async (message_ids: number[]) =>
      (await scene.call('deleteMessages', { chat_id: id, message_ids })).description;
    expect(await remove([first.message_id, messageId])).toBe("Bad Request: message can't be deleted");
    expect(await remove([first.message_id])).toBeUndefined();
    await scene.control('POST', 'clock', { advanceMs: 48 * 3_600_000 + 1 });
    expect(await remove([second.message_id])).toBe("Bad Request: message can't be deleted for everyone");
    const blank = { chat_id: id, message_id: second.message_id, text: 'Hier stond iets' };
    expect((await scene.call('editMessageText', blank)).ok).toBe(true);
    await act('promote', { bot: true });
    const { messageId: fresh } = await says(anne, { text: 'Weg ermee' });
    expect(await remove([fresh])).toBeUndefined();
    expect((await scene.state()).groups[0]?.messages.map(({ text }) => text)).toContain('Hier stond iets');
  });

  test('a button that asks for a group, anywhere but in a private chat', async () => {
    const scene = await stage();
    const { id } = await groupOfTwo(scene);
    const keyboard = [[{ text: 'Kies', request_chat: { request_id: 1, chat_is_channel: false } }]];
    const answer = await scene.call('sendMessage', { chat_id: id, ...write, reply_markup: { keyboard } });
    expect(answer.description).toBe('Bad Request: Chats can be requested in private chats only');
    expect((await scene.calls('sendMessage')).at(-1)).toMatchObject({ isWrongCall: true });
  });

  test('more than twenty messages a minute in a group, edits among them; with real limits on', async () => {
    let nowMs = Date.UTC(2026, 0, 1);
    const scene = await stage({ now: () => nowMs });
    const { id } = await groupOfTwo(scene);
    await scene.control('POST', 'limits', { on: true });
    const waits: number[] = [];
    let last = 0;
    for (let count = 0; count < 21; count += 1) {
      const isEdit = count % 2 === 1;
      const answer = isEdit
        ? await scene.call<Message>('editMessageText', { chat_id: id, message_id: last, text: `Dag ${count}` })
        : await scene.call<Message>('sendMessage', { chat_id: id, text: 'Dag' });
      waits.push(answer.parameters?.retry_after ?? 0);
      if (!isEdit && answer.ok) last = answer.result.message_id;
    }
    expect(waits.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 0));
    expect(waits[20]).toBe(3);
    nowMs += 3000;
    expect((await scene.call('sendMessage', { chat_id: id, text: 'Dag' })).ok).toBe(true);
  });

  test('a bot that may not join groups is not added', async () => {
    const scene = await stage();
    const { act } = await groupOfTwo(scene, { hasBot: false });
    await scene.control('PATCH', 'bot', { can_join_groups: false });
    await expect(act('add', { bot: true })).rejects.toThrow('may not be added to groups');
    expect(await scene.done('getMe')).toMatchObject({ can_join_groups: false });
  });
});

test('who may not do a thing in a group is told so in a sentence', async () => {
  const scene = await stage();
  const { bram, id, act, says } = await groupOfTwo(scene);
  const cleo = await scene.newPerson({ firstName: 'Cleo' });
  await expect(act('migrate', { byId: bram.id })).rejects.toThrow('Bram may not do that');
  await expect(says(cleo, { text: 'Hoi' })).rejects.toThrow('Cleo is not in this group');
  await expect(act('add', { personId: bram.id })).rejects.toThrow('in this group already');
  await expect(act('promote', { bot: true, rights: ['can_fly'] })).rejects.toThrow('"rights" are of');
  await expect(act('change', { colour: 'red' })).rejects.toThrow('"colour" is not known here');
  await expect(scene.control('POST', 'groups/-1/read', {})).rejects.toThrow('there is no group -1');
  expect(await scene.control('GET', `groups/${id}`)).toMatchObject({ title: 'Wij twee', memberCount: 3 });
});
