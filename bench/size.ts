import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { schedule } from 'node-cron';
import { openStore } from '../src/store/sqlite/open.js';
import { atMost, median, noted, shown, timed, withDirectory, type Figure } from './figures.js';
import { makeData, seedCrowd, seededAt, storeOptions } from './seed.js';

const startArgument = '--start';
const cronArgument = '--cron';
const runs = 500;
const ticksARun = 20;

interface Measured {
  readonly startMs: number;
  readonly rssMb: number;
  readonly emptyTickMicros: number;
}

/**
 * What a database costs before anybody says a word, at each size in a process of its own; beside one node-cron task a
 * person, which needs no database to be heavy.
 */
export async function benchSize(sizes: readonly number[], cronPeople: number): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const largest = sizes.at(-1);
  for (const couples of sizes) {
    console.log(`  filling a database with ${shown(couples)} couples …`);
    const { startMs, rssMb, emptyTickMicros } = await measured(couples);
    const at = `at ${shown(couples)} couples`;
    figures.push(atMost(`a tick with nothing due, ${at}`, emptyTickMicros, 20, ' µs'));
    if (couples !== largest) continue;
    figures.push(atMost(`start, ${at}`, startMs / 1000, 2, ' s'), atMost(`memory, ${at}`, rssMb, 200, ' MB'));
  }
  const cron = (await ask(cronArgument, String(cronPeople))) as Pick<Measured, 'startMs' | 'rssMb'>;
  const what = `one node-cron task a person, ${shown(cronPeople)} people`;
  figures.push(noted(what, `${shown(cron.startMs / 1000)} s to start, ${shown(Math.round(cron.rssMb))} MB`));
  return figures;
}

function measured(couples: number): Promise<Measured> {
  return withDirectory(async (base) => {
    await makeData(base);
    seedCrowd(base, couples);
    return (await ask(startArgument, base)) as Measured;
  });
}

/** What a process of its own, which does nothing else, says of itself. */
async function ask(argument: string, value: string): Promise<unknown> {
  const child = fork(fileURLToPath(import.meta.url), [argument, value], { execArgv: ['--import', 'tsx'] });
  const [answer] = (await once(child, 'message')) as [unknown];
  child.kill();
  return answer;
}

async function measureStart(dataDir: string): Promise<Measured> {
  const started = performance.now();
  const store = await openStore(storeOptions(dataDir));
  await store.due(seededAt, 100);
  await store.nextDueAt();
  const startMs = performance.now() - started;
  // The median of many short runs: a tick is over before a busy machine takes its core away.
  const microsATick: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const seconds = await timed(async () => {
      for (let tick = 0; tick < ticksARun; tick += 1) await store.due(seededAt, 100);
    });
    microsATick.push((seconds / ticksARun) * 1e6);
  }
  return { startMs, rssMb: process.memoryUsage().rss / 1e6, emptyTickMicros: median(microsATick) };
}

function measureCron(people: number): Pick<Measured, 'startMs' | 'rssMb'> {
  const started = performance.now();
  for (let person = 0; person < people; person += 1) {
    schedule(`${String(person % 60)} 20 * * 1,3,6`, () => undefined, { timezone: 'Europe/Amsterdam' });
  }
  return { startMs: performance.now() - started, rssMb: process.memoryUsage().rss / 1e6 };
}

const [, file, argument, value = ''] = process.argv;
if (file === fileURLToPath(import.meta.url)) {
  if (argument === startArgument) process.send?.(await measureStart(value));
  if (argument === cronArgument) process.send?.(measureCron(Number(value)));
}
