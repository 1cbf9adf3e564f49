import { openStore } from '../../src/store/sqlite/open.js';
import { driveBot, type DrivenBot } from '../support/driven-bot.js';
import type { Button } from '../../src/core/buttons.js';
import type { Row } from '../../src/store/store.js';
import { monday, optionsFor } from '../store/support.js';

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

/** The bot with a store in memory, and people who are called by their names. */
export interface FuzzedHouse extends Pick<DrivenBot, 'takes' | 'later' | 'shown' | 'close'> {
  says(who: Name, text: string): Promise<readonly Row[]>;
  taps(who: Name, name: Button['name']): Promise<readonly Row[]>;
  presses(who: Name, data: string): ReturnType<DrivenBot['presses']>;
}

const nameOf = (chat: number) => Object.entries(people).find(([, number]) => number === chat)?.[0] ?? '';

export async function openFuzzedHouse(): Promise<FuzzedHouse> {
  const bot = driveBot({ store: await openStore(optionsFor(':memory:')), from: monday, nameOf });
  return {
    shown: bot.shown,
    takes: (update) => bot.takes(update),
    later: (delayMs) => bot.later(delayMs),
    close: () => bot.close(),
    says: (who, text) => bot.says(people[who], text),
    taps: (who, name) => bot.taps(people[who], name),
    presses: (who, data) => bot.presses(people[who], data),
  };
}

export const userOf = (who: Name) => ({ id: people[who], is_bot: false, first_name: who, language_code: 'nl' });
