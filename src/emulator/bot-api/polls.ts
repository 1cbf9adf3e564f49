import type { TelegramUpdate } from '@gramio/types';
import type { Connection } from './connection.js';
import type { Bot } from '../world/world.js';
import { ok, refuse, type Reply } from './reply.js';

/** The long polls of each bot. Only one at a time, as with Telegram: a second one ends the first. */
export interface Polls {
  /** Waits for an update, at most `timeoutMs` of real time. A caller that hangs up waits no more. */
  wait(bot: Bot, limit: number, timeoutMs: number, connection: Connection | null): Promise<Reply>;
  /** Ends the poll that is waiting, because another one came. */
  terminate(token: string): void;
  /** Notes that this bot asked for updates just now. */
  touch(token: string): void;
  /** Something was queued for this bot. */
  wake(bot: Bot): void;
  /** Ends every wait with nothing, so that clients ask again and meet the world as it is now. */
  release(): void;
  isPolling(token: string): boolean;
  stop(): void;
}

/** A client that was answered asks again at once; until this long after, it still counts as polling. */
const pauseBetweenPollsMs = 2000;

interface Waiting {
  finish(reply: Reply): void;
  limit: number;
}

export function createPolls(onChange: (token: string) => void): Polls {
  const waiting = new Map<string, Waiting>();
  const seenAt = new Map<string, number>();
  const timers = new Map<string, NodeJS.Timeout>();

  const touch = (token: string) => {
    const wasPolling = isPolling(token);
    seenAt.set(token, performance.now());
    if (!wasPolling) onChange(token);
  };
  const isPolling = (token: string) =>
    waiting.has(token) || performance.now() - (seenAt.get(token) ?? -Infinity) < pauseBetweenPollsMs;
  const tellWhenGone = (token: string) => {
    clearTimeout(timers.get(token));
    const timer = setTimeout(() => {
      onChange(token);
    }, pauseBetweenPollsMs + 10);
    timers.set(token, timer.unref());
  };
  const finish = (token: string, reply: Reply) => {
    waiting.get(token)?.finish(reply);
  };

  return {
    wait: (bot, limit, timeoutMs, connection) =>
      new Promise((resolve) => {
        const { token } = bot;
        const end = (reply: Reply) => {
          clearTimeout(timer);
          if (waiting.get(token) === mine) waiting.delete(token);
          seenAt.set(token, performance.now());
          tellWhenGone(token);
          resolve(reply);
        };
        const mine: Waiting = { finish: end, limit };
        const timer = setTimeout(() => {
          end(ok([]));
        }, timeoutMs);
        waiting.set(token, mine);
        onChange(token);
        connection?.once('close', () => {
          if (waiting.get(token) !== mine) return;
          end(ok([]));
          seenAt.delete(token);
          onChange(token);
        });
      }),
    terminate(token) {
      finish(
        token,
        refuse(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      );
    },
    touch,
    wake(bot) {
      const one = waiting.get(bot.token);
      one?.finish(ok(firstUpdates(bot, one.limit)));
    },
    release() {
      for (const token of [...waiting.keys()]) finish(token, ok([]));
    },
    isPolling,
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
      for (const token of [...waiting.keys()]) finish(token, ok([]));
    },
  };
}

export function firstUpdates(bot: Bot, limit: number): TelegramUpdate[] {
  return bot.queue.slice(0, limit).map(({ update }) => update);
}
