import type { TelegramMessageEntity, TelegramMessageOrigin } from '@gramio/types';
import { isRefusal, ok, refuse, type Refusal } from '../bot-api/reply.js';
import { readCaption } from '../bot-api/text.js';
import { type Content } from '../world/messages.js';
import { omit } from '../world/omit.js';
import type { StoredMessage } from '../world/conversation.js';
import { method, type Call } from './call.js';
import { deliver, deliverStored, type SendOptions } from './deliver.js';
import { placeOf } from './place.js';

interface Source {
  from_chat_id: number | string;
  message_id: number;
}

interface CopyMessage extends SendOptions, Source {
  caption?: string;
  caption_entities?: TelegramMessageEntity[];
}

export const copyMessage = method<CopyMessage>((call, params) => {
  const stored = sourceOf(call, params, 'copy');
  if (isRefusal(stored)) return stored;
  const content = copied(stored, params);
  if (isRefusal(content)) return content;
  const sent = deliverStored(call, params, content, stored.fileId);
  return isRefusal(sent) ? sent : ok({ message_id: sent.message.message_id });
});

export const forwardMessage = method<SendOptions & Source>((call, params) => {
  const stored = sourceOf(call, params, 'forward');
  if (isRefusal(stored)) return stored;
  if (stored.message.has_protected_content === true) return refuse(400, "Bad Request: message can't be forwarded");
  const content: Content = { ...contentOf(stored), forward_origin: originOf(call, stored) };
  return deliver(call, params, content, stored.fileId);
});

function sourceOf(call: Call, source: Source, verb: 'copy' | 'forward'): StoredMessage | Refusal {
  const place = placeOf(call, source.from_chat_id, 'ask');
  if ('ok' in place) return place;
  const stored = place.chat.messages.get(source.message_id);
  if (stored === undefined) return refuse(400, `Bad Request: message to ${verb} not found`);
  if (stored.sentBy === 'service')
    return refuse(400, `Bad Request: message can't be ${verb === 'copy' ? 'copied' : 'forwarded'}`);
  return stored;
}

/** What a message says, without whom it is from, where it stands and how it can be answered. */
function contentOf({ message }: StoredMessage): Content {
  return omit(
    message,
    'message_id',
    'from',
    'sender_chat',
    'chat',
    'date',
    'edit_date',
    'reply_markup',
    'reply_to_message',
    'has_protected_content',
    'effect_id',
  );
}

function copied(stored: StoredMessage, params: CopyMessage): Content | Refusal {
  const content = omit(contentOf(stored), 'forward_origin');
  if (params.caption === undefined || stored.fileId === null) return content;
  const caption = readCaption(params.caption, params.caption_entities);
  if ('ok' in caption) return caption;
  return {
    ...omit(content, 'caption', 'caption_entities'),
    ...(caption.text !== '' && { caption: caption.text }),
    ...(caption.entities.length > 0 && { caption_entities: caption.entities }),
  };
}

function originOf({ bot }: Call, { message }: StoredMessage): TelegramMessageOrigin {
  if (message.forward_origin) return message.forward_origin;
  if (message.sender_chat) return { type: 'chat', sender_chat: message.sender_chat, date: message.date };
  return { type: 'user', sender_user: message.from ?? { ...bot.user }, date: message.date };
}
