import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { addDays, instantAt } from '../src/core/time/calendar.js';
import { stranger } from '../src/core/person.js';
import { nextSlot } from '../src/core/rhythm/rhythm.js';
import { openStore } from '../src/store/sqlite/open.js';
import { atMost, noted, shown, withDirectory, type Figure } from './figures.js';
import { wakeRaw } from './raw-due.js';
import { timedOurs } from './measured.js';
import { seedCouples, storeOptions } from './seed.js';
import { wakerAtSeededMinute } from './seeded-minute.js';

/**
 * Everybody's scheduled moment in one minute, by the bot's own waker: found, claimed, decided and queued. Once for couples
 * whose last question has opened, once for couples who all let it lie: the heaviest minute there is, in which each
 * person also hears that it was put away.
 */
export async function benchDue(couples: number): Promise<readonly Figure[]> {
  const usual = await wakeAll(couples, false);
  const heaviest = await wakeAll(couples, true);
  const each = ({ micros }: Minute) => micros;
  return [
    atMost(`a due person of ${shown(couples * 2)}, of couples whose last question opened`, each(usual), 200, ' µs'),
    atMost('the same, where everybody let the last question lie', each(heaviest), 200, ' µs'),
    noted('the same two by a raw loop', `${shown(usual.rawMicros)} µs and ${shown(heaviest.rawMicros)} µs`),
    noted('processor time of each', `${shown(usual.cpuMicros)} µs and ${shown(heaviest.cpuMicros)} µs`),
    noted('of which the raw loop takes', `${percent(usual)} and ${percent(heaviest)}`),
    noted('messages queued for each', `${shown(usual.queued)} and ${shown(heaviest.queued)}`),
    atMost('memory after the last of them, of after the first tenth', heaviest.memoryGrowth, 1.5),
    atMost('longest block beyond the raw loop’s', heaviest.blockMs - heaviest.rawBlockMs, 20, ' ms'),
    noted('the longest blocks', `${shown(heaviest.blockMs)} ms, raw ${shown(heaviest.rawBlockMs)} ms`),
    atMost('next scheduled moment of one person', nextSlotMicros(), 20, ' µs'),
  ];
}

interface Minute {
  readonly micros: number;
  readonly rawMicros: number;
  readonly cpuMicros: number;
  readonly rawCpuMicros: number;
  readonly queued: number;
  readonly memoryGrowth: number;
  readonly blockMs: number;
  readonly rawBlockMs: number;
}

async function wakeAll(couples: number, isAsked: boolean): Promise<Minute> {
  return withDirectory(async (base) => {
    const data = join(base, 'data');
    const seeding = await openStore(storeOptions(data));
    const onProgress = (done: number) => {
      if (done % 10_000 === 0) console.log(`  ${shown(done)} couples paired …`);
    };
    await seedCouples(seeding, couples, { isAsked, onProgress });
    await seeding.close();
    cpSync(data, join(base, 'raw'), { recursive: true });
    const store = await openStore(storeOptions(data));
    let woken = 0;
    let early = 0;
    const { clock, waker } = wakerAtSeededMinute(store, (more) => {
      woken += more;
      if (early === 0 && woken >= couples / 10) early = process.memoryUsage().rss;
    });
    const ours = await watched(async () => {
      await timedOurs(() => waker.tick());
    });
    await waker.stop();
    if (woken !== couples) throw new Error(`${String(woken)} couples were woken, not ${String(couples)}`);
    const memoryGrowth = process.memoryUsage().rss / early;
    const { unsent } = await store.counts();
    if (unsent < couples * 2) throw new Error('not everybody was asked something');
    await store.close();
    const queued = unsent / (couples * 2);
    const raw = await watched(() => wakeRaw(join(base, 'raw'), clock.now(), queued));
    return {
      micros: (ours.seconds / (couples * 2)) * 1e6,
      rawMicros: (raw.seconds / (couples * 2)) * 1e6,
      cpuMicros: ours.cpuMicros / (couples * 2),
      rawCpuMicros: raw.cpuMicros / (couples * 2),
      queued,
      memoryGrowth,
      blockMs: ours.longestBlockMs,
      rawBlockMs: raw.longestBlockMs,
    };
  });
}

/** Computed anew for a day that is not remembered. */
function nextSlotMicros(runs = 100_000): number {
  const person = stranger(1, 'nl', 'Europe/Amsterdam');
  const start = instantAt('2027-01-01', 0, 'Europe/Amsterdam');
  const began = performance.now();
  for (let run = 0; run < runs; run += 1) nextSlot(person, [person], start + (run % 3_650) * 86_400_000 + run);
  if (addDays('2027-01-01', 1) !== '2027-01-02') throw new Error('the calendar is broken');
  return ((performance.now() - began) / runs) * 1000;
}

const percent = ({ rawCpuMicros, cpuMicros }: Minute) => `${shown(Math.round((rawCpuMicros / cpuMicros) * 100))} %`;

interface Watched {
  readonly seconds: number;
  readonly cpuMicros: number;
  readonly longestBlockMs: number;
}

async function watched(work: () => Promise<void>): Promise<Watched> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const began = performance.now();
  const cpuBefore = process.cpuUsage();
  await work();
  const cpu = process.cpuUsage(cpuBefore);
  const seconds = (performance.now() - began) / 1000;
  delays.disable();
  return { seconds, cpuMicros: cpu.user + cpu.system, longestBlockMs: delays.max / 1e6 };
}
