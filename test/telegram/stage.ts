import { Writable } from 'node:stream';
import type { CallView, Fault, NewPerson, PersonSends, PersonView, State } from '../../src/emulator/contract.js';
import { startEmulator } from '../../src/emulator/server.js';
import { createLog, type Log } from '../../src/log.js';
import { createClient, type Client } from '../../src/telegram/client.js';

/** An emulator, a client that talks to it, and a log to read. */
export interface Stage {
  readonly url: string;
  readonly client: Client;
  readonly log: Log;
  /** What was logged so far, as text. */
  readonly logged: () => string;
  control<T>(method: string, path: string, body?: unknown): Promise<T>;
  newPerson(person?: Partial<NewPerson> & { readonly hasStarted?: boolean }): Promise<number>;
  sends(person: number, what: PersonSends): Promise<{ messageId: number; updateId: number }>;
  fault(fault: Fault): Promise<void>;
  /** Waits until this many calls of a method have been made, counted from `after`. */
  calls(method: string, count: number, after?: number): Promise<readonly CallView[]>;
  /** A cursor for `calls`: what has happened up to now. */
  now(): Promise<number>;
  state(): Promise<State>;
  close(): Promise<void>;
}

export const token = '4242:edge-and-courier';
const longestWaitMs = 15_000;

export async function setStage(): Promise<Stage> {
  const emulator = await startEmulator();
  const client = createClient({ token, apiRoot: emulator.url });
  const { log, logged } = readableLog();
  await client.call('getMe', undefined);

  async function control<T>(method: string, path: string, body?: unknown): Promise<T> {
    const init = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${emulator.url}/control${path}`, body === undefined ? { method } : init);
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer as T;
  }
  const state = () => control<State>('GET', '/state');
  const sends: Stage['sends'] = (person, what) => control('POST', `/people/${person}/send`, what);

  return {
    url: emulator.url,
    client,
    log,
    logged,
    control,
    state,
    sends,
    newPerson: async ({ hasStarted = true, ...person } = {}) => {
      const { id } = await control<PersonView>('POST', '/people', { firstName: 'Anne', ...person });
      if (hasStarted) await sends(id, { text: '/start' });
      return id;
    },
    fault: async (fault) => {
      await control('POST', '/faults', fault);
    },
    calls: async (method, count, after = 0) => {
      const deadline = performance.now() + longestWaitMs;
      let found: CallView[] = [];
      while (found.length < count && performance.now() < deadline) {
        const cursor = found.at(-1)?.seq ?? after;
        const waitMs = Math.max(1, Math.round(deadline - performance.now()));
        const more = await control<CallView[]>('GET', `/calls?after=${cursor}&method=${method}&waitMs=${waitMs}`);
        found = [...found, ...more];
      }
      if (found.length < count) throw new Error(`${found.length} calls of ${method}, ${count} were expected`);
      return found;
    },
    now: async () => (await state()).calls.at(-1)?.seq ?? 0,
    close: async () => {
      await client.close();
      await emulator.close();
    },
  };
}

export function readableLog(): { readonly log: Log; readonly logged: () => string } {
  let lines = '';
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines += chunk.toString();
      done();
    },
  });
  return { log: createLog('debug', destination), logged: () => lines };
}

/** A promise and the function that resolves it, for a test that waits for something to be called. */
export function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
