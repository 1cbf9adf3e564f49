import { describe, expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { answers, pair, type Pair } from '../support/couple.js';
import { oneBot } from '../support/one-bot.js';
import type { Someone } from '../support/world.js';

const hourMs = 3_600_000;
const mondayEvening = 32 * hourMs;

describe('prompts in time', () => {
  const house = oneBot();

  it('tells the rhythm after the first reveal, and brings a prompt to each at their own hour', async () => {
    const { world } = house();
    const noonMs = await world.toSundayNoon();
    const { anne, bram } = await pair(world);
    await opened({ anne, bram });
    await world.later(2 * 60_000);
    await anne.hears(
      'Voortaan stel ik op maandag, woensdag en zaterdag om 20:00 een vraag. Je tijdzone staat op Amsterdam. Klopt dat?',
    );
    await bram.hears('Voortaan');
    await bram.taps(nl.labels.otherZone);
    await bram.hears('Typ een stad');
    await bram.says('Lissabon');
    await bram.hears('Bij jou is het nu 11:02');

    await world.setClock(noonMs + mondayEvening);
    const question = await prompted(anne);
    const before = bram.messages().length;
    await bram.says('/help');
    await bram.hears('Af en toe stel ik een vraag');
    expect(bram.messages()).toHaveLength(before + 2);
    await world.later(hourMs);
    expect((await prompted(bram)).text.split('\n')[0]).toBe(question.text.split('\n')[0]);
  });

  it('puts an unanswered question away two days on, and takes a late answer', async () => {
    const { world } = house();
    const noonMs = await world.toSundayNoon();
    await world.setClock(noonMs + mondayEvening + 13 * hourMs);
    const { anne, bram } = await pair(world);
    await answers(anne, 'op tijd');
    await anne.sees('Verzegeld.');
    const asked = bram.messages().find(({ text }) => text.includes('klein moment'));
    await world.setClock(noonMs + mondayEvening + 5 * 24 * hourMs);
    await anne.hears('Deze vraag is voorbij. Je antwoord is niet opengegaan. Er komt vanzelf een nieuwe.');
    await bram.hears('Deze vraag is voorbij. Er komt vanzelf een nieuwe.');
    await prompted(bram);
    await bram.sends({ text: 'toch nog', replyToMessageId: asked?.messageId ?? 0 });
    await bram.hears('Zo krijgt je partner het straks te lezen:\ntoch nog');
    await bram.taps(nl.labels.seal);
    expect((await anne.hears('Jullie antwoorden zijn open.')).text).toContain('toch nog');
    expect((await bram.hears('Jullie antwoorden zijn open.')).text).toContain('op tijd');
  });
});

async function opened({ anne, bram }: Pair): Promise<void> {
  await answers(anne, 'een');
  await answers(bram, 'twee');
  await anne.hears('Jullie antwoorden zijn open.');
  await bram.hears('Jullie antwoorden zijn open.');
}

/** Waits for a prompt: the one message with [Later] under it. */
async function prompted(someone: Someone) {
  const isPrompt = new RegExp('.');
  for (;;) {
    const message = await someone.hears(isPrompt);
    if (message.keyboard.flat().some(({ text }) => text === nl.labels.later)) return message;
  }
}
