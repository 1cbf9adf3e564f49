import { onTestFinished } from 'vitest';
import type { CallView, ChatView, NewPerson, PersonSends, PersonView, State } from '../../src/emulator/contract.js';
import { startEmulator, type RunningEmulator } from '../../src/emulator/server.js';

export interface ApiAnswer<T = Record<string, unknown>> {
  ok: boolean;
  result: T;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

export interface Message {
  message_id: number;
  date: number;
  text?: string;
  entities?: { type: string; offset: number; length: number }[];
  reply_to_message?: Message;
  voice?: { file_id: string; duration: number };
  photo?: { file_id: string; width: number; height: number }[];
}

export interface Update {
  update_id: number;
  message?: Message;
  edited_message?: Message & { edit_date: number };
  callback_query?: { id: string; data: string; message: Message };
  [kind: string]: unknown;
}

export interface Stage {
  emulator: RunningEmulator;
  /** Calls the Bot API with JSON. */
  call: <T = Record<string, unknown>>(method: string, params?: object, token?: string) => Promise<ApiAnswer<T>>;
  /** As `call`, for calls that must work. */
  done: <T = Record<string, unknown>>(method: string, params?: object) => Promise<T>;
  updates: (params?: object) => Promise<Update[]>;
  control: <T = Record<string, unknown>>(method: string, path: string, body?: object) => Promise<T>;
  state: () => Promise<State>;
  chat: (id: number) => Promise<ChatView>;
  calls: (method?: string) => Promise<CallView[]>;
  newPerson: (person?: Partial<NewPerson>) => Promise<PersonView>;
  /** A person who has started the bot, whose /start is confirmed. */
  anne: () => Promise<PersonView>;
  sends: (person: PersonView, sends: PersonSends) => Promise<{ messageId: number; updateId: number | null }>;
}

export const token = '4242:test';

/** An emulator of its own for one test, stopped after it. */
export async function stage(options: { now?: () => number } = {}): Promise<Stage> {
  const emulator = await startEmulator(options);
  onTestFinished(() => emulator.close());
  const { url } = emulator;

  const call: Stage['call'] = async (method, params = {}, as = token) => {
    const response = await fetch(`${url}/bot${as}/${method}`, jsonRequest('POST', params));
    return (await response.json()) as never;
  };
  const done: Stage['done'] = async (method, params) => {
    const answer = await call(method, params);
    if (!answer.ok) throw new Error(`${method}: ${answer.description ?? ''}`);
    return answer.result as never;
  };
  const control: Stage['control'] = async (method, path, body) => {
    const response = await fetch(`${url}/control/${path}`, jsonRequest(method, body));
    const answer = (await response.json()) as { error?: string };
    if (!response.ok) throw new Error(answer.error ?? response.statusText);
    return answer as never;
  };
  const newPerson: Stage['newPerson'] = (person = {}) => control('POST', 'people', { firstName: 'Anne', ...person });
  const sends: Stage['sends'] = (person, what) => control('POST', `people/${person.id}/send`, what);
  const state: Stage['state'] = () => control('GET', 'state');

  return {
    emulator,
    call,
    done,
    control,
    newPerson,
    sends,
    state,
    updates: (params) => done('getUpdates', params),
    calls: (method) => control('GET', `calls${method === undefined ? '' : `?method=${method}`}`),
    async chat(id) {
      const found = (await state()).chats.find(({ person }) => person.id === id);
      if (found === undefined) throw new Error(`no chat ${id}`);
      return found;
    },
    async anne() {
      const person = await newPerson();
      const { updateId } = await sends(person, { text: '/start' });
      await done('getUpdates', { offset: (updateId ?? 0) + 1 });
      return person;
    },
  };
}

function jsonRequest(method: string, body: object | undefined): RequestInit {
  if (body === undefined) return { method };
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
