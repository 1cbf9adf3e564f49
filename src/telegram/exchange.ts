import type { Dispatcher } from 'undici';

export interface Limits {
  readonly signal?: AbortSignal | undefined;
  /** From the first byte sent to the last byte read. */
  readonly timeoutMs: number;
}

export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** What ended an exchange from our side. */
export class Ended extends Error {
  constructor(readonly code: 'timeout' | 'aborted') {
    super(code);
  }
}

/**
 * One request and its whole answer, by the lower of undici's two ways: `request` makes an abort controller, a stream and a promise
 * for each, which costs as much again as the call itself.
 */
export function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  { signal, timeoutMs }: Limits,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | null = null;
    let ended: Ended | null = null;
    let status = 0;
    const chunks: Buffer[] = [];

    const clear = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    const end = (code: Ended['code']) => {
      ended = new Ended(code);
      clear();
      // While it waits for a connection there is nothing to abort yet.
      controller?.abort(ended);
      reject(ended);
    };
    const abort = () => {
      end('aborted');
    };
    const timer = setTimeout(() => {
      end('timeout');
    }, timeoutMs);
    if (signal?.aborted === true) {
      abort();
      return;
    }
    signal?.addEventListener('abort', abort, { once: true });
    const fail = (error: Error) => {
      clear();
      reject(error);
    };
    try {
      dispatcher.dispatch(request, {
        onRequestStart: (started) => {
          controller = started;
          if (ended !== null) started.abort(ended);
        },
        onResponseStart: (_controller, statusCode) => {
          status = statusCode;
        },
        onResponseData: (_controller, chunk) => {
          chunks.push(chunk);
        },
        onResponseEnd: () => {
          clear();
          resolve({ status, body: chunks.length === 1 ? String(chunks[0]) : Buffer.concat(chunks).toString() });
        },
        onResponseError: (_controller, error) => {
          fail(error);
        },
      });
    } catch (error) {
      fail(error as Error);
    }
  });
}
