import { expect, it, onTestFinished } from 'vitest';
import { startBotProcess } from '../support/bot-process.js';
import { answers, pair } from '../support/couple.js';
import { freePort } from '../support/free-port.js';
import { settableClock } from '../support/settable-clock.js';
import { openWorld } from '../support/world.js';

const hourMs = 3_600_000;
const yearMs = 366 * 24 * hourMs;

async function aBot() {
  const world = await openWorld();
  const clock = settableClock();
  const port = await freePort();
  const bot = await startBotProcess(world, { ...clock.environment, HTTP_PORT: String(port) });
  onTestFinished(async () => {
    await bot.close();
    await world.close();
    clock.remove();
  });
  const health = async () => (await fetch(`http://127.0.0.1:${String(port)}/readyz`)).json();
  /** The next beat, at once. */
  const beat = () => world.later(1);
  const logged = (sentence: string) => bot.output().split(sentence).length - 1;
  return { world, clock, bot, health, beat, logged };
}

it('set back two hours, whoever met with «retry after» is answered when that is over, before and after it is followed', async () => {
  const { world, clock, beat, logged } = await aBot();
  const { anne, bram } = await pair(world);
  const tooMany = { kind: 'too-many-requests', method: 'sendMessage', retryAfterSeconds: 1, times: 1 };
  await world.control('POST', '/faults', { ...tooMany, chatId: anne.id });
  clock.set(-2 * hourMs);
  await anne.says('/hulp');
  await anne.hears(/113/);
  await beat();
  expect(logged('the clock was set: ')).toBe(1);
  await world.control('POST', '/faults', { ...tooMany, chatId: bram.id });
  await bram.says('/hulp');
  await bram.hears(/113/);
  await beat();
  expect(logged('the clock was set: ')).toBe(1);
  expect(world.wrongCalls()).toEqual([]);
});

it('a year ahead for a while, also across a start, nobody is erased or asked; /readyz and the log say why', async () => {
  const { world, clock, bot, health, beat, logged } = await aBot();
  const { anne, bram } = await pair(world);
  await answers(anne, 'dat blijft');
  await world.until('Anne to see it sealed', () => (anne.reads().includes('Verzegeld.') ? true : undefined));
  await bram.says('/stop');
  await bram.hears(/stil/);
  const before = [anne, bram].map((one) => one.messages().length);
  await bot.stop();
  clock.set(yearMs);
  await bot.start();
  await beat();
  expect(await health()).toMatchObject({ ok: false, clock: 'in doubt' });
  expect(logged('more than 30 days ahead of the last sign of life')).toBe(1);
  expect([anne, bram].map((one) => one.messages().length)).toEqual(before);
  clock.set(0);
  await beat();
  expect(await health()).toEqual({ ok: true });
  await bram.says('/start');
  await bram.hears(/verder/);
  await answers(bram, 'en dat ook');
  await anne.hears('Jullie antwoorden zijn open.');
  expect(anne.reads()).toContain('dat blijft');
  expect(world.wrongCalls()).toEqual([]);
});
