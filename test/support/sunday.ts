import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startBotProcess, type BotProcess } from './bot-process.js';
import { pair, type Pair } from './couple.js';
import { openWorld, type World } from './world.js';

/** Sunday 22 November 2037, 12:00 in Amsterdam and 11:00 in London: later than any machine that runs this. */
export const sundayNoon = Date.UTC(2037, 10, 22, 11);
const weekMs = 7 * 24 * 3_600_000;

export interface Sunday extends Pair {
  readonly world: World;
  readonly bot: BotProcess;
  /** No chance to finish anything; whatever was decided stands all the same. */
  readonly dies: () => Promise<void>;
}

interface House {
  readonly world: World;
  readonly bot: BotProcess;
}

async function open(): Promise<House> {
  const world = await openWorld();
  await world.setClock(sundayNoon);
  return { world, bot: await startBotProcess(world) };
}

async function close({ world, bot }: House): Promise<void> {
  await bot.close();
  await world.close();
}

async function pairIn({ world, bot }: House, language: 'nl' | 'en'): Promise<Sunday> {
  const couple = await pair(world, { languageCode: language }, { languageCode: language }, language);
  const dies = async () => {
    await bot.kill();
    await bot.start();
  };
  return { ...couple, world, bot, dies };
}

/** Before each test two people who are paired, on a Sunday at noon, with a bot that can be killed. */
export function everyTestOnASunday(language: 'nl' | 'en' = 'nl'): () => Sunday {
  let sunday: Sunday | null = null;

  beforeEach(async () => {
    sunday = await pairIn(await open(), language);
  });

  afterEach(async () => {
    if (sunday === null) return;
    const ended = sunday;
    sunday = null;
    expect(ended.world.wrongCalls()).toEqual([]);
    await close(ended);
  });

  return () => {
    if (sunday === null) throw new Error('only within a test');
    return sunday;
  };
}

/**
 * The same with one bot for a whole file, which saves the start of a process for each test: every couple is new, and
 * begins on the Sunday after the one before.
 */
export function everyCoupleOnASunday(): (language: 'nl' | 'en') => Promise<Sunday> {
  let house: House | null = null;

  beforeAll(async () => {
    house = await open();
  });

  afterEach(() => {
    expect(house?.world.wrongCalls()).toEqual([]);
  });

  afterAll(async () => {
    if (house !== null) await close(house);
    house = null;
  });

  return async (language) => {
    if (house === null) throw new Error('only within a test');
    const { clock } = await house.world.state();
    const weeks = Math.ceil(Math.max(0, clock.nowMs - sundayNoon) / weekMs);
    await house.world.setClock(sundayNoon + weeks * weekMs);
    return pairIn(house, language);
  };
}
