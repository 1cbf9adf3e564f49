/** A bot without a library: plain Bot API calls over HTTP. */
export interface RawBot {
  call<T = SentMessage>(method: string, params?: Record<string, unknown>): Promise<T>;
  /** The next update that has this field; earlier ones are thrown away. */
  next<T>(field: string): Promise<T>;
  /** Throws away what waits, and says which kinds of update it wants from now on. */
  catchUp(): Promise<void>;
}

export interface SentMessage {
  message_id: number;
  chat: { id: number };
  text?: string;
}

type Update = { update_id: number } & Record<string, unknown>;

const wantedUpdates = ['message', 'edited_message', 'callback_query', 'message_reaction', 'my_chat_member'];
const updatesAtMost = 20;

export function rawBot(url: string, token = '4242:two-phones'): RawBot {
  const call = async <T>(method: string, params: Record<string, unknown> = {}): Promise<T> => {
    const response = await fetch(`${url}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    const answer = (await response.json()) as { ok: boolean; result: T; description?: string };
    if (!answer.ok) throw new Error(`${method}: ${answer.description ?? ''}`);
    return answer.result;
  };
  let offset = 0;
  const poll = async (limit: number, timeout: number): Promise<Update[]> => {
    const updates = await call<Update[]>('getUpdates', { offset, limit, timeout, allowed_updates: wantedUpdates });
    offset = (updates.at(-1)?.update_id ?? offset - 1) + 1;
    return updates;
  };
  return {
    call,
    async next<T>(field: string): Promise<T> {
      for (let count = 0; count < updatesAtMost; count += 1) {
        const [update] = await poll(1, 5);
        if (update === undefined) break;
        if (update[field] !== undefined) return update[field] as T;
      }
      throw new Error(`no update with ${field}`);
    },
    async catchUp() {
      await poll(100, 0);
    },
  };
}
