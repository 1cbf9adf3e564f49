import type { TelegramReactionType } from '@gramio/types';
import { ok, refuse, wrongCall, type Refusal } from '../bot-api/reply.js';
import { tellChat } from '../control/tell.js';
import { chatFor, post, userOf } from '../world/messages.js';
import { omit } from '../world/omit.js';
import type { StoredMessage } from '../world/world.js';
import { method, placeOf, writablePlace, type Call, type Place } from './call.js';

interface InChat {
  chat_id: number | string;
}

interface OfMessage extends InChat {
  message_id?: number;
}

const typingMs = 5000;

/** Telegram shows it for five seconds, or until the message comes. */
export const sendChatAction = method<InChat & { action: string }>((call, params) => {
  const place = writablePlace(call, params.chat_id);
  if ('ok' in place) return place;
  const { emulator, bot } = call;
  place.chat.typingUntilMs = emulator.clock.nowMs() + typingMs;
  tellChat(emulator, bot, place.person.id);
  setTimeout(() => {
    tellChat(emulator, bot, place.person.id);
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
  tellChat(call.emulator, call.bot, found.place.person.id);
  return ok(true);
});

export const pinChatMessage = method<OfMessage & { disable_notification?: boolean }>((call, params) => {
  const found = messageOf(call, params, 'Bad Request: message to pin not found');
  if ('ok' in found) return found;
  if (found.stored.isPinned) return ok(true);
  const { person, chat } = found.place;
  found.stored.isPinned = true;
  post(call.emulator, call.bot, person, chat, {
    sentBy: 'service',
    content: { pinned_message: omit(found.stored.message, 'reply_to_message') },
  });
  return ok(true);
});

/** Without a message, the one that was pinned last. */
export const unpinChatMessage = method<OfMessage>((call, params) => {
  const place = placeOf(call, params.chat_id);
  if ('ok' in place) return place;
  const pinned = [...place.chat.messages.values()].filter((stored) => stored.isPinned);
  const stored =
    params.message_id === undefined
      ? pinned.at(-1)
      : pinned.find(({ message }) => message.message_id === params.message_id);
  if (stored === undefined) return refuse(400, 'Bad Request: message to unpin not found');
  stored.isPinned = false;
  tellChat(call.emulator, call.bot, place.person.id);
  return ok(true);
});

export const unpinAllChatMessages = method<InChat>((call, params) => {
  const place = placeOf(call, params.chat_id);
  if ('ok' in place) return place;
  for (const stored of place.chat.messages.values()) stored.isPinned = false;
  tellChat(call.emulator, call.bot, place.person.id);
  return ok(true);
});

export const getChat = method<InChat>((call, params) => {
  const place = placeOf(call, params.chat_id);
  if ('ok' in place) return place;
  const pinned = [...place.chat.messages.values()].filter((stored) => stored.isPinned).at(-1);
  return ok({
    ...chatFor(place.person),
    ...(place.person.username !== null && { active_usernames: [place.person.username] }),
    accent_color_id: place.person.id % 7,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: true,
      limited_gifts: true,
      unique_gifts: true,
      premium_subscription: true,
      gifts_from_channels: true,
    },
    ...(!place.person.allowsVoice && { has_restricted_voice_and_video_messages: true }),
    ...(pinned && { pinned_message: pinned.message }),
  });
});

export const getChatMember = method<InChat & { user_id: number }>((call, params) => {
  const place = placeOf(call, params.chat_id);
  if ('ok' in place) return place;
  const { person, chat } = place;
  if (params.user_id === person.id) return ok({ user: userOf(person), status: 'member' });
  if (params.user_id !== call.bot.user.id) return refuse(400, 'Bad Request: user not found');
  return ok(
    chat.hasBlockedBot
      ? { user: call.bot.user, status: 'kicked', until_date: 0 }
      : { user: call.bot.user, status: 'member' },
  );
});

export const getChatAdministrators = onlyInGroups('there are no administrators in the private chat');
export const getChatMemberCount = method<InChat>((call, params) => {
  const place = placeOf(call, params.chat_id);
  return 'ok' in place ? place : ok(2);
});
export const setChatPermissions = onlyInGroups("can't change private chat permissions");
export const leaveChat = onlyInGroups("chat member status can't be changed in private chats");

/** The group world comes later; until then these answer what Telegram answers in a private chat. */
function onlyInGroups(description: string) {
  return method<InChat>((call, params) => {
    const place = placeOf(call, params.chat_id);
    return 'ok' in place ? place : refuse(400, `Bad Request: ${description}`);
  });
}

function messageOf(call: Call, params: OfMessage, notFound: string): { place: Place; stored: StoredMessage } | Refusal {
  const place = placeOf(call, params.chat_id);
  if ('ok' in place) return place;
  const stored = params.message_id === undefined ? undefined : place.chat.messages.get(params.message_id);
  return stored === undefined ? refuse(400, notFound) : { place, stored };
}
