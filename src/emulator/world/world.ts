import type {
  TelegramBotCommand,
  TelegramInlineKeyboardMarkup,
  TelegramMessage,
  TelegramUpdate,
  TelegramUser,
} from '@gramio/types';

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
}

export interface Person {
  id: number;
  firstName: string;
  username: string | null;
  languageCode: string;
  timeZone: string;
  allowsVoice: boolean;
}

export interface Bot {
  token: string;
  user: BotUser;
  chats: Map<number, Chat>;
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

export interface Chat {
  personId: number;
  hasStarted: boolean;
  hasBlockedBot: boolean;
  unreadCount: number;
  typingUntilMs: number;
  toast: { text: string; isAlert: boolean; atMs: number } | null;
  messages: Map<number, StoredMessage>;
}

/** A message as the Bot API shows it; the types of the package also allow a builder of keyboards there. */
export type BotMessage = Omit<TelegramMessage, 'reply_markup'> & { reply_markup?: TelegramInlineKeyboardMarkup };

export interface StoredMessage {
  /** Never changed in place, because queued updates hold it too. */
  message: BotMessage;
  sentBy: 'person' | 'bot' | 'service';
  atMs: number;
  editedAtMs: number | null;
  fileId: string | null;
  isSilent: boolean;
  isPinned: boolean;
  personReaction: string | null;
  botReactions: string[];
  /** A phone may press a button that has just been replaced. */
  pastKeyboards: TelegramInlineKeyboardMarkup[];
}

export interface QueuedUpdate {
  update: TelegramUpdate;
  atMs: number;
}

export interface CallbackQuery {
  chatId: number;
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
  return { people: new Map(), bots: new Map([['', createBot('')]]), currentToken: '', nextPersonId: 7_000_000_001 };
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
    personId,
    hasStarted: false,
    hasBlockedBot: false,
    unreadCount: 0,
    typingUntilMs: 0,
    toast: null,
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
    chats: new Map(),
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
