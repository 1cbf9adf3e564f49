import type { TelegramUser } from '@gramio/types';
import { tellChat } from '../control/tell.js';
import type { Emulator } from '../emulator.js';
import { toSeconds } from './clock.js';
import {
  createGroup,
  groupIdOf,
  isAdmin,
  isInside,
  memberWith,
  usualRights,
  type AdminRight,
  type Group,
  type Member,
} from './group.js';
import { memberView } from './member-view.js';
import { botAsUser, groupAsChat, post, userOf, type Content } from './messages.js';
import { makeUpdate } from './updates.js';
import type { Bot, Person } from './world.js';

/** Who comes, goes or changes: a person, somebody else's bot, or this bot itself. */
export type Who = Person | 'bot';

export interface NewGroup {
  title: string;
  kind: Group['kind'];
  creator: Person;
  others: Person[];
  hasBot: boolean;
}

/** A basic group may be made with the bot in it; in a supergroup it comes after the making. */
export function makeGroup(emulator: Emulator, bot: Bot, made: NewGroup): Group {
  const { world } = emulator;
  const id = groupIdOf(made.kind, world.nextGroupNumber);
  const group = createGroup({ id, kind: made.kind, title: made.title, creatorId: made.creator.id });
  world.nextGroupNumber += 1;
  bot.groups.set(group.id, group);
  group.members.set(made.creator.id, memberWith('creator'));
  for (const person of made.others) group.members.set(person.id, memberWith('member'));
  const by = userOf(made.creator);
  if (group.kind === 'group' && made.hasBot) letBotIn(emulator, bot, group, by);
  const created: Content = group.kind === 'group' ? { group_chat_created: true } : { supergroup_chat_created: true };
  tellInGroup(emulator, bot, group, by, created);
  if (group.kind === 'supergroup' && made.hasBot) add(emulator, bot, group, { who: 'bot', by: made.creator });
  return group;
}

/** Somebody adds somebody, or comes by the link when nobody is said to add them. */
export function add(emulator: Emulator, bot: Bot, group: Group, { who, by }: { who: Who; by: Person | null }): void {
  if (who === 'bot') {
    const from = by === null ? botAsUser(bot) : userOf(by);
    letBotIn(emulator, bot, group, from);
    tellInGroup(emulator, bot, group, from, { new_chat_members: [botAsUser(bot)] });
    return;
  }
  const before = group.members.get(who.id);
  const after = memberWith(who.id === group.creatorId ? 'creator' : 'member');
  group.members.set(who.id, after);
  const user = userOf(who);
  const from = userOf(by ?? who);
  tellMemberChange(emulator, bot, group, { by: from, user, before, after });
  tellInGroup(emulator, bot, group, from, { new_chat_members: [user] });
}

/** Removed by somebody, or gone by themselves when nobody is said to remove them. */
export function takeOut(
  emulator: Emulator,
  bot: Bot,
  group: Group,
  { who, by }: { who: Who; by: Person | null },
): void {
  const after = memberWith(by === null ? 'left' : 'kicked');
  if (who === 'bot') {
    const from = by === null ? botAsUser(bot) : userOf(by);
    // In a basic group the bot still hears of its own going, in a supergroup it does not.
    const hearsIt = group.kind === 'group' && by !== null;
    if (hearsIt) tellInGroup(emulator, bot, group, from, { left_chat_member: botAsUser(bot) });
    changeBot(emulator, bot, group, from, after);
    if (!hearsIt) tellInGroup(emulator, bot, group, from, { left_chat_member: botAsUser(bot) });
    return;
  }
  const before = group.members.get(who.id);
  group.members.set(who.id, after);
  const from = userOf(by ?? who);
  tellMemberChange(emulator, bot, group, { by: from, user: userOf(who), before, after });
  tellInGroup(emulator, bot, group, from, { left_chat_member: userOf(who) });
}

/** The bot goes of itself. */
export function leaveAsBot(emulator: Emulator, bot: Bot, group: Group): void {
  takeOut(emulator, bot, group, { who: 'bot', by: null });
}

/** Makes somebody an administrator with these rights, or an ordinary member again when there are none. */
export function setRank(
  emulator: Emulator,
  bot: Bot,
  group: Group,
  change: { who: Who; by: Person; rights: AdminRight[] | null; isAnonymous: boolean },
): void {
  const { who, by, rights, isAnonymous } = change;
  const after: Member =
    rights === null ? memberWith('member') : { ...memberWith('administrator'), rights, isAnonymous };
  if (who === 'bot') {
    changeBot(emulator, bot, group, userOf(by), after);
    return;
  }
  const before = group.members.get(who.id);
  group.members.set(who.id, before?.status === 'creator' ? { ...before, isAnonymous } : after);
  tellMemberChange(emulator, bot, group, {
    by: userOf(by),
    user: userOf(who),
    before,
    after: group.members.get(who.id) ?? after,
  });
}

/** A group of the bot as administrator, when it was added as such. */
export function rightsAsAsked(asked: Partial<Record<AdminRight, boolean>>): AdminRight[] {
  return usualRights.filter((right) => asked[right] === true);
}

interface MemberChange {
  by: TelegramUser;
  user: TelegramUser;
  before: Member | undefined;
  after: Member;
}

/** A change of a member reaches a bot that is an administrator and asked for it; the bot's own reaches it always. */
export function tellMemberChange(emulator: Emulator, bot: Bot, group: Group, change: MemberChange): void {
  const isOwn = change.user.id === bot.user.id;
  if (isOwn || isAdmin(group.bot)) {
    makeUpdate(emulator, bot, isOwn ? 'my_chat_member' : 'chat_member', {
      chat: groupAsChat(group),
      from: change.by,
      date: toSeconds(emulator.clock.nowMs()),
      old_chat_member: memberView(change.user, change.before),
      new_chat_member: memberView(change.user, change.after),
    });
  }
  tellChat(emulator, bot, group.id);
}

/** A service message stands in the group for everybody, and reaches the bot whatever its privacy mode. */
export function tellInGroup(emulator: Emulator, bot: Bot, group: Group, from: TelegramUser, content: Content): void {
  const isForBot = isInside(group.bot);
  const { message } = post(
    emulator,
    bot,
    { kind: 'group', chat: group },
    { sentBy: 'service', content, from, isForBot },
  );
  if (isForBot) makeUpdate(emulator, bot, 'message', message);
}

function letBotIn(emulator: Emulator, bot: Bot, group: Group, by: TelegramUser): void {
  changeBot(emulator, bot, group, by, memberWith('member'));
  group.bot.readsAll = bot.flags.can_read_all_group_messages;
}

function changeBot(emulator: Emulator, bot: Bot, group: Group, by: TelegramUser, after: Member): void {
  const before = group.bot;
  group.bot = { ...after, readsAll: before.readsAll, hasMet: true };
  tellMemberChange(emulator, bot, group, { by, user: botAsUser(bot), before, after });
}
