import type {
  TelegramForceReply,
  TelegramInlineKeyboardButton,
  TelegramInlineKeyboardMarkup,
  TelegramKeyboardButton,
  TelegramReplyKeyboardMarkup,
  TelegramReplyKeyboardRemove,
} from '@gramio/types';
import type { ReplyKeyboard } from '../world/reply-keyboard.js';
import { wrongCall, type Refusal } from './reply.js';

export type Markup =
  TelegramInlineKeyboardMarkup | TelegramReplyKeyboardMarkup | TelegramReplyKeyboardRemove | TelegramForceReply;

const maxCallbackDataBytes = 64;
const maxButtons = 100;
const maxCopyTextLength = 256;

/** What the schema can't say about a keyboard. The inline keyboard comes back, since only that one stays with its message. */
export function readMarkup(markup: Markup | undefined): TelegramInlineKeyboardMarkup | null | Refusal {
  if (markup === undefined || !('inline_keyboard' in markup)) return null;
  let count = 0;
  for (const row of markup.inline_keyboard) {
    for (const button of row) {
      const problem = problemOf(button);
      if (problem !== null) return wrongCall(`Bad Request: ${problem}`);
      count += 1;
    }
  }
  if (count > maxButtons) return wrongCall('Bad Request: reply markup is too long');
  return count === 0 ? null : { inline_keyboard: markup.inline_keyboard.filter((row) => row.length > 0) };
}

/**
 * The keyboard under a person's chat, which stays until another comes or it is taken away: a new one, none, or undefined
 * for as it was.
 */
export function readReplyKeyboard(
  markup: Markup | undefined,
  isPrivate: boolean,
): ReplyKeyboard | null | undefined | Refusal {
  if (markup === undefined) return undefined;
  if ('remove_keyboard' in markup) return null;
  if (!('keyboard' in markup)) return undefined;
  for (const button of markup.keyboard.flat()) {
    const problem = replyProblemOf(button, isPrivate);
    if (problem !== null) return wrongCall(`Bad Request: ${problem}`);
  }
  const rows = markup.keyboard.map((row) =>
    row.map(({ text, request_chat }) => ({ text, requestsChat: request_chat ?? null })),
  );
  return { rows: rows.filter((row) => row.length > 0), isOneTime: markup.one_time_keyboard ?? false, isOpen: true };
}

function replyProblemOf(button: TelegramKeyboardButton, isPrivate: boolean): string | null {
  if (button.text.trim() === '') return 'keyboard button text must be non-empty';
  if (isPrivate) return null;
  if (button.request_chat !== undefined) return 'Chats can be requested in private chats only';
  if (button.request_users !== undefined) return 'Users can be requested in private chats only';
  if (button.request_contact === true) return 'Phone number can be requested in private chats only';
  if (button.request_location === true) return 'Location can be requested in private chats only';
  if (button.request_poll !== undefined) return 'Poll can be requested in private chats only';
  return null;
}

const actions = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
] as const;

function problemOf(button: TelegramInlineKeyboardButton): string | null {
  if (button.text.trim() === '') return 'inline keyboard button text must be non-empty';
  let chosen = 0;
  for (const action of actions) if (button[action] !== undefined) chosen += 1;
  if (chosen === 0) return "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard";
  if (chosen > 1) return "can't parse inline keyboard button: a button does exactly one thing";
  if (button.callback_data !== undefined) {
    const size = Buffer.byteLength(button.callback_data);
    if (size === 0 || size > maxCallbackDataBytes) return 'BUTTON_DATA_INVALID';
  }
  if (button.url !== undefined && !isLink(button.url)) {
    return `inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`;
  }
  if (button.copy_text !== undefined) {
    const { length } = button.copy_text.text;
    if (length === 0 || length > maxCopyTextLength) return 'BUTTON_COPY_TEXT_INVALID';
  }
  return null;
}

function isLink(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:', 'tg:'].includes(new URL(url).protocol);
}
