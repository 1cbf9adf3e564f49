import type { TelegramMessageEntity, TelegramMessageOrigin } from '@gramio/types';
import { isRefusal, ok, refuse, type Refusal } from '../bot-api/reply.js';
import { readCaption } from '../bot-api/text.js';
import { userOf, type Content } from '../world/messages.js';
import { omit } from '../world/omit.js';
import type { StoredMessage } from '../world/world.js';
import { method, placeOf, type Call } from './call.js';
import { deliver, deliverStored, type SendOptions } from './deliver.js';

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
  const place = placeOf(call, source.from_chat_id);
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

function originOf({ bot, emulator }: Call, { message, sentBy }: StoredMessage): TelegramMessageOrigin {
  if (message.forward_origin) return message.forward_origin;
  const person = sentBy === 'person' ? emulator.world.people.get(message.chat.id) : undefined;
  const sender = person === undefined ? { ...bot.user } : userOf(person);
  return { type: 'user', sender_user: sender, date: message.date };
}
