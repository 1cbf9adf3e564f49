import { expect, it } from 'vitest';
import { nl } from '../../src/texts/nl/nl.js';
import { startBotProcess } from '../support/bot-process.js';
import { tracesOf } from '../support/traces.js';
import { openWorld, type Someone, type World } from '../support/world.js';

const { labels } = nl;
const words = { anne: 'kastanjebruin zonlicht', bram: 'een scheve kerktoren' };

/** What two people do from the first /start to the last seal, one step at a time. */
function stepsOf(anne: Someone, bram: Someone, world: World): (() => Promise<unknown>)[] {
  const code = () => world.until('an invite', () => /start=(\w+)/.exec(anne.reads())?.[1]);
  return [
    () => anne.says('/start'),
    () => anne.taps(labels.agree),
    async () => bram.says(`/start ${await code()}`),
    () => bram.taps(labels.agree),
    () => anne.says(words.anne),
    () => anne.taps(labels.seal),
    () => bram.says(words.bram),
    () => bram.taps(labels.seal),
  ];
}

it('a bot that is killed at every step, by turns before it has heard of it and while it answers, opens both answers to both', async () => {
  const world = await openWorld();
  const bot = await startBotProcess(world);
  const anne = await world.person('Annelotte');
  const bram = await world.person('Bramwell');
  for (const [index, step] of stepsOf(anne, bram, world).entries()) {
    const callsBefore = world.calls.length;
    await step();
    if (index % 2 === 0) await world.state();
    else await world.until('the bot to answer', () => (world.calls.length > callsBefore ? true : undefined));
    await bot.kill();
    await bot.start();
  }
  for (const reader of [anne, bram]) {
    const opened = await reader.hears('Jullie antwoorden zijn open.');
    expect(opened.text).toContain(words.anne);
    expect(opened.text).toContain(words.bram);
  }
  expectNothingEarly(anne, words.bram);
  expectNothingEarly(bram, words.anne);
  expect(world.wrongCalls()).toEqual([]);
  await bot.stop();
  const secrets = [...Object.values(words), 'Annelotte', 'Bramwell', String(anne.id), String(bram.id)];
  expect(tracesOf(secrets, { directories: [bot.dataDir], texts: { output: bot.output() } })).toEqual([]);
  await bot.close();
  await world.close();
});

/** The other's words stand in nothing that came before the answers opened. */
function expectNothingEarly(reader: Someone, others: string): void {
  const messages = reader.messages();
  const openedAt = messages.findIndex(({ text }) => text.startsWith('Jullie antwoorden zijn open.'));
  const early = messages.slice(0, openedAt).filter(({ text }) => text.includes(others));
  expect(early).toEqual([]);
}
