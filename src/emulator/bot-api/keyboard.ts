import type {
  TelegramForceReply,
  TelegramInlineKeyboardButton,
  TelegramInlineKeyboardMarkup,
  TelegramReplyKeyboardMarkup,
  TelegramReplyKeyboardRemove,
} from '@gramio/types';
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
