import type { Instant } from '../../core/ids.js';
import type { Duty, SharedStore } from '../store.js';
import * as clock from './clock.js';
import { dutyOf, eraseKeys } from './duty.js';
import { lead, refuseOthers, type Pace } from './leader.js';
import { noteDocuments } from './marks.js';
import { skewMs } from './skew.js';
import type { House } from './transaction.js';

export const usualCountsKeptMs = 60_000;

interface Counts {
  readonly couples: number;
  readonly unsent: number;
}

export interface Habits {
  readonly pace: Pace;
  readonly countsKeptMs: number;
  readonly wallMs: () => number;
}

/** The port over two clusters of PostgreSQL. */
export class PostgresStore implements SharedStore {
  #counts: { readonly counts: Counts; readonly atMs: number } | null = null;

  constructor(
    readonly house: House,
    readonly closeClusters: () => Promise<void>,
    readonly habits: Habits,
  ) {}

  lead(signal: AbortSignal, run: (duty: Duty, ends: AbortSignal) => Promise<void>): Promise<void> {
    const { house, habits } = this;
    return lead(house.main, habits.pace, signal, async (epoch, ends) => {
      // It may have waited for long, so what it read when it opened the data is checked again before it works.
      await house.keys.refuseOtherKey();
      await house.main.transact(async (asked) => {
        await refuseOthers(asked, epoch);
        await noteDocuments(asked);
      });
      house.erasing.isDue = true;
      await eraseKeys(house);
      await run(dutyOf(house, epoch), ends);
    });
  }

  duePerMinute(now: Instant, minutes: number): Promise<readonly number[]> {
    return clock.duePerMinute(this.house.main, now, minutes);
  }

  /** Counting reads every row, so it happens at most once a minute; whether the database answers is asked each time. */
  async counts(): Promise<Counts> {
    const { main } = this.house;
    const known = this.#counts;
    if (known !== null && performance.now() - known.atMs < this.habits.countsKeptMs) {
      await main.query('select 1');
      return known.counts;
    }
    const [counts] = await main.query<{ couples: number; unsent: number }>(
      `select (select count(*) from couples where member_count = 2) as couples,
        (select count(*) from outbox where settled_at is null and state <> 'folded') as unsent`,
    );
    this.#counts = { counts: counts ?? { couples: 0, unsent: 0 }, atMs: performance.now() };
    return this.#counts.counts;
  }

  skewMs(): Promise<number> {
    return skewMs(this.house.main, this.habits.wallMs);
  }

  close(): Promise<void> {
    return this.closeClusters();
  }
}
