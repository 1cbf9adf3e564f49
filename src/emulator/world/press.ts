import type { StoredMessage } from './conversation.js';
import type { Bot, CallbackQuery } from './world.js';

/** Whether a phone can still press a button with this data under the message. */
export function canPress({ message, pastKeyboards }: StoredMessage, data: string): boolean {
  const keyboards = [...pastKeyboards, ...(message.reply_markup ? [message.reply_markup] : [])];
  return keyboards.some(({ inline_keyboard }) =>
    inline_keyboard.flat().some((button) => button.callback_data === data),
  );
}

const maxOpenQueries = 1000;

/** A query that waits for its answer; gives its id. */
export function openQuery(bot: Bot, query: CallbackQuery): string {
  const id = `${bot.user.id}${String(bot.nextQueryId).padStart(9, '0')}`;
  bot.nextQueryId += 1;
  bot.callbackQueries.set(id, query);
  if (bot.callbackQueries.size > maxOpenQueries) {
    const [oldest] = bot.callbackQueries.keys();
    if (oldest !== undefined) bot.callbackQueries.delete(oldest);
  }
  return id;
}
