import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { answers, pair, type Pair } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import type { Someone, World } from '../support/world.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const inWords = new Intl.DateTimeFormat('nl', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const inFull = new Intl.DateTimeFormat('nl', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const { labels } = nl;

describe('settings', () => {
  const house = oneBot();

  afterAll(() => {
    expect(house().bot.output()).not.toMatch(/51\.0543|3\.7174|latitude/);
  });

  it('are chosen by tapping and typing, are kept, and are never told to the other', async () => {
    const { world } = house();
    const noonMs = await world.toSundayNoon();
    const { anne, bram } = await settled(world);
    const brams = bram.messages().length;

    await anne.says('/ritme');
    await anne.hears('Jouw ritme');
    await choosesHour(anne);
    await choosesQuietHours(anne);
    await sharesPlace(anne);
    await anne.says('/instellingen');
    expect((await anne.hears('Instellingen')).text).toContain('Tijdzone: Brussel,');
    expect(bram.messages()).toHaveLength(brams);

    // Anne's hour is 19:30 now, Bram's still 20:00.
    await world.setClock(noonMs + 31.5 * hourMs);
    await prompted(anne);
    expect(bram.messages()).toHaveLength(brams);
    await world.setClock(noonMs + 32 * hourMs);
    await prompted(bram);
  });

  it('remind whoever asked for it, once, and nobody else', async () => {
    const { world } = house();
    const from = await world.toSundayNoon();
    const { anne, bram } = await settled(world);
    await anne.says('/instellingen');
    await anne.hears('Herinnering: uit');
    await anne.taps(labels.reminderOn);
    await anne.sees('dan herinner ik je er één keer aan');
    await world.setClock(from + 32 * hourMs);
    await prompted(anne);
    await prompted(bram);
    await world.later(dayMs);
    await anne.hears('Deze vraag staat nog open. Niet nu is ook goed.');
    await anne.taps(labels.later);
    await anne.hears('Goed, ik vraag het morgen om 20:00 nog eens.');
    await world.later(dayMs);
    await prompted(anne);
    expect(bram.reads()).not.toMatch(/ligt er nog|herinner/);
  });

  it('hold a holiday, in which the clock starts nothing for either', async () => {
    const { world } = house();
    const from = await world.toSundayNoon();
    const saturday = new Date(from + 13 * dayMs);
    const { anne, bram } = await settled(world);
    await anne.taps(labels.otherRhythm);
    await anne.hears('Hoe vaak wil je een vraag?');
    await anne.taps(labels.back);
    await anne.sees('Vakantie: geen');
    await anne.taps(labels.holidayView);
    await anne.sees('Tot en met wanneer ben je vrij?');
    await anne.taps(labels.typeHoliday);
    await anne.sees('Tot en met welke dag?');
    await anne.says(inWords.format(from - 3 * dayMs));
    await anne.hears('Die dag is al voorbij.');
    await anne.says('12 december 2040');
    await anne.hears('meer dan een jaar weg');
    await anne.says(`${String(saturday.getUTCDate())}-${String(saturday.getUTCMonth() + 1)}`);
    await anne.hears(`Genoteerd: vrij tot en met ${inFull.format(saturday)}.`);
    const before = [anne, bram].map((one) => one.messages().length);
    // Noon of the Sunday after it.
    await world.setClock(from + 14 * dayMs);
    await bram.says('/help');
    await bram.hears('Af en toe stel ik een vraag');
    expect([anne, bram].map((one) => one.messages().length)).toEqual([before[0], (before[1] ?? 0) + 2]);
    await world.setClock(from + 15 * dayMs + 8 * hourMs);
    await prompted(anne);
    await prompted(bram);
    expect(bram.reads()).not.toMatch(/vrij tot|op vakantie|is weg/i);
  });

  it('speak English, and change their language at once', async () => {
    const { world } = house();
    const { anne } = await pair(world, { languageCode: 'en' }, { languageCode: 'en' }, 'en');
    await anne.says('/rhythm');
    await anne.hears('Your rhythm');
    await anne.taps(en.labels.hourView);
    await anne.sees('What time would you like a question?');
    await anne.taps(en.labels.typeHour);
    await anne.sees('What time? Type it');
    await anne.says('soonish');
    await anne.hears('I don’t understand that time.');
    await anne.says('7:30 pm');
    await anne.hears('Noted: at 19:30.');
    await anne.says('half past eight');
    await anne.says('/settings');
    await anne.hears('Settings');
    await anne.taps(en.labels.otherLanguage);
    await anne.sees('Taal: Nederlands');
  });
});

/** A couple with a first reveal behind them, who were told the rhythm. */
async function settled(world: World): Promise<Pair> {
  const { anne, bram } = await pair(world);
  await answers(anne, 'een');
  await answers(bram, 'twee');
  await bram.hears('Jullie antwoorden zijn open.');
  await world.later(2 * minuteMs);
  await bram.hears('Voortaan');
  await anne.hears('Voortaan');
  return { anne, bram };
}

async function choosesHour(someone: Someone): Promise<void> {
  await someone.taps(labels.hourView);
  await someone.sees('Hoe laat wil je een vraag?');
  await someone.taps(labels.typeHour);
  await someone.sees('Typ het zoals je het zegt');
  await someone.says('straks');
  await someone.hears('Dat uur begrijp ik niet.');
  await someone.says('23:15');
  await someone.hears('23:15 valt in je stille uren (22:00–08:00).');
  await someone.says('half negen');
  await someone.hears('Genoteerd: om 20:30. Bedoelde je 08:30?');
  await someone.taps(labels.hourView);
  await someone.taps('19:30');
  await someone.sees('Genoteerd: om 19:30.');
}

async function choosesQuietHours(someone: Someone): Promise<void> {
  await someone.taps(labels.quietView);
  await someone.sees('Wanneer wil je niet gestoord worden?');
  await someone.taps(labels.typeQuiet);
  await someone.sees('Van wanneer tot wanneer?');
  await someone.says('19:00-08:00');
  await someone.hears('Dan valt jouw uur, 19:30, in de stilte.');
  await someone.says('van 23u tot 7u30');
  await someone.hears('Genoteerd: stil van 23:00 tot 07:30.');
}

async function sharesPlace(someone: Someone): Promise<void> {
  await someone.taps(labels.otherZone);
  await someone.hears('Je locatie delen kan ook');
  await someone.sends({ location: { latitude: 51.0543, longitude: 3.7174 } });
  await someone.hears('Goed. Bij jou is het nu 12:02.');
  expect(someone.reads()).not.toContain('Waar ben je?');
}

async function prompted(someone: Someone): Promise<void> {
  for (;;) {
    const message = await someone.hears(/./);
    if (message.keyboard.flat().some(({ text }) => text === labels.later)) return;
  }
}
