import type { TelegramBotCommand, TelegramBotCommandScope, TelegramBotCommandScopeChatMember } from '@gramio/types';
import { isAdmin, type Group } from './group.js';
import type { Bot, Person } from './world.js';

/** What a bot says of itself: each of it once for a language, or for all. */

export interface ForScope {
  scope?: TelegramBotCommandScope;
  language_code?: string;
}

/** The commands a person sees behind «/»: the narrowest scope first, and in each their own language first. */
export function menuFor(bot: Bot, person: Person): TelegramBotCommand[] {
  return firstOf(bot, person, [
    { type: 'chat', chat_id: person.id },
    { type: 'all_private_chats' },
    { type: 'default' },
  ]);
}

/** The same in a group. */
export function groupMenuFor(bot: Bot, person: Person, group: Group): TelegramBotCommand[] {
  const chat_id = group.id;
  const isTheirs = isAdmin(group.members.get(person.id));
  return firstOf(bot, person, [
    { type: 'chat_member', chat_id, user_id: person.id },
    ...(isTheirs ? [{ type: 'chat_administrators' as const, chat_id }] : []),
    { type: 'chat', chat_id },
    ...(isTheirs ? [{ type: 'all_chat_administrators' as const }] : []),
    { type: 'all_group_chats' },
    { type: 'default' },
  ]);
}

function firstOf(bot: Bot, { languageCode }: Person, scopes: TelegramBotCommandScope[]): TelegramBotCommand[] {
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

type AnyScope = { type: string } & Partial<Pick<TelegramBotCommandScopeChatMember, 'chat_id' | 'user_id'>>;

export function keyOf({ scope, language_code }: ForScope): string {
  const { type, chat_id, user_id }: AnyScope = scope ?? { type: 'default' };
  return [type, chat_id ?? '', user_id ?? '', language_code ?? ''].join(' ');
}

/** What an empty chat shows in this language. */
export function descriptionFor(bot: Bot, languageCode: string | undefined): string {
  return inLanguage(bot.descriptions, languageCode);
}

export function inLanguage(texts: Map<string, string>, languageCode: string | undefined): string {
  return texts.get(languageCode ?? '') ?? texts.get('') ?? '';
}
