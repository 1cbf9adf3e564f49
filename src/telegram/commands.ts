import type { Command } from '../core/command.js';
import type { Language } from '../core/round/scenario.js';
import { withoutHidden } from '../core/reading/visible.js';

interface Entry {
  readonly id: string;
  /** The first name of a language stands in its menu; every name works in every language. */
  readonly names: Readonly<Record<Language, readonly [string, ...string[]]>>;
  readonly isInMenu: boolean;
  readonly command: Command | 'start';
}

/** Every command the bot knows, in the order of the menu. A new one is one line here and a description in texts/. */
export const commandTable = [
  { id: 'start', names: { nl: ['start'], en: ['start'] }, isInMenu: false, command: 'start' },
  {
    id: 'question',
    names: { nl: ['vraag'], en: ['question'] },
    isInMenu: true,
    command: { type: 'askQuestion', choose: true },
  },
  {
    id: 'paths',
    names: { nl: ['programma', 'pad'], en: ['programme', 'program', 'path'] },
    isInMenu: true,
    command: { type: 'showPaths' },
  },
  {
    id: 'appreciate',
    names: { nl: ['waardeer'], en: ['appreciate'] },
    isInMenu: true,
    command: { type: 'appreciate' },
  },
  {
    id: 'breather',
    names: { nl: ['adempauze', 'pauze'], en: ['breather', 'break'] },
    isInMenu: true,
    command: { type: 'callBreather' },
  },
  { id: 'listen', names: { nl: ['luister'], en: ['listen'] }, isInMenu: true, command: { type: 'listen' } },
  { id: 'book', names: { nl: ['boek'], en: ['book'] }, isInMenu: true, command: { type: 'showBook' } },
  { id: 'invite', names: { nl: ['uitnodigen'], en: ['invite'] }, isInMenu: false, command: { type: 'showInvite' } },
  { id: 'withdraw', names: { nl: ['intrek'], en: ['withdraw'] }, isInMenu: false, command: { type: 'withdraw' } },
  { id: 'room', names: { nl: ['kamer'], en: ['room'] }, isInMenu: false, command: { type: 'showRoom' } },
  {
    id: 'settings',
    names: { nl: ['instellingen'], en: ['settings'] },
    isInMenu: true,
    command: { type: 'showSettings', view: 'all' },
  },
  {
    id: 'rhythm',
    names: { nl: ['ritme'], en: ['rhythm'] },
    isInMenu: false,
    command: { type: 'showSettings', view: 'rhythm' },
  },
  {
    id: 'helplines',
    names: { nl: ['hulp'], en: ['helplines'] },
    isInMenu: true,
    command: { type: 'inform', about: 'helplines' },
  },
  { id: 'stop', names: { nl: ['stop'], en: ['stop'] }, isInMenu: true, command: { type: 'stop' } },
  { id: 'erase', names: { nl: ['wis'], en: ['erase'] }, isInMenu: false, command: { type: 'erase' } },
  {
    id: 'export',
    names: { nl: ['export'], en: ['export'] },
    isInMenu: false,
    command: { type: 'exportData' },
  },
  { id: 'help', names: { nl: ['help'], en: ['help'] }, isInMenu: false, command: { type: 'inform', about: 'help' } },
  {
    id: 'privacy',
    names: { nl: ['privacy'], en: ['privacy'] },
    isInMenu: false,
    command: { type: 'inform', about: 'privacy' },
  },
  {
    // By this name, in every language: Telegram's privacy policy for bots sends people here.
    id: 'developer',
    names: { nl: ['developer_info'], en: ['developer_info'] },
    isInMenu: false,
    command: { type: 'inform', about: 'developer' },
  },
] as const satisfies readonly Entry[];

/** What is asked by a name alone; /start needs what stands behind it, and who sent it. */
type Asked = (typeof commandTable)[number]['command'] | { readonly type: 'unknownCommand' };

/** The commands that texts/ has a description for. */
export type MenuCommand = Extract<(typeof commandTable)[number], { isInMenu: true }>['id'];

const byName: ReadonlyMap<string, Asked> = new Map(
  commandTable.flatMap(({ names, command }) => [...names.nl, ...names.en].map((name) => [name, command] as const)),
);

export interface Typed {
  readonly command: Asked;
  /** What stands behind the name. */
  readonly rest: string;
}

/** Every sign that a keyboard or a phone's own correction makes of a slash, once or more; then a name, then a bot. */
const commandLine = /^[/\uff0f\u2044\u2215\u29f8]+\s*([\p{L}\p{M}\p{N}_]*)(?:@([a-z0-9_]*))?([\s\S]*)$/iu;

/**
 * Null when a text is no command; `'elsewhere'` when it is meant for another bot. What begins with a slash is never
 * anything else, and its name ends where its letters do, so that «/stop.» and «/hulp!» are heard.
 */
export function readCommand(text: string, username: string): Typed | 'elsewhere' | null {
  const parts = commandLine.exec(withoutHidden(text).trim());
  if (parts === null) return null;
  const [, name = '', bot = '', rest = ''] = parts;
  if (bot !== '' && bot.toLowerCase() !== username.toLowerCase()) return 'elsewhere';
  const known = byName.get(plainName(name)) ?? byName.get(plainName(/^\w*/.exec(name)?.[0] ?? ''));
  return { command: known ?? { type: 'unknownCommand' }, rest: rest.trim() };
}

/** Lower case, without accents, in plain letters. */
function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^_+|_+$/g, '');
}
