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
  seenBy(person: number): readonly unknown[];
  end(): Promise<void>;
}

export async function createLife({ seed, startsAt }: { seed: number; startsAt: number }): Promise<Life> {
  const timeline: Timeline = createTimeline(startsAt);
  const seen = new Map<number, unknown[]>();
  const queries = new Map<string, number>();
  const wire: Wire = {
    handed: (update) => {
      const query = update['callback_query'] as { id: string; from: { id: number } } | undefined;
      if (query !== undefined) queries.set(query.id, query.from.id);
    },
    called: () => undefined,
    delivered: ({ at, chat, method, params, text, buttons, isSilent }) => {
      const person = chat ?? queries.get(String(params['callback_query_id'])) ?? 0;
      const sights = seen.get(person) ?? [];
      seen.set(person, [...sights, { at: at - startsAt, method, text, buttons, isSilent }]);
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
