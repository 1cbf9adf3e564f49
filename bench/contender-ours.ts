import '../src/utc.js';
import { clockOf } from '../src/clock.js';
import { startBot } from '../src/bot.js';
import { createLog } from '../src/log.js';
import { startedWith, token } from './contender.js';
import { seededAt, storeOptions } from './seed.js';

/** The bot itself, wired as always; only its clock begins at the seeded moment. */

const { apiRoot, dataDir, sendRate } = startedWith();
const began = performance.now();
await startBot({
  config: {
    BOT_TOKEN: token,
    OPERATOR_NAME: 'Bench',
    OPERATOR_CONTACT: null,
    PRIVACY_POLICY_URL: null,
    OPEN_TO: 'everyone',
    ROOMS: 'off',
    TELEGRAM_API_ROOT: apiRoot,
    DATA_DIR: dataDir,
    DATABASE_URL: null,
    KEYS_DATABASE_URL: null,
    DATABASE_POOL: 8,
    KEY_FILE: '',
    SAMENSPRAAK_KEY: storeOptions(dataDir).masterKey.toString('base64'),
    SCENARIOS_DIR: null,
    SCENARIOS_OFF: [],
    DEFAULT_LANGUAGE: 'nl',
    DEFAULT_TIMEZONE: 'Europe/Amsterdam',
    TELL_NEWS: 'yes',
    SEND_RATE: sendRate,
    PAID_BROADCAST: 'no',
    CHAT_RATE: 1000,
    SPREAD_MINUTES: 60,
    HTTP_HOST: '127.0.0.1',
    HTTP_PORT: 0,
    LOG_LEVEL: 'error',
  },
  clock: clockOf({
    wallMs: () => seededAt + performance.now() - began,
    stopwatchMs: () => performance.now(),
    uptimeMs: () => performance.now(),
  }),
  log: createLog('error'),
  onFatal: (error) => {
    throw error;
  },
  signal: new AbortController().signal,
});
process.send?.('listening');
