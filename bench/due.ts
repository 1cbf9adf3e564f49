import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { addDays, instantAt } from '../src/core/calendar.js';
import { stranger } from '../src/core/person.js';
import { nextSlot } from '../src/core/rhythm.js';
import type { Inbound, Store } from '../src/store/store.js';
import { openStore } from '../src/store/sqlite/open.js';
import { ruleAt } from './rule.js';
import { seedCouples, storeOptions } from './seed.js';

const batchSize = 12;
/** Monday 18 January 2027, 20:00:30 in Amsterdam: three days after the seeded round began, so that it rests and a new one comes. */
const slot = Date.UTC(2027, 0, 18, 19, 0, 30);

export interface DueBench {
  readonly people: number;
  readonly microsPerPerson: number;
  /** Resident memory after, as a multiple of what it was after the first tenth. */
  readonly memoryGrowth: number;
  readonly longestBlockMs: number;
  /** Of a raw loop that inserts as many rows in batches of the same size. */
  readonly rawLongestBlockMs: number;
}

/** Everybody's scheduled moment in one minute: found, claimed, decided and queued, batch by batch. */
export async function benchDue({ couples = 100_000 }: { readonly couples?: number } = {}): Promise<DueBench> {
  const base = mkdtempSync(join(tmpdir(), 'samenspraak-bench-'));
  const store = await openStore(storeOptions(join(base, 'data')));
  try {
    await seedCouples(store, couples);
    let woken = 0;
    let early = 0;
    const { seconds, longestBlockMs } = await watched(async () => {
      for (;;) {
        const due = await store.due(slot, batchSize);
        if (due.length === 0) return;
        await wakeAll(store, due);
        woken += due.length;
        if (early === 0 && woken >= couples / 10) early = process.memoryUsage().rss;
        await new Promise(setImmediate);
      }
    });
    if (woken !== couples) throw new Error(`${String(woken)} couples were woken, not ${String(couples)}`);
    const memoryGrowth = process.memoryUsage().rss / early;
    const raw = await watched(() => insertRaw(join(base, 'raw.sqlite'), couples * 2));
    return {
      people: couples * 2,
      microsPerPerson: (seconds / (couples * 2)) * 1e6,
      memoryGrowth,
      longestBlockMs,
      rawLongestBlockMs: raw.longestBlockMs,
    };
  } finally {
    await store.close();
    rmSync(base, { recursive: true, force: true });
  }
}

/** The next scheduled moment of one person, computed anew for a day that is not remembered. */
export function benchNextSlot(runs = 100_000): number {
  const person = stranger(1, 'nl', 'Europe/Amsterdam');
  const start = instantAt('2027-01-01', 0, 'Europe/Amsterdam');
  const began = performance.now();
  for (let run = 0; run < runs; run += 1) nextSlot(person, [person], start + (run % 3_650) * 86_400_000 + run);
  if (addDays('2027-01-01', 1) !== '2027-01-02') throw new Error('the calendar is broken');
  return ((performance.now() - began) / runs) * 1000;
}

async function wakeAll(store: Store, due: readonly number[]): Promise<void> {
  const wakes = due.map((couple): Inbound => ({
    updateId: null,
    origin: { from: 'couple', couple },
    command: { type: 'wake' },
    callbackQueryId: null,
    messageId: null,
    ownMessageId: null,
  }));
  const applied = await store.apply(wakes, ruleAt(slot), slot, () => []);
  for (const one of applied) if (one.result === 'failed') throw one.error;
}

async function insertRaw(file: string, rows: number): Promise<void> {
  const raw = new Database(file);
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.exec('create table rows (id integer primary key, payload blob)');
  const insert = raw.prepare('insert into rows (payload) values (?)');
  const payload = Buffer.alloc(700, 1);
  const batch = raw.transaction(() => {
    for (let row = 0; row < batchSize * 2; row += 1) insert.run(payload);
  });
  for (let row = 0; row < rows; row += batchSize * 2) {
    batch();
    await new Promise(setImmediate);
  }
  raw.close();
}

async function watched(work: () => Promise<void>): Promise<{ seconds: number; longestBlockMs: number }> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  delays.disable();
  return { seconds, longestBlockMs: delays.max / 1e6 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log('next moment of one person:', benchNextSlot().toFixed(2), 'µs');
  console.table([await benchDue({ couples: Number(process.argv[2] ?? 100_000) })]);
}
