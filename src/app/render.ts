import { isEcho } from '../core/discreet/echo.js';
import { isVisible } from '../core/reading/visible.js';
import { say, type Key, type Named, type Notice, type Say } from '../core/notice.js';
import { nextQuiet } from '../core/rhythm/rhythm.js';
import type { RoomErrand } from '../core/room/errands.js';
import type { Language } from '../core/round/scenario.js';
import type { Person } from '../core/scene.js';
import type { Outgoing } from '../store/store.js';
import { FmtString } from '../telegram/format.js';
import {
  groupKeyboard,
  inlineKeyboard,
  noKeyboard,
  placeKeyboard,
  type Key as TelegramKey,
} from '../telegram/keyboard.js';
import {
  breathingPicture,
  type InlineFile,
  type LoopPicture,
  type QrPicture,
  type WordsPicture,
} from '../telegram/uploads.js';
import { exportFile } from '../texts/export-file.js';
import { wordsSvg } from '../drawing/words.js';
import { loopWords } from '../texts/loop.js';
import { wordsDrawn } from '../texts/sheet.js';
import { inviteUrl } from '../texts/question.js';
import type { About, Texts } from '../texts/texts.js';
import { labelOf } from './label.js';

export type Catalogues = Readonly<Record<Language, Texts>>;

/** What the bot knows about itself when it speaks. */
export type Profile = Omit<About, 'now' | 'zone'>;

export interface Renderer {
  notice(notice: Notice, reader: Person, now: number): Outgoing;
  /** What stands over the chat after a tap: a refusal until it is closed, anything else for a moment. Without words it only ends the tap. */
  /** What is laid in a group, without saying where. */
  post(errand: Extract<RoomErrand, { do: 'post' }>, now: number): Readonly<Record<string, unknown>>;
  /** What stands there in the place of something that can no longer be deleted. */
  blank(language: Language): string;
  tapAnswer(reader: Person, callbackQueryId: string, say: Say | null, now: number): Outgoing;
}

type Paged = Extract<Notice, { act: 'photo' | 'editPhoto' }> & { readonly say: Named<'sheetPage'> };
type Worded = Extract<Notice, { say: Say }>;
type Call = Pick<Outgoing, 'kind' | 'method' | 'params'>;

/** As many characters as Telegram takes below a picture. */
const captionMax = 1024;
/** How long a tap waits for its answer; later ones are dropped. */
const tapLifeMs = 10_000;
/** An answer to a tap is no message: nothing refers to it, and it waits for nothing. */
const fleeting = {
  ...{ card: null, isTapped: false, notBefore: null, quiet: null, localDate: null, isNudge: true },
  ...{ fold: null, unfolds: false },
} as const;

/** Puts notices into words, in their reader's language and zone, as calls of the Bot API. */
export function createRenderer(catalogues: Catalogues, profile: Profile): Renderer {
  function words(say: Say, reader: Person, now: number): FmtString {
    const tell = catalogues[reader.language].say[say.name] as (params: unknown, about: About) => string | FmtString;
    const said = tell(say.params, { ...profile, now, zone: reader.zone });
    return typeof said === 'string' ? new FmtString(said) : said;
  }

  const keyboard = (notice: Notice, { language }: Person) => keyboardOf(notice, catalogues[language], profile);

  function withFile(method: string, file: object, notice: Worded, reader: Person, now: number): Call {
    const caption = words(notice.say, reader, now).text;
    return { kind: 'send', method, params: { ...file, caption, ...keyboard(notice, reader), ...flags(notice) } };
  }

  /** A picture with its words below it; all pages of a sheet come in the same way, so words alone where one cannot be drawn. */
  function sheetPage(notice: Paged, reader: Person, now: number): Call {
    const { params } = notice.say;
    const captions = params.pages.map((_, page) => words(say('sheetPage', { ...params, page }), reader, now));
    const drawn = params.pages.map((page) => wordsDrawn(page, params.names, reader.language));
    const picture = drawn[params.page];
    const caption = captions[params.page] ?? new FmtString('');
    const isDrawn =
      captions.every(({ text }) => text.length <= captionMax) && drawn.every((one) => wordsSvg(one) !== null);
    const isEdit = notice.act === 'editPhoto';
    if (picture === undefined || !isDrawn) {
      return message({ ...notice, card: 'reveal', act: isEdit ? 'edit' : 'send' }, caption, keyboard(notice, reader));
    }
    const file: WordsPicture = { drawn: picture, holdsWords: true };
    const below = {
      caption: caption.text,
      has_spoiler: true,
      ...(caption.entities === undefined ? {} : { caption_entities: fitting(caption.entities) }),
    };
    if (!isEdit) {
      const params = { photo: file, ...below, ...keyboard(notice, reader), ...flags(notice) };
      return { kind: 'send', method: 'sendPhoto', params };
    }
    const media = { type: 'photo', media: 'attach://picture', ...below };
    return { kind: 'edit', method: 'editMessageMedia', params: { media, picture: file, ...keyboard(notice, reader) } };
  }

  function call(notice: Notice, reader: Person, now: number): Call {
    switch (notice.act) {
      case 'delete':
        return { kind: 'delete', method: 'deleteMessage', params: ownMessage(notice) };
      case 'editKeys':
        return { kind: 'edit', method: 'editMessageReplyMarkup', params: keyboard(notice, reader) };
      case 'voice':
        return withFile('sendVoice', { voice: notice.say.params.fileId }, notice, reader, now);
      case 'animation':
        return withFile('sendAnimation', { animation: breathingPicture }, notice, reader, now);
      case 'photo': {
        const { say } = notice;
        if (say.name === 'loop') {
          const photo: LoopPicture = { loop: loopWords(say.params, reader.language) };
          return withFile('sendPhoto', { photo, has_spoiler: true }, notice, reader, now);
        }
        if (say.name === 'sheetPage') return sheetPage({ ...notice, say }, reader, now);
        if (say.name === 'words') {
          const { said, names } = say.params;
          const photo: WordsPicture = { drawn: wordsDrawn(said, names, reader.language), holdsWords: false };
          return withFile('sendPhoto', { photo, has_spoiler: true }, notice, reader, now);
        }
        if (say.name === 'partnerPhoto') {
          return withFile('sendPhoto', { photo: say.params.fileId, has_spoiler: true }, notice, reader, now);
        }
        const photo: QrPicture = { qr: inviteUrl(say.params.code, profile.botUsername) };
        return withFile('sendPhoto', { photo }, notice, reader, now);
      }
      case 'editPhoto':
        return sheetPage(notice, reader, now);
      case 'document': {
        const { as, data } = notice.say.params;
        const document: InlineFile = exportFile(as, data, reader.language, { ...profile, now, zone: reader.zone });
        return withFile('sendDocument', { document }, notice, reader, now);
      }
      case 'send':
      case 'toast':
      case 'edit':
      case 'unfold':
        return message(notice, words(notice.say, reader, now), keyboard(notice, reader));
    }
  }

  return {
    notice: (notice, reader, now) => {
      const { act, to, lane, card, isTapped, notBefore, dropAfter, localDate, isNudge, fold } = notice;
      const { kind, method, params } = call(notice, reader, now);
      const quiet = lane === 'reply' || kind !== 'send' ? null : nextQuiet(reader, now);
      return {
        ...{ to, lane, kind, method, params, card, isTapped, notBefore, dropAfter, quiet, localDate, isNudge, fold },
        unfolds: act === 'unfold',
      };
    },
    post: ({ say, keys, language, isSilent }, now) => {
      const texts = catalogues[language];
      const tell = texts.say[say.name] as (params: unknown, about: About) => string | FmtString;
      // Nothing that is said in a group tells an hour, so the zone makes no difference.
      const said = tell(say.params, { ...profile, now, zone: 'UTC' });
      const { text, entities } = typeof said === 'string' ? new FmtString(said) : said;
      const rows = keys.map((row) => row.map((key) => telegramKey(key, texts, profile)));
      return {
        text,
        link_preview_options: { is_disabled: true },
        protect_content: true,
        ...(entities === undefined || entities.length === 0 ? {} : { entities: fitting(entities) }),
        ...(rows.length === 0 ? {} : { reply_markup: inlineKeyboard(rows) }),
        ...(isSilent ? { disable_notification: true } : {}),
      };
    },
    blank: (language) => catalogues[language].blank,
    tapAnswer: (reader, callbackQueryId, say, now) => ({
      to: reader.id,
      lane: 'reply',
      kind: 'answer',
      method: 'answerCallbackQuery',
      params: {
        callback_query_id: callbackQueryId,
        ...(say === null ? {} : { text: words(say, reader, now).text, show_alert: say.name === 'refused' }),
      },
      ...fleeting,
      dropAfter: now + tapLifeMs,
    }),
  };
}

/** Telegram takes so many, and passes over what is beyond. */
const entitiesMax = 100;

/** Where there are more, covers go first: how words were set may be lost, that they are covered may not. */
function fitting(entities: NonNullable<FmtString['entities']>): NonNullable<FmtString['entities']> {
  if (entities.length <= entitiesMax) return entities;
  const covers = entities.filter(({ type }) => type === 'spoiler');
  const others = entities.filter(({ type }) => type !== 'spoiler');
  return [...covers, ...others].slice(0, entitiesMax);
}

function message(notice: Notice, { text, entities }: FmtString, keyboard: ReturnType<typeof keyboardOf>): Call {
  const isEdit = notice.act === 'edit' || notice.act === 'unfold';
  const params = {
    text,
    link_preview_options: { is_disabled: true },
    ...(entities === undefined || entities.length === 0 ? {} : { entities: fitting(entities) }),
    ...keyboard,
    ...(isEdit ? {} : flags(notice)),
  };
  return isEdit ? { kind: 'edit', method: 'editMessageText', params } : { kind: 'send', method: 'sendMessage', params };
}

function keyboardOf(notice: Notice, texts: Texts, profile: Profile) {
  const rows = notice.keys.map((row) => row.map((key) => telegramKey(key, texts, profile)));
  if (rows.length > 0) return { reply_markup: inlineKeyboard(rows) };
  switch (notice.board) {
    case 'share-place':
      return { reply_markup: placeKeyboard(texts.labels.sharePlace) };
    case 'make-room':
      return { reply_markup: groupKeyboard(texts.labels.makeRoom) };
    case 'none':
      return { reply_markup: noKeyboard };
    case null:
      return {};
  }
}

function telegramKey(key: Key, texts: Texts, { botUsername }: Profile): TelegramKey {
  const { labels, language } = texts;
  switch (key.kind) {
    case 'shareInvite': {
      const url = encodeURIComponent(inviteUrl(key.code, botUsername));
      const text = encodeURIComponent(texts.inviteToShare);
      return { label: labels.shareInvite, url: `https://t.me/share/url?url=${url}&text=${text}` };
    }
    case 'addToGroup':
      // Never as an administrator: such a bot is sent everything that is typed.
      return { label: labels.addToGroup, url: `https://t.me/${botUsername}?startgroup=kamer` };
    case 'copyInvite':
      return { label: labels.copyInvite, copy: inviteUrl(key.code, botUsername) };
    case 'press':
      return {
        label: `${key.isOn ? '✓ ' : ''}${key.label?.[language] ?? named(labelOf(key.button, texts), key, labels)}`,
        button: key.button,
      };
  }
}

/** Which of the person's own messages it is about; none, and the store finds the bot's. */
function ownMessage({ messageId }: Notice): { readonly message_id?: number } {
  return messageId === null ? {} : { message_id: messageId };
}

function flags(notice: Notice): Record<string, true> {
  return {
    ...(notice.isProtected ? { protect_content: true as const } : {}),
    ...(notice.isSilent || (notice.say !== null && isEcho(notice.say)) ? { disable_notification: true as const } : {}),
  };
}

/** Whoever has a name that cannot be seen is called what they are. */
function named(
  label: string,
  { partner = '' }: { readonly partner?: string },
  { yourPartner }: Texts['labels'],
): string {
  return label.replaceAll('{partner}', isVisible(partner) ? partner : yourPartner);
}
