import type { TelegramReplyParameters } from '@gramio/types';
import { readMarkup, type Markup } from '../bot-api/keyboard.js';
import { isRefusal, ok, refuse, tooManyRequests, type Refusal, type Reply } from '../bot-api/reply.js';
import { post, type Content } from '../world/messages.js';
import type { Chat, StoredMessage } from '../world/world.js';
import { writablePlace, type Call } from './call.js';

/** What every method that sends a message takes. */
export interface SendOptions {
  chat_id: number | string;
  disable_notification?: boolean;
  protect_content?: boolean;
  message_effect_id?: string;
  reply_parameters?: TelegramReplyParameters;
  reply_markup?: Markup;
}

/** Sends a message whose content is checked already; the answer is the message as the chat has it now. */
export function deliver(call: Call, options: SendOptions, content: Content, fileId: string | null = null): Reply {
  const sent = deliverStored(call, options, content, fileId);
  return isRefusal(sent) ? sent : ok(sent.message);
}

export function deliverStored(
  call: Call,
  options: SendOptions,
  content: Content,
  fileId: string | null,
): StoredMessage | Refusal {
  const { emulator, bot } = call;
  const keyboard = readMarkup(options.reply_markup);
  if (isRefusal(keyboard)) return keyboard;
  const place = writablePlace(call, options.chat_id);
  if ('ok' in place) return place;
  if (content.voice && !place.person.allowsVoice) return refuse(400, 'Bad Request: VOICE_MESSAGES_FORBIDDEN');
  const replyTo = repliedMessage(place.chat, options.reply_parameters);
  if (isRefusal(replyTo)) return replyTo;
  if (emulator.limits.isOn) {
    const waitSeconds = emulator.limits.take(place.person.id, emulator.clock.nowMs());
    if (waitSeconds > 0) return tooManyRequests(waitSeconds);
  }
  return post(emulator, bot, place.person, place.chat, {
    sentBy: 'bot',
    content: {
      ...content,
      ...(options.protect_content === true && { has_protected_content: true as const }),
      ...(options.message_effect_id !== undefined && { effect_id: options.message_effect_id }),
      ...(keyboard && { reply_markup: keyboard }),
    },
    fileId,
    isSilent: options.disable_notification ?? false,
    replyTo,
  });
}

function repliedMessage(chat: Chat, reply: TelegramReplyParameters | undefined): StoredMessage | null | Refusal {
  if (reply?.message_id === undefined) return null;
  const isHere = reply.chat_id === undefined || Number(reply.chat_id) === chat.personId;
  const target = isHere ? chat.messages.get(reply.message_id) : undefined;
  if (target !== undefined) return target;
  return reply.allow_sending_without_reply === true
    ? null
    : refuse(400, 'Bad Request: message to be replied not found');
}
