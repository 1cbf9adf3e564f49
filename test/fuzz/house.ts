import { createHandle } from '../../src/app/handle.js';
import { createRenderer } from '../../src/app/render.js';
import type { Button } from '../../src/core/command.js';
import { createLog } from '../../src/log.js';
import { openStore } from '../../src/store/sqlite/open.js';
import type { Applied, Inbound, Row, Store } from '../../src/store/store.js';
import { intake } from '../../src/telegram/intake.js';
import { decodeButton } from '../../src/telegram/keyboard.js';
import { en } from '../../src/texts/en.js';
import { nl } from '../../src/texts/nl.js';
import { loadScenarios, shippedDirectory } from '../../src/texts/scenarios.js';
import { allLanes, monday, optionsFor } from '../store/support.js';

/** Who is there: two couples, and somebody who is nobody's. A number is a person's chat as well. */
export const people = { anne: 77, bram: 78, carl: 79, dora: 80, eli: 81 } as const;
export type Name = keyof typeof people;
export const partners: Readonly<Record<Name, readonly Name[]>> = {
  anne: ['anne', 'bram'],
  bram: ['anne', 'bram'],
  carl: ['carl'],
  dora: ['dora', 'eli'],
  eli: ['dora', 'eli'],
};

const { scenarios, protocols } = loadScenarios({ shipped: shippedDirectory });
const house = {
  operator: 'Sanne',
  operatorContact: null,
  policyUrl: null,
  botUsername: 'SamenspraakBot',
  scenarios,
  protocols,
};
const log = createLog('silent');

/** The bot from an update to the rows the courier would take, with a real store in memory, and nobody at the other end. */
export interface FuzzedHouse {
  /** What the update led to: the rows to be sent, and whether a rule threw. */
  takes(update: unknown): Promise<{ applied: readonly Applied[]; rows: readonly Row[] }>;
  says(who: Name, text: string): Promise<readonly Row[]>;
  /** Taps the newest button of that name that this person was shown. */
  taps(who: Name, name: Button['name']): Promise<readonly Row[]>;
  presses(who: Name, data: string): Promise<{ applied: readonly Applied[]; rows: readonly Row[] }>;
  later(delayMs: number): Promise<readonly Row[]>;
  /** Every button anyone was ever shown. */
  readonly shown: ReadonlyMap<number, readonly Button[]>;
  close(): Promise<void>;
}

export async function openFuzzedHouse(): Promise<FuzzedHouse> {
  const store = await openStore(optionsFor(':memory:'));
  const shown = new Map<number, Button[]>();
  let now = monday;
  let lastId = 1000;
  const nextId = () => (lastId += 1);
  const handle = createHandle({
    store,
    clock: { now: () => now },
    given: { scenarios, protocols, openTo: 'everyone', spreadMs: 0 },
    renderer: createRenderer({ nl, en }, house),
    defaults: { language: 'nl', zone: 'Europe/Amsterdam' },
    log,
    onApplied: () => undefined,
  });

  async function hand(inbound: readonly Inbound[]) {
    now += 1000;
    const applied = await handle(inbound);
    return { applied, rows: await sendAll() };
  }

  async function sendAll(): Promise<readonly Row[]> {
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
  const presses = (who: Name, data: string) =>
    takes({
      update_id: nextId(),
      callback_query: {
        id: String(nextId()),
        from: userOf(who),
        chat_instance: '1',
        message: messageOf(who, nextId()),
        data,
      },
    });

  return {
    shown,
    takes,
    presses,
    says: async (who, text) =>
      (await takes({ update_id: nextId(), message: { ...messageOf(who, nextId()), from: userOf(who), text } })).rows,
    taps: async (who, name) => {
      const button = shown.get(people[who])?.findLast((one) => one.name === name);
      if (button === undefined) throw new Error(`${who} was never shown a button ${name}`);
      const { slot, step, arg } = button;
      return (await presses(who, `${name}:${slot}:${step.toString(36)}:${arg}`)).rows;
    },
    later: async (delayMs) => {
      now += delayMs;
      const due = await store.due(now, 100);
      return (
        await hand(
          due.map((couple) => ({
            updateId: null,
            origin: { from: 'couple', couple },
            command: { type: 'wake' },
            callbackQueryId: null,
            messageId: null,
            ownMessageId: null,
          })),
        )
      ).rows;
    },
    close: () => store.close(),
  };
}

export const userOf = (who: Name) => ({ id: people[who], is_bot: false, first_name: who, language_code: 'nl' });
const messageOf = (who: Name, id: number) => ({
  message_id: id,
  date: 1,
  chat: { id: people[who], type: 'private', first_name: who },
});

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
