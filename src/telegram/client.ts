import type { APIMethods } from '@gramio/types/methods';
import type { APIMethodParams, APIMethodReturn } from '@gramio/types/utils';
import { Telegraf, Telegram } from 'telegraf';
import { createTransport, type CallOptions, type Transport } from './transport.js';

export interface ClientOptions {
  readonly token: string;
  /** `https://api.telegram.org`, or a Bot API server of one's own. */
  readonly apiRoot: string;
  /** Every message is paid for, and so may go beyond the limit for all; false when absent. */
  readonly paysForRate?: boolean;
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

/** What can be paid for, as the Bot API has it. */
type Payable = {
  [M in keyof APIMethods]: APIMethodParams<M> extends { chat_id: unknown }
    ? 'allow_paid_broadcast' extends keyof APIMethodParams<M>
      ? M
      : never
    : never;
}[keyof APIMethods];
const payable: Readonly<Record<Payable, true>> = {
  sendMessage: true,
  copyMessage: true,
  sendPhoto: true,
  sendLivePhoto: true,
  sendAudio: true,
  sendDocument: true,
  sendVideo: true,
  sendAnimation: true,
  sendVoice: true,
  sendVideoNote: true,
  sendPaidMedia: true,
  sendMediaGroup: true,
  sendLocation: true,
  sendVenue: true,
  sendContact: true,
  sendPoll: true,
  sendDice: true,
  sendSticker: true,
  sendRichMessage: true,
  sendInvoice: true,
  sendGame: true,
};

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

export function createClient({ token, apiRoot, paysForRate = false }: ClientOptions): Client {
  const bot = new Telegraf(token, { telegram: { apiRoot, webhookReply: false } });
  // The default handler prints the whole update, a person's words included.
  bot.catch((error) => {
    throw error;
  });
  const key = transportKey(apiRoot, token);
  const transport = createTransport(apiRoot, token);
  transports.set(key, transport);

  const callFree = bot.telegram.callApi.bind(bot.telegram) as Transport['call'];
  const callPaid: Transport['call'] = (method, params, options) =>
    callFree(method, Object.hasOwn(payable, method) ? { ...params, allow_paid_broadcast: true } : params, options);
  const callApi = paysForRate ? callPaid : callFree;
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
