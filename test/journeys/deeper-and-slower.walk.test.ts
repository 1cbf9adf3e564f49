import { describe, expect, it } from 'vitest';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import { nl } from '../../src/texts/nl/nl.js';
import { answers, pair, type Pair } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import type { Someone, World } from '../support/world.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const { labels } = nl;
const { scenarios } = loadScenarios({ shipped: shippedDirectory });
const personal = [...scenarios.values()].filter(({ depth, path }) => depth === 2 && path === undefined);

describe('a deeper question', () => {
  // Of what goes further than light only the deep is left, so that a question of its depth is soon drawn.
  const house = oneBot({ environment: { SCENARIOS_OFF: personal.map(({ id }) => id).join(',') } });

  it('asks a deeper question behind a line, and opens it after a fresh yes of both', async () => {
    const { world } = house();
    const couple = await pair(world);
    const { anne, bram } = couple;
    await reveal(world, couple);
    for (let round = 0; round < 6; round += 1) {
      await anne.says('/vraag');
      await anne.taps(labels.surpriseUs);
      await reveal(world, couple);
    }
    for (const someone of [anne, bram]) await goesDeeper(someone);
    await meetDeep(world, couple);
    await anne.taps(labels.openPrompt);
    await anne.sees('Kwetsbaar');
    await answers(anne, 'dieper van Anne');
    await anne.sees('Voor jullie antwoorden opengaan, vraag ik het jullie allebei nog eens.');
    await answers(bram, 'dieper van Bram');
    await bram.sees('Voor jullie antwoorden opengaan');
    await world.later(2 * hourMs + 60_000);
    await anne.hears('Mag het nog steeds open?');
    await bram.hears('Mag het nog steeds open?');
    await anne.taps(labels.openYes);
    await anne.sees('Genoteerd. Zeggen jullie allebei ja');
    expect(anne.reads()).not.toContain('dieper van Bram');
    await bram.taps(labels.openYes);
    expect((await anne.hears('Jullie antwoorden zijn open.')).text).toContain('dieper van Bram');
    expect((await bram.hears('Jullie antwoorden zijn open.')).text).toContain('dieper van Anne');
  });
});

describe('slower', () => {
  const house = oneBot();

  it('opens together at the hour that one of both chose, also after a crash', async () => {
    const { world, bot } = house();
    const noonMs = await world.toSundayNoon();
    const { anne, bram } = await pair(world);
    await chooses(anne, labels.openingHour);
    await anne.taps(`${labels.openTogether} 20:00`);
    await anne.sees('Genoteerd: samen open om 20:00.');
    const sealed = /^Verzegeld\. Jullie antwoorden gaan [^.\n]*om 20:00 open, als jullie dan allebei klaar zijn\./m;
    await answers(anne, 'woord van Anne');
    await anne.sees(sealed);
    await answers(bram, 'woord van Bram');
    await bram.sees(sealed);
    expect(anne.reads()).not.toContain('woord van Bram');
    await bot.kill();
    await world.setClock(noonMs + 8 * hourMs + 60_000);
    await bot.start();
    expect((await anne.hears('Jullie antwoorden zijn open.')).text).toContain('woord van Bram');
    expect((await bram.hears('Jullie antwoorden zijn open.')).text).toContain('woord van Anne');
  });

  it('lets one of both pick the next question', async () => {
    const { world } = house();
    const couple = await pair(world);
    const { anne, bram } = couple;
    await reveal(world, couple);
    await anne.taps(labels.moreWays);
    await anne.taps(labels.chooseNext);
    const choices = await anne.hears('Kies een vraag voor de volgende keer.');
    const question = /^• [^:]+: (.+)$/m.exec(choices.text)?.[1] ?? '';
    await anne.taps(choices.keyboard[0]?.[0]?.text ?? '');
    await anne.sees('De volgende vraag wordt:');
    await bram.says('/vraag');
    await bram.taps(labels.surpriseUs);
    await bram.hears(question);
    expect(bram.reads()).not.toContain('Kies een vraag');
  });

  it('asks less when questions are left, then rests, and asks each once what would help', async () => {
    const { world } = house();
    const start = await world.toSundayNoon();
    const couple = await pair(world);
    const { anne, bram } = couple;
    await reveal(world, couple);
    // Three a week, until three were left; then every other moment, until six were.
    for (const day of [1, 3, 6, 8, -10, 13, -15, 17, -20]) {
      await world.setClock(start + Math.abs(day) * dayMs + 8 * hourMs + 60_000);
      if (day > 0) for (const someone of [anne, bram]) await seesButton(someone, labels.later);
      else await hearsNothing(world, anne);
    }
    await world.setClock(start + 22 * dayMs + 8 * hourMs + 60_000);
    for (const someone of [anne, bram]) await someone.hears('Ik stuur nu even geen vragen, en dat is prima.');
    await bram.taps(labels.helpShorter);
    await bram.sees('liever vragen waarop je met een tik antwoordt');
    expect(anne.reads()).not.toContain('met een tik');
    await bram.says('/vraag');
    await bram.taps(labels.surpriseUs);
    await seesButton(bram, labels.later);
    await seesButton(anne, labels.later);
  });
});

async function chooses(someone: Someone, label: string): Promise<void> {
  await someone.says('/instellingen');
  await seesButton(someone, label);
  await someone.taps(label);
}

/** Two exchanges, so that whatever the clock starts has had its turn: nothing but their answers came. */
async function hearsNothing(world: World, someone: Someone): Promise<void> {
  const before = someone.messages().length;
  for (let times = 0; times < 2; times += 1) {
    await someone.says('/help');
    await someone.hears('Af en toe stel ik een vraag');
    await world.later(60_000);
  }
  expect(someone.messages()).toHaveLength(before + 4);
}

/** Waits until a button is there. */
async function seesButton(someone: Someone, label: string): Promise<void> {
  for (;;) {
    const message = await someone.hears(/./);
    if (message.keyboard.flat().some(({ text }) => text === label)) return;
  }
}

async function goesDeeper(someone: Someone): Promise<void> {
  await chooses(someone, labels.deeper);
  await someone.sees('Kun je nee zeggen');
  await someone.taps(labels.canSayNo);
  await someone.sees('het staat bij jou aan');
}

/** Both answer whatever question lies open, and it opens. Time passes, so that nobody's chat is too full. */
async function reveal(world: World, { anne, bram }: Pair): Promise<void> {
  await world.later(20_000);
  await answers(anne, 'een');
  await answers(bram, 'twee');
  await anne.hears(/Jullie antwoorden zijn open/);
  await bram.hears(/Jullie antwoorden zijn open/);
}

/** Asks until a deeper question comes; the light ones before it are answered. */
async function meetDeep(world: World, couple: Pair): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    const before = couple.anne.messages().length;
    await couple.anne.says('/vraag');
    await couple.anne.taps(labels.surpriseUs);
    await seesButton(couple.anne, labels.later);
    if (
      couple.anne
        .messages()
        .slice(before)
        .some(({ keyboard }) => keyboard.flat().some(({ text }) => text === labels.openPrompt))
    )
      return;
    await reveal(world, couple);
  }
  throw new Error('no deeper question came');
}
