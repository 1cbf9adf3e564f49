import type { Client } from '../../src/telegram/client.js';
import { TelegramRefusal, TelegramUnheard } from '../../src/telegram/errors.js';
import type { Send, SendResult } from '../../src/telegram/send.js';
import { createChance, type Chance } from './chance.js';
import { createPhone, readCall, type Call, type Phone } from './phone.js';
import type { Timeline } from './timeline.js';

/** What can be the matter between the bot and the people. */
export const troubles = [
  'outage',
  'hanging',
  'too-many',
  'stumbling',
  'lost-answers',
  'slow',
  'duplicates',
  'reordering',
] as const;
export type Trouble = (typeof troubles)[number];

export interface Update {
  readonly update_id: number;
  readonly [part: string]: unknown;
}

/** All that goes over the wire, and nothing else: what the oracle may see. */
export interface Wire {
  /** An update is in a batch that the bot was given. */
  handed(update: Update, at: number): void;
  /** The bot began a call. */
  called(call: Call): void;
  /** It reached the phone, and made or changed this message. */
  delivered(call: Call, messageId: number | null): void;
}

/** Telegram, as the bot meets it: behind the courier's `Send` and the poller's client. */
export interface Telegram {
  readonly send: Send;
  /** For one poller. Once there is a newer one, or it hangs up, what it asks for is answered no more. */
  connect(): Line;
  phoneOf(person: number): Phone;
  /** A person does something; Telegram keeps it for the bot. */
  put(person: number, part: Readonly<Record<string, unknown>>): void;
  /** Counted for each person apart, as in a chat, so that nobody's ids depend on what others do; and no two are alike. */
  nextMessageId(person: number): number;
  nextQueryId(): string;
  begin(trouble: Trouble, until: number, seed: number): void;
  /** 403 until let in again. */
  setBlocked(person: number, isBlocked: boolean): void;
  /** A slow time: for the store as well. */
  readonly isSlow: boolean;
}

export interface Line {
  readonly client: Client;
  hangUp(): void;
}

const keptForMs = 24 * 3_600_000;
const batchLimit = 100;
const pollLatencyMs = 40;
const sendLatencyMs = 60;
const peopleAtMost = 1000;

interface Ongoing {
  readonly trouble: Trouble;
  readonly until: number;
  readonly chance: Chance;
}

interface Waiting {
  readonly person: number;
  readonly update: Update;
  readonly at: number;
}

export function createTelegram(
  timeline: Timeline,
  wire: Wire,
  onBlocked: (person: number, isBlocked: boolean) => void,
): Telegram {
  const phones = new Map<number, Phone>();
  const blocked = new Set<number>();
  let ongoing: Ongoing[] = [];
  let pending: Waiting[] = [];
  let confirmed: Waiting[] = [];
  let lastUpdateId = 700_000_000;
  const messageCounts = new Map<number, number>();
  let queries = 0;
  let wakePoll: (() => void) | null = null;
  let line = 0;
  const { clock } = timeline;

  const now = (trouble: Trouble): Chance | null => {
    if (ongoing.length === 0) return null;
    ongoing = ongoing.filter(({ until }) => until > clock.now());
    return ongoing.find((one) => one.trouble === trouble)?.chance ?? null;
  };
  const phoneOf = (person: number) => {
    const known = phones.get(person) ?? createPhone();
    phones.set(person, known);
    return known;
  };
  const nextMessageId = (person: number) => {
    const count = (messageCounts.get(person) ?? 0) + 1;
    messageCounts.set(person, count);
    return count * peopleAtMost + (person % peopleAtMost);
  };
  const later = <Result>(delayMs: number, result: () => Result) =>
    new Promise<Result>((resolve) => {
      timeline.after(delayMs, () => {
        resolve(result());
      });
    });

  function deliver(call: Call): SendResult {
    const arrived = { ...call, at: clock.now() };
    const { chat } = call;
    const messageId = chat === null ? null : phoneOf(chat).take(arrived, () => nextMessageId(chat));
    wire.delivered(arrived, messageId);
    return { kind: 'sent', messageId };
  }

  const failed = (reason: 'network' | 'server', isInDoubt: boolean): SendResult => ({
    kind: 'failed',
    reason,
    isInDoubt,
    error:
      reason === 'server'
        ? new TelegramRefusal('send', 500, 'Internal Server Error', null, false)
        : new TelegramUnheard('send', 'timeout', isInDoubt),
  });

  const send: Send = (row) => {
    const call = readCall(row.method, row.params, clock.now());
    wire.called(call);
    if (now('outage') !== null) return later(20, () => failed('network', false));
    if (now('hanging') !== null) return later(15_000, () => failed('network', true));
    const stumbling = now('stumbling');
    if (stumbling !== null && stumbling.next() < 0.4) {
      const hasArrived = stumbling.next() < 0.5;
      return later(sendLatencyMs, () => {
        if (hasArrived && !blocked.has(call.chat ?? 0)) deliver(call);
        return failed(stumbling.next() < 0.5 ? 'server' : 'network', true);
      });
    }
    const tooMany = now('too-many');
    if (tooMany !== null && tooMany.next() < 0.6) {
      const delayMs = 1000 * (1 + tooMany.below(40));
      return later(sendLatencyMs, () => ({ kind: 'retry-after', delayMs }));
    }
    if (call.chat !== null && blocked.has(call.chat)) return later(sendLatencyMs, () => ({ kind: 'unreachable' }));
    const lost = now('lost-answers');
    if (lost !== null && lost.next() < 0.5) {
      timeline.after(sendLatencyMs, () => deliver(call));
      return later(15_000, () => failed('network', true));
    }
    const slow = now('slow');
    return later(slow === null ? sendLatencyMs : 200 + slow.below(13_000), () => deliver(call));
  };

  /** A poll stays open until there is something; while Telegram is away, until it is back. */
  async function getUpdates(mine: number, offset: number | undefined): Promise<readonly Update[]> {
    if (line !== mine) return new Promise(() => undefined);
    if (offset !== undefined) {
      const done = pending.filter(({ update }) => update.update_id < offset);
      confirmed = [...confirmed, ...done].slice(-5);
      pending = pending.filter(({ update }) => update.update_id >= offset);
    }
    for (;;) {
      const away = ongoing.find(({ trouble, until }) => isAway(trouble) && until > clock.now());
      if (away !== undefined) await later(away.until - clock.now(), () => undefined);
      else if (pending.length > 0) break;
      else {
        await new Promise<void>((resolve) => {
          wakePoll = resolve;
        });
      }
      if (line !== mine) return new Promise(() => undefined);
    }
    await later(pollLatencyMs, () => undefined);
    if (line !== mine) return new Promise(() => undefined);
    const isKept = ({ at }: Waiting) => at > clock.now() - keptForMs;
    pending = pending.filter(isKept);
    confirmed = confirmed.filter(isKept);
    const batch = pending.slice(0, batchLimit);
    const twice = now('duplicates') === null ? [] : confirmed;
    const reordering = now('reordering');
    const given = reordering === null ? [...twice, ...batch] : shuffled([...twice, ...batch], reordering);
    for (const { update } of given) wire.handed(update, clock.now());
    return given.map(({ update }) => update);
  }

  return {
    send,
    connect: () => {
      const mine = (line += 1);
      return {
        client: clientOf((offset) => getUpdates(mine, offset)),
        hangUp: () => {
          if (line !== mine) return;
          line += 1;
          wakePoll?.();
          wakePoll = null;
        },
      };
    },
    phoneOf,
    put: (person, part) => {
      lastUpdateId += 1;
      pending.push({ person, update: { update_id: lastUpdateId, ...part }, at: clock.now() });
      wakePoll?.();
    },
    nextMessageId,
    nextQueryId: () => String((queries += 1)),
    begin: (trouble, until, seed) => {
      ongoing.push({ trouble, until, chance: createChance(seed, trouble) });
    },
    setBlocked: (person, isBlocked) => {
      if (blocked.has(person) === isBlocked) return;
      onBlocked(person, isBlocked);
      if (isBlocked) blocked.add(person);
      else blocked.delete(person);
    },
    get isSlow() {
      return now('slow') !== null;
    },
  };
}

const isAway = (trouble: Trouble) => trouble === 'outage' || trouble === 'hanging';

function shuffled<Item>(items: readonly Item[], chance: Chance): readonly Item[] {
  const mixed = [...items];
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    const other = chance.below(index + 1);
    [mixed[index], mixed[other]] = [mixed[other] as Item, mixed[index] as Item];
  }
  return mixed;
}

/** Of the client the poller needs no more than this; what Telegraf would do with an update is to call the one handler. */
function clientOf(getUpdates: (offset: number | undefined) => Promise<readonly Update[]>): Client {
  type Handler = (context: { readonly update: unknown }, next: () => Promise<void>) => Promise<void>;
  let handler: Handler = () => Promise.resolve();
  const client = {
    bot: {
      use: (given: Handler) => {
        handler = given;
      },
      handleUpdate: (update: unknown) => handler({ update }, () => Promise.resolve()),
    },
    call: (method: string, params: { readonly offset?: number } | undefined) =>
      method === 'getUpdates' ? getUpdates(params?.offset) : Promise.resolve(true),
  };
  return client as unknown as Client;
}
