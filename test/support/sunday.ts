import { beforeEach } from 'vitest';
import { pair, type Pair } from './couple.js';
import { oneBot, type OneBot } from './one-bot.js';

const weekMs = 7 * 24 * 3_600_000;

/** Sunday 22 November 2037, 12:00 in Amsterdam and 11:00 in London: later than any machine that runs this. */
export const sundayNoon = Date.UTC(2037, 10, 22, 11);

export interface Sunday extends Pair, OneBot {
  /** The moment this test began at. */
  readonly noonMs: number;
}

/** Before each test two people who have just been paired, on a Sunday at noon; one bot for all of them. */
export function everyTestOnASunday(language: 'nl' | 'en' = 'nl'): () => Sunday {
  const house = oneBot({ atMs: sundayNoon - weekMs });
  let weeks = 0;
  let sunday: Sunday | null = null;

  beforeEach(async () => {
    const noonMs = sundayNoon + weeks * weekMs;
    weeks += 1;
    await house().world.setClock(noonMs);
    const couple = await pair(house().world, { languageCode: language }, { languageCode: language }, language);
    sunday = { ...couple, ...house(), noonMs };
  });

  return () => {
    if (sunday === null) throw new Error('only within a test');
    return sunday;
  };
}
