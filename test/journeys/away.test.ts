import { describe, expect, it } from 'vitest';
import { startBotProcess } from '../support/bot-process.js';
import { answers, pair } from '../support/couple.js';
import { openWorld } from '../support/world.js';

const hourMs = 3_600_000;

describe('a bot that was away for more than a day', () => {
  it('asks whoever has not sealed to send their answer again, once, and nobody else', async () => {
    const world = await openWorld();
    await world.setClock(Date.UTC(2037, 10, 17, 9));
    const bot = await startBotProcess(world);
    const { anne, bram } = await pair(world);
    await answers(anne, 'dat is er al');
    await world.until('Anne to see it sealed', () => (anne.reads().includes('Verzegeld.') ? true : undefined));
    await bot.stop();
    await world.later(25 * hourMs);
    await bot.start();
    await bram.hears('Ik was even weg. Zie je geen ‹Verzegeld›? Stuur je antwoord nog eens.');
    await bot.stop();
    await world.later(hourMs);
    await bot.start();
    await answers(bram, 'nog eens');
    await anne.hears('Jullie antwoorden zijn open.');
    expect(anne.reads()).not.toContain('Ik was even weg');
    expect(bram.reads().match(/Ik was even weg/g)).toHaveLength(1);
    expect(world.wrongCalls()).toEqual([]);
    await bot.close();
    await world.close();
  });
});
