import type { TelegramChatPermissions } from '@gramio/types';
import { ok, refuse } from '../bot-api/reply.js';
import { tellChat } from '../control/tell.js';
import { hasRight, isAdmin, isInside, memberOf, memberWith, permissionsWhere, type Member } from '../world/group.js';
import { tellMemberChange } from '../world/membership.js';
import { method } from './call.js';
import { secondsNow, userNamed } from './members.js';
import { placeOf } from './place.js';

interface InChat {
  chat_id: number | string;
}

export const setChatPermissions = method<InChat & { permissions: TelegramChatPermissions }>((call, params) => {
  const place = placeOf(call, params.chat_id, 'change');
  if ('ok' in place) return place;
  if (place.kind === 'private') return refuse(400, "Bad Request: can't change private chat permissions");
  const self = memberOf(call.bot, place.chat, call.bot.user.id, secondsNow(call));
  if (!hasRight(self, 'can_restrict_members')) {
    return refuse(400, 'Bad Request: not enough rights to change chat permissions');
  }
  place.chat.permissions = permissionsWhere((name) => params.permissions[name] === true);
  tellChat(call.emulator, call.bot, place.chat.id);
  return ok(true);
});

interface Restrict extends InChat {
  user_id: number;
  permissions: TelegramChatPermissions;
  until_date?: number;
}

/** Shorter than this, or longer than a year, means for ever. */
const shortestSeconds = 30;
const longestSeconds = 366 * 86_400;

export const restrictChatMember = method<Restrict>((call, params) => {
  const place = placeOf(call, params.chat_id, 'change');
  if ('ok' in place) return place;
  if (place.kind === 'private' || place.chat.kind === 'group') {
    return refuse(400, 'Bad Request: method is available only for supergroups');
  }
  const { chat: group } = place;
  const { bot, emulator } = call;
  const now = secondsNow(call);
  if (!hasRight(memberOf(bot, group, bot.user.id, now), 'can_restrict_members')) {
    return refuse(400, 'Bad Request: not enough rights to restrict/unrestrict chat member');
  }
  const user = userNamed(call, params.user_id);
  const before = memberOf(bot, group, params.user_id, now);
  if (user === null || before === undefined || !isInside(before)) return refuse(400, 'Bad Request: user not found');
  if (isAdmin(before)) return refuse(400, 'Bad Request: user is an administrator of the chat');
  const permissions = permissionsWhere((name) => params.permissions[name] === true);
  const isFree = Object.values(permissions).every(Boolean);
  const seconds = (params.until_date ?? 0) - now;
  const isForEver = seconds < shortestSeconds || seconds > longestSeconds;
  const after: Member = isFree
    ? memberWith('member')
    : { ...memberWith('restricted'), permissions, untilDate: isForEver ? 0 : (params.until_date ?? 0) };
  group.members.set(params.user_id, after);
  tellMemberChange(emulator, bot, group, { by: { ...bot.user }, user, before, after });
  return ok(true);
});
