import type { StoredMessage } from './conversation.js';
import { isAdmin, isInside, type Group } from './group.js';
import type { Content } from './messages.js';
import type { Bot } from './world.js';

interface Written {
  content: Content;
  replyTo: StoredMessage | null;
  isByBot: boolean;
}

/**
 * Whether the bot is told what somebody wrote in a group. In privacy mode only commands meant for it, and replies to what it
 * wrote or was told before; as an administrator, or without privacy mode, everything but what other bots write.
 */
export function reachesBot(bot: Bot, group: Group, { content, replyTo, isByBot }: Written): boolean {
  if (isByBot || !isInside(group.bot)) return false;
  if (group.bot.readsAll || isAdmin(group.bot)) return true;
  if (replyTo !== null && replyTo.sentBy !== 'service' && replyTo.isForBot) return true;
  return isCommandFor(bot, group, content);
}

/** A command that names no bot is for the one that wrote last, or for this one as long as none did. */
function isCommandFor(bot: Bot, group: Group, { text = '', entities = [] }: Content): boolean {
  const command = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0);
  if (command === undefined) return false;
  const [, named] = text.slice(0, command.length).split('@');
  if (named !== undefined) return named.toLowerCase() === bot.user.username.toLowerCase();
  return group.lastBotId === null || group.lastBotId === bot.user.id;
}
