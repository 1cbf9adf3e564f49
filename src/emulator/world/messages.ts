import type { TelegramChat, TelegramInlineKeyboardMarkup, TelegramUser } from '@gramio/types';
import { tellChat } from '../control/tell.js';
import type { Emulator } from '../emulator.js';
import { toSeconds } from './clock.js';
import { omit } from './omit.js';
import type { Bot, BotMessage, Chat, Person, StoredMessage } from './world.js';

/** What kind of message it is and what it says: a message without id, date, chat and sender. */
export type Content = Omit<Partial<BotMessage>, 'message_id' | 'date' | 'chat' | 'from'>;

export interface Posting {
  sentBy: StoredMessage['sentBy'];
  content: Content;
  fileId?: string | null;
  isSilent?: boolean;
  replyTo?: StoredMessage | null;
}

const maxMessagesPerChat = 10_000;

/** Puts a message at the end of a chat. */
export function post(emulator: Emulator, bot: Bot, person: Person, chat: Chat, posting: Posting): StoredMessage {
  const atMs = emulator.clock.nowMs();
  const { content, sentBy } = posting;
  const stored: StoredMessage = {
    message: {
      message_id: bot.nextMessageId,
      from: sentBy === 'person' ? userOf(person) : botAsSender(bot),
      chat: chatFor(person),
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
  };
  bot.nextMessageId += 1;
  chat.messages.set(stored.message.message_id, stored);
  if (chat.messages.size > maxMessagesPerChat * 2) forgetOldest(chat);
  if (sentBy === 'bot') {
    chat.unreadCount += 1;
    chat.typingUntilMs = 0;
  }
  tellChat(emulator, bot, chat.personId);
  return stored;
}

/** Changes what a message says, in a new object: updates that are already queued keep the old one. */
export function edit(
  emulator: Emulator,
  bot: Bot,
  chat: Chat,
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
  tellChat(emulator, bot, chat.personId);
  return stored.message;
}

function wordsOf({ text, entities, caption, caption_entities }: BotMessage): string {
  return JSON.stringify([text ?? caption ?? '', entities ?? caption_entities ?? []]);
}

export function remove(emulator: Emulator, bot: Bot, chat: Chat, messageId: number): void {
  chat.messages.delete(messageId);
  tellChat(emulator, bot, chat.personId);
}

export function userOf(person: Person): TelegramUser {
  return {
    id: person.id,
    is_bot: false,
    first_name: person.firstName,
    ...(person.username !== null && { username: person.username }),
    language_code: person.languageCode,
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

function botAsSender({ user }: Bot): TelegramUser {
  return { id: user.id, is_bot: true, first_name: user.first_name, username: user.username };
}

/** Many at once: looking for the first entry of a Map gets slow when one is taken off its front each time. */
function forgetOldest(chat: Chat): void {
  chat.messages = new Map([...chat.messages].slice(-maxMessagesPerChat));
}
