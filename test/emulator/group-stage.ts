import type { GroupView, NewGroup, PersonSends, PersonView } from '../../src/emulator/contract.js';
import type { Stage } from './stage.js';

/** A group of Anne, who made it, and Bram, whom the bot knows both; with the bot unless said. */
export async function groupOfTwo(scene: Stage, rest: Partial<NewGroup> = {}) {
  const anne = await scene.anne();
  const bram = await scene.newPerson({ firstName: 'Bram' });
  await scene.sends(bram, { text: '/start' });
  await heard(scene);
  const made = await scene.control<GroupView>('POST', 'groups', {
    title: 'Wij twee',
    creatorId: anne.id,
    memberIds: [bram.id],
    ...rest,
  });
  const act = <T = GroupView>(path: string, body: object = {}, id = made.id) =>
    scene.control<T>('POST', `groups/${id}/${path}`, body);
  const says = (person: PersonView, sends: PersonSends, id = made.id) =>
    act<{ messageId: number; updateId: number | null }>('send', { personId: person.id, ...sends }, id);
  return { anne, bram, made, id: made.id, act, says };
}

interface MemberChange {
  new_chat_member: { status: string };
}

/** What the bot is told from here on, one line each: the kind, or what a message holds. */
export async function heard(scene: Stage): Promise<string[]> {
  const got = await scene.updates();
  await scene.updates({ offset: (got.at(-1)?.update_id ?? 0) + 1 });
  return got.map((update) => {
    const [kind, content] = Object.entries(update).find(([name]) => name !== 'update_id') ?? ['', {}];
    if (kind === 'my_chat_member' || kind === 'chat_member') {
      const { status } = (content as MemberChange).new_chat_member;
      return `${kind === 'chat_member' ? 'member' : 'bot'} ${status}`;
    }
    const usual = ['message_id', 'from', 'chat', 'date', 'entities', 'reply_to_message', 'sender_chat', 'edit_date'];
    const [what = '', value] = Object.entries(content as object).find(([name]) => !usual.includes(name)) ?? [];
    return what === 'text' ? `${kind} ${String(value)}` : kind === 'message' ? what : kind;
  });
}
