import { randomBytes } from 'node:crypto';
import type { Scene } from '../../src/core/scene.js';
import type { PersonId } from '../../src/core/ids.js';
import { createCourier, type Courier } from '../../src/courier/courier.js';
import { type CourierOptions } from '../../src/courier/options.js';
import { openStore } from '../../src/store/sqlite/open.js';
import type { Inbound, Outcome, Outgoing, Recall, Store } from '../../src/store/store.js';
import { createSend } from '../../src/telegram/send.js';
import { outcome, outgoing } from '../support/outgoing.js';
import { deferred, type Stage } from '../telegram/stage.js';

/** A real store, a courier over the emulator, and a way to put mail into the outbox. */
export interface PostOffice {
  readonly store: PostStore;
  readonly courier: Courier;
  readonly clock: { now(): number; moveBy(ms: number): void };
  /** What the courier told core. */
  readonly reports: Inbound[];
  readonly ended: Promise<unknown>;
  /** Writes rows for one person and wakes the courier. */
  readonly put: (address: number, ...mail: readonly Partial<Outgoing>[]) => Promise<void>;
  readonly recall: (address: number, lanes: Recall['lanes']) => Promise<void>;
  readonly release: (address: number) => Promise<void>;
  /** What the bot wrote to a person, in order. */
  readonly texts: (address: number) => Promise<readonly string[]>;
  close(): Promise<void>;
}

export type PostStore = Pick<Store, 'apply' | 'claim' | 'settle' | 'nextSendAt' | 'recover' | 'counts' | 'close'>;

export type Changes = Partial<Omit<CourierOptions, 'store'>> & {
  readonly timeoutMs?: number;
  /** Shared by several couriers, one after another; closed by whoever made it. */
  readonly store?: PostStore;
};

export async function openPostOffice(stage: Stage, { timeoutMs, ...changes }: Changes = {}): Promise<PostOffice> {
  const store = changes.store ?? (await openTestStore());
  const reports: Inbound[] = [];
  const ended = deferred<unknown>();
  let aheadMs = 0;
  const clock = {
    now: () => Date.now() + aheadMs,
    moveBy: (ms: number) => {
      aheadMs += ms;
    },
  };
  const courier = createCourier({
    send: createSend(stage.client, timeoutMs),
    clock,
    log: stage.log,
    sendRate: 30,
    onReport: (inbound) => {
      reports.push(...inbound);
      return Promise.resolve();
    },
    onFatal: ended.resolve,
    ...changes,
    store,
  });
  courier.start();

  async function change(address: number, part: (person: PersonId) => Partial<Outcome>): Promise<void> {
    const inbound = {
      updateId: null,
      origin: { from: 'address', address: String(address) },
      command: { type: 'pressUnknown' },
      callbackQueryId: null,
      messageId: null,
      ownMessageId: null,
    } as const;
    const [applied] = await store.apply(
      [inbound],
      (scene) => outcomeOf(scene, part),
      clock.now(),
      () => [],
      courier.claiming(),
    );
    if (applied?.result !== 'applied') throw new Error('the mail was not written');
    courier.nudge();
  }

  return {
    store,
    courier,
    clock,
    reports,
    ended: ended.promise,
    put: (address, ...mail) => change(address, (to) => ({ outgoing: mail.map((one) => outgoing(to, one)) })),
    recall: (address, lanes) => change(address, (person) => ({ recalls: [{ person, lanes }] })),
    release: (address) => change(address, (person) => ({ releases: [person] })),
    texts: async (address) => {
      const { chats } = await stage.state();
      const messages = chats.find(({ person }) => person.id === address)?.messages ?? [];
      return messages.filter(({ from }) => from === 'bot').map(({ text }) => text);
    },
    close: async () => {
      await courier.stop();
      if (changes.store === undefined) await store.close();
    },
  };
}

export function openTestStore(): Promise<Store> {
  const masterKey = randomBytes(32);
  return openStore({
    dataDir: ':memory:',
    masterKey,
    botId: '4242',
    defaultLanguage: 'nl',
    defaultZone: 'Europe/Amsterdam',
  });
}

/** The same store, but for what is changed. */
export function spoil(store: Store, changes: Partial<PostStore>): PostStore {
  return {
    apply: store.apply.bind(store),
    claim: store.claim.bind(store),
    settle: store.settle.bind(store),
    nextSendAt: store.nextSendAt.bind(store),
    recover: store.recover.bind(store),
    counts: store.counts.bind(store),
    close: store.close.bind(store),
    ...changes,
  };
}

export function text(words: string, changes: Partial<Outgoing> = {}): Partial<Outgoing> {
  return { params: { text: words }, ...changes };
}

/** Mail is for somebody: who is written to for the first time gets a name. */
function outcomeOf(scene: Scene, part: (person: PersonId) => Partial<Outcome>): Outcome {
  const { actor } = scene;
  const person = actor === null ? undefined : scene.people[actor];
  if (person === undefined) throw new Error('mail is for somebody');
  const known = { ...person, consent: person.consent ?? { version: 1, at: 0 }, name: 'Anne' };
  return outcome({ ...scene, people: { ...scene.people, [known.id]: known } }, part(known.id));
}
