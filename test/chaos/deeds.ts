import { setTimeout as wait } from 'node:timers/promises';
import type { CallView } from '../../src/emulator/contract.js';
import { drafted } from '../crash/couple.js';
import { textOf } from '../crash/verdict.js';
import type { World } from '../support/world.js';
import type { Draw } from '../crash/draw.js';
import { leaderOf } from './acts.js';
import type { Replica } from './replica.js';
import type { Servers } from './servers.js';

/** The faults that are caused while people talk. */

export interface Scene {
  readonly servers: Servers;
  readonly replicas: readonly Replica[];
  readonly world: World;
  readonly draw: Draw;
  /** How often each fault was caused. */
  readonly done: Map<string, number>;
  /** The calls after which a frozen process went on. */
  readonly wakings: number[];
}

/** Longer or shorter than it takes another process to take the lead. */
const longestFreezeMs = 7_000;
const longestCutMs = 2_500;
const mostBetweenMs = 2_000;

const deeds: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  'a leader killed': async (scene) => (await leading(scene)).kill(),
  'one who waits killed': async (scene) => (await waiting(scene)).kill(),
  'a leader frozen': async (scene) => {
    freeze(scene, await leading(scene));
  },
  'one who waits frozen': async (scene) => {
    freeze(scene, await waiting(scene));
  },
  'a leader stopped in order': async (scene) => (await leading(scene)).stop(),
  'the standby cut off': async ({ servers, draw }) => {
    servers.toStandby.cut();
    await wait(draw.next() * longestCutMs);
    servers.toStandby.mend();
  },
  'the server of keys ended and started': async ({ servers: { keys } }) => {
    await keys.stopAtOnce();
    await keys.start();
  },
};

/** Causes so many faults, one after another. A process stays frozen while the next faults are caused. */
export async function harm(scene: Scene, times: number, hasStandby: boolean): Promise<void> {
  const { draw, done } = scene;
  const names = Object.keys(deeds).filter((name) => hasStandby || name !== 'the standby cut off');
  for (let time = 0; time < times; time += 1) {
    // Usually it waits until both work again: if both were still starting, people would wait all the time.
    if (draw.happens(0.7)) await progress(scene);
    await wait(draw.next() * mostBetweenMs);
    const name = draw.one(names);
    await deeds[name]?.(scene);
    done.set(name, (done.get(name) ?? 0) + 1);
  }
}

/** Waits until somebody sees another piece of an answer. */
export async function progress({ world }: Scene): Promise<void> {
  const since = world.calls.length;
  await world.until('somebody to see what they wrote', () => world.calls.slice(since).some(showsPiece) || undefined);
}

function showsPiece(call: CallView): boolean {
  return call.isOk && textOf(call).startsWith(drafted);
}

async function leading({ servers, replicas, draw }: Scene): Promise<Replica> {
  const name = await leaderOf(servers);
  return replicas.find((one) => one.name === name) ?? draw.one(replicas);
}

async function waiting({ servers, replicas, draw }: Scene): Promise<Replica> {
  const name = await leaderOf(servers);
  return draw.one(replicas.filter((one) => one.name !== name));
}

/** The process goes on by itself after a while. */
function freeze({ draw, world, wakings }: Scene, replica: Replica): void {
  replica.freeze();
  const { pid } = replica;
  void wait(draw.next() * longestFreezeMs).then(() => {
    // If it was killed meanwhile, a new process runs in its place, and that one is not frozen.
    if (replica.pid !== pid) return;
    wakings.push(world.calls.at(-1)?.seq ?? 0);
    replica.wake();
  });
}
