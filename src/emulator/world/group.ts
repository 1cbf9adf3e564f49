import type { Conversation, Toast } from './conversation.js';

/** Whose group it is: the part of a bot that is asked for here. */
interface Its {
  readonly user: { readonly id: number };
}

/** A group as one bot knows it. As data alone, like the rest of the world. */
export interface Group extends Conversation {
  kind: 'group' | 'supergroup';
  title: string;
  /** Whoever made it stays its owner, also while gone. */
  creatorId: number;
  /** Set: anybody can find it. */
  username: string | null;
  linkedChannelId: number | null;
  /** Other things that `getChat` shows of it. */
  traits: GroupTraits;
  /** People and other bots, also those who left or were removed. */
  members: Map<number, Member>;
  /** This bot itself; its id changes when its token comes, so it is not among the others. */
  bot: Member & {
    /** Privacy mode as of joining: a change at @BotFather counts after it was added again. */
    readsAll: boolean;
    /** False: it never was in here, and knows nothing of the group. */
    hasMet: boolean;
  };
  permissions: Record<Permission, boolean>;
  migratedTo: number | null;
  migratedFrom: number | null;
  isDeleted: boolean;
  /** The bot that wrote last: it gets the commands that name no bot. */
  lastBotId: number | null;
  toast: (Toast & { personId: number }) | null;
  /** A supergroup counts its messages itself; null: they count with those of the bot's private chats. */
  nextMessageId: number | null;
}

export interface GroupTraits {
  isForum: boolean;
  hasHiddenMembers: boolean;
  location: string | null;
  paidMessageStarCount: number;
  communityId: number | null;
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

export interface Member {
  status: MemberStatus;
  isAnonymous: boolean;
  /** What an administrator may do. */
  rights: AdminRight[];
  /** What a restricted member may do; null for everybody else. */
  permissions: Record<Permission, boolean> | null;
  /** When a restriction or a ban ends, in seconds; 0 for never. */
  untilDate: number;
}

export const adminRights = [
  'can_manage_chat',
  'can_delete_messages',
  'can_manage_video_chats',
  'can_restrict_members',
  'can_promote_members',
  'can_change_info',
  'can_invite_users',
  'can_post_stories',
  'can_edit_stories',
  'can_delete_stories',
  'can_pin_messages',
  'can_manage_topics',
  'can_manage_tags',
  'can_send_welcome_messages',
] as const;

export type AdminRight = (typeof adminRights)[number];

/** What Telegram's apps give a new administrator unless somebody looks further. */
export const usualRights: readonly AdminRight[] = adminRights.filter((right) => right !== 'can_promote_members');

/** What members may do by themselves, as the Bot API names it. */
export const permissionNames = [
  'can_send_messages',
  'can_send_audios',
  'can_send_documents',
  'can_send_photos',
  'can_send_videos',
  'can_send_video_notes',
  'can_send_voice_notes',
  'can_send_polls',
  'can_send_other_messages',
  'can_add_web_page_previews',
  'can_react_to_messages',
  'can_edit_tag',
  'can_change_info',
  'can_invite_users',
  'can_pin_messages',
  'can_manage_topics',
] as const;

export type Permission = (typeof permissionNames)[number];

export function permissionsWhere(isAllowed: (name: Permission) => boolean): Record<Permission, boolean> {
  return Object.fromEntries(permissionNames.map((name) => [name, isAllowed(name)])) as Record<Permission, boolean>;
}

export function memberWith(status: MemberStatus): Member {
  return { status, isAnonymous: false, rights: [], permissions: null, untilDate: 0 };
}

/** Basic groups count up from −4000000001, supergroups from −1003000000001, as Telegram's own do. */
export function groupIdOf(kind: Group['kind'], number: number): number {
  return kind === 'group' ? -(4_000_000_000 + number) : -(1_003_000_000_000 + number);
}

export function createGroup(fields: Pick<Group, 'id' | 'kind' | 'title' | 'creatorId'>): Group {
  return {
    ...fields,
    username: null,
    linkedChannelId: null,
    traits: {
      isForum: false,
      hasHiddenMembers: false,
      location: null,
      paidMessageStarCount: 0,
      communityId: null,
    },
    members: new Map(),
    bot: { ...memberWith('left'), readsAll: false, hasMet: false },
    permissions: permissionsWhere(() => true),
    migratedTo: null,
    migratedFrom: null,
    isDeleted: false,
    lastBotId: null,
    toast: null,
    nextMessageId: fields.kind === 'group' ? null : 1,
    unreadCount: 0,
    typingUntilMs: 0,
    messages: new Map(),
  };
}

/** Somebody's place in the group now, whoever it is; undefined for one who never was there. */
export function memberOf(bot: Its, group: Group, userId: number, nowSeconds: number): Member | undefined {
  const member = userId === bot.user.id ? group.bot : group.members.get(userId);
  if (member === undefined || member.untilDate === 0 || member.untilDate > nowSeconds) return member;
  return memberWith(member.status === 'restricted' ? 'member' : 'left');
}

export function isInside(member: Member | undefined): boolean {
  return member !== undefined && member.status !== 'left' && member.status !== 'kicked';
}

export function isAdmin(member: Member | undefined): boolean {
  return member?.status === 'creator' || member?.status === 'administrator';
}

export function hasRight(member: Member | undefined, right: AdminRight): boolean {
  return member?.status === 'creator' || (member?.status === 'administrator' && member.rights.includes(right));
}

/** What the group as a whole and the member's own restriction allow. */
export function isPermitted(group: Group, member: Member, permission: Permission): boolean {
  if (isAdmin(member)) return true;
  return group.permissions[permission] && (member.permissions?.[permission] ?? true);
}

/** Counted as Telegram does: everybody who is in it now, this bot among them. */
export function memberCount(bot: Its, group: Group, nowSeconds: number): number {
  const ids = [...group.members.keys(), bot.user.id];
  return ids.filter((id) => isInside(memberOf(bot, group, id, nowSeconds))).length;
}
