import type { TelegramInlineKeyboardButton } from '@gramio/types';
import type { ButtonView, MediaView, MessageView, ServiceView } from '../contract.js';
import type { StoredMessage } from '../world/conversation.js';
import type { Bot } from '../world/world.js';

export function viewMessage(bot: Bot, stored: StoredMessage): MessageView {
  const { message } = stored;
  return {
    messageId: message.message_id,
    from: stored.sentBy,
    author: authorOf(stored),
    isForBot: stored.isForBot,
    service: viewService(stored),
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

function authorOf({ message: { chat, from, sender_chat } }: StoredMessage): MessageView['author'] {
  if (chat.type === 'private') return null;
  if (sender_chat !== undefined) return { id: sender_chat.id, name: sender_chat.title ?? '' };
  return from === undefined ? null : { id: from.id, name: from.first_name };
}

function viewService({ message }: StoredMessage): ServiceView | null {
  if (message.new_chat_members) return { kind: 'joined', names: message.new_chat_members.map(nameOf) };
  if (message.left_chat_member) return { kind: 'left', names: [message.left_chat_member.first_name] };
  if (message.group_chat_created ?? message.supergroup_chat_created) return { kind: 'created', names: [] };
  if (message.migrate_to_chat_id ?? message.migrate_from_chat_id) return { kind: 'migrated', names: [] };
  if (message.new_chat_title !== undefined) return { kind: 'renamed', names: [message.new_chat_title] };
  if (message.pinned_message) return { kind: 'pinned', names: [] };
  return message.chat_shared ? { kind: 'shared', names: [] } : null;
}

function nameOf({ first_name }: { first_name: string }): string {
  return first_name;
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
