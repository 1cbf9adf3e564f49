/**
 * Telegram's limits on what a bot sends: about 30 messages a second in all; one a second in a private chat, with a small
 * burst; twenty a minute in a group. What is paid for takes part in a limit of 1000 a second instead of the first. Buckets run on the
 * emulator's clock.
 */
export interface Limits {
  isOn: boolean;
  /** Seconds to wait before this message may be sent; 0 when it may go now, which takes a token. */
  take(chatId: number, nowMs: number, isPaid?: boolean): number;
  clear(): void;
}

const overall = { perSecond: 30, burst: 30 };
const paid = { perSecond: 1000, burst: 1000 };
const perChat = { perSecond: 1, burst: 6 };
const perGroup = { perSecond: 20 / 60, burst: 20 };

interface Bucket {
  tokens: number;
  atMs: number;
}

export function createLimits(): Limits {
  let all: Bucket | null = null;
  let allPaid: Bucket | null = null;
  const chats = new Map<number, Bucket>();
  return {
    isOn: false,
    take(chatId, nowMs, isPaid = false) {
      const limit = chatId < 0 ? perGroup : perChat;
      const limitOfAll = isPaid ? paid : overall;
      const whole = refill(isPaid ? allPaid : all, limitOfAll, nowMs);
      const chat = refill(chats.get(chatId) ?? null, limit, nowMs);
      if (isPaid) allPaid = whole;
      else all = whole;
      chats.set(chatId, chat);
      const waitSeconds = Math.max((1 - whole.tokens) / limitOfAll.perSecond, (1 - chat.tokens) / limit.perSecond);
      if (waitSeconds > 0) return Math.max(1, Math.ceil(waitSeconds));
      whole.tokens -= 1;
      chat.tokens -= 1;
      return 0;
    },
    clear() {
      all = null;
      allPaid = null;
      chats.clear();
    },
  };
}

function refill(bucket: Bucket | null, { perSecond, burst }: typeof overall, nowMs: number): Bucket {
  if (bucket === null) return { tokens: burst, atMs: nowMs };
  const passedSeconds = Math.max(0, nowMs - bucket.atMs) / 1000;
  return { tokens: Math.min(burst, bucket.tokens + passedSeconds * perSecond), atMs: nowMs };
}
