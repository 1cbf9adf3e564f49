import { tellChat } from '../control/tell.js';
import type { Emulator } from '../emulator.js';
import { toSeconds } from './clock.js';
import { createGroup, groupIdOf, isInside, memberWith, type Group } from './group.js';
import { memberView } from './member-view.js';
import { tellInGroup } from './membership.js';
import { botAsUser, groupAsChat, userOf } from './messages.js';
import { makeUpdate } from './updates.js';
import type { Bot, Person } from './world.js';

/**
 * When the bot is told that it joined the supergroup: Telegram promises no order. Coming first, it looks like another
 * group.
 */
export type JoinComes = 'first' | 'last' | 'never';

/**
 * A basic group becomes a supergroup: the same people under another id. What stands in the old one stays there, and the bot
 * can no longer reach it; of its leaving the old one Telegram says nothing.
 */
export function migrate(emulator: Emulator, bot: Bot, old: Group, by: Person, joinComes: JoinComes): Group {
  const { world } = emulator;
  const id = groupIdOf('supergroup', world.nextGroupNumber);
  world.nextGroupNumber += 1;
  const group: Group = {
    ...createGroup({ id, kind: 'supergroup', title: old.title, creatorId: old.creatorId }),
    traits: old.traits,
    members: new Map(old.members),
    permissions: old.permissions,
    bot: old.bot,
    migratedFrom: old.id,
  };
  bot.groups.set(id, group);
  const from = userOf(by);
  const tellJoin = () => {
    if (!isInside(group.bot)) return;
    makeUpdate(emulator, bot, 'my_chat_member', {
      chat: groupAsChat(group),
      from,
      date: toSeconds(emulator.clock.nowMs()),
      old_chat_member: memberView(botAsUser(bot), undefined),
      new_chat_member: memberView(botAsUser(bot), group.bot),
    });
  };
  if (joinComes === 'first') tellJoin();
  tellInGroup(emulator, bot, old, from, { migrate_to_chat_id: id });
  old.migratedTo = id;
  tellInGroup(emulator, bot, group, from, { migrate_from_chat_id: old.id });
  if (joinComes === 'last') tellJoin();
  tellChat(emulator, bot, old.id);
  return group;
}

/** Everybody is out of it, and nothing can be written there again. */
export function deleteGroup(emulator: Emulator, bot: Bot, group: Group, by: Person): void {
  const before = group.bot;
  group.isDeleted = true;
  group.bot = { ...before, ...memberWith('left') };
  if (isInside(before)) {
    makeUpdate(emulator, bot, 'my_chat_member', {
      chat: groupAsChat(group),
      from: userOf(by),
      date: toSeconds(emulator.clock.nowMs()),
      old_chat_member: memberView(botAsUser(bot), before),
      new_chat_member: memberView(botAsUser(bot), group.bot),
    });
  }
  tellChat(emulator, bot, group.id);
}

export interface GroupChange {
  title?: string;
  username?: string | null;
  linkedChannelId?: number | null;
  isForum?: boolean;
  hasHiddenMembers?: boolean;
  location?: string | null;
  paidMessageStarCount?: number;
  communityId?: number | null;
  permissions?: Partial<Group['permissions']>;
}

/** Telegram's apps make a supergroup of a basic group before any of these can be had. */
export function needsSupergroup(change: GroupChange): boolean {
  return (
    Boolean(change.username) ||
    Boolean(change.linkedChannelId) ||
    change.isForum === true ||
    change.hasHiddenMembers === true ||
    Boolean(change.location) ||
    Boolean(change.paidMessageStarCount) ||
    Boolean(change.communityId)
  );
}

/** Of a new title the bot hears; that a group is public now, or belongs to a channel, comes in no update. */
export function changeGroup(emulator: Emulator, bot: Bot, group: Group, by: Person, change: GroupChange): void {
  const { title, username, linkedChannelId, permissions, ...traits } = change;
  if (username !== undefined) group.username = username;
  if (linkedChannelId !== undefined) group.linkedChannelId = linkedChannelId;
  group.traits = { ...group.traits, ...traits };
  group.permissions = { ...group.permissions, ...permissions };
  if (title !== undefined && title !== group.title) {
    group.title = title;
    tellInGroup(emulator, bot, group, userOf(by), { new_chat_title: title });
  }
  tellChat(emulator, bot, group.id);
}
