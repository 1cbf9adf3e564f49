import { breatherSlot } from './breather/slot.js';
import type { PersonCommand } from './commands.js';
import type { Decision, Event } from './event.js';
import type { Given } from './given.js';
import { listeningSlot } from './listening/slot.js';
import { parts, type HolderName, type PartName } from './parts.js';
import type { Couple, Person, Scene } from './scene.js';
import type { Slot } from './slot.js';

/** In this order each is asked before the next: a breather stands above a listening round. */
const slots = {
  breather: breatherSlot,
  listening: listeningSlot,
} as const satisfies Readonly<Record<HolderName, Slot>> & Readonly<Partial<Record<PartName, Slot>>>;

export const slotsInOrder: readonly Slot[] = Object.values(slots);

/** What stands above a question is asked first. Null when none of it makes a difference to this command. */
export function duringSlots(scene: Scene, me: Person, command: PersonCommand, given: Given): Decision | null {
  for (const { during } of slotsInOrder) {
    const decision = during(scene, me, command, given);
    if (decision !== null) return decision;
  }
  return null;
}

/** After more than a day away, for what holds all else; null when nothing does. */
export function cameBackToSlots(couple: Couple, given: Given): readonly Event[] | null {
  const names = Object.keys(slots) as (keyof typeof slots)[];
  const holder = names.find((name) => parts[name].holds(couple));
  return holder === undefined ? null : slots[holder].cameBack(couple, given);
}
