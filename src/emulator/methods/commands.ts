import type { TelegramBotCommand } from '@gramio/types';
import { isRefusal, ok, wrongCall, type Refusal } from '../bot-api/reply.js';
import { tellChats } from '../control/tell.js';
import { isLanguage, keyOf, type ForScope } from '../world/languages.js';
import { method, type Call } from './call.js';
import { placeOf } from './place.js';

const maxCommands = 100;
const maxDescriptionLength = 256;

export const setMyCommands = method<ForScope & { commands: TelegramBotCommand[] }>((call, params) => {
  const { bot, emulator } = call;
  if (params.commands.length > maxCommands) return wrongCall('Bad Request: BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of params.commands) {
    if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) return wrongCall('Bad Request: BOT_COMMAND_INVALID');
    const length = description.trim().length;
    if (length === 0 || length > maxDescriptionLength) return wrongCall('Bad Request: BOT_COMMAND_DESCRIPTION_INVALID');
  }
  if (!isLanguage(params.language_code)) return wrongCall('Bad Request: invalid language code specified');
  const elsewhere = outOfReach(call, params);
  if (elsewhere !== null) return elsewhere;
  const commands = params.commands.map(({ command, description }) => ({
    command: command.replace(/^\//, ''),
    description: description.trim(),
  }));
  bot.commands.set(keyOf(params), commands);
  tellChats(emulator, bot);
  return ok(true);
});

export const getMyCommands = method<ForScope>(
  (call, params) => outOfReach(call, params) ?? ok(call.bot.commands.get(keyOf(params)) ?? []),
);

export const deleteMyCommands = method<ForScope>((call, params) => {
  const { bot, emulator } = call;
  const elsewhere = outOfReach(call, params);
  if (elsewhere !== null) return elsewhere;
  bot.commands.delete(keyOf(params));
  tellChats(emulator, bot);
  return ok(true);
});

/** A scope of one chat is only for a chat the bot knows. */
function outOfReach(call: Call, { scope }: ForScope): Refusal | null {
  if (scope === undefined || !('chat_id' in scope)) return null;
  const place = placeOf(call, scope.chat_id, 'ask');
  return isRefusal(place) ? place : null;
}
