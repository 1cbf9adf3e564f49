import type { Emulator } from '../emulator.js';
import { currentBot, type Bot } from '../world/world.js';
import { viewGroup } from './group-views.js';
import { viewBot, viewChat, viewClock, viewState } from './views.js';

/** Tells the listeners that a chat looks different now, or a group. */
export function tellChat(emulator: Emulator, bot: Bot, id: number): void {
  const { events, world } = emulator;
  if (!events.hasListeners() || bot.token !== world.currentToken) return;
  events.tellSoon(`chat ${id}`, () => {
    const now = currentBot(emulator.world);
    const group = now.groups.get(id);
    if (group !== undefined) return { type: 'group', group: viewGroup(emulator, now, group) };
    const person = emulator.world.people.get(id);
    if (person === undefined || person.isBot) return null;
    return { type: 'chat', chat: viewChat(emulator, now, person) };
  });
}

/** Every chat of the bot looks different now: another menu, another description, another name. */
export function tellChats(emulator: Emulator, bot: Bot): void {
  for (const id of [...emulator.world.people.keys(), ...bot.groups.keys()]) tellChat(emulator, bot, id);
  tellBot(emulator, bot.token);
}

export function tellQueue({ events, world }: Emulator, bot: Bot): void {
  if (bot.token !== world.currentToken) return;
  events.tellSoon('queue', () => ({ type: 'queue', queue: { pending: bot.queue.length } }));
}

export function tellBot(emulator: Emulator, token: string): void {
  if (token !== emulator.world.currentToken) return;
  emulator.events.tellSoon('bot', () => {
    const bot = viewBot(emulator, currentBot(emulator.world));
    return bot === null ? null : { type: 'bot', bot };
  });
}

export function tellFaults(emulator: Emulator): void {
  emulator.events.tellSoon('faults', () => ({
    type: 'faults',
    faults: emulator.faults.list(),
    limits: emulator.limits.isOn,
  }));
}

export function tellClock(emulator: Emulator): void {
  emulator.events.tellSoon('clock', () => ({ type: 'clock', clock: viewClock(emulator) }));
}

export function tellNext(emulator: Emulator): void {
  emulator.events.tellSoon('next', () => ({ type: 'next', nextAtMs: emulator.nextAtMs }));
}

/** Everything may be different: a reset, a restore, another bot. */
export function tellState(emulator: Emulator): void {
  emulator.events.tellSoon('state', () => ({ type: 'state', state: viewState(emulator) }));
}
