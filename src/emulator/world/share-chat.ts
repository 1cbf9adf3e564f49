import type { Emulator } from '../emulator.js';
import { isAdmin, isInside, type Group } from './group.js';
import { add, makeGroup, rightsAsAsked, setRank, type NewGroup } from './membership.js';
import { post } from './messages.js';
import type { Impossible } from './person-message.js';
import type { ReplyKey } from './reply-keyboard.js';
import { makeUpdate } from './updates.js';
import { chatOf, currentBot, type Person } from './world.js';

export interface ShareChat {
  requestId: number;
  /** A group they are in already, or one they make for it. */
  group: Group | Pick<NewGroup, 'title' | 'others'>;
}

/** A person taps the button that asks for a group, and picks or makes one. */
export function shareChat(
  emulator: Emulator,
  person: Person,
  { requestId, group: picked }: ShareChat,
): { groupId: number; updateId: number | null } | Impossible {
  const bot = currentBot(emulator.world);
  const chat = chatOf(bot, person.id);
  const asked = chat.replyKeyboard?.rows.flat().find(({ requestsChat }) => requestsChat?.request_id === requestId);
  if (asked?.requestsChat == null) return { error: `no button asks ${person.firstName} for a group with that id` };
  const isNew = !('id' in picked);
  const problem = isNew ? unfitNew(asked.requestsChat) : unfit(asked.requestsChat, picked, person);
  if (problem !== null) return { error: problem };
  const needsBot =
    asked.requestsChat.bot_is_member === true || asked.requestsChat.bot_administrator_rights !== undefined;
  if (needsBot && !bot.flags.can_join_groups) return { error: 'this bot may not be added to groups' };
  const group = isNew
    ? makeGroup(emulator, bot, { kind: 'group', creator: person, ...picked, hasBot: needsBot })
    : picked;
  if (needsBot && !isInside(group.bot)) add(emulator, bot, group, { who: 'bot', by: person });
  const rights = rightsAsAsked(asked.requestsChat.bot_administrator_rights ?? {});
  if (rights.length > 0) setRank(emulator, bot, group, { who: 'bot', by: person, rights, isAnonymous: false });
  if (chat.replyKeyboard?.isOneTime === true) chat.replyKeyboard = { ...chat.replyKeyboard, isOpen: false };
  const { message } = post(
    emulator,
    bot,
    { kind: 'private', person, chat },
    {
      sentBy: 'person',
      content: { chat_shared: sharedOf(asked.requestsChat, group) },
    },
  );
  return { groupId: group.id, updateId: makeUpdate(emulator, bot, 'message', message) };
}

type Request = NonNullable<ReplyKey['requestsChat']>;

function sharedOf(request: Request, group: Group) {
  return {
    request_id: request.request_id,
    chat_id: group.id,
    ...(request.request_title === true && { title: group.title }),
    ...(request.request_username === true && group.username !== null && { username: group.username }),
  };
}

function unfitNew(request: Request): string | null {
  if (request.chat_is_channel) return 'the button asks for a channel';
  if (request.chat_is_forum === true || request.chat_has_username === true) return 'a new group is not like that';
  return null;
}

/** What a person's app would not offer there. */
function unfit(request: Request, group: Group, person: Person): string | null {
  const member = group.members.get(person.id);
  if (!isInside(member)) return `${person.firstName} is not in that group`;
  if (group.migratedTo !== null || group.isDeleted) return 'that group is no more';
  if (request.chat_is_channel) return 'the button asks for a channel';
  if (request.chat_is_forum !== undefined && request.chat_is_forum !== group.traits.isForum)
    return 'not with such topics';
  if (request.chat_has_username !== undefined && request.chat_has_username !== (group.username !== null)) {
    return request.chat_has_username ? 'the button asks for a public group' : 'the button asks for a private group';
  }
  if (request.chat_is_created === true && member?.status !== 'creator')
    return 'the button asks for a group of their own';
  if (request.user_administrator_rights !== undefined && !isAdmin(member))
    return 'the button asks for an administrator';
  return null;
}
