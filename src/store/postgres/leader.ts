import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { LeadLost, StoreRefusal } from '../failures.js';
import { toStorageFailure, usualSilentMs, type Asked, type Cluster } from './connect.js';

/** Numbers for advisory locks; any will do that nothing else on these servers locks. */
const leadLock = 7_361_002;
const trialLock = 7_361_003;

export interface Pace {
  /** How often a waiting process tries to take the lead. */
  readonly tryMs: number;
  readonly beatMs: number;
  /**
   * The server ends a session that is silent for so long, also within a transaction: its process is frozen or cut off.
   */
  readonly silentMs: number;
}

export const usualPace: Pace = { tryMs: 500, beatMs: 1_000, silentMs: usualSilentMs };

/**
 * Waits for the lead, and runs `run` while it lasts. The server elects by an advisory lock, which a session of its own
 * holds until that session ends. Whoever takes over raises the epoch, and transactions under an older one are refused.
 */
export async function lead(
  main: Cluster,
  pace: Pace,
  signal: AbortSignal,
  run: (epoch: number, ends: AbortSignal) => Promise<void>,
): Promise<void> {
  if (signal.aborted) return;
  const client = await main.alone();
  const lost = new AbortController();
  client.on('end', () => {
    lost.abort();
  });
  try {
    await client.query(`set idle_session_timeout = ${String(pace.silentMs)}`);
    while (!(await isGranted(client, leadLock))) {
      const isOver = await wait(pace.tryMs, false, { signal }).catch(() => true);
      if (isOver) return;
    }
    const endBeat = beat(client, pace, lost);
    try {
      await run(await takeOver(client), AbortSignal.any([signal, lost.signal]));
    } finally {
      endBeat();
    }
    refuseLost(lost.signal, signal);
  } catch (error) {
    throw toStorageFailure(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Takes the lead without leading, for work that must happen while no bot uses the data. Throws StoreRefusal when a bot
 * does. Returns a function that gives the lead back.
 */
export async function holdLead(main: Cluster, refusal: string): Promise<() => Promise<void>> {
  const client = await main.alone();
  if (await isGranted(client, leadLock)) return () => client.end();
  await client.end();
  throw new StoreRefusal(refusal);
}

function refuseLost(lost: AbortSignal, signal: AbortSignal): void {
  if (lost.aborted && !signal.aborted) throw new LeadLost();
}

async function isGranted(client: pg.Client, lock: number): Promise<boolean> {
  // It is tried and not waited for: a waiting query holds a snapshot, which keeps the server from vacuuming.
  const { rows } = await client.query<{ granted: boolean }>('select pg_try_advisory_lock($1) as granted', [lock]);
  return rows[0]?.granted === true;
}

/** Whether somebody has the lead. */
export async function isLed(main: Asked): Promise<boolean> {
  const [row] = await main.query(
    `select 1 from pg_locks where locktype = 'advisory' and granted and objid = $1 and objsubid = 1
      and database = (select oid from pg_database where datname = current_database())`,
    [leadLock],
  );
  return row !== undefined;
}

async function takeOver(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ epoch: number }>(
    'insert into leader (id, epoch) values (1, 1) on conflict (id) do update set epoch = leader.epoch + 1 returning epoch',
  );
  return rows[0]?.epoch ?? 0;
}

/** Sends a sign of life. When the server does not answer one in time, the lead counts as lost. */
function beat(client: pg.Client, { beatMs, silentMs }: Pace, lost: AbortController): () => void {
  let isWaiting = false;
  let saidAt = performance.now();
  const timer = setInterval(() => {
    if (isWaiting) {
      if (performance.now() - saidAt > silentMs) lost.abort();
      return;
    }
    isWaiting = true;
    saidAt = performance.now();
    client.query('select 1').then(
      () => {
        isWaiting = false;
      },
      () => {
        lost.abort();
      },
    );
  }, beatMs);
  return () => {
    clearInterval(timer);
  };
}

/** The first statement in every transaction of the leader. */
export async function refuseOthers(asked: Asked, epoch: number): Promise<void> {
  const [row] = await asked.query<{ epoch: number }>('select epoch from leader where id = 1 for share');
  if (row?.epoch !== epoch) throw new LeadLost();
}

/** Some engines speak PostgreSQL's protocol but ignore advisory locks: there, two processes would lead at once. */
export async function refuseWithoutLocks(main: Cluster): Promise<void> {
  const [one, other] = [await main.alone(), await main.alone()];
  try {
    if ((await isGranted(one, trialLock)) && (await isGranted(other, trialLock))) {
      throw new StoreRefusal(
        'DATABASE_URL leads to an engine without advisory locks: it takes PostgreSQL 15 or newer.',
      );
    }
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
}
