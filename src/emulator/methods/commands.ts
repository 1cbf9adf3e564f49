import type { TelegramBotCommand } from '@gramio/types';
import { ok, wrongCall } from '../bot-api/reply.js';
import { tellChats } from '../control/tell.js';
import { isLanguage, keyOf, type ForScope } from '../world/languages.js';
import { method } from './call.js';

const maxCommands = 100;
const maxDescriptionLength = 256;

export const setMyCommands = method<ForScope & { commands: TelegramBotCommand[] }>(({ bot, emulator }, params) => {
  if (params.commands.length > maxCommands) return wrongCall('Bad Request: BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of params.commands) {
    if (!/^\/?[a-z0-9_]{1,32}$/.test(command)) return wrongCall('Bad Request: BOT_COMMAND_INVALID');
    const length = description.trim().length;
    if (length === 0 || length > maxDescriptionLength) return wrongCall('Bad Request: BOT_COMMAND_DESCRIPTION_INVALID');
  }
  if (!isLanguage(params.language_code)) return wrongCall('Bad Request: invalid language code specified');
  const commands = params.commands.map(({ command, description }) => ({
    command: command.replace(/^\//, ''),
    description: description.trim(),
  }));
  bot.commands.set(keyOf(params), commands);
  tellChats(emulator, bot);
  return ok(true);
});

export const getMyCommands = method<ForScope>(({ bot }, params) => ok(bot.commands.get(keyOf(params)) ?? []));

export const deleteMyCommands = method<ForScope>(({ bot, emulator }, params) => {
  bot.commands.delete(keyOf(params));
  tellChats(emulator, bot);
  return ok(true);
});
