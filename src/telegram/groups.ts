import { z } from 'zod';
import type { Command } from '../core/command.js';
import type { Language } from '../core/round/scenario.js';
import type { Inbound } from '../store/store.js';
import { readCommand } from './commands.js';
import { decodeButton } from './keyboard.js';
import { mediaParts } from './updates.js';

/**
 * The second shape of an update: something of a group that may be a couple's room. What is taken from it are ids and
 * kinds. What people write there is dropped here, before anything else has seen it: also what answers the bot.
 */

/** Who the bot is in a group. */
export interface GroupMe {
  readonly username: string;
  readonly id: number;
}

type Asked = Omit<Inbound, 'updateId'>;

const groupId = z.int().negative();
const group = z.object({ id: groupId, type: z.enum(['group', 'supergroup', 'channel']) });
const anybody = z.object({
  id: z.int().positive(),
  is_bot: z.boolean().catch(false).default(false),
  language_code: z.string().optional().catch(undefined),
});
type Anybody = z.infer<typeof anybody>;

const message = z.looseObject({
  chat: group,
  from: anybody.optional().catch(undefined),
  new_chat_members: z.array(anybody).optional().catch(undefined),
  left_chat_member: anybody.optional().catch(undefined),
  migrate_to_chat_id: groupId.optional().catch(undefined),
  migrate_from_chat_id: groupId.optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  caption: z.string().optional().catch(undefined),
});
type GroupMessage = z.infer<typeof message>;

const membership = z.object({
  chat: group,
  from: anybody,
  old_chat_member: z.object({ status: z.string() }),
  new_chat_member: z.object({ status: z.string() }),
});

const press = z.object({
  id: z.string().min(1).max(64),
  from: anybody,
  message: z.object({ chat: group, message_id: z.int().positive().nullable().catch(null) }),
  data: z.string().optional().catch(undefined),
});

const shared = z.object({
  message_id: z.int().positive(),
  from: anybody,
  chat: z.object({ type: z.literal('private') }),
  chat_shared: z.object({ chat_id: groupId }),
});

export function readGroup(fields: Readonly<Record<string, unknown>>, me: GroupMe): Asked | null {
  return (
    readMessage(message.safeParse(fields['message']).data, me) ??
    readMembership(membership.safeParse(fields['my_chat_member']).data) ??
    readPress(press.safeParse(fields['callback_query']).data) ??
    readShared(shared.safeParse(fields['message']).data)
  );
}

function readMessage(said: GroupMessage | undefined, me: GroupMe): Asked | null {
  if (said === undefined) return null;
  const chat = String(said.chat.id);
  if (said.migrate_to_chat_id !== undefined) return migrated(chat, String(said.migrate_to_chat_id));
  if (said.migrate_from_chat_id !== undefined) return migrated(String(said.migrate_from_chat_id), chat);
  const joined = said.new_chat_members ?? [];
  const isOwnArrival = joined.some(({ id }) => id === me.id);
  if (isOwnArrival || said['group_chat_created'] === true || said['supergroup_chat_created'] === true) {
    return said.from === undefined ? null : ofPerson(said.from, { type: 'roomAdded', chat }, chat);
  }
  if (joined.length > 0) return news(chat, 'joined', joined);
  if (said.left_chat_member !== undefined) {
    return said.left_chat_member.id === me.id
      ? news(chat, 'removed', [])
      : news(chat, 'parted', [said.left_chat_member]);
  }
  return typed(said, chat, me);
}

/** A command is answered in private; anything else was never to come here, unless it answers the bot. */
function typed(said: GroupMessage, chat: string, me: GroupMe): Asked | null {
  const read = said.text === undefined ? null : readCommand(said.text, me.username);
  if (read !== null) {
    // Somebody who writes in the name of the group is nobody in particular.
    if (read === 'elsewhere' || said['sender_chat'] != null || said.from === undefined || said.from.is_bot) return null;
    if (read.command === 'start' || read.command.type === 'unknownCommand') return null;
    return ofPerson(said.from, read.command, chat);
  }
  const isAnswer = said['reply_to_message'] != null || said['via_bot'] != null || mentions(said, me);
  const hasContent = ['text', ...mediaParts].some((part) => said[part] !== undefined);
  return hasContent && !isAnswer ? news(chat, 'exposed', []) : null;
}

/** Whether it calls the bot by its name, for which Telegram may send it. */
function mentions({ text, caption }: GroupMessage, { username }: GroupMe): boolean {
  return (text ?? caption)?.toLowerCase().includes(`@${username.toLowerCase()}`) === true;
}

function readMembership(change: z.infer<typeof membership> | undefined): Asked | null {
  if (change === undefined) return null;
  const chat = String(change.chat.id);
  const isIn = (status: string) => status !== 'left' && status !== 'kicked';
  if (!isIn(change.new_chat_member.status)) return news(chat, 'removed', []);
  if (!isIn(change.old_chat_member.status)) {
    // A supergroup that a room has become looks like another group, and this may come before Telegram says that it is the
    // same one. Whoever adds the bot to a supergroup is told by a message as well.
    const isMaybeMoved = change.chat.type === 'supergroup' && change.new_chat_member.status === 'member';
    return isMaybeMoved ? null : ofPerson(change.from, { type: 'roomAdded', chat }, chat);
  }
  return change.new_chat_member.status === 'administrator' ? news(chat, 'promoted', []) : null;
}

function readPress(query: z.infer<typeof press> | undefined): Asked | null {
  if (query === undefined || query.from.is_bot) return null;
  const chat = String(query.message.chat.id);
  const button = decodeButton(query.data ?? '');
  const command: Command =
    button?.name === 'roomApart'
      ? { type: 'press', sender: { name: '' }, button, code: null }
      : { type: 'pressUnknown' };
  const asked = ofPerson(query.from, command, chat, query.message.message_id);
  return { ...asked, callbackQueryId: query.id };
}

/** A group that somebody picked below their own chat. */
function readShared(said: z.infer<typeof shared> | undefined): Asked | null {
  if (said === undefined) return null;
  const chat = String(said.chat_shared.chat_id);
  return { ...ofPerson(said.from, { type: 'roomAdded', chat }, chat), ownMessageId: said.message_id };
}

const nothingElse = { callbackQueryId: null, messageId: null, ownMessageId: null } as const;

function news(chat: string, what: Extract<Command, { type: 'roomNews' }>['news'], people: readonly Anybody[]): Asked {
  const named = people.map(({ id }) => String(id));
  return {
    origin: { from: 'group', chat },
    command: { type: 'roomNews', news: what },
    ...nothingElse,
    room: { chat, people: named, tapped: null },
  };
}

function migrated(from: string, to: string): Asked {
  return {
    origin: { from: 'group', chat: from },
    command: { type: 'roomMigrated', to },
    ...nothingElse,
    room: { chat: from, people: [], tapped: null },
  };
}

function ofPerson(person: Anybody, command: Command, chat: string, tapped: number | null = null): Asked {
  const primary = person.language_code?.toLowerCase().split(/[-_]/)[0];
  const language: Language | null = primary === 'nl' || primary === 'en' ? primary : null;
  const address = String(person.id);
  return {
    origin: { from: 'address', address, language },
    command,
    ...nothingElse,
    room: { chat, people: [address], tapped },
  };
}
