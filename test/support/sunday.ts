import { beforeEach } from 'vitest';
import { pair, type Pair } from './couple.js';
import { oneBot, type OneBot } from './one-bot.js';
import { sundayNoon } from './world.js';

const weekMs = 7 * 24 * 3_600_000;

export interface Sunday extends Pair, OneBot {
  /** The moment they were paired. */
  readonly noonMs: number;
}

/** One bot for a whole file; every couple is new, and begins at noon on the Sunday after the one before. */
export function everyCoupleOnASunday(): (language: 'nl' | 'en') => Promise<Sunday> {
  const house = oneBot({ atMs: sundayNoon - weekMs });

  return async (language) => {
    const { world } = house();
    const noonMs = await world.toSundayNoon();
    const couple = await pair(world, { languageCode: language }, { languageCode: language }, language);
    return { ...couple, ...house(), noonMs };
  };
}

/** Before each test such a couple. */
export function everyTestOnASunday(language: 'nl' | 'en' = 'nl'): () => Sunday {
  const couple = everyCoupleOnASunday();
  let sunday: Sunday | null = null;

  beforeEach(async () => {
    sunday = await couple(language);
  });

  return () => {
    if (sunday === null) throw new Error('only within a test');
    return sunday;
  };
}
