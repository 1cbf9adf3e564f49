import { describe, expect, test } from 'vitest';
import type { PersonView } from '../../src/emulator/contract.js';
import { groupOfTwo, heard } from './group-stage.js';
import { stage, type Message } from './stage.js';

describe('a bot in a group', () => {
  test('is told that it was added, and that the group was made; then who comes and goes', async () => {
    const scene = await stage();
    const { act } = await groupOfTwo(scene);
    const cleo = await scene.newPerson({ firstName: 'Cleo' });
    await act('add', { personId: cleo.id });
    await act('leave', { personId: cleo.id });
    await act('join', { personId: cleo.id });
    await act('remove', { personId: cleo.id });
    expect(await heard(scene)).toEqual([
      'bot member',
      'group_chat_created',
      'new_chat_members',
      'left_chat_member',
      'new_chat_members',
      'left_chat_member',
    ]);
    await expect(act('join', { personId: cleo.id })).rejects.toThrow('the link is closed to them');
  });

  test('comes by a startgroup link with the payload, and hears of its own removal', async () => {
    const scene = await stage();
    const { anne, bram, act } = await groupOfTwo(scene, { hasBot: false });
    expect(await heard(scene)).toEqual([]);
    await act('add', { bot: true, byId: bram.id, startPayload: 'kamer' });
    await act('remove', { bot: true, byId: anne.id });
    expect(await heard(scene)).toEqual([
      'bot member',
      'new_chat_members',
      'message /start@SamenspraakBot kamer',
      'left_chat_member',
      'bot kicked',
    ]);
  });

  test('in privacy mode reads commands meant for it and replies to it, and nothing else', async () => {
    const scene = await stage();
    const { anne, bram, id, says } = await groupOfTwo(scene);
    const other = await scene.newPerson({ firstName: 'Ander', isBot: true });
    await scene.control('POST', `groups/${id}/add`, { personId: other.id });
    await heard(scene);
    const { message_id } = await scene.done<Message>('sendMessage', { chat_id: id, text: 'Hier' });
    await says(anne, { text: 'Dag lief' });
    await says(anne, { voice: { durationSeconds: 2 } });
    await says(anne, { text: '@SamenspraakBot hoor je mij?' });
    await says(bram, { text: '/kamer' });
    await says(bram, { text: '/kamer@SamenspraakBot' });
    await says(bram, { text: '/kamer@AnderBot' });
    const { messageId } = await says(bram, { text: 'Mooi', replyToMessageId: message_id });
    await says(anne, { text: 'Ja', replyToMessageId: messageId });
    await says(other, { text: 'Ik ben een bot', replyToMessageId: message_id });
    await says(bram, { text: '/kamer' });
    expect(await heard(scene)).toEqual([
      'message /kamer',
      'message /kamer@SamenspraakBot',
      'message Mooi',
      'message Ja',
    ]);
  });

  test('reads everything as administrator, and once it was added again without privacy mode', async () => {
    const scene = await stage();
    const { anne, bram, act, says } = await groupOfTwo(scene);
    await heard(scene);
    await act('promote', { bot: true });
    await says(anne, { text: 'een' });
    await scene.updates({ allowed_updates: ['message', 'my_chat_member', 'chat_member'] });
    await act('leave', { personId: bram.id });
    await act('demote', { bot: true });
    await act('join', { personId: bram.id });
    await scene.control('PATCH', 'bot', { can_read_all_group_messages: true });
    await says(anne, { text: 'twee' });
    await act('remove', { bot: true });
    await act('add', { bot: true });
    await says(anne, { text: 'drie' });
    expect((await heard(scene)).filter((line) => /^(message|bot|member) /.test(line))).toEqual([
      'bot administrator',
      'message een',
      'member left',
      'bot member',
      'bot kicked',
      'bot member',
      'message drie',
    ]);
    expect(await scene.done('getMe')).toMatchObject({ can_join_groups: true, can_read_all_group_messages: true });
  });

  test('hears of an edit as it hears of the message; of a deletion never', async () => {
    const scene = await stage();
    const { anne, act, says } = await groupOfTwo(scene);
    await heard(scene);
    const { messageId } = await says(anne, { text: 'stil' });
    await act('edit', { personId: anne.id, messageId, text: 'nog stil' });
    await act('edit', { personId: anne.id, messageId, text: '/kamer' });
    await act('delete', { personId: anne.id, messageId });
    expect(await heard(scene)).toEqual(['edited_message /kamer']);
  });

  test('hears who pressed, also of one who writes anonymously, and answers on their phone alone', async () => {
    const scene = await stage();
    const { anne, act } = await groupOfTwo(scene);
    const { id } = await act('promote', { personId: anne.id, isAnonymous: true });
    await heard(scene);
    const reply_markup = { inline_keyboard: [[{ text: 'Ja', callback_data: 'ja' }]] };
    const { message_id } = await scene.done<Message>('sendMessage', { chat_id: id, text: 'Nu?', reply_markup });
    await act('send', { personId: anne.id, text: '/kamer@SamenspraakBot' }, id);
    await act('press', { personId: anne.id, messageId: message_id, callbackData: 'ja' }, id);
    const [written, pressed] = await scene.updates();
    expect(written?.message).toMatchObject({ from: { id: 1087968824 }, sender_chat: { id } });
    expect(pressed?.callback_query).toMatchObject({ from: { id: anne.id }, message: { chat: { id } } });
    const answer = { callback_query_id: pressed?.callback_query?.id, text: 'Alleen jij', show_alert: true };
    await scene.done('answerCallbackQuery', answer);
    expect((await scene.state()).groups.at(-1)?.toast).toMatchObject({ text: 'Alleen jij', personId: anne.id });
    expect((await scene.chat(anne.id)).toast).toBeNull();
  });

  test('is not told that a group was made public, or got a channel; getChat says it', async () => {
    const scene = await stage();
    const { id, act } = await groupOfTwo(scene, { kind: 'supergroup' });
    await heard(scene);
    await act('change', { username: 'wijtwee', linkedChannelId: -1001234567890 });
    await act('change', { location: 'Utrecht', paidMessageStarCount: 3, isForum: true, communityId: 12 });
    expect(await heard(scene)).toEqual([]);
    expect(await scene.done('getChat', { chat_id: id })).toMatchObject({
      type: 'supergroup',
      username: 'wijtwee',
      active_usernames: ['wijtwee'],
      linked_chat_id: -1001234567890,
      is_forum: true,
      location: { address: 'Utrecht' },
      paid_message_star_count: 3,
      community: { id: 12 },
    });
    await act('change', { title: 'Anders' });
    expect(await heard(scene)).toEqual(['new_chat_title']);
  });
});

test('the menu in a group is that of the narrowest scope', async () => {
  const scene = await stage();
  const { anne, bram, id, act } = await groupOfTwo(scene);
  const menu = async (person: PersonView) =>
    (await act('read').then(() => scene.state())).groups[0]?.members.find(
      ({ person: { id: one } }) => one === person.id,
    )?.menu[0]?.command;
  const set = (command: string, scope: object) =>
    scene.done('setMyCommands', { commands: [{ command, description: 'Iets' }], scope });
  await set('hulp', { type: 'default' });
  await set('stop', { type: 'all_private_chats' });
  expect(await menu(bram)).toBe('hulp');
  await set('kamer', { type: 'all_group_chats' });
  await set('beheer', { type: 'all_chat_administrators' });
  expect([await menu(anne), await menu(bram)]).toEqual(['beheer', 'kamer']);
  await set('hier', { type: 'chat', chat_id: id });
  await set('jij', { user_id: bram.id, chat_id: id, type: 'chat_member' });
  expect([await menu(anne), await menu(bram)]).toEqual(['hier', 'jij']);
  const jij = await scene.done('getMyCommands', { scope: { type: 'chat_member', chat_id: id, user_id: bram.id } });
  expect(jij).toMatchObject([{ command: 'jij' }]);
  await scene.done('deleteMyCommands', { scope: { type: 'chat_member', chat_id: id, user_id: bram.id } });
  expect(await menu(bram)).toBe('hier');
  expect((await scene.call('setMyCommands', { commands: [], scope: { type: 'chat', chat_id: -5 } })).description).toBe(
    'Bad Request: chat not found',
  );
});

test('a snapshot brings groups back, and a reset forgets them and what was chosen at @BotFather', async () => {
  const scene = await stage();
  const { anne, id, says } = await groupOfTwo(scene);
  await says(anne, { text: '/kamer' });
  await scene.control('PATCH', 'bot', { can_join_groups: false });
  const before = (await scene.state()).groups;
  const snapshot = await scene.control('GET', 'snapshot');
  await scene.control('POST', 'reset', {});
  expect((await scene.state()).groups).toEqual([]);
  expect(await scene.done('getMe')).toMatchObject({ can_join_groups: true });
  expect((await scene.call('getChat', { chat_id: id })).description).toBe('Bad Request: chat not found');
  await scene.control('POST', 'restore', snapshot);
  expect((await scene.state()).groups).toEqual(before);
});
