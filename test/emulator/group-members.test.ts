import { describe, expect, test } from 'vitest';
import type { PersonView } from '../../src/emulator/contract.js';
import { groupOfTwo, heard } from './group-stage.js';
import { stage } from './stage.js';

describe('members, as a bot asks for them', () => {
  test('status, count and administrators follow what happens', async () => {
    const scene = await stage();
    const { anne, bram, id, act } = await groupOfTwo(scene);
    const status = async (userId: number) =>
      (await scene.done<{ status: string }>('getChatMember', { chat_id: id, user_id: userId })).status;
    const stranger = await scene.newPerson({ firstName: 'Cleo' });
    const bot = await scene.newPerson({ firstName: 'Ander', isBot: true });
    expect([await status(anne.id), await status(bram.id), await status(4242)]).toEqual(['creator', 'member', 'member']);
    expect(await scene.done('getChatMemberCount', { chat_id: id })).toBe(3);
    const unknown = await scene.call('getChatMember', { chat_id: id, user_id: stranger.id });
    expect(unknown.description).toBe('Bad Request: user not found');
    await act('join', { personId: stranger.id });
    await act('add', { personId: bot.id });
    expect(await scene.done('getChatMemberCount', { chat_id: id })).toBe(5);
    await act('remove', { personId: bram.id });
    expect([await status(bram.id), await status(stranger.id)]).toEqual(['kicked', 'member']);
    await act('leave', { personId: anne.id });
    expect(await status(anne.id)).toBe('left');
    // The group stays theirs who made it.
    await act('join', { personId: anne.id });
    expect(await status(anne.id)).toBe('creator');
    await act('promote', { bot: true });
    const admins = await scene.done<{ user: { id: number } }[]>('getChatAdministrators', { chat_id: id });
    expect(admins.map(({ user }) => user.id)).toEqual([anne.id, 4242]);
  });

  test('are hidden from an ordinary member where the group hides them', async () => {
    const scene = await stage();
    const { anne, bram, id, act } = await groupOfTwo(scene, { kind: 'supergroup' });
    await act('change', { hasHiddenMembers: true });
    const hidden = await scene.call('getChatMember', { chat_id: id, user_id: bram.id });
    expect(hidden).toMatchObject({ error_code: 400, description: 'Bad Request: member list is inaccessible' });
    expect(await scene.done('getChatMember', { chat_id: id, user_id: anne.id })).toMatchObject({ status: 'creator' });
  });

  test('can be restricted by an administrator with the right, in a supergroup, until a time', async () => {
    let nowMs = Date.UTC(2026, 0, 1);
    const scene = await stage({ now: () => nowMs });
    const { anne, bram, id, act, says } = await groupOfTwo(scene);
    const restrict = (chat_id: number, user_id: number, until_date = 0) =>
      scene.call('restrictChatMember', { chat_id, user_id, until_date, permissions: { can_send_messages: false } });
    const permissions = { can_send_messages: false };
    const said = async (answer: Promise<{ description?: string }>) => (await answer).description;
    expect(await said(restrict(id, bram.id))).toBe('Bad Request: method is available only for supergroups');
    expect(await said(scene.call('setChatPermissions', { chat_id: id, permissions }))).toBe(
      'Bad Request: not enough rights to change chat permissions',
    );
    const { id: big } = await act('migrate');
    expect(await said(restrict(big, bram.id))).toBe(
      'Bad Request: not enough rights to restrict/unrestrict chat member',
    );
    await act('promote', { bot: true }, big);
    expect(await said(restrict(big, anne.id))).toBe('Bad Request: user is an administrator of the chat');
    expect((await restrict(big, bram.id, nowMs / 1000 + 60)).ok).toBe(true);
    await expect(says(bram, { text: 'Dag' }, big)).rejects.toThrow('may not send that');
    nowMs += 61_000;
    await says(bram, { text: 'Dag' }, big);
    expect((await restrict(big, bram.id, nowMs / 1000 + 10)).ok).toBe(true);
    nowMs += 400 * 86_400_000;
    await expect(says(bram, { text: 'Dag' }, big)).rejects.toThrow('may not send that');
    expect((await scene.call('setChatPermissions', { chat_id: big, permissions })).ok).toBe(true);
    await act('demote', { bot: true }, big);
    expect(await said(scene.call('sendMessage', { chat_id: big, text: 'Dag' }))).toBe(
      'Bad Request: not enough rights to send text messages to the chat',
    );
  });
});

describe('choosing a group for the bot', () => {
  const keyboard = (rest: object = {}) => ({
    keyboard: [
      [{ text: 'Kies', request_chat: { request_id: 7, chat_is_channel: false, bot_is_member: true, ...rest } }],
    ],
    one_time_keyboard: true,
  });

  test('a new one: the bot is in it, and hears its id in the private chat', async () => {
    const scene = await stage();
    const anne = await scene.anne();
    const bram = await scene.newPerson({ firstName: 'Bram' });
    await scene.done('sendMessage', { chat_id: anne.id, text: 'Kies', reply_markup: keyboard() });
    expect((await scene.chat(anne.id)).replyKeyboard).toEqual({
      rows: [[{ text: 'Kies', requestsChat: { requestId: 7 } }]],
      isOpen: true,
    });
    const made = { requestId: 7, title: 'Wij', memberIds: [bram.id] };
    const { groupId } = await scene.control<{ groupId: number }>('POST', `people/${anne.id}/share-chat`, made);
    const updates = await scene.updates();
    expect(updates.at(-1)?.message).toMatchObject({
      chat: { id: anne.id },
      from: { id: anne.id },
      chat_shared: { request_id: 7, chat_id: groupId },
    });
    expect(await heard(scene)).toEqual(['bot member', 'group_chat_created', 'chat_shared']);
    expect((await scene.chat(anne.id)).replyKeyboard).toMatchObject({ isOpen: false });
    await scene.done('sendMessage', { chat_id: anne.id, text: 'Klaar', reply_markup: { remove_keyboard: true } });
    expect((await scene.chat(anne.id)).replyKeyboard).toBeNull();
  });

  test('one that is there already, if it is as the button asks', async () => {
    const scene = await stage();
    const { anne, bram, id, act } = await groupOfTwo(scene, { kind: 'supergroup', hasBot: false });
    const share = (person: PersonView) =>
      scene.control('POST', `people/${person.id}/share-chat`, { requestId: 7, groupId: id });
    await expect(share(anne)).rejects.toThrow('no button asks Anne');
    const asks = keyboard({ chat_has_username: false, chat_is_created: true });
    for (const { id: chat_id } of [anne, bram])
      await scene.done('sendMessage', { chat_id, text: 'Kies', reply_markup: asks });
    await expect(share(bram)).rejects.toThrow('of their own');
    await act('change', { username: 'wijtwee' });
    await expect(share(anne)).rejects.toThrow('a private group');
    await act('change', { username: null });
    await share(anne);
    expect(await heard(scene)).toEqual(['bot member', 'new_chat_members', 'chat_shared']);
  });
});
