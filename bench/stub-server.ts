import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FromStub, StubOptions, StubReport, ToStub } from './stub.js';

/** The stub's own process: a Bot API that knows nobody, answers every call, and counts. See stub.ts. */

const { rttMs, limit } = JSON.parse(process.argv[2] ?? '{}') as StubOptions;
let waiting: { update_id: number }[] = [];
let poll: (() => void) | null = null;
let messages = 0;
let fresh = emptyReport();
let goal: { readonly calls: number; readonly fedAt: number } | null = null;
/** When the tap of each chat was made, until its keyboard changes. */
const taps = new Map<number, number>();
const lastOfChat = new Map<number, number>();
let tokens = limit?.burst ?? 0;
let tokensAt = performance.now();

interface Params {
  readonly offset?: number;
  readonly timeout?: number;
  readonly limit?: number;
  readonly chat_id?: number;
  readonly text?: string;
}

function emptyReport(): StubReport {
  return { calls: 0, firstAt: 0, lastAt: 0, refused: 0, outOfOrder: 0, tapMs: [] };
}

function answer(response: ServerResponse, result: unknown, status = 200): void {
  const body = JSON.stringify(status === 200 ? { ok: true, result } : result);
  const send = () => {
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  };
  if (rttMs > 0) setTimeout(send, rttMs);
  else send();
}

function giveUpdates(params: Params, response: ServerResponse): void {
  const { offset = 0, timeout = 0, limit: most = 100 } = params;
  waiting = waiting.filter(({ update_id }) => update_id >= offset);
  const give = () => {
    clearTimeout(timer);
    poll = null;
    answer(response, waiting.slice(0, most));
  };
  const timer = setTimeout(give, timeout * 1000);
  if (waiting.length > 0) give();
  else poll = give;
}

/** The way Telegram counts, as far as anybody knows: so many a second, and a burst. */
function isTooMany(): boolean {
  if (limit === null) return false;
  const now = performance.now();
  tokens = Math.min(limit.burst, tokens + ((now - tokensAt) / 1000) * limit.perSecond);
  tokensAt = now;
  if (tokens < 1) return true;
  tokens -= 1;
  return false;
}

/** Numbered texts («#12 …») of one chat must arrive in order. */
function checkOrder({ chat_id: chat, text }: Params): void {
  const number = Number(/^#(\d+) /.exec(text ?? '')?.[1] ?? Number.NaN);
  if (chat === undefined || Number.isNaN(number)) return;
  if (number <= (lastOfChat.get(chat) ?? -1)) fresh.outOfOrder += 1;
  lastOfChat.set(chat, number);
}

function take(method: string, params: Params, response: ServerResponse): void {
  const now = performance.now();
  if (method !== 'answerCallbackQuery' && isTooMany()) {
    fresh.refused += 1;
    answer(response, { ok: false, error_code: 429, description: 'Too Many', parameters: { retry_after: 1 } }, 429);
    return;
  }
  if (method === 'editMessageReplyMarkup' && params.chat_id !== undefined) {
    const tappedAt = taps.get(params.chat_id);
    if (tappedAt !== undefined) fresh.tapMs.push(now - tappedAt + rttMs);
    taps.delete(params.chat_id);
  }
  checkOrder(params);
  if (fresh.calls === 0) fresh.firstAt = now;
  fresh.calls += 1;
  fresh.lastAt = now;
  answer(response, method.startsWith('send') ? { message_id: (messages += 1), date: 0, chat: { id: 1 } } : true);
  if (goal !== null && fresh.calls >= goal.calls) {
    tell({ type: 'reached', seconds: (now - goal.fedAt) / 1000 });
    goal = null;
  }
}

const house: Readonly<Record<string, unknown>> = {
  getMe: { id: 1000, is_bot: true, first_name: 'Bench', username: 'bench_bot' },
  deleteWebhook: true,
  setMyCommands: true,
  setMyDescription: true,
  setMyShortDescription: true,
};

function serve(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const method = request.url?.split('/').at(-1)?.split('?')[0] ?? '';
    const body = Buffer.concat(chunks).toString();
    const params = (body === '' ? {} : JSON.parse(body)) as Params;
    if (method === 'getUpdates') giveUpdates(params, response);
    else if (method in house) answer(response, house[method]);
    else take(method, params, response);
  });
}

function tell(message: FromStub): void {
  process.send?.(message);
}

process.on('disconnect', () => process.exit());
process.on('message', (message: ToStub) => {
  switch (message.type) {
    case 'feed': {
      const now = performance.now();
      for (const update of message.updates) if (update.callback_query) taps.set(update.callback_query.from.id, now);
      waiting.push(...message.updates);
      if (message.goal !== null) goal = { calls: fresh.calls + message.goal, fedAt: now };
      poll?.();
      return;
    }
    case 'report':
      tell({ type: 'report', report: fresh });
      fresh = emptyReport();
      return;
  }
});

const server = createServer(serve);
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  tell({ type: 'listening', url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` });
});
