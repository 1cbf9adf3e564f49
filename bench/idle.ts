import { setTimeout as wait } from 'node:timers/promises';
import { openStore } from '../src/store/sqlite/open.js';
import { atMost, withDirectory, type Figure } from './figures.js';
import { noteSpent } from './measured.js';
import { startBotProcess, type Started } from './process.js';
import { seedCouples, storeOptions } from './seed.js';

const settlingMs = 60_000;
/** V8 makes one more collection a hundred seconds after the start, which takes about 0.1 s of processor time. It counts as part of the start. */
const collectedMs = 90_000;
const watchedMs = 60_000;

/** The bot while nothing happens: with nobody in it, and with couples of whom none is due. */
export async function benchIdle(couples: number): Promise<readonly Figure[]> {
  const empty = await watched('with nobody in it', await startBotProcess());
  return [
    ...empty,
    ...(await withDirectory(async (base) => {
      const store = await openStore(storeOptions(base));
      await seedCouples(store, couples, { isAsked: false });
      await store.close();
      return watched(`with ${String(couples)} couples`, await startBotProcess(base));
    })),
  ];
}

async function watched(who: string, bot: Started): Promise<readonly Figure[]> {
  await wait(settlingMs);
  const { rssMb } = bot.usage();
  await wait(collectedMs);
  const before = bot.usage();
  await wait(watchedMs);
  const { cpuMs, writtenBytes } = bot.usage();
  await bot.end();
  const spentMs = cpuMs - before.cpuMs;
  noteSpent({ cpuSeconds: spentMs / 1000, wallSeconds: watchedMs / 1000 });
  return [
    atMost(`processor time a second, ${who}`, (spentMs / watchedMs) * 1000, 1, ' ms'),
    atMost(`memory after a minute, ${who}`, rssMb, 90, ' MB'),
    atMost(`written to disk in a minute, ${who}`, (writtenBytes - before.writtenBytes) / 1000, 0, ' kB'),
  ];
}
