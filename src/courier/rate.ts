/**
 * How fast Telegram may be written to: so many messages a second over all, one a second to a chat with a small burst.
 * Each limit is one number, the moment its bucket is full again (GCRA), so that an idle chat needs no memory. Times are
 * milliseconds on any clock that never runs backwards.
 */
export interface Rate {
  /** How many messages may be begun now. */
  room(now: number): number;
  /** Takes one for this chat, and says how long it has to wait for the chat's own turn. `weight`: 1 for a new message. */
  take(chat: string, now: number, weight?: number): number;
  /** How long this chat would have to wait; takes nothing. */
  chatWaitMs(chat: string, now: number): number;
  /** Telegram said «retry after» to this chat; several chats in a row mean everyone. Null: not about a chat. */
  pause(chat: string | null, delayMs: number, now: number): void;
  /** How long until there is room for `wanted` messages. */
  waitMs(now: number, wanted?: number): number;
  /** How many chats it remembers. */
  readonly size: number;
}

export interface RateOptions {
  readonly perSecond: number;
  readonly burst?: number;
  readonly chatPerSecond?: number;
  readonly chatBurst?: number;
}

/** Twenty a minute at most in a group, five of them at once; there an edit counts like a message. */
const groupIntervalMs = 4_000;
const groupPace = { intervalMs: groupIntervalMs, slackMs: 4 * groupIntervalMs };

/** Chats paused within this time of each other count as one limit over all. */
const togetherMs = 2_000;
const chatsThatMeanEveryone = 3;
const firstSweepAt = 1_000;

export function createRate({ perSecond, burst, chatPerSecond = 1, chatBurst = 6 }: RateOptions): Rate {
  const intervalMs = 1000 / perSecond;
  const overallBurst = burst ?? Math.max(2, Math.round(perSecond / 5));
  const chatIntervalMs = 1000 / chatPerSecond;
  const chatSlackMs = (chatBurst - 1) * chatIntervalMs;
  const chats = new Map<string, number>();
  let fullAt = 0;
  let pausedUntil = 0;
  let sweepAt = firstSweepAt;
  let pausedChats: { readonly chat: string; readonly at: number }[] = [];

  const paceOf = (chat: string) =>
    chat.startsWith('-') ? groupPace : { intervalMs: chatIntervalMs, slackMs: chatSlackMs };
  const chatWaitMs = (chat: string, now: number) => Math.max(0, (chats.get(chat) ?? 0) - now - paceOf(chat).slackMs);

  function room(now: number): number {
    if (now < pausedUntil) return 0;
    const used = Math.max(0, fullAt - now) / intervalMs;
    return Math.max(0, Math.floor(overallBurst - used + 1e-9));
  }

  function take(chat: string, now: number, weight = 1): number {
    fullAt = Math.max(fullAt, now) + intervalMs;
    const delayMs = chatWaitMs(chat, now);
    if (chats.size >= sweepAt) sweep(now);
    const { intervalMs: takesMs } = paceOf(chat);
    chats.set(chat, Math.max(chats.get(chat) ?? 0, now) + takesMs * (chat.startsWith('-') ? 1 : weight));
    return delayMs;
  }

  function pause(chat: string | null, delayMs: number, now: number): void {
    if (chat !== null) {
      chats.set(chat, Math.max(chats.get(chat) ?? 0, now + delayMs + paceOf(chat).slackMs));
      const recent = pausedChats.filter((entry) => now - entry.at < togetherMs && entry.chat !== chat);
      pausedChats = [...recent, { chat, at: now }].slice(-chatsThatMeanEveryone);
    }
    const isEveryone = chat === null || pausedChats.length >= chatsThatMeanEveryone;
    if (isEveryone) pausedUntil = Math.max(pausedUntil, now + delayMs);
  }

  function waitMs(now: number, wanted = 1): number {
    const refilledAt = fullAt - (overallBurst - Math.min(wanted, overallBurst)) * intervalMs;
    return Math.max(0, pausedUntil - now, refilledAt - now);
  }

  /** Forgets the chats whose bucket is full; doubling the next mark keeps the cost per message constant. */
  function sweep(now: number): void {
    for (const [chat, full] of chats) if (full <= now) chats.delete(chat);
    sweepAt = Math.max(firstSweepAt, chats.size * 2);
  }

  return {
    room,
    take,
    chatWaitMs,
    pause,
    waitMs,
    get size() {
      return chats.size;
    },
  };
}
