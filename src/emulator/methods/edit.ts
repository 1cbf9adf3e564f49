import type { TelegramInlineKeyboardMarkup, TelegramLinkPreviewOptions, TelegramMessageEntity } from '@gramio/types';
import { readMarkup, type Markup } from '../bot-api/keyboard.js';
import { isRefusal, ok, refuse, wrongCall, type Refusal, type Reply } from '../bot-api/reply.js';
import { readCaption, readText } from '../bot-api/text.js';
import { photoSizes } from '../world/files.js';
import { edit, type Content } from '../world/messages.js';
import type { Conversation, StoredMessage } from '../world/conversation.js';
import { method, type Call } from './call.js';
import { placeOf } from './place.js';
import { takeGroupEdit } from './pace.js';
import { findOrStore } from './send-media.js';

interface Target {
  chat_id?: number | string;
  message_id?: number;
  reply_markup?: Markup;
}

interface EditText extends Target {
  text?: string;
  entities?: TelegramMessageEntity[];
  link_preview_options?: TelegramLinkPreviewOptions;
}

interface EditCaption extends Target {
  caption?: string;
  caption_entities?: TelegramMessageEntity[];
}

export const editMessageText = method<EditText>((call, params) => {
  const read = readText(params.text ?? '', params.entities);
  if ('ok' in read) return read;
  const found = editable(call, params);
  if ('ok' in found) return found;
  if (found.stored.message.text === undefined)
    return refuse(400, 'Bad Request: there is no text in the message to edit');
  return change(call, found, { text: read.text, entities: read.entities });
});

export const editMessageCaption = method<EditCaption>((call, params) => {
  const read = readCaption(params.caption, params.caption_entities);
  if ('ok' in read) return read;
  const found = editable(call, params);
  if ('ok' in found) return found;
  if (found.stored.fileId === null) return refuse(400, 'Bad Request: there is no caption in the message to edit');
  return change(call, found, { caption: read.text, caption_entities: read.entities });
});

interface EditMedia extends Target {
  media?: {
    type: string;
    media: string;
    caption?: string;
    caption_entities?: TelegramMessageEntity[];
    has_spoiler?: boolean;
  };
}

/** Another photo in the place of what stands there; Telegram lets one take the place of words too. */
export const editMessageMedia = method<EditMedia>((call, params) => {
  const { media } = params;
  if (media?.type !== 'photo') return refuse(400, 'Bad Request: only photos can be edited in this emulator');
  const read = readCaption(media.caption, media.caption_entities);
  if ('ok' in read) return read;
  const found = editable(call, params);
  if ('ok' in found) return found;
  const file = findOrStore(call, 'photo', media.media, {});
  if (isRefusal(file)) return file;
  found.stored.fileId = file.id;
  const content: Content = {
    photo: photoSizes(file),
    ...{ text: undefined, entities: undefined, caption: read.text, caption_entities: read.entities },
    has_media_spoiler: media.has_spoiler === true ? true : undefined,
  } as unknown as Content;
  const { chat, stored, keyboard } = found;
  const tooFast = takeGroupEdit(call, chat);
  if (tooFast !== null) return tooFast;
  return ok(edit(call.emulator, call.bot, chat, stored, { content: withoutEmpty(content), keyboard }));
});

export const editMessageReplyMarkup = method<Target>((call, params) => {
  const found = editable(call, params);
  return 'ok' in found ? found : change(call, found, {});
});

interface Found {
  chat: Conversation;
  stored: StoredMessage;
  keyboard: TelegramInlineKeyboardMarkup | null;
}

function editable(call: Call, target: Target): Found | Refusal {
  if (target.chat_id === undefined) return wrongCall('Bad Request: chat_id is empty');
  if (target.message_id === undefined) return wrongCall('Bad Request: message identifier is not specified');
  const keyboard = readMarkup(target.reply_markup);
  if (isRefusal(keyboard)) return keyboard;
  const place = placeOf(call, target.chat_id, 'change');
  if ('ok' in place) return place;
  const stored = place.chat.messages.get(target.message_id);
  if (stored === undefined) return refuse(400, 'Bad Request: message to edit not found');
  if (stored.sentBy !== 'bot') return refuse(400, "Bad Request: message can't be edited");
  return { chat: place.chat, stored, keyboard };
}

/** An edit without a keyboard takes the keyboard away, as with Telegram. */
function change(call: Call, { chat, stored, keyboard }: Found, content: Content): Reply {
  const { message } = stored;
  const now = JSON.stringify([contentOf({ ...message, ...content }), keyboard]);
  const tooFast = takeGroupEdit(call, chat);
  if (tooFast !== null) return tooFast;
  if (now === JSON.stringify([contentOf(message), message.reply_markup ?? null])) return refuse(400, notModified);
  return ok(edit(call.emulator, call.bot, chat, stored, { content: withoutEmpty(content), keyboard }));
}

const notModified =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

function contentOf({ text, caption, entities, caption_entities }: Content) {
  return [text, caption ?? '', entities ?? [], caption_entities ?? []];
}

/** The Bot API leaves out what is empty, but the old value must go: hence undefined, which JSON drops. */
function withoutEmpty(content: Content): Content {
  return Object.fromEntries(
    Object.entries(content).map(([name, value]) => [name, value === '' || isEmptyList(value) ? undefined : value]),
  );
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
