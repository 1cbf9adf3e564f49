import { afterEach, beforeEach, expect } from 'vitest';
import { startBotProcess, type BotProcess } from './bot-process.js';
import { pair, type Pair } from './couple.js';
import { openWorld, type World } from './world.js';

/** Sunday 22 November 2037, 12:00 in Amsterdam and 11:00 in London: later than any machine that runs this. */
export const sundayNoon = Date.UTC(2037, 10, 22, 11);

export interface Sunday extends Pair {
  readonly world: World;
  readonly bot: BotProcess;
  /** No chance to finish anything; whatever was decided stands all the same. */
  readonly dies: () => Promise<void>;
}

/** Before each test two people who are paired, on a Sunday at noon, with a bot that can be killed. */
export function everyTestOnASunday(language: 'nl' | 'en' = 'nl'): () => Sunday {
  let sunday: Sunday | null = null;

  beforeEach(async () => {
    const world = await openWorld();
    await world.setClock(sundayNoon);
    const bot = await startBotProcess(world);
    const languageCode = language;
    const couple = await pair(world, { languageCode }, { languageCode }, language);
    const dies = async () => {
      await bot.kill();
      await bot.start();
    };
    sunday = { ...couple, world, bot, dies };
  });

  afterEach(async () => {
    if (sunday === null) return;
    const { world, bot } = sunday;
    sunday = null;
    expect(world.wrongCalls()).toEqual([]);
    await bot.close();
    await world.close();
  });

  return () => {
    if (sunday === null) throw new Error('only within a test');
    return sunday;
  };
}
