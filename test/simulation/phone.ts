/** What one person sees: the chat with the bot, as Telegram shows it. */
export interface Shown {
  readonly id: number;
  readonly at: number;
  text: string;
  /** callback_data, row by row, flattened; links are not buttons here. */
  buttons: readonly string[];
  readonly isSilent: boolean;
}

/** A message as it goes over the wire, whichever method brings it. */
export interface Call {
  readonly at: number;
  readonly chat: number | null;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly buttons: readonly string[];
  readonly isSilent: boolean;
}

export interface Phone {
  readonly messages: Shown[];
  /** Every button there ever was, newest last; an old one can still be tapped on another device. */
  readonly everyButton: string[];
  /** Which message carries this button, or carried it last: a tap can cross its removal. */
  messageOf(data: string): number | null;
  /** Gives the id that Telegram answers with; null where the call made or changed no message. */
  take(call: Call, nextId: () => number): number | null;
  /** The newest message that carries a button of this name, and its data. */
  newest(name: string): { readonly message: Shown; readonly data: string } | null;
}

const kept = 120;

export function createPhone(): Phone {
  const messages: Shown[] = [];
  const everyButton: string[] = [];
  const carriers = new Map<string, number>();
  const find = (call: Call) => messages.find(({ id }) => id === call.params['message_id']);

  function add(call: Call, id: number): number {
    messages.push({ id, at: call.at, text: call.text, buttons: call.buttons, isSilent: call.isSilent });
    if (messages.length > kept) messages.shift();
    remember(call, id);
    return id;
  }

  function remember({ buttons }: Call, id: number): void {
    for (const button of buttons) {
      everyButton.push(button);
      carriers.set(button, id);
    }
    if (everyButton.length > kept) everyButton.splice(0, everyButton.length - kept);
  }

  return {
    messages,
    everyButton,
    messageOf: (data) => messages.find(({ buttons }) => buttons.includes(data))?.id ?? carriers.get(data) ?? null,
    take: (call, nextId) => {
      if (call.method === 'answerCallbackQuery') return null;
      if (call.method.startsWith('send')) return add(call, nextId());
      const message = find(call);
      if (message === undefined) return null;
      if (call.method === 'deleteMessage') {
        messages.splice(messages.indexOf(message), 1);
        return null;
      }
      if (call.method !== 'editMessageReplyMarkup') message.text = call.text;
      message.buttons = call.buttons;
      remember(call, message.id);
      return message.id;
    },
    newest: (name) => {
      for (let index = messages.length - 1; index >= 0; index -= 1) {
        const message = messages[index];
        const data = message?.buttons.find((one) => one.startsWith(`${name}:`));
        if (message !== undefined && data !== undefined) return { message, data };
      }
      return null;
    },
  };
}

export function readCall(method: string, params: Readonly<Record<string, unknown>>, at: number): Call {
  const media = params['media'] as { readonly caption?: unknown } | undefined;
  const text = params['text'] ?? params['caption'] ?? media?.caption;
  return {
    at,
    chat: typeof params['chat_id'] === 'number' ? params['chat_id'] : null,
    method,
    params,
    text: typeof text === 'string' ? text : '',
    buttons: buttonsOf(params['reply_markup']),
    isSilent: params['disable_notification'] === true,
  };
}

function buttonsOf(markup: unknown): readonly string[] {
  if (typeof markup !== 'object' || markup === null || !('inline_keyboard' in markup)) return [];
  const rows = markup.inline_keyboard as readonly (readonly { readonly callback_data?: string }[])[];
  return rows.flatMap((row) => row.flatMap(({ callback_data: data }) => data ?? []));
}
