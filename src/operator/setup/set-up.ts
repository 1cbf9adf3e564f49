import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  ConfigRefusal,
  dotEnv,
  readConfig,
  readSettings,
  settingsOf,
  type Config,
  type Environment,
} from '../../config.js';
import { findOwnerLink } from '../../house.js';
import { qrForTerminal } from '../../qr.js';
import { readMasterKey } from '../../store/master-key.js';
import { createClient } from '../../telegram/client.js';
import { fatalFrom, TelegramUnheard } from '../../telegram/errors.js';
import { isInUse } from '../doctor/data-checks.js';
import { textOf, withSettings, writeEnvFile } from './env-file.js';
import type { Terminal } from './terminal.js';
import type { SetupWords } from './words.js';

export interface SetUp {
  readonly terminal: Terminal;
  readonly words: SetupWords;
  /** Where `.env` is written. */
  readonly directory: string;
  /** The text that a new `.env` begins with. */
  readonly example: string;
  readonly environment: Environment;
  /** Settings given on the command line, to be written as well. */
  readonly chosen: Readonly<Record<string, string>>;
  /** The data will lie in a volume that is not here: only the settings and the key are made. */
  readonly isForContainer: boolean;
}

interface Me {
  readonly username: string;
  readonly advice: readonly string[];
}

/**
 * Asks the questions, writes the file and says what comes next. False when the operator ended it; then nothing was
 * written.
 */
export async function setUp(options: SetUp): Promise<boolean> {
  const { terminal, words, directory } = options;
  const file = join(directory, '.env');
  const before = { ...dotEnv(file), ...settingsOf(options.environment), ...options.chosen };
  terminal.say(words.welcome);
  const known = await askToken(options, before);
  if (known === null) return stopped(options);
  terminal.say([words.isBot(known.me.username), ...known.me.advice].join('\n'));
  const former = before['OPERATOR_NAME'] ?? '';
  const name = await askName(options, former === '' ? null : former);
  if (name === null) return stopped(options);
  const answers = { BOT_TOKEN: known.token, OPERATOR_NAME: name };
  // Checked before anything is written, because another setting in the file may be wrong.
  const config = readConfig({ ...before, ...answers });
  const settings = { ...(options.isForContainer ? options.chosen : whatStartNeeds(options, config)), ...answers };
  writeEnvFile(file, withSettings(textOf(file) ?? options.example, settings));
  terminal.say(words.written(file));
  if (options.isForContainer) prepareKey(options, config);
  else await prepareData(options, config, known.me.username);
  return true;
}

/**
 * The places of data and key, and other settings that came from the environment alone. They are written down, so that a
 * start or a backup from another terminal or by systemd finds the same. A key in the environment is not written to a file.
 */
function whatStartNeeds({ directory, environment, chosen }: SetUp, config: Config): Readonly<Record<string, string>> {
  const stands = dotEnv(join(directory, '.env'));
  const { SAMENSPRAAK_KEY: _, ...passed } = settingsOf(environment);
  const { DATA_DIR, KEY_FILE } = config;
  const places = config.SAMENSPRAAK_KEY === null ? { DATA_DIR, KEY_FILE } : { DATA_DIR };
  const needed = Object.entries({ ...places, ...stands, ...passed, ...chosen });
  return Object.fromEntries(needed.filter(([name, value]) => stands[name] !== value));
}

function stopped({ terminal, words }: SetUp): false {
  terminal.say(words.ended);
  return false;
}

async function askToken(
  { terminal, words }: SetUp,
  before: Environment,
): Promise<{ readonly token: string; readonly me: Me } | null> {
  const former = before['BOT_TOKEN'] ?? '';
  for (;;) {
    const said = await terminal.askHidden(former === '' ? words.askToken : words.tokenStays);
    if (said === null) return null;
    const token = said === '' ? former : said;
    const root = tokenSettings(before, token);
    if (root === null) {
      terminal.say(words.notAToken);
      continue;
    }
    const me = await introduce(token, root, words);
    if (me !== null) return { token, me };
    terminal.say(words.unknownToken);
  }
}

/** The address to ask about this token; null when it cannot be a token. */
function tokenSettings(before: Environment, token: string): string | null {
  const { TELEGRAM_API_ROOT: root } = readSettings(before, ['TELEGRAM_API_ROOT']);
  try {
    readSettings({ BOT_TOKEN: token }, ['BOT_TOKEN']);
    return root;
  } catch {
    return null;
  }
}

/** Null when Telegram does not know the token. */
async function introduce(token: string, apiRoot: string, words: SetupWords): Promise<Me | null> {
  const client = createClient({ token, apiRoot });
  try {
    const me = await client.call('getMe', undefined);
    const advice = [
      ...(me.can_join_groups === true ? [words.groupsOn] : []),
      ...(me.can_read_all_group_messages === true ? [words.privacyOff] : []),
      ...(me.supports_inline_queries === true ? [words.inlineOn] : []),
    ];
    return { username: me.username ?? '', advice };
  } catch (error) {
    if (fatalFrom(error) !== null) return null;
    const code = error instanceof TelegramUnheard ? error.code : 'HTTP';
    throw new ConfigRefusal(words.unreachable(code));
  } finally {
    await client.close();
  }
}

async function askName({ terminal, words }: SetUp, former: string | null): Promise<string | null> {
  for (;;) {
    const said = await terminal.ask(words.askName(former));
    if (said === null) return null;
    const name = said === '' ? (former ?? '') : said;
    if (isName(name)) return name;
    terminal.say(words.nameNeeded);
  }
}

function isName(name: string): boolean {
  try {
    readSettings({ OPERATOR_NAME: name }, ['OPERATOR_NAME']);
    return true;
  } catch {
    return false;
  }
}

function prepareKey(
  { terminal, words }: SetUp,
  { DATA_DIR: dataDir, KEY_FILE: keyFile, SAMENSPRAAK_KEY }: Config,
): void {
  if (!existsSync(keyFile)) readMasterKey({ dataDir, keyFile, keyFromEnv: SAMENSPRAAK_KEY });
  terminal.say([words.keepKey(keyFile), words.startContainer].join('\n'));
}

/** Makes the data and its key, and returns the owner's link, which every start shows until somebody has used it. */
async function prepareData({ terminal, words }: SetUp, config: Config, username: string): Promise<void> {
  if (isInUse(config.DATA_DIR)) {
    terminal.say(words.isRunning);
    return;
  }
  const isOpenToAll = config.OPEN_TO === 'everyone';
  const link = await findOwnerLink(config, username);
  terminal.say(config.SAMENSPRAAK_KEY === null ? words.keepKey(config.KEY_FILE) : words.keyFromEnvironment);
  if (link !== null) terminal.say(`${words.link(link)}\n\n${qrForTerminal(link)}\n`);
  else if (!isOpenToAll) terminal.say(words.noLinkNeeded);
  terminal.say(words.start);
}
