import { dispatcherFor } from './transport.js';

const timeoutMs = 10_000;

/** What time the Bot API server has it, by the `Date` of its answer; null when it says none. Rejects when it is not there. */
export async function serverTime(apiRoot: string): Promise<number | null> {
  const root = new URL(apiRoot);
  const dispatcher = dispatcherFor(root, { connections: 1, connectTimeout: timeoutMs });
  try {
    const { headers, body } = await dispatcher.request({
      origin: root.origin,
      path: '/',
      method: 'HEAD',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await body.dump();
    const at = Date.parse(String(headers['date'] ?? ''));
    return Number.isNaN(at) ? null : at;
  } finally {
    await dispatcher.destroy();
  }
}
