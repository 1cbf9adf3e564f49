import { createHandle } from '../../src/app/handle.js';
import { createRenderer } from '../../src/app/render.js';
import type { Button } from '../../src/core/buttons.js';
import type { Command, Origin } from '../../src/core/command.js';
import type { Instant } from '../../src/core/ids.js';
import { createLog } from '../../src/log.js';
import type { Applied, Inbound, Row, Store } from '../../src/store/store.js';
import { intake } from '../../src/telegram/intake.js';
import { decodeButton } from '../../src/telegram/keyboard.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { allLanes } from '../store/support.js';

const { scenarios, protocols, paths } = loadScenarios({ shipped: shippedDirectory });
const house = {
  operator: 'Sanne',
  operatorContact: null,
  policyUrl: null,
  botUsername: 'SamenspraakBot',
  scenarios,
  protocols,
  paths,
};
const log = createLog('silent');

export interface Driven {
  readonly applied: readonly Applied[];
  readonly rows: readonly Row[];
}

/** The bot from an update to the rows the courier would take, over a real store, and nobody at the other end. */
export interface DrivenBot {
  readonly store: Store;
  now(): Instant;
  /** What the update led to: the rows to be sent, and whether a rule threw. */
  takes(update: unknown): Promise<Driven>;
  says(chat: number, text: string): Promise<readonly Row[]>;
  /** The same, where it may fail. */
  tries(chat: number, text: string): Promise<Driven>;
  speaks(chat: number, fileId: string): Promise<readonly Row[]>;
  /** Taps the newest button of that name that this person was shown; with that argument or step when given. */
  taps(chat: number, name: Button['name'], arg?: string, step?: number): Promise<readonly Row[]>;
  presses(chat: number, data: string): Promise<Driven>;
  /** Lets the clock stand so much later, and wakes once what is due then. */
  later(delayMs: number, mayFail?: boolean): Promise<readonly Row[]>;
  /** Lets time pass up to a moment: everybody is woken at the minute at which they come due. */
  passTo(at: Instant): Promise<void>;
  /** From here on nothing is sent, or it is again. */
  holdBack(isHeld: boolean): void;
  /** Every button anyone was ever shown. */
  readonly shown: ReadonlyMap<number, readonly Button[]>;
  close(): Promise<void>;
}

export interface Driving {
  readonly store: Store;
  readonly from: Instant;
  readonly nameOf: (chat: number) => string;
  readonly languageOf?: (chat: number) => string;
  /** The last number that was given to an update or a message. */
  readonly lastId?: number;
}

export function driveBot({ store, from, nameOf, languageOf = () => 'nl', lastId: first = 1000 }: Driving): DrivenBot {
  const shown = new Map<number, Button[]>();
  let now = from;
  let lastId = first;
  let isHeld = false;
  const nextId = () => (lastId += 1);
  const handle = createHandle({
    store,
    clock: { now: () => now },
    given: { scenarios, protocols, paths, openTo: 'everyone', tellsNews: true, spreadMs: 0 },
    renderer: createRenderer({ nl, en }, house),
    defaults: { language: 'nl', zone: 'Europe/Amsterdam' },
    log,
    onApplied: () => undefined,
  });
  const userOf = (chat: number) => ({
    id: chat,
    is_bot: false,
    first_name: nameOf(chat),
    language_code: languageOf(chat),
  });
  const messageOf = (chat: number, id: number) => ({
    message_id: id,
    date: 1,
    chat: { id: chat, type: 'private', first_name: nameOf(chat) },
  });

  async function hand(inbound: readonly Inbound[]): Promise<Driven> {
    now += 1000;
    const applied = await handle(inbound);
    return { applied, rows: await sendAll() };
  }

  async function sendAll(): Promise<readonly Row[]> {
    if (isHeld) return [];
    const rows = await deliverAll(store, now, nextId);
    for (const { params } of rows) {
      const chat = Number(params['chat_id']);
      shown.set(chat, [...(shown.get(chat) ?? []), ...buttonsOf(params['reply_markup'])]);
    }
    return rows;
  }

  const takes = (update: unknown) => {
    const inbound = intake(update, { username: house.botUsername });
    return hand(inbound === null ? [] : [inbound]);
  };
  const sends = (chat: number, content: object) =>
    takes({ update_id: nextId(), message: { ...messageOf(chat, nextId()), from: userOf(chat), ...content } });
  const presses = (chat: number, data: string) =>
    takes({
      update_id: nextId(),
      callback_query: {
        id: String(nextId()),
        from: userOf(chat),
        chat_instance: '1',
        message: messageOf(chat, nextId()),
        data,
      },
    });
  const wakeDue = async (mayFail = false) => {
    const couples = (await store.due(now, 100)).map((couple) => ofClock({ from: 'couple', couple }));
    const alone = (await store.dueAlone(now, 100)).map((person) => ofClock({ from: 'person', person }));
    const woken = await hand([...couples, ...alone]);
    return mayFail ? woken.rows : rowsOf(woken);
  };

  return {
    store,
    shown,
    takes,
    presses,
    now: () => now,
    says: async (chat, text) => rowsOf(await sends(chat, { text })),
    tries: (chat, text) => sends(chat, { text }),
    speaks: async (chat, fileId) =>
      rowsOf(await sends(chat, { voice: { file_id: fileId, file_unique_id: fileId, duration: 7 } })),
    taps: async (chat, name, arg, step) => {
      const isWanted = (one: Button) =>
        one.name === name && (arg === undefined || one.arg === arg) && (step === undefined || one.step === step);
      const button = shown.get(chat)?.findLast(isWanted);
      if (button === undefined) throw new Error(`${nameOf(chat)} was never shown a button ${name} ${arg ?? ''}`);
      return rowsOf(await presses(chat, `${button.name}:${button.slot}:${button.step.toString(36)}:${button.arg}`));
    },
    later: (delayMs, mayFail) => {
      now += delayMs;
      return wakeDue(mayFail);
    },
    passTo: async (at) => {
      for (let turns = 0; turns < 10_000; turns += 1) {
        const next = Math.min((await store.nextDueAt()) ?? Infinity, (await store.nextSendAt()) ?? Infinity);
        if (next > at) break;
        now = Math.max(now, next);
        await wakeDue();
      }
      now = Math.max(now, at);
      await store.tidy(now);
      await store.markAlive(now);
    },
    holdBack: (held) => {
      isHeld = held;
    },
    close: () => store.close(),
  };
}

function ofClock(origin: Origin): Inbound {
  const command: Command = { type: 'wake' };
  return { updateId: null, origin, command, callbackQueryId: null, messageId: null, ownMessageId: null };
}

/** What is to be sent, where nothing may have failed. */
function rowsOf({ applied, rows }: Driven): readonly Row[] {
  for (const one of applied) if (one.result === 'failed') throw one.error;
  return rows;
}

/** As a courier with a perfect network; `store/support.ts` does the same, but looks at no chat. */
async function deliverAll(store: Store, now: number, nextId: () => number): Promise<readonly Row[]> {
  const delivered: Row[] = [];
  for (let turn = 0; turn < 1000; turn += 1) {
    const rows = await store.claim(now, allLanes, 100);
    if (rows.length === 0) return delivered;
    delivered.push(...rows);
    await store.settle(
      rows.map(({ id, kind }) => ({ row: id, as: 'sent', messageId: kind === 'send' ? nextId() : null })),
      now,
    );
  }
  throw new Error('the outbox does not come to an end');
}

function buttonsOf(markup: unknown): readonly Button[] {
  const { inline_keyboard: rows = [] } = (markup ?? {}) as { inline_keyboard?: { callback_data?: string }[][] };
  return rows.flat().flatMap(({ callback_data: data }) => {
    const button = data === undefined ? null : decodeButton(data);
    return button === null ? [] : [button];
  });
}
