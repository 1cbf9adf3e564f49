import type { TelegramChat, TelegramInlineKeyboardMarkup, TelegramUser } from '@gramio/types';
import { tellChat } from '../control/tell.js';
import type { Emulator } from '../emulator.js';
import { toSeconds } from './clock.js';
import type { BotMessage, Conversation, StoredMessage } from './conversation.js';
import type { Group } from './group.js';
import { omit } from './omit.js';
import type { Place } from './place.js';
import type { Bot, Person } from './world.js';

/** What kind of message it is and what it says: a message without id, date, chat and sender. */
export type Content = Omit<Partial<BotMessage>, 'message_id' | 'date' | 'chat' | 'from'>;

export interface Posting {
  sentBy: StoredMessage['sentBy'];
  content: Content;
  /** Who wrote it, or did what it tells; unless said, the person of a private chat, or else the bot. */
  from?: TelegramUser;
  fileId?: string | null;
  isSilent?: boolean;
  isForBot?: boolean;
  replyTo?: StoredMessage | null;
}

const maxMessagesPerChat = 10_000;

/** Puts a message at the end of a chat. */
export function post(emulator: Emulator, bot: Bot, place: Place, posting: Posting): StoredMessage {
  const atMs = emulator.clock.nowMs();
  const { content, sentBy } = posting;
  const { chat } = place;
  const stored: StoredMessage = {
    message: {
      message_id: nextMessageId(bot, place),
      from: posting.from ?? (sentBy === 'person' && place.kind === 'private' ? userOf(place.person) : botAsUser(bot)),
      chat: place.kind === 'private' ? chatFor(place.person) : groupAsChat(place.chat),
      date: toSeconds(atMs),
      // A quoted message never quotes again.
      ...(posting.replyTo && { reply_to_message: omit(posting.replyTo.message, 'reply_to_message') }),
      ...content,
    },
    sentBy,
    atMs,
    editedAtMs: null,
    fileId: posting.fileId ?? null,
    isSilent: posting.isSilent ?? false,
    isPinned: false,
    personReaction: null,
    botReactions: [],
    pastKeyboards: [],
    isForBot: posting.isForBot ?? true,
  };
  chat.messages.set(stored.message.message_id, stored);
  if (chat.messages.size > maxMessagesPerChat * 2) forgetOldest(chat);
  if (sentBy === 'bot') {
    chat.unreadCount += 1;
    chat.typingUntilMs = 0;
  }
  tellChat(emulator, bot, chat.id);
  return stored;
}

/** Private chats and basic groups of a bot count together, a supergroup counts by itself. */
function nextMessageId(bot: Bot, place: Place): number {
  if (place.kind === 'group' && place.chat.nextMessageId !== null) {
    place.chat.nextMessageId += 1;
    return place.chat.nextMessageId - 1;
  }
  bot.nextMessageId += 1;
  return bot.nextMessageId - 1;
}

/** Changes what a message says, in a new object: updates that are already queued keep the old one. */
export function edit(
  emulator: Emulator,
  bot: Bot,
  chat: Conversation,
  stored: StoredMessage,
  change: { content: Content; keyboard: TelegramInlineKeyboardMarkup | null },
): BotMessage {
  const atMs = emulator.clock.nowMs();
  const before = stored.message;
  if (before.reply_markup !== undefined) stored.pastKeyboards.push(before.reply_markup);
  stored.message = {
    ...omit(before, 'reply_markup'),
    ...change.content,
    ...(change.keyboard && { reply_markup: change.keyboard }),
    edit_date: toSeconds(atMs),
  };
  // Other buttons under the same words are no edit to a reader.
  if (wordsOf(stored.message) !== wordsOf(before)) stored.editedAtMs = atMs;
  tellChat(emulator, bot, chat.id);
  return stored.message;
}

function wordsOf({ text, entities, caption, caption_entities }: BotMessage): string {
  return JSON.stringify([text ?? caption ?? '', entities ?? caption_entities ?? []]);
}

export function remove(emulator: Emulator, bot: Bot, chat: Conversation, messageId: number): void {
  chat.messages.delete(messageId);
  tellChat(emulator, bot, chat.id);
}

export function userOf(person: Person): TelegramUser {
  return {
    id: person.id,
    is_bot: person.isBot,
    first_name: person.firstName,
    ...(person.username !== null && { username: person.username }),
    ...(!person.isBot && { language_code: person.languageCode }),
  };
}

export function chatFor(person: Person): TelegramChat {
  return {
    id: person.id,
    first_name: person.firstName,
    ...(person.username !== null && { username: person.username }),
    type: 'private',
  };
}

export function groupAsChat(group: Group): TelegramChat {
  return {
    id: group.id,
    title: group.title,
    ...(group.username !== null && { username: group.username }),
    type: group.kind,
    ...(group.traits.isForum && { is_forum: true as const }),
  };
}

export function botAsUser({ user }: Bot): TelegramUser {
  return { id: user.id, is_bot: true, first_name: user.first_name, username: user.username };
}

/** Many at once: looking for the first entry of a Map gets slow when one is taken off its front each time. */
function forgetOldest(chat: Conversation): void {
  chat.messages = new Map([...chat.messages].slice(-maxMessagesPerChat));
}
