import { isIP } from 'node:net';
import { readSettings, type Environment } from '../../config.js';
import { createClient, type Client } from '../../telegram/client.js';
import { fatalFrom, TelegramRefusal, TelegramUnheard } from '../../telegram/errors.js';
import { serverTime } from '../../telegram/server-time.js';
import { isInUse } from './data-checks.js';
import { bad, fine, remark, type Finding } from './finding.js';

/** Within a minute nobody notices; beyond it questions come at other hours than people chose. */
const noticeableMs = 60_000;

export async function checkClock(environment: Environment): Promise<Finding> {
  const { TELEGRAM_API_ROOT: root } = readSettings(environment, ['TELEGRAM_API_ROOT']);
  const at = await serverTime(root).catch(() => undefined);
  if (at === undefined) return remark('It could not be compared: Telegram cannot be reached.');
  if (at === null) return remark('It could not be compared: the server says no time.');
  const byMs = Date.now() - at;
  if (Math.abs(byMs) <= noticeableMs) return fine('It agrees with that of Telegram.');
  const minutes = String(Math.round(Math.abs(byMs) / 60_000));
  return bad(
    `It is ${minutes} minutes ${byMs > 0 ? 'ahead' : 'behind'}: let this machine set it by the network (NTP).`,
  );
}

export async function checkTelegram(environment: Environment): Promise<Finding> {
  const settings = readSettings(environment, ['BOT_TOKEN', 'TELEGRAM_API_ROOT', 'DATA_DIR', 'HTTP_HOST', 'HTTP_PORT']);
  const client = createClient({ token: settings.BOT_TOKEN, apiRoot: settings.TELEGRAM_API_ROOT });
  try {
    const me = await client.call('getMe', undefined);
    const username = me.username ?? '';
    if (isInUse(settings.DATA_DIR)) return await askTheBot(username, settings);
    const { url } = await client.call('getWebhookInfo', undefined);
    if (url !== '') return remark(`@${username} has a webhook; the bot takes it away when it starts.`);
    const isAlone = await pollsAlone(client);
    if (isAlone) return fine(`@${username} answers, and nobody else polls.`);
    return bad(
      `@${username} answers, and another copy polls with this token: stop that one, or the two take each other’s messages.`,
    );
  } catch (error) {
    const fatal = fatalFrom(error);
    if (fatal !== null) return bad(fatal.message);
    if (error instanceof TelegramUnheard)
      return bad(`It cannot be reached (${error.code}): check the network of this machine.`);
    if (error instanceof TelegramRefusal) return bad(`It refuses with ${String(error.code)}: try again later.`);
    throw error;
  } finally {
    await client.close();
  }
}

/** Long enough that another copy, ended by this poll, comes back and ends it in turn. What waits stays unconfirmed. */
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

/** It runs: a poll from here would end its own. */
async function askTheBot(
  username: string,
  { HTTP_HOST: host, HTTP_PORT: port }: { readonly HTTP_HOST: string; readonly HTTP_PORT: number },
): Promise<Finding> {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  const address = `http://${isIP(name) === 6 ? `[${name}]` : name}:${String(port)}/readyz`;
  const ready = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  if (ready === null) return remark(`@${username} answers. A bot is using the data, and cannot be asked from here.`);
  if (ready.ok) return fine(`@${username} answers, and the bot that runs here is well.`);
  const { telegram } = (await ready.json().catch(() => ({}))) as { readonly telegram?: string };
  if (telegram === undefined)
    return remark(`@${username} answers; the bot that runs here is not ready, and /readyz says why.`);
  return bad(
    `@${username} answers, but not the polls of the bot that runs here: another copy may poll with the same token.`,
  );
}
