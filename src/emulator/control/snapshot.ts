import type { Emulator } from '../emulator.js';
import { usualFlags, type World } from '../world/world.js';
import { tellState } from './tell.js';

const format = 'samenspraak-emulator-2';

interface Snapshot {
  format: typeof format;
  offsetMs: number;
  world: World;
}

/** The world and its clock as JSON, in which maps and bytes are marked. */
export function takeSnapshot({ world, clock }: Emulator): string {
  const snapshot: Snapshot = { format, offsetMs: clock.offsetMs, world };
  return JSON.stringify(snapshot, function (this: Record<string, unknown>, key, value: unknown) {
    const original = this[key];
    if (original instanceof Map) return { $map: [...original] };
    if (Buffer.isBuffer(original)) return { $bytes: original.toString('base64') };
    return value;
  });
}

/** False when the value is no snapshot. Ids of updates go on counting: a bot passes over those it has seen. */
export function restoreSnapshot(emulator: Emulator, value: unknown): boolean {
  const snapshot = revive(value) as Partial<Snapshot> | null;
  if (snapshot?.format !== format || snapshot.world === undefined) return false;
  const before = emulator.world;
  emulator.world = snapshot.world;
  emulator.clock.offsetMs = snapshot.offsetMs ?? 0;
  for (const bot of emulator.world.bots.values()) {
    bot.nextUpdateId = Math.max(bot.nextUpdateId, before.bots.get(bot.token)?.nextUpdateId ?? 0);
  }
  afterwards(emulator);
  return true;
}

/**
 * Forgets people, chats, groups, queues, what was chosen at @BotFather, faults, calls and the moved clock. What bots registered stays, as they registered it only
 * once, when they started; and ids go on counting, so that a running bot never meets one again.
 */
export function resetEmulator(emulator: Emulator): void {
  emulator.updateFaults.clear();
  emulator.world.people.clear();
  for (const bot of emulator.world.bots.values()) {
    bot.queue = [];
    bot.chats.clear();
    bot.groups.clear();
    bot.flags = { ...usualFlags };
    bot.files.clear();
    bot.callbackQueries.clear();
  }
  emulator.clock.offsetMs = 0;
  emulator.nextAtMs = null;
  emulator.faults.clear();
  emulator.limits.isOn = false;
  emulator.calls.clear();
  afterwards(emulator);
}

function afterwards(emulator: Emulator): void {
  emulator.limits.clear();
  void emulator.followers.moved();
  emulator.polls.release();
  for (const bot of emulator.world.bots.values()) emulator.webhooks.pump(emulator, bot);
  tellState(emulator);
}

function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== 'object' || value === null) return value;
  if ('$map' in value && Array.isArray(value.$map)) return new Map(value.$map.map(revive) as [unknown, unknown][]);
  if ('$bytes' in value && typeof value.$bytes === 'string') return Buffer.from(value.$bytes, 'base64');
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revive(part)]));
}
