import type { Group } from './group.js';
import type { Chat, Person } from './world.js';

/** Where a message stands: in a person's own chat with the bot, or in a group. */
export type Place = PrivatePlace | GroupPlace;

export interface PrivatePlace {
  kind: 'private';
  chat: Chat;
  person: Person;
}

export interface GroupPlace {
  kind: 'group';
  chat: Group;
}
