import type { Log } from '../log.js';

/** What getMe says of the switches at @BotFather, as far as a room depends on them. */
export interface BotFlags {
  readonly can_join_groups?: boolean | undefined;
  readonly can_read_all_group_messages?: boolean | undefined;
  readonly supports_inline_queries?: boolean | undefined;
  readonly supports_guest_queries?: boolean | undefined;
  readonly can_connect_to_business?: boolean | undefined;
  readonly has_topics_enabled?: boolean | undefined;
}

/** By each of these more of what people write comes to the bot, or what it wrote goes further, than it needs. */
const unsafe: Readonly<Partial<Record<keyof BotFlags, string>>> = {
  supports_inline_queries: 'inline mode is on: @BotFather switches it off by /setinline',
  supports_guest_queries:
    'guest mode is on: it brings the bot into chats it is no member of; @BotFather switches it off',
  can_connect_to_business: 'business mode is on: @BotFather switches it off',
  has_topics_enabled: 'topics in private chats are on: @BotFather switches them off',
};

/** Whether rooms can be offered: the bot may be added to groups, and is not sent all that is typed there. */
export function judgeGroups(flags: BotFlags, log: Log): 'on' | 'unfit' {
  for (const [flag, sentence] of Object.entries(unsafe)) {
    if (flags[flag as keyof BotFlags] === true) log.warn(`for rooms: ${sentence}`);
  }
  const mayJoin = flags.can_join_groups === true;
  const readsAll = flags.can_read_all_group_messages !== false;
  if (!mayJoin) log.warn('ROOMS is on, but this bot cannot be added to groups: @BotFather, /setjoingroups, Enable');
  if (readsAll)
    log.warn('ROOMS is on, but this bot is sent all that is typed in groups: @BotFather, /setprivacy, Enable');
  return mayJoin && !readsAll ? 'on' : 'unfit';
}
