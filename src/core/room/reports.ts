import type { Decision } from '../event.js';
import type { Scene } from '../scene.js';
import type { Given } from '../given.js';
import { roomChecked, roomLost, roomMigrated, roomNews, roomsEnded } from './room.js';
import { roomArrived } from './laying.js';
import type { RoomReport } from './command.js';

/** What Telegram and the courier tell of a group. */
export function decideOfRoom(scene: Scene, command: RoomReport, { now }: Given): Decision {
  switch (command.type) {
    case 'roomNews':
      return roomNews(scene, command, now);
    case 'roomMigrated':
      return roomMigrated(scene, command);
    case 'roomChecked':
      return roomChecked(scene, command, now);
    case 'roomArrived':
      return roomArrived(scene, command, now);
    case 'roomLost':
      return roomLost(scene, command, now);
    case 'roomsEnded':
      return roomsEnded(scene, now);
  }
}
