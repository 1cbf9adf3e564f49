import { setTimeout as wait } from 'node:timers/promises';
import type { CallView } from '../../src/emulator/contract.js';
import { drafted } from '../crash/couple.js';
import { textOf } from '../crash/verdict.js';
import type { World } from '../support/world.js';
import type { Draw } from '../crash/draw.js';
import { leaderOf } from './acts.js';
import type { Replica } from './replica.js';
import type { Servers } from './servers.js';

/** What is done to the machines while people talk. */

export interface Scene {
  readonly servers: Servers;
  readonly replicas: readonly Replica[];
  readonly world: World;
  readonly draw: Draw;
  /** How often each was done. */
  readonly done: Map<string, number>;
  /** After which calls a process that stood still went on. */
  readonly wakings: number[];
}

/** Longer than it takes for another to lead, or shorter. */
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

/** So many, one after another; the time in which somebody is frozen runs beside the next. */
export async function harm(scene: Scene, times: number, hasStandby: boolean): Promise<void> {
  const { draw, done } = scene;
  const names = Object.keys(deeds).filter((name) => hasStandby || name !== 'the standby cut off');
  for (let time = 0; time < times; time += 1) {
    // Mostly once they are at work again: with both still starting, people would wait all the time.
    if (draw.happens(0.7)) await progress(scene);
    await wait(draw.next() * mostBetweenMs);
    const name = draw.one(names);
    await deeds[name]?.(scene);
    done.set(name, (done.get(name) ?? 0) + 1);
  }
}

/** Until somebody sees another piece of an answer. */
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

/** Wakes by itself. */
function freeze({ draw, world, wakings }: Scene, replica: Replica): void {
  replica.freeze();
  const { pid } = replica;
  void wait(draw.next() * longestFreezeMs).then(() => {
    // Killed meanwhile, it is another process by now, which stands still no more than that.
    if (replica.pid !== pid) return;
    wakings.push(world.calls.at(-1)?.seq ?? 0);
    replica.wake();
  });
}
