import type { TelegramUpdate } from '@gramio/types';
import type { Emulator, Webhooks } from '../emulator.js';
import type { Bot, QueuedUpdate, Webhook } from '../world/world.js';
import { tellQueue } from '../control/tell.js';

const maxAttempts = 30;
const firstPauseMs = 100;
const longestPauseMs = 30_000;
const answerTimeoutMs = 30_000;

export function createWebhooks(): Webhooks {
  const busy = new Set<string>();
  const attempts = new WeakMap<QueuedUpdate, number>();
  const stopped = new AbortController();
  let answered: (bot: Bot, body: string) => void = () => undefined;

  const pump = (emulator: Emulator, bot: Bot) => {
    const { webhook } = bot;
    const isCurrent = emulator.world.bots.get(bot.token) === bot;
    if (webhook === null || stopped.signal.aborted || !isCurrent) return;
    const lanePrefix = `${bot.token} `;
    for (const entry of bot.queue) {
      if (busy.size >= webhook.maxConnections) return;
      const lane = lanePrefix + String(chatIdOf(entry.update) ?? 'none');
      if (busy.has(lane)) continue;
      busy.add(lane);
      void deliver(emulator, bot, webhook, entry).then((pauseMs) => {
        const next = () => {
          busy.delete(lane);
          pump(emulator, bot);
        };
        if (pauseMs === 0) next();
        else setTimeout(next, pauseMs).unref();
      });
    }
  };

  /** Tries once; says how long this chat must wait before the next delivery. */
  const deliver = async (emulator: Emulator, bot: Bot, webhook: Webhook, entry: QueuedUpdate): Promise<number> => {
    const sent = await send(webhook, entry.update, stopped.signal);
    const tried = (attempts.get(entry) ?? 0) + 1;
    attempts.set(entry, tried);
    if (sent.error !== null) {
      webhook.lastError = sent.error;
      webhook.lastErrorAtMs = emulator.clock.nowMs();
      if (tried < maxAttempts) return Math.min(longestPauseMs, firstPauseMs * 2 ** (tried - 1));
    }
    bot.queue = bot.queue.filter((other) => other !== entry);
    tellQueue(emulator, bot);
    if (sent.body !== '') answered(bot, sent.body);
    return 0;
  };

  return {
    pump,
    onAnswer(listener) {
      answered = listener;
    },
    stop() {
      stopped.abort();
    },
  };
}

async function send(webhook: Webhook, update: TelegramUpdate, stopped: AbortSignal) {
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(webhook.secretToken !== null && { 'x-telegram-bot-api-secret-token': webhook.secretToken }),
      },
      body: JSON.stringify(update),
      redirect: 'manual',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(answerTimeoutMs)]),
    });
    const body = await response.text();
    if (response.ok) return { body, error: null };
    return { body: '', error: `Wrong response from the webhook: ${response.status} ${response.statusText}` };
  } catch {
    return { body: '', error: 'Connection failed' };
  }
}

/** The chat an update is about, whatever its kind. */
function chatIdOf(update: TelegramUpdate): number | null {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message;
  return (message ?? update.my_chat_member ?? update.chat_member ?? update.message_reaction)?.chat.id ?? null;
}
