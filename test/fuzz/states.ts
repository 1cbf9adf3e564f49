import type { FuzzedHouse, Name } from './house.js';

const hourMs = 3_600_000;

/** Two people agree and are paired, by what they do themselves. */
export async function pair(house: FuzzedHouse, first: Name, second: Name): Promise<void> {
  await house.says(first, '/start');
  const rows = await house.taps(first, 'agree');
  const code = /start=(\w+)/.exec(JSON.stringify(rows.map(({ params }) => params)))?.[1] ?? '';
  await house.says(second, `/start ${code}`);
  await house.taps(second, 'agree');
}

export async function pairAll(house: FuzzedHouse): Promise<void> {
  await pair(house, 'anne', 'bram');
  await pair(house, 'dora', 'eli');
}

const answer = async (house: FuzzedHouse, who: Name, words: string) => {
  await house.says(who, words);
  await house.taps(who, 'seal');
};

/** Where Anne and Bram stand when somebody begins to tap; each begins where the one it names ends. */
export const states: Readonly<Record<string, (house: FuzzedHouse) => Promise<unknown>>> = {
  'nobody has begun': () => Promise.resolve(),
  'Anne has invited': async (house) => {
    await house.says('anne', '/start');
    await house.taps('anne', 'agree');
  },
  'they are asked': pairAll,
  'Anne has a draft': async (house) => {
    await pairAll(house);
    await house.says('anne', 'een half antwoord');
  },
  'Anne has sealed': async (house) => {
    await pairAll(house);
    await answer(house, 'anne', 'wat dicht is');
  },
  'it is open': async (house) => {
    await pairAll(house);
    await answer(house, 'anne', 'van Anne');
    await answer(house, 'bram', 'van Bram');
    await house.later(3 * 60_000);
  },
  'there is a breather': async (house) => {
    await pairAll(house);
    await house.says('bram', '/adempauze');
  },
  'a breather is over': async (house) => {
    await pairAll(house);
    await house.says('bram', '/adempauze');
    await house.later(hourMs / 2 + 60_000);
  },
  'they look at their settings': async (house) => {
    await pairAll(house);
    await house.says('anne', '/instellingen');
    await house.says('bram', '/ritme');
  },
  'Bram has stopped': async (house) => {
    await pairAll(house);
    await house.says('bram', '/stop');
  },
};
