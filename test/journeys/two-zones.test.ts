import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { startBotProcess } from '../support/bot-process.js';
import { answers, pair } from '../support/couple.js';
import { openWorld, type Someone } from '../support/world.js';

const minuteMs = 60_000;
const ghent = 'Europe/Brussels';
const auckland = 'Pacific/Auckland';
/** The Saturday before and the Monday after each change of a clock in either place, in 2037. */
const dates = [
  ['2037-03-28', '2037-03-30'],
  ['2037-04-04', '2037-04-06'],
  ['2037-09-26', '2037-09-28'],
  ['2037-10-24', '2037-10-26'],
] as const;

function eightInTheEvening(date: string, zone: string): number {
  return Temporal.PlainDate.from(date).toPlainDateTime('20:00').toZonedDateTime(zone).epochMilliseconds;
}

it('a couple in Ghent and Auckland is asked at eight in the evening, each, through every clock change of a year', async () => {
  const world = await openWorld();
  await world.setClock(Date.UTC(2037, 2, 20, 9));
  const bot = await startBotProcess(world);
  const { anne, bram } = await pair(world);
  await answers(anne, 'hier');
  await answers(bram, 'daar');
  await anne.hears('Jullie antwoorden zijn open.');
  await bram.hears('Jullie antwoorden zijn open.');
  await world.later(2 * minuteMs);
  await livesIn(anne, 'Gent');
  await livesIn(bram, 'Auckland');

  for (const date of dates.flat()) {
    const prompts: string[] = [];
    // Auckland comes first: its evening is Ghent's morning.
    for (const [someone, zone] of [
      [bram, auckland],
      [anne, ghent],
    ] as const) {
      const at = eightInTheEvening(date, zone);
      await world.setClock(at - 2 * minuteMs);
      const seen = someone.messages().at(-1)?.messageId ?? 0;
      await world.setClock(at + 1_000);
      const prompt = await world.until(`a prompt on ${date} in ${zone}`, () =>
        someone.messages().find(({ messageId, keyboard }) => messageId > seen && hasLater(keyboard)),
      );
      expect(prompt.atMs - at).toBeLessThan(minuteMs);
      expect(prompt.atMs).toBeGreaterThanOrEqual(at);
      prompts.push(prompt.text.split('\n')[0] ?? '');
    }
    expect(prompts[0]).toBe(prompts[1]);
    for (const someone of [anne, bram]) {
      await someone.taps(nl.labels.else);
      await someone.taps(nl.labels.live);
    }
    await anne.hears('Bram vertelt het je liever zelf.');
    await bram.hears('Anne vertelt het je liever zelf.');
    for (const someone of [anne, bram]) {
      await world.until('the old buttons to be gone', () =>
        someone.messages().some(({ keyboard }) => hasLive(keyboard)) ? undefined : true,
      );
    }
  }
  expect(world.wrongCalls()).toEqual([]);
  await bot.close();
  await world.close();
});

function hasLive(keyboard: readonly (readonly { text: string }[])[]): boolean {
  return keyboard.flat().some(({ text }) => text === nl.labels.live);
}

function hasLater(keyboard: readonly (readonly { text: string }[])[]): boolean {
  return keyboard.flat().some(({ text }) => text === nl.labels.later);
}

async function livesIn(someone: Someone, city: string): Promise<void> {
  await someone.hears('Voortaan');
  await someone.taps(nl.labels.otherZone);
  await someone.hears('Typ een stad');
  await someone.says(city);
  await someone.hears('Bij jou is het nu');
}
