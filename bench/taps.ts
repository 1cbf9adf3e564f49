import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../src/store/sqlite/open.js';
import { encodeButton } from '../src/telegram/keyboard.js';
import { startContender } from './contender.js';
import { queueScheduled } from './delivery.js';
import { atMost, noted, quantile, shown, withDirectory, type Figure } from './figures.js';
import { addressOf, seedCouples, storeOptions } from './seed.js';
import { startStub, tapUpdate, textUpdate } from './stub.js';

const tappers = 50;
const rttMs = 50;
const sendRate = 30;
/** Everybody taps once every so many milliseconds, spread evenly. */
const tapEveryMs = 4000;
const seconds = 24;

/** How long a tap waits for its keyboard to change while prompts by the thousand go out at Telegram's limit. */
export async function benchTaps(prompts: number): Promise<readonly Figure[]> {
  return withDirectory(async (dataDir) => {
    const store = await openStore(storeOptions(dataDir));
    console.log(`  queueing ${shown(prompts)} prompts …`);
    await seedCouples(store, prompts / 2);
    const stub = await startStub({ rttMs });
    let updateId = 0;
    // Those who tap get a question card to tap on first.
    await store.close();
    const first = await startContender('ours', { apiRoot: stub.url, dataDir, couples: prompts / 2, sendRate: 1000 });
    const askers = Array.from({ length: tappers }, (_, couple) => Number(addressOf(couple, 0)));
    await stub.feedUntil(
      askers.map((chat) => textUpdate((updateId += 1), chat, '/vraag')),
      tappers,
    );
    await pause(1000);
    await first.stop();
    const filling = await openStore(storeOptions(dataDir));
    await queueScheduled(filling, prompts / 2, 1);
    await filling.close();

    const bot = await startContender('ours', { apiRoot: stub.url, dataDir, couples: prompts / 2, sendRate });
    await stub.report();
    const taps = (seconds * 1000 * tappers) / tapEveryMs;
    for (let tap = 0; tap < taps; tap += 1) {
      const couple = tap % tappers;
      const name = Math.floor(tap / tappers) % 2 === 0 ? 'else' : 'back';
      const slot = `round${String(couple).padStart(5, '0')}`;
      const data = encodeButton({ name, slot, step: 0, arg: '' });
      stub.feed([tapUpdate((updateId += 1), Number(addressOf(couple, 0)), data)]);
      await pause(tapEveryMs / tappers);
    }
    await pause(2000);
    const { tapMs, calls } = await stub.report();
    await bot.stop();
    stub.stop();
    const trips = (share: number) => quantile(tapMs, share) / rttMs;
    return [
      atMost(`a tap behind ${shown(prompts)} prompts, p99, in round trips`, trips(0.99), 3),
      noted('the same, p50', trips(0.5).toFixed(1)),
      atMost('taps without an answer', taps - tapMs.length, 0),
      noted('messages sent meanwhile', shown(calls)),
    ];
  });
}
