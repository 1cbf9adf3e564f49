import { mkdtempSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigRefusal, loadDotEnv, readConfig, unknownDotEnvNames } from '../src/config.js';

const token = `123456:${'a'.repeat(35)}`;
const enough = { BOT_TOKEN: token, OPERATOR_NAME: 'Sanne' };

describe('settings', () => {
  it('need a token and a name, and have a default for everything else', () => {
    expect(readConfig(enough)).toEqual({
      BOT_TOKEN: token,
      OPERATOR_NAME: 'Sanne',
      OPERATOR_CONTACT: null,
      PRIVACY_POLICY_URL: null,
      OPEN_TO: 'couple',
      TELEGRAM_API_ROOT: 'https://api.telegram.org',
      DATA_DIR: './data',
      KEY_FILE: './samenspraak.key',
      SAMENSPRAAK_KEY: null,
      DATABASE_URL: null,
      KEYS_DATABASE_URL: null,
      DATABASE_POOL: 8,
      SCENARIOS_DIR: null,
      SCENARIOS_OFF: [],
      DEFAULT_LANGUAGE: 'nl',
      DEFAULT_TIMEZONE: 'Europe/Amsterdam',
      ROOMS: 'off',
      TELL_NEWS: 'yes',
      SEND_RATE: 30,
      PAID_BROADCAST: 'no',
      CHAT_RATE: 1,
      SPREAD_MINUTES: 0,
      HTTP_HOST: '127.0.0.1',
      HTTP_PORT: 8080,
      LOG_LEVEL: 'info',
    });
  });

  it('say in one sentence what is missing, and name the demo when it is the token', () => {
    expect(() => readConfig({ OPERATOR_NAME: 'Sanne' })).toThrow(/^BOT_TOKEN is missing: .*npm run demo\.$/);
    expect(() => readConfig({ BOT_TOKEN: token })).toThrow(/^OPERATOR_NAME is missing: it takes [^.]+\.$/);
  });

  it.each([
    ['BOT_TOKEN', 'abc'],
    ['OPEN_TO', 'friends'],
    ['TELEGRAM_API_ROOT', 'telegram'],
    ['SAMENSPRAAK_KEY', 'short'],
    ['DEFAULT_LANGUAGE', 'fr'],
    ['DEFAULT_TIMEZONE', 'Europe/Utrecht'],
    ['TELL_NEWS', 'ja'],
    ['ROOMS', 'ja'],
    ['SEND_RATE', '0'],
    ['CHAT_RATE', '0'],
    ['SPREAD_MINUTES', '61'],
    ['SEND_RATE', 'fast'],
    ['PAID_BROADCAST', 'yes'],
    ['HTTP_PORT', '70000'],
    ['LOG_LEVEL', 'loud'],
  ])('name %s and what it takes when it is %s, without repeating it', (name, value) => {
    const read = () => readConfig({ ...enough, [name]: value });
    expect(read).toThrow(ConfigRefusal);
    expect(read).toThrow(new RegExp(`^${name} is not right: it takes `));
    if (name === 'BOT_TOKEN' || name === 'SAMENSPRAAK_KEY') expect(read).not.toThrow(new RegExp(`\\b${value}\\b`));
  });

  it('go above what Telegram allows for nothing only where the price is named, and name it only for that', () => {
    const PAID_BROADCAST = '0.1-stars-each';
    expect(readConfig({ ...enough, SEND_RATE: '31', PAID_BROADCAST })).toMatchObject({ SEND_RATE: 31, PAID_BROADCAST });
    expect(readConfig({ ...enough, SEND_RATE: '30' })).toMatchObject({ SEND_RATE: 30, PAID_BROADCAST: 'no' });
    for (const more of [{}, { PAID_BROADCAST: 'no' }]) {
      expect(() => readConfig({ ...enough, SEND_RATE: '31', ...more })).toThrow(
        /^SEND_RATE is above 30, for which Telegram takes 0\.1 Stars a message: [^\n]+\.$/,
      );
    }
    for (const more of [{}, { SEND_RATE: '30' }, { SEND_RATE: '5' }]) {
      expect(() => readConfig({ ...enough, PAID_BROADCAST, ...more })).toThrow(/^PAID_BROADCAST pays for [^\n]+\.$/);
    }
  });

  it('keep data and keys in PostgreSQL both or neither, and then not in files', () => {
    const [DATABASE_URL, KEYS_DATABASE_URL] = ['postgres://bot@db/samenspraak', 'postgresql://bot@keys/samenspraak'];
    expect(readConfig({ ...enough, DATABASE_URL, KEYS_DATABASE_URL })).toMatchObject({
      DATABASE_URL,
      DATABASE_POOL: 8,
    });
    expect(() => readConfig({ ...enough, DATABASE_URL })).toThrow(/^KEYS_DATABASE_URL is missing: [^\n]+$/);
    expect(() => readConfig({ ...enough, KEYS_DATABASE_URL })).toThrow(/^DATABASE_URL is missing: [^\n]+$/);
    expect(() => readConfig({ ...enough, DATABASE_URL, DATA_DIR: './data', HTTP_PORT: 'x' })).toThrow(
      /^HTTP_PORT is not right: [^\n]+\nKEYS_DATABASE_URL is missing: [^\n]+\nDATA_DIR and DATABASE_URL are both set: [^\n]+$/,
    );
    expect(() => readConfig({ ...enough, DATABASE_URL: 'mysql://db', KEYS_DATABASE_URL })).toThrow(
      /^DATABASE_URL is not right: it takes [^\n]+$/,
    );
  });

  it('are all named at once when several are wrong', () => {
    expect(() => readConfig({ OPEN_TO: 'friends', HTTP_PORT: '99999' })).toThrow(
      /^BOT_TOKEN is missing: [^\n]+\nOPERATOR_NAME is missing: [^\n]+\nOPEN_TO is not right: [^\n]+\nHTTP_PORT is not right: [^\n]+$/,
    );
  });

  it.each(['DATA_DIR', 'KEY_FILE', 'SCENARIOS_DIR'] as const)('understand ~ in %s, which no shell expands', (name) => {
    expect(readConfig({ ...enough, [name]: '~/samenspraak' })[name]).toBe(join(homedir(), 'samenspraak'));
    expect(readConfig({ ...enough, [name]: './~x' })[name]).toBe('./~x');
  });

  it('are read from a .env that begins with a byte order mark', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'samenspraak-env-')), '.env');
    writeFileSync(file, '\uFEFFSAMENSPRAAK_TEST_ONE=een\nSAMENSPRAAK_TEST_TWO=twee\n');
    expect(unknownDotEnvNames(file)).toEqual(['SAMENSPRAAK_TEST_ONE', 'SAMENSPRAAK_TEST_TWO']);
    loadDotEnv(file);
    expect(process.env['SAMENSPRAAK_TEST_ONE']).toBe('een');
    delete process.env['SAMENSPRAAK_TEST_ONE'];
    delete process.env['SAMENSPRAAK_TEST_TWO'];
  });

  it('read what is left out as ids with commas between them', () => {
    expect(readConfig({ ...enough, SCENARIOS_OFF: ' de-dans, stil-gevoelstaal,, ' }).SCENARIOS_OFF).toEqual([
      'de-dans',
      'stil-gevoelstaal',
    ]);
  });

  it('take an empty value for none', () => {
    expect(readConfig({ ...enough, OPERATOR_CONTACT: '', SEND_RATE: ' ' }).SEND_RATE).toBe(30);
  });
});
