import type { TelegramBotCommand, TelegramBotCommandScope } from '@gramio/types';
import type { Bot, Person } from './world.js';

/** What a bot says of itself: each of it once for a language, or for all. */

export interface ForScope {
  scope?: TelegramBotCommandScope;
  language_code?: string;
}

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

export function keyOf({ scope, language_code }: ForScope): string {
  const { type, ...rest } = scope ?? { type: 'default' as const };
  return [type, ...Object.values(rest).map(String), language_code ?? ''].join(' ');
}

/** What an empty chat shows in this language. */
export function descriptionFor(bot: Bot, languageCode: string | undefined): string {
  return inLanguage(bot.descriptions, languageCode);
}

export function inLanguage(texts: Map<string, string>, languageCode: string | undefined): string {
  return texts.get(languageCode ?? '') ?? texts.get('') ?? '';
}
