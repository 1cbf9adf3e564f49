import type { TelegramReplyParameters } from '@gramio/types';
import { readMarkup, readReplyKeyboard, type Markup } from '../bot-api/keyboard.js';
import { isRefusal, ok, refuse, type Refusal, type Reply } from '../bot-api/reply.js';
import { toSeconds } from '../world/clock.js';
import type { Conversation, StoredMessage } from '../world/conversation.js';
import { isPermitted, memberOf, type Permission } from '../world/group.js';
import { post, type Content } from '../world/messages.js';
import type { Place } from '../world/place.js';
import type { Call } from './call.js';
import { takeMessage } from './pace.js';
import { placeOf } from './place.js';

/** What every method that sends a message takes. */
export interface SendOptions {
  chat_id: number | string;
  disable_notification?: boolean;
  protect_content?: boolean;
  message_effect_id?: string;
  allow_paid_broadcast?: boolean;
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
  const place = placeOf(call, options.chat_id, 'write');
  if ('ok' in place) return place;
  const replyKeyboard = readReplyKeyboard(options.reply_markup, place.kind === 'private');
  if (isRefusal(replyKeyboard)) return replyKeyboard;
  const problem = forbids(call, place, content);
  if (problem !== null) return problem;
  const replyTo = repliedMessage(place.chat, options.reply_parameters);
  if (isRefusal(replyTo)) return replyTo;
  const tooFast = takeMessage(call, place.chat, options.allow_paid_broadcast);
  if (tooFast !== null) return tooFast;
  if (place.kind === 'group') place.chat.lastBotId = bot.user.id;
  else if (replyKeyboard !== undefined) place.chat.replyKeyboard = replyKeyboard;
  return post(emulator, bot, place, {
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

/** Why this may not be sent there, though the bot is there. */
function forbids({ bot, emulator }: Call, place: Place, content: Content): Refusal | null {
  if (place.kind === 'private') {
    const isRefused = content.voice !== undefined && !place.person.allowsVoice;
    return isRefused ? refuse(400, 'Bad Request: VOICE_MESSAGES_FORBIDDEN') : null;
  }
  const self = memberOf(bot, place.chat, bot.user.id, toSeconds(emulator.clock.nowMs()));
  const [permission, name] = kinds.find(([, , kind]) => content[kind] !== undefined) ?? anythingElse;
  if (self === undefined || isPermitted(place.chat, self, permission)) return null;
  return refuse(400, `Bad Request: not enough rights to send ${name} to the chat`);
}

/** An animation is a document too, so it comes before it. */
const kinds: [Permission, string, keyof Content][] = [
  ['can_send_messages', 'text messages', 'text'],
  ['can_send_photos', 'photos', 'photo'],
  ['can_send_voice_notes', 'voice notes', 'voice'],
  ['can_send_other_messages', 'animations', 'animation'],
  ['can_send_documents', 'documents', 'document'],
];
const anythingElse: [Permission, string] = ['can_send_other_messages', 'messages'];

function repliedMessage(
  chat: Conversation,
  reply: TelegramReplyParameters | undefined,
): StoredMessage | null | Refusal {
  if (reply?.message_id === undefined) return null;
  const isHere = reply.chat_id === undefined || Number(reply.chat_id) === chat.id;
  const target = isHere ? chat.messages.get(reply.message_id) : undefined;
  if (target !== undefined) return target;
  return reply.allow_sending_without_reply === true
    ? null
    : refuse(400, 'Bad Request: message to be replied not found');
}
