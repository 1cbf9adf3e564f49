import { firstUpdates } from '../bot-api/polls.js';
import { ok, refuse, wrongCall } from '../bot-api/reply.js';
import { tellBot, tellQueue } from '../control/tell.js';
import { toSeconds } from '../world/clock.js';
import type { Bot } from '../world/world.js';
import { method } from './call.js';

interface GetUpdates {
  offset?: number;
  limit?: number;
  timeout?: number;
  allowed_updates?: string[];
}

interface SetWebhook {
  url: string;
  max_connections?: number;
  allowed_updates?: string[];
  drop_pending_updates?: boolean;
  secret_token?: string;
}

const maxUpdates = 100;
const longestTimeoutSeconds = 50;

export const getUpdates = method<GetUpdates>((call, params) => {
  const { emulator, bot } = call;
  if (bot.webhook !== null) {
    return refuse(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  emulator.polls.terminate(bot.token);
  emulator.polls.touch(bot.token);
  if (params.allowed_updates !== undefined) bot.allowedUpdates = params.allowed_updates;
  if (confirm(bot, params.offset ?? 0)) tellQueue(emulator, bot);
  const limit = Math.min(Math.max(params.limit ?? maxUpdates, 1), maxUpdates);
  const timeoutMs = Math.min(Math.max(params.timeout ?? 0, 0), longestTimeoutSeconds) * 1000;
  if (bot.queue.length > 0 || timeoutMs === 0) return ok(firstUpdates(bot, limit));
  return emulator.polls.wait(bot, limit, timeoutMs, call.connection);
});

/** Forgets what the bot has confirmed; a negative offset keeps only that many, counted from the end. */
function confirm(bot: Bot, offset: number): boolean {
  const before = bot.queue.length;
  if (before === 0 || offset === 0) return false;
  bot.queue = offset < 0 ? bot.queue.slice(offset) : bot.queue.filter(({ update }) => update.update_id >= offset);
  return bot.queue.length !== before;
}

export const setWebhook = method<SetWebhook>(({ emulator, bot }, params) => {
  if (params.url === '') return removeWebhook(bot, params.drop_pending_updates ?? false);
  if (!isHere(params.url)) {
    return wrongCall('Bad Request: bad webhook: this emulator delivers only to addresses on this machine');
  }
  if (params.secret_token !== undefined && !/^[\w-]{1,256}$/.test(params.secret_token)) {
    return wrongCall('Bad Request: secret token contains unallowed characters');
  }
  if (params.allowed_updates !== undefined) bot.allowedUpdates = params.allowed_updates;
  if (params.drop_pending_updates === true) bot.queue = [];
  bot.webhook = {
    url: params.url,
    secretToken: params.secret_token ?? null,
    maxConnections: Math.min(Math.max(params.max_connections ?? 40, 1), 100),
    lastErrorAtMs: null,
    lastError: null,
  };
  emulator.polls.terminate(bot.token);
  tellBot(emulator, bot.token);
  tellQueue(emulator, bot);
  emulator.webhooks.pump(emulator, bot);
  return ok(true);
});

export const deleteWebhook = method<{ drop_pending_updates?: boolean }>(({ emulator, bot }, params) => {
  const reply = removeWebhook(bot, params.drop_pending_updates ?? false);
  tellBot(emulator, bot.token);
  tellQueue(emulator, bot);
  return reply;
});

export const getWebhookInfo = method(({ bot: { webhook, queue, allowedUpdates } }) =>
  ok({
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: queue.length,
    ...(webhook && { max_connections: webhook.maxConnections }),
    ...(webhook?.lastError && {
      last_error_date: toSeconds(webhook.lastErrorAtMs ?? 0),
      last_error_message: webhook.lastError,
    }),
    ...(allowedUpdates && { allowed_updates: allowedUpdates }),
  }),
);

function removeWebhook(bot: Bot, dropsUpdates: boolean) {
  bot.webhook = null;
  if (dropsUpdates) bot.queue = [];
  return ok(true);
}

/** Updates hold people's words: they never leave the machine. */
function isHere(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
