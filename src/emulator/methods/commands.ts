import type { TelegramBotCommand, TelegramBotCommandScope } from '@gramio/types';
import { ok, wrongCall } from '../bot-api/reply.js';
import { tellChats } from '../control/tell.js';
import type { Bot, Person } from '../world/world.js';
import { method } from './call.js';

interface ForScope {
  scope?: TelegramBotCommandScope;
  language_code?: string;
}

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

/** The commands a person sees behind «/»: the narrowest scope first, and in each their own language first. */
export function menuFor(bot: Bot, { id, languageCode }: Person): TelegramBotCommand[] {
  const scopes: TelegramBotCommandScope[] = [
    { type: 'chat', chat_id: id },
    { type: 'all_private_chats' },
    { type: 'default' },
  ];
  for (const scope of scopes) {
    const commands =
      bot.commands.get(keyOf({ scope, language_code: languageCode })) ?? bot.commands.get(keyOf({ scope }));
    if (commands !== undefined && commands.length > 0) return commands;
  }
  return [];
}

export function isLanguage(code: string | undefined): boolean {
  return code === undefined || code === '' || /^[a-z]{2}$/.test(code);
}

function keyOf({ scope, language_code }: ForScope): string {
  const { type, ...rest } = scope ?? { type: 'default' as const };
  return [type, ...Object.values(rest).map(String), language_code ?? ''].join(' ');
}
