import type { TelegramKeyboardButtonRequestChat } from '@gramio/types';

/** The buttons a bot puts in place of a person's own keyboard, until it takes them away. */
export interface ReplyKeyboard {
  rows: ReplyKey[][];
  isOneTime: boolean;
  /** One for one time closes when it was used, and can be opened again. */
  isOpen: boolean;
}

export interface ReplyKey {
  text: string;
  /** A tap picks or makes a group, whose id the bot hears; without it a tap sends the text. */
  requestsChat: TelegramKeyboardButtonRequestChat | null;
}
