import type { TelegramReactionType } from '@gramio/types';
import { ok, refuse, wrongCall, type Refusal } from '../bot-api/reply.js';
import { tellChat } from '../control/tell.js';
import { toSeconds } from '../world/clock.js';
import type { StoredMessage } from '../world/conversation.js';
import { hasRight, isAdmin, isPermitted, memberOf } from '../world/group.js';
import { chatFor, groupAsChat, post } from '../world/messages.js';
import { omit } from '../world/omit.js';
import type { GroupPlace, Place, PrivatePlace } from '../world/place.js';
import { method, type Call } from './call.js';
import { placeOf } from './place.js';

interface InChat {
  chat_id: number | string;
}

interface OfMessage extends InChat {
  message_id?: number;
}

const typingMs = 5000;

/** Telegram shows it for five seconds, or until the message comes. */
export const sendChatAction = method<InChat & { action: string }>((call, params) => {
  const place = placeOf(call, params.chat_id, 'write');
  if ('ok' in place) return place;
  const { emulator, bot } = call;
  place.chat.typingUntilMs = emulator.clock.nowMs() + typingMs;
  tellChat(emulator, bot, place.chat.id);
  setTimeout(() => {
    tellChat(emulator, bot, place.chat.id);
  }, typingMs + 10).unref();
  return ok(true);
});

export const setMessageReaction = method<OfMessage & { reaction?: TelegramReactionType[] }>((call, params) => {
  const found = messageOf(call, params, 'Bad Request: message to react not found');
  if ('ok' in found) return found;
  const emojis = (params.reaction ?? []).flatMap((reaction) => (reaction.type === 'emoji' ? reaction.emoji : []));
  if (emojis.length !== (params.reaction ?? []).length) return wrongCall('Bad Request: REACTION_INVALID');
  if (emojis.length > 1) return wrongCall('Bad Request: REACTIONS_TOO_MANY');
  found.stored.botReactions = emojis;
  tellChat(call.emulator, call.bot, found.place.chat.id);
  return ok(true);
});

export const pinChatMessage = method<OfMessage & { disable_notification?: boolean }>((call, params) => {
  const found = messageOf(call, params, 'Bad Request: message to pin not found');
  if ('ok' in found) return found;
  const problem = mayNotPin(call, found.place);
  if (problem !== null) return problem;
  if (found.stored.isPinned) return ok(true);
  found.stored.isPinned = true;
  post(call.emulator, call.bot, found.place, {
    sentBy: 'service',
    content: { pinned_message: omit(found.stored.message, 'reply_to_message') },
  });
  return ok(true);
});

/** Without a message, the one that was pinned last. */
export const unpinChatMessage = method<OfMessage>((call, params) => {
  const place = placeOf(call, params.chat_id, 'change');
  if ('ok' in place) return place;
  const problem = mayNotPin(call, place);
  if (problem !== null) return problem;
  const pinned = pinnedIn(place);
  const stored =
    params.message_id === undefined
      ? pinned.at(-1)
      : pinned.find(({ message }) => message.message_id === params.message_id);
  if (stored === undefined) return refuse(400, 'Bad Request: message to unpin not found');
  stored.isPinned = false;
  tellChat(call.emulator, call.bot, place.chat.id);
  return ok(true);
});

export const unpinAllChatMessages = method<InChat>((call, params) => {
  const place = placeOf(call, params.chat_id, 'change');
  if ('ok' in place) return place;
  const problem = mayNotPin(call, place);
  if (problem !== null) return problem;
  for (const stored of pinnedIn(place)) stored.isPinned = false;
  tellChat(call.emulator, call.bot, place.chat.id);
  return ok(true);
});

export const getChat = method<InChat>((call, params) => {
  const place = placeOf(call, params.chat_id, 'look');
  if ('ok' in place) return place;
  const pinned = pinnedIn(place).at(-1);
  return ok({
    ...(place.kind === 'private' ? aboutPerson(place) : aboutGroup(place)),
    accent_color_id: Math.abs(place.chat.id) % 7,
    max_reaction_count: 11,
    ...(pinned && { pinned_message: pinned.message }),
  });
});

function aboutPerson({ person }: PrivatePlace) {
  return {
    ...chatFor(person),
    ...(person.username !== null && { active_usernames: [person.username] }),
    accepted_gift_types: gifts(true),
    ...(!person.allowsVoice && { has_restricted_voice_and_video_messages: true }),
  };
}

/** Who may see the past is told to administrators only, as Telegram does. */
function aboutGroup({ chat: group }: GroupPlace) {
  const { traits } = group;
  return {
    ...groupAsChat(group),
    ...(group.username !== null && { active_usernames: [group.username] }),
    permissions: group.permissions,
    accepted_gift_types: gifts(false),
    ...(traits.hasHiddenMembers && { has_hidden_members: true }),
    ...(group.linkedChannelId !== null && { linked_chat_id: group.linkedChannelId }),
    ...(traits.location !== null && {
      location: { location: { latitude: 52.09, longitude: 5.12 }, address: traits.location },
    }),
    ...(traits.paidMessageStarCount > 0 && { paid_message_star_count: traits.paidMessageStarCount }),
    ...(traits.communityId !== null && { community: { id: traits.communityId, name: 'Community' } }),
    ...(group.kind === 'supergroup' && isAdmin(group.bot) && { has_visible_history: true }),
  };
}

function gifts(isPerson: boolean) {
  return {
    unlimited_gifts: isPerson,
    limited_gifts: isPerson,
    unique_gifts: isPerson,
    premium_subscription: isPerson,
    gifts_from_channels: isPerson,
  };
}

function mayNotPin({ bot, emulator }: Call, place: Place): Refusal | null {
  if (place.kind === 'private') return null;
  const self = memberOf(bot, place.chat, bot.user.id, toSeconds(emulator.clock.nowMs()));
  const may = isAdmin(self)
    ? hasRight(self, 'can_pin_messages')
    : self !== undefined && isPermitted(place.chat, self, 'can_pin_messages');
  return may ? null : refuse(400, 'Bad Request: not enough rights to manage pinned messages in the chat');
}

function pinnedIn({ chat }: Place): StoredMessage[] {
  return [...chat.messages.values()].filter((stored) => stored.isPinned);
}

function messageOf(call: Call, params: OfMessage, notFound: string): { place: Place; stored: StoredMessage } | Refusal {
  const place = placeOf(call, params.chat_id, 'change');
  if ('ok' in place) return place;
  const stored = params.message_id === undefined ? undefined : place.chat.messages.get(params.message_id);
  return stored === undefined ? refuse(400, notFound) : { place, stored };
}
