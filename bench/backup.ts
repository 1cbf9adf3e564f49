import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { openStore } from '../src/store/sqlite/open.js';
import type { Store } from '../src/store/store.js';
import { atMost, noted, shown, timed, withDirectory, type Figure } from './figures.js';
import { rule } from './rule.js';
import { addressOf, makeData, seedCouples, seedCrowd, seededAt, storeOptions } from './seed.js';

/** The longest it took, in milliseconds. */
interface Held {
  readonly batchMs: number;
  readonly erasureMs: number;
  /** How long the event loop was held up. */
  readonly blockMs: number;
}

const active = 500;
const pauseMs = 40;

/**
 * A backup made by a process of its own, while this one goes on as a bot would: ten updates 25 times a second, each second
 * one of them an erasure. The same is done first without a backup: what that takes is the machine's.
 */
export function benchBackup(couples: number): Promise<readonly Figure[]> {
  return withDirectory(async (base) => {
    const dataDir = join(base, 'data');
    await makeData(dataDir);
    const seeding = await openStore(storeOptions(dataDir));
    await seedCouples(seeding, active);
    await seeding.close();
    seedCrowd(dataDir, Math.max(0, couples - active));
    const store = await openStore(storeOptions(dataDir));
    try {
      const without = await busyWhile(store, wait(10_000));
      let seconds = 0;
      const copied = timed(() => copy(dataDir, join(base, 'backup'))).then((took) => (seconds = took));
      const during = await busyWhile(store, copied);
      const megabytes = statSync(join(base, 'backup', 'samenspraak.sqlite')).size / 1e6;
      const pair = (held: Held) => `${shown(held.batchMs)} ms, ${shown(held.erasureMs)} ms`;
      return [
        noted(`copied and looked through, ${shown(couples)} couples`, `${shown(megabytes)} MB in ${shown(seconds)} s`),
        noted('longest batch, longest erasure, without a backup', pair(without)),
        noted('longest batch, longest erasure, while it is made', pair(during)),
        atMost('event loop held up while it is made, of without', during.blockMs / without.blockMs, 3),
      ];
    } finally {
      await store.close();
    }
  });
}

async function copy(dataDir: string, to: string): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/operator/backup.ts', to], {
    env: { ...process.env, DATA_DIR: dataDir, KEY_FILE: join(dataDir, '..', 'none.key') },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the backup failed');
}

let next = 0;

/** Applies small batches until something has ended; every twenty-fifth is somebody who erases everything. */
async function busyWhile(store: Store, end: Promise<unknown>): Promise<Held> {
  const state = { isOver: false };
  void end.finally(() => (state.isOver = true)).catch(() => undefined);
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  let [batchMs, erasureMs] = [0, 0];
  for (let batch = 0; !state.isOver; batch += 1) {
    const isErasing = batch % 25 === 10;
    const startedAt = performance.now();
    const applied = await store.apply(isErasing ? [erase((next += 1))] : words(10), rule, seededAt, () => []);
    const tookMs = performance.now() - startedAt;
    if (isErasing) erasureMs = Math.max(erasureMs, tookMs);
    else batchMs = Math.max(batchMs, tookMs);
    for (const one of applied) if (one.result === 'failed') throw one.error;
    await wait(pauseMs);
  }
  delays.disable();
  await end;
  return { batchMs, erasureMs, blockMs: delays.max / 1e6 };
}

const inbound = (couple: number) => ({
  updateId: (next += 1),
  origin: { from: 'address', address: addressOf(couple % active, 0) } as const,
  callbackQueryId: null,
  messageId: null,
  ownMessageId: null,
});

function words(count: number) {
  return Array.from({ length: count }, () => ({
    ...inbound((next += 1)),
    command: {
      type: 'say',
      sender: { name: 'Anne' },
      speech: { kind: 'text', text: 'Nog een zin bij wat er al stond.' },
      messageId: next,
      code: null,
    } as const,
  }));
}

function erase(couple: number) {
  const button = { name: 'eraseNow', slot: '', step: 0, arg: 'everything' } as const;
  const sender = { name: 'Anne' } as const;
  return { ...inbound(couple), command: { type: 'press', sender, button, code: null } as const };
}
