import { isIP } from 'node:net';
import { readSettings, type Environment } from '../../config.js';
import { createClient, type Client } from '../../telegram/client.js';
import { fatalFrom, TelegramRefusal, TelegramUnheard } from '../../telegram/errors.js';
import { serverTime } from '../../telegram/server-time.js';
import { databasesOf, withClusters } from '../databases.js';
import { isInUse } from './data-checks.js';
import { bad, fine, remark, type Finding } from './finding.js';
import type { DoctorWords } from './words.js';

/** Nobody notices a difference of a minute. With more, questions come at other hours than people chose. */
const noticeableMs = 60_000;

export async function checkClock(environment: Environment, words: DoctorWords): Promise<Finding> {
  const { TELEGRAM_API_ROOT: root } = readSettings(environment, ['TELEGRAM_API_ROOT']);
  const at = await serverTime(root).catch(() => undefined);
  if (at === undefined) return remark(words.clockUnreachable);
  if (at === null) return remark(words.clockUnsaid);
  const byMs = Date.now() - at;
  if (Math.abs(byMs) <= noticeableMs) return fine(words.clockAgrees);
  return bad(words.clockIsOff(Math.round(Math.abs(byMs) / 60_000), byMs > 0));
}

export async function checkTelegram(environment: Environment, words: DoctorWords): Promise<Finding> {
  const settings = readSettings(environment, ['BOT_TOKEN', 'TELEGRAM_API_ROOT', 'DATA_DIR', 'HTTP_HOST', 'HTTP_PORT']);
  const client = createClient({ token: settings.BOT_TOKEN, apiRoot: settings.TELEGRAM_API_ROOT });
  try {
    const me = await client.call('getMe', undefined);
    const username = me.username ?? '';
    if (await isBotAtWork(environment, settings.DATA_DIR)) return await askTheBot(username, settings, words);
    const { url } = await client.call('getWebhookInfo', undefined);
    if (url !== '') return remark(words.hasWebhook(username));
    return (await pollsAlone(client)) ? fine(words.pollsAlone(username)) : bad(words.pollsBesides(username));
  } catch (error) {
    if (fatalFrom(error) !== null) return bad(words.tokenRefused);
    if (error instanceof TelegramUnheard) return bad(words.unreachable(error.code));
    if (error instanceof TelegramRefusal) return bad(words.refuses(error.code));
    throw error;
  } finally {
    await client.close();
  }
}

/** Whether a bot runs on these files, or on these databases from any machine. */
function isBotAtWork(environment: Environment, dataDir: string): boolean | Promise<boolean> {
  const databases = databasesOf(environment);
  if (databases === null) return isInUse(dataDir);
  return withClusters(databases, ({ main, isLed }) => isLed(main));
}

/** Long enough for another copy, whose poll this one ends, to poll again and end this one. Updates stay unconfirmed. */
const pollSeconds = 6;

async function pollsAlone(client: Client): Promise<boolean> {
  try {
    await client.call('getUpdates', { timeout: pollSeconds, limit: 1 }, { timeoutMs: (pollSeconds + 5) * 1000 });
    return true;
  } catch (error) {
    if (error instanceof TelegramRefusal && error.code === 409) return false;
    throw error;
  }
}

/** The bot runs, so this does not poll: it would end the bot's own poll. */
async function askTheBot(
  username: string,
  { HTTP_HOST: host, HTTP_PORT: port }: { readonly HTTP_HOST: string; readonly HTTP_PORT: number },
  words: DoctorWords,
): Promise<Finding> {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  const address = `http://${isIP(name) === 6 ? `[${name}]` : name}:${String(port)}/readyz`;
  const ready = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  if (ready === null) return remark(words.cannotBeAsked(username));
  if (ready.ok) return fine(words.isWell(username));
  const { telegram } = (await ready.json().catch(() => ({}))) as { readonly telegram?: string };
  return telegram === undefined ? remark(words.isNotReady(username)) : bad(words.isUnheard(username));
}
