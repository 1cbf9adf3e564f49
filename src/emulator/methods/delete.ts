import { ok, refuse, wrongCall, type Refusal } from '../bot-api/reply.js';
import { toSeconds } from '../world/clock.js';
import type { StoredMessage } from '../world/conversation.js';
import { hasRight, memberOf } from '../world/group.js';
import { remove } from '../world/messages.js';
import type { Place } from '../world/place.js';
import { method, type Call } from './call.js';
import { placeOf } from './place.js';

const deletableMs = 48 * 60 * 60 * 1000;
const maxMessagesAtOnce = 100;

export const deleteMessage = method<{ chat_id: number | string; message_id: number }>((call, params) => {
  const place = placeOf(call, params.chat_id, 'change');
  if ('ok' in place) return place;
  const stored = place.chat.messages.get(params.message_id);
  if (stored === undefined) return refuse(400, 'Bad Request: message to delete not found');
  const problem = undeletable(call, place, stored);
  if (problem !== null) return problem;
  remove(call.emulator, call.bot, place.chat, params.message_id);
  return ok(true);
});

/** Messages that are gone already are passed over. */
export const deleteMessages = method<{ chat_id: number | string; message_ids: number[] }>((call, params) => {
  if (params.message_ids.length === 0) return wrongCall('Bad Request: message identifiers are not specified');
  if (params.message_ids.length > maxMessagesAtOnce)
    return wrongCall('Bad Request: too many message identifiers specified');
  const place = placeOf(call, params.chat_id, 'change');
  if ('ok' in place) return place;
  const found = params.message_ids.flatMap((id) => place.chat.messages.get(id) ?? []);
  for (const stored of found) {
    const problem = undeletable(call, place, stored);
    if (problem !== null) return problem;
  }
  for (const { message } of found) remove(call.emulator, call.bot, place.chat, message.message_id);
  return ok(true);
});

const tooOld = refuse(400, "Bad Request: message can't be deleted for everyone");
const notIts = refuse(400, "Bad Request: message can't be deleted");

/** A bot takes away what is younger than two days; in a group only what it wrote itself, unless it has the right. */
function undeletable({ bot, emulator }: Call, place: Place, stored: StoredMessage): Refusal | null {
  const nowMs = emulator.clock.nowMs();
  if (place.kind === 'group' && stored.sentBy !== 'bot') {
    const self = memberOf(bot, place.chat, bot.user.id, toSeconds(nowMs));
    if (!hasRight(self, 'can_delete_messages')) return notIts;
  }
  return nowMs - stored.atMs > deletableMs ? tooOld : null;
}
