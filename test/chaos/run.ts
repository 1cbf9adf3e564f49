import { setTimeout as wait } from 'node:timers/promises';
import { emptyLedger, faultsOn, live } from '../crash/couple.js';
import { createDraw } from '../crash/draw.js';
import { judge } from '../crash/verdict.js';
import { openWorld } from '../support/world.js';
import { noteActs, overlaps } from './acts.js';
import { harm, progress, type Scene } from './deeds.js';
import { startReplica } from './replica.js';
import { startServers, type Replication, type Servers } from './servers.js';
import { firstConfirmedAfter, keptOf, type Kept } from './verdict.js';

export interface Plan {
  readonly replication: Replication;
  readonly seed: number;
  readonly couples: number;
  /** How many faults are caused; half of them before the primary is lost. */
  readonly deeds: number;
}

export interface Outcome extends Kept {
  readonly seed: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly deeds: ReadonlyMap<string, number>;
  /** From the promotion of the standby to the first piece that somebody saw afterwards. */
  readonly backAfterMs: number | null;
  readonly takeovers: number;
  /** How often a process ended without being killed. */
  readonly ends: number;
  /** Leads under which two processes have acted. */
  readonly overlaps: number;
  /** Updates that were committed on the primary and are missing on its successor. */
  readonly gone: number;
  /** Broken promises, and faults of the run itself, each in a sentence. */
  readonly broken: readonly string[];
}

/** How long to wait for one event. The wait fails only when something was lost. */
const patienceMs = { sync: 90_000, async: 30_000 };
const endLimitMs = 2 * 60_000;
/** For how long the standby is cut off before the primary is lost. */
const lastCutMs = 1_250;
/** And for how long it then waits until somebody sees a confirmation. With a synchronous standby nobody may. */
const exposedMs = { sync: 2_000, async: patienceMs.async };
const exposedUpdates = 6;
const mostPieces = 6;

/** Runs two processes and three servers while couples talk, causes faults, and then checks what is left. */
export async function run({ replication, seed, couples, deeds }: Plan): Promise<Outcome> {
  const startedAt = performance.now();
  const undo: (() => Promise<void>)[] = [];
  try {
    const world = await openWorld(patienceMs[replication]);
    undo.push(() => world.close());
    const servers = await startServers(replication);
    undo.push(() => servers.close());
    const replicas = [];
    for (const name of ['one', 'other']) {
      const replica = await startReplica(name, { url: world.url, databases: servers });
      replicas.push(replica);
      undo.push(() => replica.close());
    }
    await noteActs(servers);
    for (const { kind, ...fault } of faultsOn) {
      if (kind === 'latency') await world.control('POST', '/faults', { kind, ...fault, seed });
    }

    const ledger = emptyLedger();
    const troubles: string[] = [];
    let isOver = false;
    const town = {
      world,
      ledger,
      nowMs: () => Date.now(),
      isOver: () => isOver,
      rest: null,
      pieces: () => 1 + Math.floor(draw.next() * mostPieces),
    };
    const draw = createDraw(seed);
    const everyone = Promise.all(
      Array.from({ length: couples }, (_, index) =>
        live(town, String.fromCharCode(97 + index), createDraw(seed + 1 + index)).catch((error: unknown) => {
          troubles.push(firstLine(error));
        }),
      ),
    );

    const scene: Scene = { servers, replicas, world, draw, done: new Map(), wakings: [] };
    await harm(scene, Math.ceil(deeds / 2), true);
    await progress(scene);
    servers.toStandby.cut();
    await wait(lastCutMs);
    if (replication === 'async') await applyMore(scene);
    await Promise.race([progress(scene), wait(exposedMs[replication])]);
    const applied = await seen(servers);
    await servers.failOver();
    const kept = new Set(await seen(servers));
    const backAtMs = Date.now();
    scene.done.set('the primary lost', 1);
    await harm(scene, Math.floor(deeds / 2), false);
    isOver = true;
    await world.control('DELETE', '/faults');
    await Promise.race([everyone, wait(endLimitMs, undefined, { ref: false }).then(() => troubles.push('no end'))]);

    const firstAtMs = firstConfirmedAfter(backAtMs, ledger, world.calls);
    const [takeovers] = await servers.ask<{ epoch: string }>('select epoch from leader');
    return {
      ...keptOf(ledger, world.calls),
      seed,
      seconds: (performance.now() - startedAt) / 1000,
      rounds: ledger.opened,
      deeds: scene.done,
      backAfterMs: firstAtMs === null ? null : firstAtMs - backAtMs,
      takeovers: Number(takeovers?.epoch ?? 0),
      ends: replicas.reduce((sum, replica) => sum + replica.ends(), 0),
      overlaps: await overlaps(servers),
      gone: applied.filter((id) => !kept.has(id)).length,
      broken: [...judge(ledger, world.calls, scene.wakings).broken, ...troubles],
    };
  } finally {
    for (const end of undo.reverse()) await end();
  }
}

/**
 * Waits until the primary has applied updates that the cut-off standby cannot have. Without this, what somebody sees next may come from an
 * update before the cut, and nothing would be lost.
 */
async function applyMore({ servers }: Scene): Promise<void> {
  const before = (await seen(servers)).length;
  const until = performance.now() + exposedMs.async;
  while ((await seen(servers)).length < before + exposedUpdates && performance.now() < until) await wait(100);
}

async function seen(servers: Servers): Promise<readonly string[]> {
  const rows = await servers.ask<{ id: string }>('select update_id as id from seen_updates');
  return rows.map(({ id }) => id);
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'somebody gave up';
}
