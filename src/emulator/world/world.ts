import type { TelegramBotCommand, TelegramUpdate, TelegramUser } from '@gramio/types';
import type { BotFlags } from '../contract.js';
import type { Conversation, Toast } from './conversation.js';
import type { Group } from './group.js';
import type { ReplyKeyboard } from './reply-keyboard.js';

/**
 * Everything the emulator remembers, as plain data, so that a snapshot is one walk over it.
 * People are shared by all bots; a chat belongs to one bot.
 */
export interface World {
  people: Map<number, Person>;
  /** By token. The bot under the empty token waits for the first token that is used. */
  bots: Map<string, Bot>;
  currentToken: string;
  nextPersonId: number;
  /** Counts up; a group's id is made of it. */
  nextGroupNumber: number;
}

export interface Person {
  id: number;
  firstName: string;
  username: string | null;
  languageCode: string;
  timeZone: string;
  allowsVoice: boolean;
  /** Somebody else's bot: it has no phone and no chat with this one, but can be let into a group. */
  isBot: boolean;
}

export interface Bot {
  token: string;
  user: BotUser;
  flags: BotFlags;
  chats: Map<number, Chat>;
  groups: Map<number, Group>;
  queue: QueuedUpdate[];
  /** Kinds of update this bot asked for; null while it never said, which means the default. */
  allowedUpdates: string[] | null;
  webhook: Webhook | null;
  callbackQueries: Map<string, CallbackQuery>;
  files: Map<string, StoredFile>;
  /** By scope and language, see methods/commands.ts. */
  commands: Map<string, TelegramBotCommand[]>;
  descriptions: Map<string, string>;
  shortDescriptions: Map<string, string>;
  names: Map<string, string>;
  nextMessageId: number;
  nextUpdateId: number;
  nextFileId: number;
  nextQueryId: number;
}

export interface BotUser extends TelegramUser {
  username: string;
}

/** A new bot's: it may be added to groups, and reads only what is meant for it there. */
export const usualFlags: Readonly<BotFlags> = {
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_guest_queries: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
};

export interface Chat extends Conversation {
  hasStarted: boolean;
  hasBlockedBot: boolean;
  toast: Toast | null;
  replyKeyboard: ReplyKeyboard | null;
}

export interface QueuedUpdate {
  update: TelegramUpdate;
  atMs: number;
}

export interface CallbackQuery {
  chatId: number;
  /** Who pressed, and so whose phone shows the answer. */
  personId: number;
  atMs: number;
}

export interface Webhook {
  url: string;
  secretToken: string | null;
  maxConnections: number;
  lastErrorAtMs: number | null;
  lastError: string | null;
}

export type FileKind = 'photo' | 'voice' | 'animation' | 'document' | 'sticker' | 'video_note';

export interface StoredFile {
  id: string;
  uniqueId: string;
  kind: FileKind;
  bytes: Buffer;
  /** Below /file/bot<token>/. */
  path: string;
  mimeType: string;
  fileName: string | null;
  durationSeconds: number | null;
  width: number | null;
  height: number | null;
}

export function createWorld(): World {
  return {
    people: new Map(),
    bots: new Map([['', createBot('')]]),
    currentToken: '',
    nextPersonId: 7_000_000_001,
    nextGroupNumber: 1,
  };
}

export function currentBot(world: World): Bot {
  return must(world.bots.get(world.currentToken), 'the current bot exists');
}

/** The bot of a token; the first token takes over what happened before any bot came. */
export function botOfToken(world: World, token: string): Bot {
  const known = world.bots.get(token);
  if (known !== undefined) return known;
  const waiting = world.bots.get('');
  const bot = waiting ?? createBot(token);
  world.bots.delete('');
  bot.token = token;
  bot.user.id = Number(token.slice(0, token.indexOf(':')));
  if (world.bots.size > 0) bot.user.username = `Samenspraak${world.bots.size + 1}Bot`;
  world.bots.set(token, bot);
  return bot;
}

export function chatOf(bot: Bot, personId: number): Chat {
  const known = bot.chats.get(personId);
  if (known !== undefined) return known;
  const chat: Chat = {
    id: personId,
    hasStarted: false,
    hasBlockedBot: false,
    unreadCount: 0,
    typingUntilMs: 0,
    toast: null,
    replyKeyboard: null,
    messages: new Map(),
  };
  bot.chats.set(personId, chat);
  return chat;
}

function createBot(token: string): Bot {
  return {
    token,
    user: {
      id: 0,
      is_bot: true,
      first_name: 'Samenspraak',
      username: 'SamenspraakBot',
    },
    flags: { ...usualFlags },
    chats: new Map(),
    groups: new Map(),
    queue: [],
    allowedUpdates: null,
    webhook: null,
    callbackQueries: new Map(),
    files: new Map(),
    commands: new Map(),
    descriptions: new Map(),
    shortDescriptions: new Map(),
    names: new Map(),
    nextMessageId: 1,
    nextUpdateId: 100_000_001,
    nextFileId: 1,
    nextQueryId: 1,
  };
}

function must<T>(value: T | undefined, why: string): T {
  if (value === undefined) throw new Error(`broken invariant: ${why}`);
  return value;
}
