import type { TelegramInlineKeyboardButton } from '@gramio/types';
import type { BotView, ButtonView, ChatView, MediaView, MessageView, PersonView, State } from '../contract.js';
import type { Emulator } from '../emulator.js';
import { menuFor } from '../world/languages.js';
import { descriptionFor } from '../world/languages.js';
import { currentBot, type Bot, type Person, type StoredMessage } from '../world/world.js';

const shownCalls = 200;

export function viewState(emulator: Emulator): State {
  const bot = currentBot(emulator.world);
  return {
    bot: viewBot(emulator, bot),
    chats: [...emulator.world.people.values()].map((person) => viewChat(emulator, bot, person)),
    clock: viewClock(emulator),
    faults: emulator.faults.list(),
    limits: emulator.limits.isOn,
    queue: { pending: bot.queue.length },
    nextAtMs: emulator.nextAtMs,
    calls: emulator.calls.last(shownCalls),
  };
}

/** Null as long as no token was used. */
export function viewBot(emulator: Emulator, bot: Bot): BotView | null {
  if (bot.token === '') return null;
  return {
    id: bot.user.id,
    username: bot.user.username,
    firstName: bot.user.first_name,
    isPolling: emulator.polls.isPolling(bot.token),
    hasWebhook: bot.webhook !== null,
  };
}

export function viewClock({ clock }: Emulator): State['clock'] {
  return { nowMs: clock.nowMs(), offsetMs: clock.offsetMs };
}

export function viewPerson(person: Person): PersonView {
  return { ...person };
}

export function viewChat(emulator: Emulator, bot: Bot, person: Person): ChatView {
  const chat = bot.chats.get(person.id);
  return {
    person: viewPerson(person),
    hasStarted: chat?.hasStarted ?? false,
    hasBlockedBot: chat?.hasBlockedBot ?? false,
    unreadCount: chat?.unreadCount ?? 0,
    isBotTyping: (chat?.typingUntilMs ?? 0) > emulator.clock.nowMs(),
    toast: chat?.toast ?? null,
    menu: menuFor(bot, person),
    description: descriptionFor(bot, person.languageCode),
    messages: [...(chat?.messages.values() ?? [])].map((stored) => viewMessage(bot, stored)),
  };
}

export function viewMessage(bot: Bot, stored: StoredMessage): MessageView {
  const { message } = stored;
  return {
    messageId: message.message_id,
    from: stored.sentBy,
    atMs: stored.atMs,
    editedAtMs: stored.editedAtMs,
    text: message.text ?? message.caption ?? wordsFor(stored),
    entities: (message.entities ?? message.caption_entities ?? []).map(({ type, offset, length, url }) => ({
      type,
      offset,
      length,
      ...(url !== undefined && { url }),
    })),
    media: viewMedia(bot, stored),
    replyToMessageId: message.reply_to_message?.message_id ?? null,
    keyboard: (message.reply_markup?.inline_keyboard ?? []).map((row) => row.map(viewButton)),
    isProtected: message.has_protected_content === true,
    isSilent: stored.isSilent,
    isPinned: stored.isPinned,
    reactions: [
      ...(stored.personReaction === null ? [] : [{ by: 'person' as const, emoji: stored.personReaction }]),
      ...stored.botReactions.map((emoji) => ({ by: 'bot' as const, emoji })),
    ],
  };
}

/** What stands in for kinds of message that the phones can't show. */
function wordsFor({ message }: StoredMessage): string {
  if (message.poll) return `📊 ${message.poll.question}`;
  if (message.video_note) return '⏺';
  if (message.pinned_message) return '📌';
  return message.sticker?.emoji ?? '';
}

function viewButton({ text, callback_data, url, copy_text }: TelegramInlineKeyboardButton): ButtonView {
  return {
    text,
    ...(callback_data !== undefined && { callbackData: callback_data }),
    ...(url !== undefined && { url }),
    ...(copy_text !== undefined && { copyText: copy_text.text }),
  };
}

function viewMedia(bot: Bot, { message, fileId }: StoredMessage): MediaView | null {
  const nothing = { url: null, mimeType: null, fileName: null, durationSeconds: null, isCovered: false };
  if (message.location) return { kind: 'location', ...nothing };
  if (message.sticker) return { kind: 'sticker', ...nothing };
  const file = fileId === null ? undefined : bot.files.get(fileId);
  if (file === undefined || file.kind === 'video_note' || file.kind === 'sticker') return null;
  return {
    kind: file.kind,
    url: `/control/files/${encodeURIComponent(file.id)}`,
    mimeType: file.mimeType,
    fileName: file.fileName,
    durationSeconds: file.durationSeconds,
    isCovered: message.has_media_spoiler === true,
  };
}
