import type { Language } from '../core/round/scenario.js';
import type { Log } from '../log.js';
import type { Client } from './client.js';
import { commandTable, type MenuCommand } from './commands.js';

/** How the bot presents itself before anyone has started it. */
export interface Profile {
  readonly commands: Readonly<Record<MenuCommand, string>>;
  /** The one line in the menu of a group. */
  readonly roomCommand: string;
  /** Shown in an empty chat; at most 512 characters. */
  readonly description: string;
  /** Shown on the profile and when the bot is shared; at most 120 characters. */
  readonly shortDescription: string;
}

const timeoutMs = 5_000;

/** Tells Telegram the menu and descriptions, per language and by default. A refusal is logged: the bot works without. */
export async function register(
  client: Client,
  profiles: Readonly<Record<Language, Profile>>,
  defaultLanguage: Language,
  log: Log,
  hasRooms = false,
): Promise<void> {
  const scopes: readonly (readonly [Profile, Language, { language_code?: Language }])[] = [
    [profiles[defaultLanguage], defaultLanguage, {}],
    [profiles.nl, 'nl', { language_code: 'nl' }],
    [profiles.en, 'en', { language_code: 'en' }],
  ];
  try {
    for (const [profile, language, scope] of scopes) {
      await client.call('setMyCommands', { commands: menu(profile, language), ...scope }, { timeoutMs });
      if (hasRooms) await registerInGroups(client, profile, language, scope);
      await client.call('setMyDescription', { description: profile.description, ...scope }, { timeoutMs });
      await client.call(
        'setMyShortDescription',
        { short_description: profile.shortDescription, ...scope },
        { timeoutMs },
      );
    }
  } catch (error) {
    log.warn({ error }, 'could not register the menu and descriptions with Telegram');
  }
}

/** In a group only what belongs there: nobody is to find /hulp in a menu that the other sees. */
async function registerInGroups(
  client: Client,
  profile: Profile,
  language: Language,
  scope: { language_code?: Language },
): Promise<void> {
  const own = { commands: menu(profile, language), scope: { type: 'all_private_chats' as const }, ...scope };
  await client.call('setMyCommands', own, { timeoutMs });
  const [name] = commandTable.flatMap(({ id, names }) => (id === 'room' ? [names[language][0]] : []));
  if (name === undefined) return;
  const commands = [{ command: name, description: profile.roomCommand }];
  await client.call('setMyCommands', { commands, scope: { type: 'all_group_chats' }, ...scope }, { timeoutMs });
}

function menu(profile: Profile, language: Language): { command: string; description: string }[] {
  return commandTable
    .filter((entry) => entry.isInMenu)
    .map(({ id, names }) => ({ command: names[language][0], description: profile.commands[id] }));
}
