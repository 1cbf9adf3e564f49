import { isEcho } from '../core/discreet/echo.js';
import { isVisible } from '../core/reading/visible.js';
import { say, type Key, type Named, type Notice, type Pictured, type Say } from '../core/notice.js';
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
  /** What is laid in a group, without saying where. */
  post(errand: Extract<RoomErrand, { do: 'post' }>, now: number): Readonly<Record<string, unknown>>;
  /** What stands there in the place of something that can no longer be deleted. */
  blank(language: Language): string;
  /** What stands over the chat after a tap: a refusal until it is closed, anything else for a moment. Without words it only ends the tap. */
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
  const voice = voiceOf(catalogues, profile);
  return {
    notice: (notice, reader, now) => {
      const { act, to, lane, card, isTapped, notBefore, dropAfter, localDate, isNudge, fold } = notice;
      const { kind, method, params } = callOf(notice, reader, now, voice);
      const quiet = lane === 'reply' || kind !== 'send' ? null : nextQuiet(reader, now);
      return {
        ...{ to, lane, kind, method, params, card, isTapped, notBefore, dropAfter, quiet, localDate, isNudge, fold },
        unfolds: act === 'unfold',
      };
    },
    post: ({ say, keys, language, isSilent }, now) => {
      // Nothing that is said in a group tells an hour, so the zone makes no difference.
      const { text, entities } = voice.words(say, { language, zone: 'UTC' }, now);
      const rows = keys.map((row) => row.map((key) => telegramKey(key, catalogues[language], profile)));
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
        ...(say === null ? {} : { text: voice.words(say, reader, now).text, show_alert: say.name === 'refused' }),
      },
      ...fleeting,
      dropAfter: now + tapLifeMs,
    }),
  };
}

/** How one reader is spoken to. */
type Reader = Pick<Person, 'language' | 'zone'>;

interface Voice {
  readonly profile: Profile;
  readonly words: (say: Say, reader: Reader, now: number) => FmtString;
  readonly keyboard: (notice: Notice, reader: Reader) => ReturnType<typeof keyboardOf>;
  readonly withFile: (method: string, file: object, notice: Worded, reader: Reader, now: number) => Call;
}

function voiceOf(catalogues: Catalogues, profile: Profile): Voice {
  const words: Voice['words'] = (say, { language, zone }, now) => {
    const tell = catalogues[language].say[say.name] as (params: unknown, about: About) => string | FmtString;
    const said = tell(say.params, { ...profile, now, zone });
    return typeof said === 'string' ? new FmtString(said) : said;
  };
  const keyboard: Voice['keyboard'] = (notice, { language }) => keyboardOf(notice, catalogues[language], profile);
  return {
    profile,
    words,
    keyboard,
    withFile: (method, file, notice, reader, now) => {
      const caption = words(notice.say, reader, now).text;
      return { kind: 'send', method, params: { ...file, caption, ...keyboard(notice, reader), ...flags(notice) } };
    },
  };
}

function callOf(notice: Notice, reader: Person, now: number, voice: Voice): Call {
  switch (notice.act) {
    case 'delete':
      return { kind: 'delete', method: 'deleteMessage', params: ownMessage(notice) };
    case 'editKeys':
      return { kind: 'edit', method: 'editMessageReplyMarkup', params: voice.keyboard(notice, reader) };
    case 'voice':
      return voice.withFile('sendVoice', { voice: notice.say.params.fileId }, notice, reader, now);
    case 'animation':
      return voice.withFile('sendAnimation', { animation: breathingPicture }, notice, reader, now);
    case 'photo': {
      const { say } = notice;
      if (say.name === 'sheetPage') return sheetPage({ ...notice, say }, reader, now, voice);
      return voice.withFile('sendPhoto', photoOf(say, reader, voice.profile), notice, reader, now);
    }
    case 'editPhoto':
      return sheetPage(notice, reader, now, voice);
    case 'document': {
      const { as, data } = notice.say.params;
      const about = { ...voice.profile, now, zone: reader.zone };
      const document: InlineFile = exportFile(as, data, reader.language, about);
      return voice.withFile('sendDocument', { document }, notice, reader, now);
    }
    case 'send':
    case 'toast':
    case 'edit':
    case 'unfold':
      return message(notice, voice.words(notice.say, reader, now), voice.keyboard(notice, reader));
  }
}

function photoOf(say: Exclude<Named<Pictured>, Named<'sheetPage'>>, { language }: Reader, { botUsername }: Profile) {
  switch (say.name) {
    case 'loop':
      return { photo: { loop: loopWords(say.params, language) } satisfies LoopPicture, has_spoiler: true };
    case 'words': {
      const drawn = wordsDrawn(say.params.said, say.params.names, language);
      return { photo: { drawn, holdsWords: false } satisfies WordsPicture, has_spoiler: true };
    }
    case 'partnerPhoto':
      return { photo: say.params.fileId, has_spoiler: true };
    case 'inviteQr':
      return { photo: { qr: inviteUrl(say.params.code, botUsername) } satisfies QrPicture };
  }
}

/** A picture with its words below it; all pages of a sheet come in the same way, so words alone where one cannot be drawn. */
function sheetPage(notice: Paged, reader: Reader, now: number, { words, keyboard }: Voice): Call {
  const { params } = notice.say;
  const captions = params.pages.map((_, page) => words(say('sheetPage', { ...params, page }), reader, now));
  const drawn = params.pages.map((page) => wordsDrawn(page, params.names, reader.language));
  const picture = drawn[params.page];
  const caption = captions[params.page] ?? new FmtString('');
  const isDrawn =
    captions.every(({ text }) => text.length <= captionMax) && drawn.every((one) => wordsSvg(one) !== null);
  const isEdit = notice.act === 'editPhoto';
  const keys = keyboard(notice, reader);
  if (picture === undefined || !isDrawn) {
    return message({ ...notice, card: 'reveal', act: isEdit ? 'edit' : 'send' }, caption, keys);
  }
  const file: WordsPicture = { drawn: picture, holdsWords: true };
  const below = {
    caption: caption.text,
    has_spoiler: true,
    ...(caption.entities === undefined ? {} : { caption_entities: fitting(caption.entities) }),
  };
  if (!isEdit) {
    return { kind: 'send', method: 'sendPhoto', params: { photo: file, ...below, ...keys, ...flags(notice) } };
  }
  const media = { type: 'photo', media: 'attach://picture', ...below };
  return { kind: 'edit', method: 'editMessageMedia', params: { media, picture: file, ...keys } };
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
