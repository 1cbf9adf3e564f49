import type { TelegramUser } from '@gramio/types';
import { ok, refuse, type Reply } from '../bot-api/reply.js';
import { toSeconds } from '../world/clock.js';
import { isAdmin, isInside, memberCount, memberOf, type Group } from '../world/group.js';
import { memberView } from '../world/member-view.js';
import { userOf, botAsUser } from '../world/messages.js';
import { leaveAsBot } from '../world/membership.js';
import { method, type Call } from './call.js';
import { placeOf } from './place.js';

interface InChat {
  chat_id: number | string;
}

export const getChatMember = method<InChat & { user_id: number }>((call, params) => {
  const place = placeOf(call, params.chat_id, 'ask');
  if ('ok' in place) return place;
  const { bot } = call;
  if (place.kind === 'group') return groupMember(call, place.chat, params.user_id);
  const { person, chat } = place;
  if (params.user_id === person.id) return ok({ user: userOf(person), status: 'member' });
  if (params.user_id !== bot.user.id) return userNotFound;
  return ok(
    chat.hasBlockedBot ? { user: bot.user, status: 'kicked', until_date: 0 } : { user: bot.user, status: 'member' },
  );
});

export const getChatMemberCount = method<InChat>((call, params) => {
  const place = placeOf(call, params.chat_id, 'ask');
  if ('ok' in place) return place;
  return ok(place.kind === 'private' ? 2 : memberCount(call.bot, place.chat, secondsNow(call)));
});

/** Other bots are left out, unless they are asked for. */
export const getChatAdministrators = method<InChat & { return_bots?: boolean }>((call, params) => {
  const place = placeOf(call, params.chat_id, 'ask');
  if ('ok' in place) return place;
  if (place.kind === 'private') return refuse(400, 'Bad Request: there are no administrators in the private chat');
  const { bot } = call;
  const ids = [...place.chat.members.keys(), bot.user.id];
  const admins = ids.flatMap((id) => {
    const member = memberOf(bot, place.chat, id, secondsNow(call));
    const user = userNamed(call, id);
    if (!isAdmin(member) || user === null) return [];
    const isShown = !user.is_bot || id === bot.user.id || params.return_bots === true;
    return isShown ? [memberView(user, member)] : [];
  });
  return ok(admins);
});

export const leaveChat = method<InChat>((call, params) => {
  const place = placeOf(call, params.chat_id, 'change');
  if ('ok' in place) return place;
  if (place.kind === 'private') return refuse(400, "Bad Request: chat member status can't be changed in private chats");
  leaveAsBot(call.emulator, call.bot, place.chat);
  return ok(true);
});

function groupMember(call: Call, group: Group, userId: number): Reply {
  const member = memberOf(call.bot, group, userId, secondsNow(call));
  const user = userNamed(call, userId);
  if (user === null || (member === undefined && !hasMet(call, userId))) return userNotFound;
  const isOther = userId !== call.bot.user.id && !isAdmin(member);
  if (group.traits.hasHiddenMembers && isOther && !isAdmin(group.bot)) {
    return refuse(400, 'Bad Request: member list is inaccessible');
  }
  return ok(memberView(user, member));
}

const userNotFound = refuse(400, 'Bad Request: user not found');

/** Telegram tells a bot nothing about people it has never come across. */
function hasMet({ bot }: Call, userId: number): boolean {
  const hasStarted = bot.chats.get(userId)?.hasStarted === true;
  return hasStarted || [...bot.groups.values()].some(({ members, bot: self }) => isInside(self) && members.has(userId));
}

export function userNamed({ bot, emulator }: Call, userId: number): TelegramUser | null {
  if (userId === bot.user.id) return botAsUser(bot);
  const person = emulator.world.people.get(userId);
  return person === undefined ? null : userOf(person);
}

export function secondsNow({ emulator }: Call): number {
  return toSeconds(emulator.clock.nowMs());
}
