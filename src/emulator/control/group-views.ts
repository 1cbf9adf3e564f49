import type { GroupView } from '../contract.js';
import type { Emulator } from '../emulator.js';
import { toSeconds } from '../world/clock.js';
import { isAdmin, memberCount, memberOf, type Group } from '../world/group.js';
import { groupMenuFor } from '../world/languages.js';
import type { Bot } from '../world/world.js';
import { viewMessage } from './message-views.js';
import { viewPerson } from './person-views.js';

export function viewGroup({ world, clock }: Emulator, bot: Bot, group: Group): GroupView {
  const nowSeconds = toSeconds(clock.nowMs());
  return {
    id: group.id,
    kind: group.kind,
    title: group.title,
    username: group.username,
    linkedChannelId: group.linkedChannelId,
    migratedTo: group.migratedTo,
    migratedFrom: group.migratedFrom,
    isDeleted: group.isDeleted,
    memberCount: memberCount(bot, group, nowSeconds),
    bot: { status: group.bot.status, readsAll: group.bot.readsAll || isAdmin(group.bot) },
    members: [...group.members.keys()].flatMap((id) => {
      const person = world.people.get(id);
      const member = memberOf(bot, group, id, nowSeconds);
      if (person === undefined || member === undefined) return [];
      const { status, isAnonymous } = member;
      return [{ person: viewPerson(person), status, isAnonymous, menu: groupMenuFor(bot, person, group) }];
    }),
    unreadCount: group.unreadCount,
    isBotTyping: group.typingUntilMs > clock.nowMs(),
    toast: group.toast,
    messages: [...group.messages.values()].map((stored) => viewMessage(bot, stored)),
  };
}
