import type { Emulator } from '../emulator.js';
import type { Group } from '../world/group.js';
import { currentBot, type Person } from '../world/world.js';
import { WrongBody } from './body.js';

export function groupNamed({ world }: Emulator, id: number): Group {
  const group = currentBot(world).groups.get(id);
  if (group === undefined) throw new WrongBody(`there is no group ${id}`);
  return group;
}

export function peopleNamed(emulator: Emulator, ids: unknown): Person[] {
  if (!Array.isArray(ids)) throw new WrongBody('"memberIds" must be a list');
  return ids.map((id) => personNamed(emulator, Number(id)));
}

export function personNamed({ world }: Emulator, id: number): Person {
  const person = world.people.get(id);
  if (person === undefined) throw new WrongBody(`there is no person ${id}`);
  return person;
}
