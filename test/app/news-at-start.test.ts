import { expect, test } from 'vitest';
import { arrive } from '../../src/app/arrive.js';
import { createHandle } from '../../src/app/handle.js';
import { createRenderer } from '../../src/app/render.js';
import { news } from '../../src/core/news/table.js';
import { createLog } from '../../src/log.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';
import type { Store } from '../../src/store/store.js';
import { en } from '../../src/texts/en/en.js';
import { nl } from '../../src/texts/nl/nl.js';
import { copyDatabase, driveOn, minuteMs, newest, openDatabase } from '../store/fixtures/databases.js';
import { chatOf, lastMoment, names } from '../store/fixtures/lives.js';

/** A database of before any news: this version starts on it, and starts again. */

const dayMs = 24 * 60 * minuteMs;
const now = lastMoment + minuteMs;

/** What a start does before anything is sent. */
async function starts(store: Store, tellsNews: boolean): Promise<void> {
  const log = createLog('silent');
  const { scenarios, protocols, paths } = loadScenarios({ shipped: shippedDirectory });
  const about = { operator: 'Sanne', operatorContact: null, policyUrl: null, botUsername: 'x_bot' };
  const clock = { now: () => now };
  const handle = createHandle({
    store,
    clock,
    given: { scenarios, protocols, paths, openTo: 'everyone', tellsNews, spreadMs: 0 },
    renderer: createRenderer({ nl, en }, { ...about, scenarios, protocols, paths }),
    defaults: { language: 'nl', zone: 'Europe/Amsterdam' },
    log,
    onApplied: () => undefined,
  });
  await arrive({ store, handle, clock, log, tellsNews });
}

/** Who reads the news in the two days that follow, a name for each time. */
async function readersOn(store: Store): Promise<readonly string[]> {
  const bot = await driveOn(store);
  const readers: string[] = [];
  for (let halves = 0; halves < 96; halves += 1) {
    const rows = await bot.later(30 * minuteMs);
    const told = rows.filter(({ params }) => /^(Nieuw|New): /.test(String(params['text'])));
    for (const { params } of told) readers.push(names.find((name) => chatOf(name) === params['chat_id']) ?? '?');
  }
  return readers.toSorted();
}

/** Alone, erased, left, stopped, out of reach, on holiday, and in a listening round that lasts for two days. */
const others = [
  ...['alleen', 'verlopen', 'vreemd', 'mis', 'wis1', 'wis2', 'los1', 'los2'],
  ...['stil2', 'blok2', 'vrij2', 'voorstel2', 'vlucht1', 'vlucht2'],
];
const readers = names.filter((name) => !others.includes(name)).toSorted();

test('each of a couple reads of it once, and nobody else does', async () => {
  const store = await openDatabase(copyDatabase(newest), newest);
  await starts(store, true);
  expect(await store.arrival()).toMatchObject({ news: news.length });
  expect(await readersOn(store)).toEqual(readers);
});

test('what was told is not told by the next start', async () => {
  const dir = copyDatabase(newest);
  const store = await openDatabase(dir, newest);
  await starts(store, true);
  await readersOn(store);
  await starts(store, true);
  const again = (await store.due(now + 3 * dayMs, 100)).length;
  expect(again).toBeGreaterThan(0);
  expect(await readersOn(store)).toEqual([]);
});

test('nobody reads of it where the operator switched it off, nor later when it is on again', async () => {
  const store = await openDatabase(copyDatabase(newest), newest);
  await starts(store, false);
  expect(await readersOn(store)).toEqual([]);
  await starts(store, true);
  expect(await readersOn(store)).toEqual([]);
});
