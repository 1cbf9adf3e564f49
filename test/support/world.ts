import type {
  CallView,
  ChatView,
  ControlEvent,
  GroupView,
  MessageView,
  NewPerson,
  PersonSends,
  State,
} from '../../src/emulator/contract.js';
import { startEmulator } from '../../src/emulator/server.js';

/** How long a journey waits for something to be said before it fails. */
const usualPatienceMs = 30_000;

/** The emulated Telegram and the people in it, as a test sees them: what they do, and what stands on their phones. */
export interface World {
  readonly url: string;
  person(name: string, rest?: Partial<NewPerson>): Promise<Someone>;
  state(): Promise<State>;
  control<Result = unknown>(method: string, path: string, body?: unknown): Promise<Result>;
  /** Sets the clock forward; the bot follows. */
  later(delayMs: number): Promise<void>;
  setClock(atMs: number): Promise<void>;
  /**
   * To the first Sunday noon that has not passed, and answers with it: a test that runs once more after a failure begins
   * a week later, since the clock never runs backwards.
   */
  toSundayNoon(): Promise<number>;
  /** To where the bot says that its next question comes, and a minute on; as the page's button does. */
  toTheNextQuestion(): Promise<void>;
  /** Resolves with the first value that is not undefined, looked for at every change. */
  until<Result>(what: string, look: () => Result | undefined): Promise<Result>;
  readonly calls: readonly CallView[];
  /** A group as it looks now; after it became a supergroup, that. */
  group(id: number): GroupView | undefined;
  /** Calls that broke the Bot API; a journey that makes one has failed. */
  wrongCalls(): readonly CallView[];
  close(): Promise<void>;
}

export interface Tap {
  readonly messageId: number;
  readonly callbackData: string;
}

/** A person with a phone. Every wait ends by an event, never by the clock. */
export interface Someone {
  readonly id: number;
  readonly name: string;
  says(text: string): Promise<number>;
  sends(what: PersonSends): Promise<number>;
  edits(messageId: number, text: string): Promise<void>;
  /** Taps the button with this label on the newest message that carries it. */
  taps(label: string | RegExp): Promise<void>;
  /** Taps this one button. */
  presses(tap: Tap): Promise<void>;
  hearts(message: MessageView): Promise<void>;
  blocks(isBlocked: boolean): Promise<void>;
  /** Waits for a message of the bot with this text that was not seen before by this person's `hears`. */
  hears(text: string | RegExp): Promise<MessageView>;
  /** Waits until a message of the bot reads like this, also one that was changed where it stands. */
  sees(text: string | RegExp): Promise<MessageView>;
  /** Waits for the toast or alert after a tap. */
  isTold(text: string | RegExp): Promise<void>;
  /** All that stands on the phone now, newest last. */
  messages(): readonly MessageView[];
  chat(): ChatView | undefined;
  /** The texts the bot has on this phone, in one string. */
  reads(): string;
}

/** Sunday 22 November 2037, 12:00 in Amsterdam and 11:00 in London: later than any machine that runs this. */
export const sundayNoon = Date.UTC(2037, 10, 22, 11);

const weekMs = 7 * 24 * 3_600_000;

export async function openWorld(patienceMs = usualPatienceMs): Promise<World> {
  const emulator = await startEmulator();
  const chats = new Map<number, ChatView>();
  const groups = new Map<number, GroupView>();
  const calls: CallView[] = [];
  let nextAtMs: number | null = null;
  let watchers: (() => void)[] = [];
  const closing = new AbortController();

  function hear(event: ControlEvent): void {
    if (event.type === 'chat') chats.set(event.chat.person.id, event.chat);
    if (event.type === 'group') groups.set(event.group.id, event.group);
    if (event.type === 'call') calls.push(event.call);
    if (event.type === 'next') nextAtMs = event.nextAtMs;
    if (event.type === 'state') {
      for (const chat of event.state.chats) chats.set(chat.person.id, chat);
      for (const group of event.state.groups) groups.set(group.id, group);
    }
    for (const watcher of watchers) watcher();
  }
  const listening = listen(`${emulator.url}/control/events`, closing.signal, hear);

  async function control<Result>(method: string, path: string, body?: unknown): Promise<Result> {
    const response = await fetch(`${emulator.url}/control${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${await response.text()}`);
    return (await response.json()) as Result;
  }

  function until<Result>(what: string, look: () => Result | undefined): Promise<Result> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`waited in vain for ${what}\n${phones(chats, groups)}`));
      }, patienceMs);
      const watch = () => {
        const found = look();
        if (found === undefined) return;
        stop();
        resolve(found);
      };
      const stop = () => {
        clearTimeout(timer);
        watchers = watchers.filter((one) => one !== watch);
      };
      watchers.push(watch);
      watch();
    });
  }

  const world: World = {
    url: emulator.url,
    control,
    until,
    calls,
    group: (id) => {
      const group = groups.get(id);
      return group?.migratedTo == null ? group : world.group(group.migratedTo);
    },
    state: () => control<State>('GET', '/state'),
    later: async (delayMs) => {
      await control('POST', '/clock', { advanceMs: delayMs });
    },
    setClock: async (atMs) => {
      await control('POST', '/clock', { setToMs: atMs });
    },
    toSundayNoon: async () => {
      const { clock } = await world.state();
      const atMs = sundayNoon + Math.max(0, Math.ceil((clock.nowMs - sundayNoon) / weekMs)) * weekMs;
      await world.setClock(atMs);
      return atMs;
    },
    toTheNextQuestion: async () => {
      const { clock } = await world.state();
      const atMs = await until('the bot to say when the next question comes', () =>
        nextAtMs !== null && nextAtMs > clock.nowMs ? nextAtMs : undefined,
      );
      await world.setClock(atMs + 60_000);
    },
    wrongCalls: () => calls.filter((call) => call.isWrongCall),
    person: async (name, rest = {}) => {
      const made = await control<{ id: number }>('POST', '/people', { firstName: name, languageCode: 'nl', ...rest });
      return someone(world, name, made.id, () => chats.get(made.id));
    },
    close: async () => {
      closing.abort();
      await listening;
      await emulator.close();
    },
  };
  return world;
}

function someone(world: World, name: string, id: number, chat: () => ChatView | undefined): Someone {
  let seen = 0;
  const messages = () => chat()?.messages ?? [];
  const post = <Result>(path: string, body: unknown) =>
    world.control<Result>('POST', `/people/${String(id)}${path}`, body);
  const presses = async (tap: Tap) => {
    await post('/press', tap);
  };
  const sends = async (what: PersonSends) => (await post<{ messageId: number }>('/send', what)).messageId;
  return {
    id,
    name,
    chat,
    messages,
    sends,
    says: (text) => sends({ text }),
    edits: async (messageId, text) => {
      await post('/edit', { messageId, text });
    },
    hearts: async ({ messageId }) => {
      await post('/react', { messageId, emoji: '❤' });
    },
    blocks: async (isBlocked) => {
      await post('/block', { blocked: isBlocked });
    },
    taps: async (label) => {
      await presses(
        await world.until(`${name} to see the button ${String(label)}`, () => findButton(messages(), label)),
      );
    },
    presses,
    hears: async (text) => {
      const message = await world.until(`${name} to hear ${String(text)}`, () =>
        messages().find((one) => one.from === 'bot' && one.messageId > seen && matches(one.text, text)),
      );
      seen = message.messageId;
      return message;
    },
    sees: (text) =>
      world.until(`${name} to see ${String(text)}`, () =>
        messages().find((one) => one.from === 'bot' && matches(one.text, text)),
      ),
    isTold: async (text) => {
      await world.until(`${name} to be told ${String(text)}`, () => {
        const toast = chat()?.toast;
        return toast != null && matches(toast.text, text) ? true : undefined;
      });
    },
    reads: () =>
      messages()
        .filter(({ from }) => from === 'bot')
        .map(({ text }) => text)
        .join('\n'),
  };
}

function findButton(messages: readonly MessageView[], label: string | RegExp): Tap | undefined {
  for (const message of messages.toReversed()) {
    const button = message.keyboard.flat().find((one) => matches(one.text, label));
    if (button?.callbackData !== undefined) {
      return { messageId: message.messageId, callbackData: button.callbackData };
    }
  }
  return undefined;
}

function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}

/** What everybody has on their phone, for a failing test to show. */
function phones(chats: ReadonlyMap<number, ChatView>, groups: ReadonlyMap<number, GroupView>): string {
  return [
    ...[...chats.values()].map(({ person, messages }) => ({ name: person.firstName, messages })),
    ...[...groups.values()].map(({ title, messages }) => ({ name: `in ${title}`, messages })),
  ]
    .map(({ name, messages }) => `— ${name}\n${messages.map(({ from, text }) => `${from}: ${text}`).join('\n')}`)
    .join('\n');
}

async function listen(url: string, signal: AbortSignal, hear: (event: ControlEvent) => void): Promise<void> {
  try {
    const response = await fetch(url, { signal });
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body ?? []) {
      const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('data:')) hear(JSON.parse(line.slice(5)) as ControlEvent);
    }
  } catch {
    // The test has ended, and its emulator with it.
  }
}
