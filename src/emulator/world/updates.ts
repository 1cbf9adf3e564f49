import type { TelegramUpdate } from '@gramio/types';
import { tellQueue } from '../control/tell.js';
import type { Emulator } from '../emulator.js';
import type { Bot, QueuedUpdate } from './world.js';

export type UpdateKind = Exclude<keyof TelegramUpdate, 'update_id'>;

/** Kinds a bot gets only when it names them. */
const onlyOnRequest = new Set<string>(['chat_member', 'message_reaction', 'message_reaction_count']);

const keptMs = 24 * 60 * 60 * 1000;
/** Queues an update for a bot, if it wants this kind. Returns its id, or null when it was not made. */
export function makeUpdate(emulator: Emulator, bot: Bot, kind: UpdateKind, content: object): number | null {
  const wanted = bot.allowedUpdates;
  const isWanted = wanted === null || wanted.length === 0 ? !onlyOnRequest.has(kind) : wanted.includes(kind);
  return isWanted ? queueUpdate(emulator, bot, { [kind]: content }) : null;
}

/** Queues an update as it is, without its id, disturbed only by the update faults that are set. */
export function queueUpdate(emulator: Emulator, bot: Bot, content: object): number {
  const { updateFaults, clock } = emulator;
  bot.nextUpdateId += updateFaults.takeJump();
  const entry: QueuedUpdate = { update: { update_id: bot.nextUpdateId, ...content }, atMs: clock.nowMs() };
  bot.nextUpdateId += 1;
  const entries = updateFaults.takeDuplicate() ? [entry, { ...entry }] : [entry];
  updateFaults.order(entries, (ready) => {
    bot.queue.push(...ready);
    tellQueue(emulator, bot);
    if (bot.webhook === null) emulator.polls.wake(bot);
    else emulator.webhooks.pump(emulator, bot);
  });
  return entry.update.update_id;
}

/** Telegram keeps updates for a day. A bot that is there has fetched them long before the clock is moved that far. */
export function dropExpiredUpdates(emulator: Emulator): void {
  const oldestMs = emulator.clock.nowMs() - keptMs;
  for (const bot of emulator.world.bots.values()) {
    if (emulator.polls.isPolling(bot.token) || bot.webhook !== null) continue;
    bot.queue = bot.queue.filter(({ atMs }) => atMs >= oldestMs);
    tellQueue(emulator, bot);
  }
}
