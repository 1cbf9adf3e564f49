import { opensAt } from '../../src/core/room/which.js';
import type { Room } from '../../src/core/room/scene.js';
import { emptyCouple } from '../../src/core/person.js';
import { loadScenarios, shippedDirectory } from '../../src/scenarios/scenarios.js';

const couple = { ...emptyCouple(1), members: [1, 2], room: { state: 'open' } as Room };
const moment = { now: 0, chance: new Uint8Array(32) };
/** Questions that open in two chats also where there is a room: drawn by chance, one would have a test wait in vain there. */
const apart = [...loadScenarios({ shipped: shippedDirectory }).scenarios.values()].filter(
  (scenario) =>
    scenario.path === undefined && !scenario.isOpening && opensAt(couple, scenario, moment).room === undefined,
);

/** A bot that offers rooms, and asks what opens in one. */
export const roomsOn: Readonly<Record<string, string>> = {
  ROOMS: 'on',
  SCENARIOS_OFF: apart.map(({ id }) => id).join(','),
};
