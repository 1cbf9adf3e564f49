import type { TelegramInlineKeyboardMarkup, TelegramMessage } from '@gramio/types';

/** Where messages stand: what a private chat and a group have in common. */
export interface Conversation {
  /** The person's own id, or a group's, which is negative. */
  id: number;
  unreadCount: number;
  typingUntilMs: number;
  messages: Map<number, StoredMessage>;
}

export interface Toast {
  text: string;
  isAlert: boolean;
  atMs: number;
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
  /** Whether the bot was told of it: in a group, privacy mode keeps most from it. */
  isForBot: boolean;
}
