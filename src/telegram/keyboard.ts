import { type Button, type ButtonName, buttonNames } from '../core/buttons.js';

/** Telegram's limit on callback_data. */
const maxBytes = 64;
const plainPart = /^[\w-]*$/;
const stepDigits = /^(?:0|[1-9a-z][0-9a-z]{0,10})$/;

/** One key of a keyboard: it presses, opens an address, or puts a text on the clipboard. */
export type Key =
  | { readonly label: string; readonly button: Button }
  | { readonly label: string; readonly url: string }
  | { readonly label: string; readonly copy: string };

export type KeyRows = readonly (readonly Key[])[];

type TelegramKey =
  | { readonly text: string; readonly callback_data: string }
  | { readonly text: string; readonly url: string }
  | { readonly text: string; readonly copy_text: { readonly text: string } };

export interface InlineKeyboard {
  readonly inline_keyboard: readonly (readonly TelegramKey[])[];
}

/** The `reply_markup` of a message; no rows take a message's keyboard away. */
export function inlineKeyboard(rows: KeyRows): InlineKeyboard {
  return { inline_keyboard: rows.map((row) => row.map(telegramKey)) };
}

/** A keyboard below the chat with one key: it tells the bot where somebody is, once, after Telegram has asked them. */
export function placeKeyboard(label: string) {
  return {
    keyboard: [[{ text: label, request_location: true }]],
    resize_keyboard: true,
    one_time_keyboard: true,
  } as const;
}

/** A keyboard below the chat with one key: it picks or makes a group that the bot is in, with no right asked. */
export function groupKeyboard(label: string) {
  const wanted = { chat_is_channel: false, chat_is_forum: false, chat_has_username: false, bot_is_member: true };
  return {
    keyboard: [[{ text: label, request_chat: { request_id: 1, ...wanted } }]],
    resize_keyboard: true,
    one_time_keyboard: true,
  } as const;
}

/** Takes the keyboard below the chat away. */
export const noKeyboard = { remove_keyboard: true } as const;

/** `seal:k3f9x2:4:` – name, slot, step in base 36, argument. Throws when it would not fit or could not be read back. */
export function encodeButton(button: Button): string {
  const { name, slot, step, arg } = button;
  if (!plainPart.test(slot) || !plainPart.test(arg))
    throw new Error(`button ${name} carries letters that do not travel`);
  if (!Number.isSafeInteger(step) || step < 0) throw new Error(`button ${name} has a step that is no whole number`);
  const data = `${name}:${slot}:${step.toString(36)}:${arg}`;
  if (Buffer.byteLength(data) > maxBytes) throw new Error(`button ${name} is longer than ${maxBytes} bytes`);
  return data;
}

/** Null for anything that this version of the bot did not make: a button of long ago, or something made up. */
export function decodeButton(data: string): Button | null {
  if (Buffer.byteLength(data) > maxBytes) return null;
  const [name, slot, step, arg, ...rest] = data.split(':');
  if (!isButtonName(name) || slot === undefined || step === undefined || arg === undefined || rest.length > 0)
    return null;
  if (!plainPart.test(slot) || !plainPart.test(arg) || !stepDigits.test(step)) return null;
  const count = Number.parseInt(step, 36);
  return Number.isSafeInteger(count) ? { name, slot, step: count, arg } : null;
}

function telegramKey(key: Key): TelegramKey {
  if ('button' in key) return { text: key.label, callback_data: encodeButton(key.button) };
  if ('url' in key) return { text: key.label, url: key.url };
  return { text: key.label, copy_text: { text: key.copy } };
}

function isButtonName(name: string | undefined): name is ButtonName {
  return (buttonNames as readonly (string | undefined)[]).includes(name);
}
