import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../src/store/sqlite/open.js';
import type { Inbound, Store } from '../src/store/store.js';
import { atLeast, atMost, median, noted, range, shown, timed, withDirectory, type Figure } from './figures.js';
import { timedOurs } from './measured.js';
import { addition, openRaw, type RawRow } from './raw.js';
import { rule } from './rule.js';
import { addressInTurn, seedCouples, seedCrowd, seededAt, storeOptions } from './seed.js';

export const batchSize = 100;
const couples = 1000;
const batchesARound = 10;

export interface ApplyOptions {
  readonly rounds: number;
  /** Couples who are in the database and silent. */
  readonly crowd: number;
}

/**
 * Updates applied per second (a text added to a draft, with the bot's own rule), beside a raw loop that writes the same
 * rows; and the same among a crowd. All take turns, so that a slow disk slows each.
 */
export async function benchApply({ rounds, crowd }: ApplyOptions): Promise<readonly Figure[]> {
  return withDirectory(async (base) => {
    const alone = join(base, 'alone');
    const seeding = await openStore(storeOptions(alone));
    await seedCouples(seeding, couples);
    await seeding.close();
    cpSync(alone, join(base, 'raw'), { recursive: true });
    cpSync(alone, join(base, 'crowded'), { recursive: true });
    seedCrowd(join(base, 'crowded'), crowd);

    const cacheSizes = { keys: couples * 6, remembered: couples * 6 };
    const store = await openStore({ ...storeOptions(alone), cacheSizes });
    const crowded = await openStore({ ...storeOptions(join(base, 'crowded')), cacheSizes });
    const raw = openRaw(join(base, 'raw', 'samenspraak.sqlite'), couples);
    const speeds = { store: [] as number[], ofRaw: [] as number[], crowded: [] as number[] };
    let next = 0;
    for (let round = 0; round <= rounds; round += 1) {
      const ids = Array.from({ length: batchesARound * batchSize }, () => (next += 1));
      // The first round warms all, and counts nowhere.
      const timedBot = round === 0 ? timed : timedOurs;
      const storeSeconds = await timedBot(() => applyAll(store, ids));
      const rows: RawRow[] = [];
      const rawSeconds = await timed(() => {
        for (const batch of batchesOf(ids)) rows.push(...raw.write(batch));
      });
      const crowdedSeconds = await timedBot(() => applyAll(crowded, ids));
      raw.settle(rows);
      await drain(store);
      await drain(crowded);
      if (round === 0) continue;
      speeds.store.push(ids.length / storeSeconds);
      speeds.ofRaw.push(rawSeconds / storeSeconds);
      speeds.crowded.push(crowdedSeconds / storeSeconds);
    }
    await store.close();
    await crowded.close();
    raw.close();
    return [
      atLeast('updates applied a second, of the raw loop', median(speeds.ofRaw), 0.5),
      noted('the same, over the rounds', range(speeds.ofRaw)),
      noted('updates applied a second', shown(Math.round(median(speeds.store)))),
      atMost(`an update among ${shown(couples + crowd)} couples, of one among 1,000`, median(speeds.crowded), 2.6),
    ];
  });
}

export async function applyAll(store: Pick<Store, 'apply'>, ids: readonly number[]): Promise<void> {
  for (const batch of batchesOf(ids)) {
    const applied = await store.apply(batch.map(say), rule, seededAt, () => []);
    for (const one of applied) if (one.result === 'failed') throw one.error;
  }
}

export function batchesOf(ids: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: ids.length / batchSize }, (_, batch) =>
    ids.slice(batch * batchSize, (batch + 1) * batchSize),
  );
}

function say(number: number): Inbound {
  const sender = { name: 'Anne' } as const;
  return {
    updateId: number,
    origin: { from: 'address', address: addressInTurn(number, couples) },
    command: { type: 'say', sender, speech: { kind: 'text', text: addition }, messageId: number, code: null },
    callbackQueryId: null,
    messageId: null,
    ownMessageId: null,
  };
}

/** What a courier does meanwhile; not part of what is measured. */
export async function drain(store: Pick<Store, 'claim' | 'settle'>): Promise<void> {
  for (;;) {
    const rows = await store.claim(seededAt, ['reply'], 1000);
    if (rows.length === 0) return;
    await store.settle(
      rows.map(({ id }) => ({ row: id, as: 'sent', messageId: id })),
      seededAt,
    );
  }
}
