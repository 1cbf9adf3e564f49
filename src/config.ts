import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { isVisible } from './core/reading/visible.js';
import { zoneNamed } from './core/reading/zone.js';

/** Settings that are missing or wrong; the message is a sentence for each, for whoever runs the bot. */
export class ConfigRefusal extends Error {
  override readonly name = 'ConfigRefusal';
}

const text = z.string().trim().refine(isVisible);
/** In .env nobody expands `~`, as a shell would. */
const path = text.transform((written) => written.replace(/^~(?=\/|$)/, homedir()));
const zone = text.refine((name) => zoneNamed(name) !== null);
/** Ids apart by commas. */
const ids = z.string().transform((written) => written.split(',').flatMap((id) => id.trim() || []));
const whole = (from: number, to: number) => z.coerce.number().int().min(from).max(to);

const postgres = z.url({ protocol: /^postgres(ql)?$/ });

/** Each setting, what it takes, and what to say when it gets something else. */
const settings = {
  BOT_TOKEN: { type: z.string().regex(/^\d+:[\w-]{30,}$/), expected: 'the token @BotFather gave, like 123456:ABC…' },
  OPERATOR_NAME: { type: text, expected: 'the name of whoever runs this bot, as people read it before they agree' },
  OPERATOR_CONTACT: { type: text.nullable().default(null), expected: 'an e-mail address or another way to reach you' },
  PRIVACY_POLICY_URL: {
    type: z
      .url({ protocol: /^https?$/ })
      .nullable()
      .default(null),
    expected: 'the address where your privacy policy can be read, like https://example.org/privacy',
  },
  OPEN_TO: { type: z.enum(['couple', 'everyone']).default('couple'), expected: 'couple or everyone' },
  TELEGRAM_API_ROOT: {
    type: z.url({ protocol: /^https?$/ }).default('https://api.telegram.org'),
    expected: 'the address of a Bot API server, like https://api.telegram.org',
  },
  DATA_DIR: { type: path.default('./data'), expected: 'a directory' },
  KEY_FILE: { type: path.default('./samenspraak.key'), expected: 'a file outside DATA_DIR' },
  SAMENSPRAAK_KEY: {
    type: z
      .string()
      .regex(/^[A-Za-z0-9+/]{43}=$/)
      .nullable()
      .default(null),
    expected: '32 random bytes in base64 (openssl rand -base64 32)',
  },
  DATABASE_URL: { type: postgres.nullable().default(null), expected: 'the address of a PostgreSQL database' },
  KEYS_DATABASE_URL: {
    type: postgres.nullable().default(null),
    expected: 'the address of a database in another PostgreSQL cluster than DATABASE_URL',
  },
  DATABASE_POOL: { type: whole(2, 100).default(8), expected: 'connections to each database, from 2 to 100' },
  SCENARIOS_DIR: { type: path.nullable().default(null), expected: 'a directory with prompts of your own' },
  SCENARIOS_OFF: { type: ids.default([]), expected: 'ids of prompts or paths, with commas between them' },
  DEFAULT_LANGUAGE: { type: z.enum(['nl', 'en']).default('nl'), expected: 'nl or en' },
  DEFAULT_TIMEZONE: { type: zone.default('Europe/Amsterdam'), expected: 'an IANA time zone, like Europe/Amsterdam' },
  ROOMS: { type: z.enum(['on', 'off']).default('off'), expected: 'on or off' },
  TELL_NEWS: { type: z.enum(['yes', 'no']).default('yes'), expected: 'yes or no' },
  SEND_RATE: { type: whole(1, 1000).default(30), expected: 'messages a second, from 1 to 1000' },
  PAID_BROADCAST: {
    type: z.enum(['no', '0.1-stars-each']).default('no'),
    expected: 'no, or 0.1-stars-each: what Telegram takes for every message',
  },
  CHAT_RATE: { type: whole(1, 1000).default(1), expected: 'messages a second to one chat, from 1 to 1000' },
  SPREAD_MINUTES: {
    type: whole(0, 60).default(0),
    expected: 'over how many minutes prompts that are due at once are spread, from 0 to 60',
  },
  HTTP_HOST: { type: text.default('127.0.0.1'), expected: 'an address to listen on, like 127.0.0.1' },
  HTTP_PORT: { type: whole(0, 65_535).default(8080), expected: 'a port, from 0 (any) to 65535' },
  LOG_LEVEL: {
    type: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    expected: 'trace, debug, info, warn, error, fatal or silent',
  },
} as const;

type Settings = typeof settings;
export type Config = { readonly [Name in keyof Settings]: z.infer<Settings[Name]['type']> };

export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of design.md, from the environment. Throws ConfigRefusal, which names all that do not fit. */
export function readConfig(environment: Environment): Config {
  return readSettings(environment, Object.keys(settings) as (keyof Settings)[]);
}

/** Some of the settings: what a command needs that is not the bot. */
export function readSettings<Name extends keyof Settings>(
  environment: Environment,
  names: readonly Name[],
): Pick<Config, Name> {
  const wrong: string[] = [];
  const entries = names.map((name) => {
    const value = valueOf(environment, name);
    const read = settings[name].type.safeParse(value);
    if (!read.success) wrong.push(sentenceFor(name, value === undefined));
    return [name, read.data] as const;
  });
  wrong.push(...atOdds(environment, names));
  if (wrong.length > 0) throw new ConfigRefusal(wrong.join('\n'));
  return Object.fromEntries(entries) as Pick<Config, Name>;
}

/** Settings that are right by themselves, and not together. */
function atOdds(environment: Environment, names: readonly (keyof Settings)[]): readonly string[] {
  return [
    ...(names.includes('DATABASE_URL') ? placesAtOdds(environment, names.includes('DATA_DIR')) : []),
    ...(names.includes('SEND_RATE') ? ratesAtOdds(environment) : []),
  ];
}

/** A move asks for the files and for the databases, each by itself. */
function placesAtOdds(environment: Environment, areFilesMeant: boolean): readonly string[] {
  const has = (name: keyof Settings) => valueOf(environment, name) !== undefined;
  const [data, keys] = [has('DATABASE_URL'), has('KEYS_DATABASE_URL')];
  return [
    ...(data && !keys
      ? ['KEYS_DATABASE_URL is missing: with DATABASE_URL the keys lie in a cluster of their own.']
      : []),
    ...(keys && !data ? ['DATABASE_URL is missing: with KEYS_DATABASE_URL the data lies in PostgreSQL too.'] : []),
    ...(data && areFilesMeant && has('DATA_DIR')
      ? ['DATA_DIR and DATABASE_URL are both set: take one of them away.']
      : []),
  ];
}

/** What Telegram lets every bot send for nothing. */
const freeRate = 30;

/** Whoever pays says so, and how much; nobody pays for what they do not use. */
function ratesAtOdds(environment: Environment): readonly string[] {
  const isPaid = valueOf(environment, 'PAID_BROADCAST') === '0.1-stars-each';
  const isAbove = Number(valueOf(environment, 'SEND_RATE') ?? freeRate) > freeRate;
  if (isAbove && !isPaid) {
    return [
      'SEND_RATE is above 30, for which Telegram takes 0.1 Stars a message: set PAID_BROADCAST=0.1-stars-each to pay that, or SEND_RATE to 30.',
    ];
  }
  if (isPaid && !isAbove) {
    return ['PAID_BROADCAST pays for more than 30 messages a second: set SEND_RATE above 30, or take it away.'];
  }
  return [];
}

function sentenceFor(name: keyof Settings, isMissing: boolean): string {
  if (isMissing && name === 'BOT_TOKEN') {
    return 'BOT_TOKEN is missing: set it to the token of your bot, or try it without one by npm run demo.';
  }
  return `${name} is ${isMissing ? 'missing' : 'not right'}: it takes ${settings[name].expected}.`;
}

/** Reads `.env` into the process, where it does not overrule what is set already. */
export function loadDotEnv(path = '.env'): void {
  for (const [name, value] of Object.entries(dotEnv(path))) process.env[name] ??= value;
}

/** What of an environment is a setting, and has a value. */
export function settingsOf(environment: Environment): Readonly<Record<string, string>> {
  const names = Object.keys(settings).map((name) => [name, environment[name] ?? ''] as const);
  return Object.fromEntries(names.filter(([, value]) => value.trim() !== ''));
}

/** Names in `.env` that no setting has, most often a slip of the pen. */
export function unknownDotEnvNames(path = '.env'): readonly string[] {
  return Object.keys(dotEnv(path)).filter((name) => !(name in settings));
}

/** Windows editors put a byte order mark before the first name. */
export function dotEnv(path = '.env'): Readonly<Record<string, string | undefined>> {
  return existsSync(path) ? parseEnv(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) : {};
}

/** An empty value counts as none, as in most `.env` files. */
function valueOf(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === '' ? undefined : value;
}
