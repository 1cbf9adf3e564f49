import type { TelegramChatMember, TelegramUser } from '@gramio/types';
import { adminRights, hasRight, memberWith, permissionsWhere, type AdminRight, type Member } from './group.js';

/** A member as the Bot API shows it; whoever never was there has left. */
export function memberView(user: TelegramUser, member: Member | undefined): TelegramChatMember {
  const { status, isAnonymous, permissions, untilDate } = member ?? memberWith('left');
  switch (status) {
    case 'creator':
      return { status, user, is_anonymous: isAnonymous };
    case 'administrator':
      return {
        status,
        user,
        can_be_edited: false,
        is_anonymous: isAnonymous,
        ...(Object.fromEntries(adminRights.map((right) => [right, hasRight(member, right)])) as Record<
          AdminRight,
          boolean
        >),
      };
    case 'restricted':
      return {
        status,
        user,
        is_member: true,
        until_date: untilDate,
        ...(permissions ?? permissionsWhere(() => false)),
      };
    case 'kicked':
      return { status, user, until_date: untilDate };
    case 'member':
    case 'left':
      return { status, user };
  }
}
