import { migrated, refuse, type Refusal } from '../bot-api/reply.js';
import { toSeconds } from '../world/clock.js';
import { isInside, memberOf, type Group } from '../world/group.js';
import type { Place } from '../world/place.js';
import { chatOf, type Bot } from '../world/world.js';
import type { Call } from './call.js';

/**
 * How far a call reaches into a chat. `look` is what `getChat` does, also where the bot no longer is; `ask` reads more
 * than that; `change` is about what stands there already; `write` puts something new there.
 */
export type Access = 'look' | 'ask' | 'change' | 'write';

/** The chat a call names, if it may reach that far. */
export function placeOf(call: Call, chatId: number | string, access: Access): Place | Refusal {
  const { bot, emulator } = call;
  const group = groupNamed(bot, chatId);
  if (group !== undefined) return closedTo(call, group, access) ?? { kind: 'group', chat: group };
  const person = emulator.world.people.get(Number(chatId));
  if (person === undefined || person.isBot) return notFound;
  const chat = chatOf(bot, person.id);
  if (access === 'write') {
    if (!chat.hasStarted) return refuse(403, "Forbidden: bot can't initiate conversation with a user");
    if (chat.hasBlockedBot) return refuse(403, 'Forbidden: bot was blocked by the user');
  }
  return { kind: 'private', person, chat };
}

const notFound = refuse(400, 'Bad Request: chat not found');

function groupNamed({ groups }: Bot, chatId: number | string): Group | undefined {
  if (typeof chatId !== 'string' || !chatId.startsWith('@')) return groups.get(Number(chatId));
  const username = chatId.slice(1).toLowerCase();
  return [...groups.values()].find((group) => group.username?.toLowerCase() === username);
}

/** Why the bot can't reach that far into this group; null when it can. */
function closedTo({ bot, emulator }: Call, group: Group, access: Access): Refusal | null {
  if (!group.bot.hasMet && group.username === null) return notFound;
  const isBasic = group.kind === 'group';
  // A basic group that the bot knew can be looked at for ever, a supergroup only from inside or when it is public.
  if (access === 'look' && (isBasic || group.username !== null) && group.bot.status !== 'kicked') return null;
  if (access === 'look' && isBasic) return null;
  if (group.migratedTo !== null) return migrated(group.migratedTo);
  if (group.isDeleted) return refuse(403, 'Forbidden: the group chat was deleted');
  const self = memberOf(bot, group, bot.user.id, toSeconds(emulator.clock.nowMs()));
  if (isInside(self)) return null;
  const name = isBasic ? 'group chat' : 'supergroup chat';
  return self?.status === 'kicked'
    ? refuse(403, `Forbidden: bot was kicked from the ${name}`)
    : refuse(403, `Forbidden: bot is not a member of the ${name}`);
}
