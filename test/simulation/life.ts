import type { Clock } from '../../src/clock.js';
import { createDisk } from './disk.js';
import type { Hands, Somebody } from './people/hands.js';
import { createProcess, type Process } from './process.js';
import { createTelegram, type Telegram, type Wire } from './telegram.js';
import { createTimeline, type Timeline } from './timeline.js';

/** The bot among its people, with nothing the matter unless somebody makes it so. */
export interface Life {
  readonly hands: Hands;
  /** Until so long after the beginning. */
  run(untilMs: number): Promise<void>;
  /** All that ever came to this phone or changed on it, and when. */
  seenBy(person: number): readonly Sight[];
  end(): Promise<void>;
}

export interface Sight {
  /** Since the beginning. */
  readonly at: number;
  readonly method: string;
  readonly text: string;
  readonly buttons: readonly string[];
  /** All that was sent, but for what only says to whom; sound and files are part of it. */
  readonly params: Readonly<Record<string, unknown>>;
}

export interface LifeOptions {
  readonly seed: number;
  readonly startsAt: number;
  /** Looks on at all that goes over the wire. */
  readonly lookOn?: (clock: Clock) => Partial<Wire>;
}

export async function createLife({ seed, startsAt, lookOn }: LifeOptions): Promise<Life> {
  const timeline: Timeline = createTimeline(startsAt);
  const onlooker = lookOn?.(timeline.clock) ?? {};
  const seen = new Map<number, Sight[]>();
  const queries = new Map<string, number>();
  const wire: Wire = {
    handed: (update, at) => {
      const query = update['callback_query'] as { id: string; from: { id: number } } | undefined;
      if (query !== undefined) queries.set(query.id, query.from.id);
      onlooker.handed?.(update, at);
    },
    called: (call) => {
      onlooker.called?.(call);
    },
    delivered: (call, messageId) => {
      onlooker.delivered?.(call, messageId);
      const { at, chat, method, params, text, buttons } = call;
      const { callback_query_id: query, ...rest } = params;
      const person = chat ?? queries.get(String(query)) ?? 0;
      const sights = seen.get(person) ?? [];
      sights.push({ at: at - startsAt, method, text, buttons, params: rest });
      seen.set(person, sights);
    },
  };
  const telegram: Telegram = createTelegram(timeline, wire, () => undefined);
  const disk = createDisk('memory');
  let failure: unknown = null;
  const bot: Process = createProcess({
    timeline,
    telegram,
    disk,
    seed,
    spreadMs: 0,
    storeDelayMs: () => 0,
    onFatal: (error) => {
      failure = error;
    },
  });
  timeline.after(0, () => void bot.start());
  await timeline.runUntil(startsAt, () => false);
  return {
    hands: { timeline, telegram, somebody },
    run: async (untilMs) => {
      await timeline.runUntil(startsAt + untilMs, () => failure !== null);
      if (failure !== null) throw failure as Error;
    },
    seenBy: (person) => seen.get(person) ?? [],
    end: () => {
      bot.dieNow(() => undefined);
      disk.remove();
      return Promise.resolve();
    },
  };
}

/** Couple by couple: Anne, even, and Bram, odd; every third couple has its Telegram in English. */
export function somebody(id: number): Somebody {
  const couple = Math.floor((id - 1000) / 2);
  return {
    id,
    partner: id % 2 === 0 ? id + 1 : id - 1,
    language: couple % 3 === 2 ? 'en' : 'nl',
    name: `${id % 2 === 0 ? 'Anne' : 'Bram'}${String(couple)}`,
  };
}
