import type { TelegramUser } from '@gramio/types';
import { personText } from '../bot-api/text.js';
import type { PersonSends } from '../contract.js';
import { tellChat } from '../control/tell.js';
import type { Emulator } from '../emulator.js';
import { toSeconds } from './clock.js';
import type { StoredMessage } from './conversation.js';
import { isInside, isPermitted, memberOf, type Group, type Member, type Permission } from './group.js';
import { edit, groupAsChat, post, remove, userOf, type Content } from './messages.js';
import { omit } from './omit.js';
import { contentOf, type Impossible } from './person-message.js';
import { canPress, openQuery } from './press.js';
import { reachesBot } from './privacy.js';
import { makeUpdate } from './updates.js';
import type { Bot, Person } from './world.js';

/** What one member does in a group. */
export interface Doing {
  emulator: Emulator;
  bot: Bot;
  group: Group;
  person: Person;
}

export function speak(doing: Doing, sends: PersonSends): { messageId: number; updateId: number | null } | Impossible {
  const { emulator, bot, group, person } = doing;
  const member = memberHere(doing);
  if ('error' in member) return member;
  const replyTo = sends.replyToMessageId === undefined ? null : group.messages.get(sends.replyToMessageId);
  if (replyTo === undefined) return noMessage(sends.replyToMessageId);
  const made = contentOf(bot, sends, toSeconds(emulator.clock.nowMs()));
  if ('error' in made) return made;
  if (!isPermitted(group, member, permissionFor(made.content))) {
    return { error: `${person.firstName} may not send that in this group` };
  }
  attend(group);
  const isForBot = reachesBot(bot, group, { content: made.content, replyTo, isByBot: person.isBot });
  if (person.isBot) group.lastBotId = person.id;
  const from = member.isAnonymous ? anonymous : userOf(person);
  const content = { ...made.content, ...(member.isAnonymous && { sender_chat: groupAsChat(group) }) };
  const posting = { sentBy: 'person' as const, fileId: made.fileId, content, from, isForBot, replyTo };
  const { message } = post(emulator, bot, { kind: 'group', chat: group }, posting);
  return { messageId: message.message_id, updateId: isForBot ? makeUpdate(emulator, bot, 'message', message) : null };
}

/** Presses come from the real person, also of one who writes anonymously. Anybody can press in a public group. */
export function pressInGroup(
  doing: Doing,
  press: { messageId: number; callbackData: string },
): { callbackQueryId: string; updateId: number | null } | Impossible {
  const { emulator, bot, group, person } = doing;
  const member = memberHere(doing);
  if ('error' in member && group.username === null) return member;
  const stored = group.messages.get(press.messageId);
  if (stored === undefined) return noMessage(press.messageId);
  if (!canPress(stored, press.callbackData)) {
    return { error: `message ${press.messageId} has no button with that callback data` };
  }
  attend(group);
  const id = openQuery(bot, { chatId: group.id, personId: person.id, atMs: emulator.clock.nowMs() });
  tellChat(emulator, bot, group.id);
  if (!isInside(group.bot)) return { callbackQueryId: id, updateId: null };
  const updateId = makeUpdate(emulator, bot, 'callback_query', {
    id,
    from: userOf(person),
    message: stored.message,
    chat_instance: String(group.id),
    data: press.callbackData,
  });
  return { callbackQueryId: id, updateId };
}

export function editInGroup(
  doing: Doing,
  change: { messageId: number; text: string },
): { updateId: number | null } | Impossible {
  const { emulator, bot, group } = doing;
  const stored = ownMessage(doing, change.messageId);
  if ('error' in stored) return stored;
  if (stored.message.text === undefined) return { error: 'only a text can be edited' };
  const read = personText(change.text);
  if ('ok' in read) return { error: read.description };
  const content = { text: read.text, ...(read.entities.length > 0 && { entities: read.entities }) };
  const replyTo = group.messages.get(stored.message.reply_to_message?.message_id ?? 0) ?? null;
  stored.message = omit(stored.message, 'entities');
  stored.isForBot = reachesBot(bot, group, { content, replyTo, isByBot: doing.person.isBot });
  const message = edit(emulator, bot, group, stored, { content, keyboard: null });
  return { updateId: stored.isForBot ? makeUpdate(emulator, bot, 'edited_message', message) : null };
}

/** A bot never hears of it. */
export function deleteInGroup(doing: Doing, messageId: number): Impossible | null {
  const stored = ownMessage(doing, messageId);
  if ('error' in stored) return stored;
  remove(doing.emulator, doing.bot, doing.group, messageId);
  return null;
}

export function readGroup(emulator: Emulator, bot: Bot, group: Group): void {
  attend(group);
  tellChat(emulator, bot, group.id);
}

/** Under this name an administrator writes who does not want to be seen. */
const anonymous: TelegramUser = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };

function memberHere({ emulator, bot, group, person }: Doing): Member | Impossible {
  if (group.migratedTo !== null) return { error: `this group has become the supergroup ${group.migratedTo}` };
  if (group.isDeleted) return { error: 'this group was deleted' };
  const member = memberOf(bot, group, person.id, toSeconds(emulator.clock.nowMs()));
  return member !== undefined && isInside(member) ? member : { error: `${person.firstName} is not in this group` };
}

function ownMessage(doing: Doing, messageId: number): StoredMessage | Impossible {
  const member = memberHere(doing);
  if ('error' in member) return member;
  const stored = doing.group.messages.get(messageId);
  const authorId = member.isAnonymous ? anonymous.id : doing.person.id;
  return stored?.sentBy === 'person' && stored.message.from?.id === authorId ? stored : noMessage(messageId);
}

function permissionFor(content: Content): Permission {
  if (content.voice) return 'can_send_voice_notes';
  if (content.photo) return 'can_send_photos';
  if (content.video_note) return 'can_send_video_notes';
  if (content.poll) return 'can_send_polls';
  if (content.sticker) return 'can_send_other_messages';
  return 'can_send_messages';
}

/** Whoever writes or presses has seen what stands above it. */
function attend(group: Group): void {
  group.unreadCount = 0;
  group.toast = null;
}

function noMessage(messageId: number | undefined): Impossible {
  return { error: `there is no such message in this group: ${messageId ?? ''}` };
}
