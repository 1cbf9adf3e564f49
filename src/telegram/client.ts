import type { APIMethods } from '@gramio/types/methods';
import type { APIMethodParams, APIMethodReturn } from '@gramio/types/utils';
import { Telegraf, Telegram } from 'telegraf';
import { createTransport, type CallOptions, type Transport } from './transport.js';

export interface ClientOptions {
  readonly token: string;
  /** `https://api.telegram.org`, or a Bot API server of one's own. */
  readonly apiRoot: string;
}

/** The bot towards Telegram. Rejects with TelegramRefusal or TelegramUnheard, never with anything that was sent. */
export interface Client {
  readonly bot: Telegraf;
  call<M extends keyof APIMethods>(
    method: M,
    params: APIMethodParams<M>,
    options?: CallOptions,
  ): Promise<APIMethodReturn<M>>;
  /** For rows of the outbox, whose method and parameters are data. */
  callRaw(method: string, params: Readonly<Record<string, unknown>>, options?: CallOptions): Promise<unknown>;
  close(): Promise<void>;
}

const transports = new Map<string, Transport>();

/**
 * Telegraf's own callApi waits for ever on a hanging answer and costs half the speed. `handleUpdate` makes a new Telegram
 * for every update, so the replacement sits on the prototype and finds its transport by the token it serves.
 */
Telegram.prototype.callApi = function (this: Telegram, method: string, payload: object, options: CallOptions = {}) {
  const transport = transports.get(transportKey(this.options.apiRoot, this.token));
  if (transport === undefined) throw new Error('this Telegram client was not made by createClient, or is closed');
  return transport.call(method, payload, options);
} as Telegram['callApi'];

export function createClient({ token, apiRoot }: ClientOptions): Client {
  const bot = new Telegraf(token, { telegram: { apiRoot, webhookReply: false } });
  // The default handler prints the whole update, a person's words included.
  bot.catch((error) => {
    throw error;
  });
  const key = transportKey(apiRoot, token);
  const transport = createTransport(apiRoot, token);
  transports.set(key, transport);

  const callApi = bot.telegram.callApi.bind(bot.telegram) as Transport['call'];
  return {
    bot,
    call: async <M extends keyof APIMethods>(method: M, params: APIMethodParams<M>, options?: CallOptions) =>
      (await callApi(method, params ?? {}, options)) as APIMethodReturn<M>,
    callRaw: callApi,
    close: async () => {
      if (transports.get(key) === transport) transports.delete(key);
      await transport.close();
    },
  };
}

function transportKey(apiRoot: string, token: string): string {
  return `${apiRoot} ${token}`;
}
