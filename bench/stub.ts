import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * A bare Bot API in a process of its own, the same for every contender: it hands out the updates it is fed, answers every
 * call at once (or after a round trip), and counts what came in.
 */
export interface Stub {
  readonly url: string;
  feed(updates: readonly StubUpdate[]): void;
  /** Feeds, and resolves with the seconds until `calls` more calls have come in. */
  feedUntil(updates: readonly StubUpdate[], calls: number): Promise<number>;
  /** What came in since the last report. */
  report(): Promise<StubReport>;
  stop(): void;
}

export interface StubOptions {
  /** How long every answer takes to come back. */
  readonly rttMs: number;
  /** Beyond it calls are refused with 429. */
  readonly limit: { readonly perSecond: number; readonly burst: number } | null;
}

export interface StubUpdate {
  readonly update_id: number;
  readonly message?: unknown;
  readonly callback_query?: { readonly from: { readonly id: number } };
}

export interface StubReport {
  calls: number;
  /** Milliseconds of the stub's own. */
  firstAt: number;
  lastAt: number;
  refused: number;
  /** Numbered texts that came after a later one of the same chat. */
  outOfOrder: number;
  /** From a tap until its keyboard has changed, and the answer is back. */
  tapMs: number[];
}

export type ToStub =
  | { readonly type: 'feed'; readonly updates: readonly StubUpdate[]; readonly goal: number | null }
  | { readonly type: 'report' };

export type FromStub =
  | { readonly type: 'listening'; readonly url: string }
  | { readonly type: 'reached'; readonly seconds: number }
  | { readonly type: 'report'; readonly report: StubReport };

const reachLimitMs = 300_000;

export async function startStub(options: Partial<StubOptions> = {}): Promise<Stub> {
  const all: StubOptions = { rttMs: 0, limit: null, ...options };
  const file = fileURLToPath(new URL('stub-server.ts', import.meta.url));
  const child = fork(file, [JSON.stringify(all)], { execArgv: ['--import', 'tsx'] });
  const hear = async <Type extends FromStub['type']>(type: Type): Promise<Extract<FromStub, { type: Type }>> => {
    const [message] = (await once(child, 'message', { signal: AbortSignal.timeout(reachLimitMs) })) as [FromStub];
    if (message.type !== type) throw new Error(`the stub said ${message.type} instead of ${type}`);
    return message as Extract<FromStub, { type: Type }>;
  };
  const tell = (message: ToStub) => child.send(message);
  const { url } = await hear('listening');
  return {
    url,
    feed: (updates) => tell({ type: 'feed', updates, goal: null }),
    feedUntil: async (updates, goal) => {
      const reached = hear('reached');
      tell({ type: 'feed', updates, goal });
      return (await reached).seconds;
    },
    report: async () => {
      const heard = hear('report');
      tell({ type: 'report' });
      return (await heard).report;
    },
    stop: () => child.kill(),
  };
}

export function textUpdate(updateId: number, chat: number, text: string): StubUpdate {
  const from = { id: chat, is_bot: false, first_name: 'Anne', language_code: 'nl' };
  return {
    update_id: updateId,
    message: { message_id: 10_000_000 + updateId, date: 0, from, chat: { id: chat, type: 'private' }, text },
  };
}

export function tapUpdate(updateId: number, chat: number, data: string): StubUpdate {
  const from = { id: chat, is_bot: false, first_name: 'Anne', language_code: 'nl' };
  const message = { message_id: 1, date: 0, chat: { id: chat, type: 'private' } };
  const query = { id: `tap${String(updateId)}`, from, chat_instance: '1', data, message };
  return { update_id: updateId, callback_query: query };
}
