import { EnvHttpProxyAgent, Pool, type Dispatcher } from 'undici';
import { TelegramRefusal, TelegramUnheard } from './errors.js';
import { Ended, exchange } from './exchange.js';
import { createUploads, type Encoded } from './uploads.js';

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** From the first byte sent to the last byte read. */
  readonly timeoutMs?: number;
}

/** One token's way to the Bot API: HTTP over a pool of connections, JSON both ways. */
export interface Transport {
  call(method: string, params: object, options?: CallOptions): Promise<unknown>;
  close(): Promise<void>;
}

const defaultTimeoutMs = 15_000;
/** Made as they are needed: one for the long poll, one for each send under way. */
const maxConnections = 256;
const maxAnswerBytes = 32 * 1024 * 1024;

/** Errors that come before the first byte leaves this machine. */
const neverArrived = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

export function createTransport(apiRoot: string, token: string): Transport {
  const root = new URL(apiRoot);
  const path = `${root.pathname.replace(/\/+$/, '')}/bot${token}`;
  // Every call has a time limit of its own, the long poll included, so undici's are off.
  const pool = dispatcherFor(root, {
    connections: maxConnections,
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: maxAnswerBytes,
    connectTimeout: defaultTimeoutMs,
  });
  const uploads = createUploads();

  /** What has to be drawn first takes a while, in which the bot may stop; then it goes at the next start. */
  async function encode(method: string, params: object, signal?: AbortSignal): Promise<Encoded> {
    try {
      return await uploads.encode(params, signal);
    } catch (error) {
      throw signal?.aborted === true ? new TelegramUnheard(method, 'aborted', false) : error;
    }
  }

  async function call(method: string, params: object, options: CallOptions = {}): Promise<unknown> {
    const encoded = await encode(method, params, options.signal);
    const { signal, timeoutMs = defaultTimeoutMs } = options;
    const { headers, body } = encoded;
    try {
      const request = { origin: root.origin, method: 'POST' as const, path: `${path}/${method}`, headers, body };
      const answered = await exchange(pool, request, { signal, timeoutMs });
      const result = readAnswer(method, answered.status, answered.body);
      uploads.remember(encoded, result);
      return result;
    } catch (error) {
      if (error instanceof TelegramRefusal) uploads.forget(params);
      if (error instanceof TelegramRefusal || error instanceof TelegramUnheard) throw error;
      const code = networkCode(error);
      throw new TelegramUnheard(method, code, !neverArrived.includes(code));
    }
  }

  return { call, close: () => pool.destroy() };
}

/** Through the proxy of HTTPS_PROXY or HTTP_PROXY, as NO_PROXY allows; what runs on this machine is asked directly. */
export function dispatcherFor(root: URL, options: Pool.Options): Dispatcher {
  const isHere = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(root.hostname);
  const names = root.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
  const hasProxy = names.some((name) => (process.env[name] ?? '') !== '');
  return isHere || !hasProxy ? new Pool(root.origin, options) : new EnvHttpProxyAgent(options);
}

function readAnswer(method: string, status: number, body: string): unknown {
  const answer = parse(body);
  if (answer === null) {
    throw new TelegramUnheard(method, status >= 500 ? `http-${status}` : 'unreadable', true);
  }
  if (answer.ok === true && status < 300) return answer.result;
  const code = typeof answer.error_code === 'number' ? answer.error_code : status;
  const description = typeof answer.description === 'string' ? answer.description : '';
  const { retry_after: retryAfter, migrate_to_chat_id: migratedTo } = answer.parameters ?? {};
  const retryAfterMs = typeof retryAfter === 'number' ? retryAfter * 1000 : null;
  const moved = typeof migratedTo === 'number' ? String(migratedTo) : null;
  throw new TelegramRefusal(method, code, description, retryAfterMs, migratedTo !== undefined, moved);
}

interface Answer {
  readonly ok?: unknown;
  readonly result?: unknown;
  readonly error_code?: unknown;
  readonly description?: unknown;
  readonly parameters?: { readonly retry_after?: unknown; readonly migrate_to_chat_id?: unknown } | null;
}

function parse(body: string): Answer | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error instanceof Ended) return error.code;
  // A host with several addresses fails with one AggregateError over the attempts.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = first instanceof Error && 'code' in first ? first.code : null;
  return typeof code === 'string' ? code : error.name;
}
