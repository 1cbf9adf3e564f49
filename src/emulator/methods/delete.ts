import { ok, refuse, wrongCall, type Refusal } from '../bot-api/reply.js';
import { remove } from '../world/messages.js';
import { method, placeOf, type Call } from './call.js';

const deletableMs = 48 * 60 * 60 * 1000;
const maxMessagesAtOnce = 100;

export const deleteMessage = method<{ chat_id: number | string; message_id: number }>((call, params) => {
  const place = placeOf(call, params.chat_id);
  if ('ok' in place) return place;
  const stored = place.chat.messages.get(params.message_id);
  if (stored === undefined) return refuse(400, 'Bad Request: message to delete not found');
  if (isTooOld(call, stored.atMs)) return tooOld;
  remove(call.emulator, call.bot, place.chat, params.message_id);
  return ok(true);
});

/** Messages that are gone already are passed over. */
export const deleteMessages = method<{ chat_id: number | string; message_ids: number[] }>((call, params) => {
  if (params.message_ids.length === 0) return wrongCall('Bad Request: message identifiers are not specified');
  if (params.message_ids.length > maxMessagesAtOnce)
    return wrongCall('Bad Request: too many message identifiers specified');
  const place = placeOf(call, params.chat_id);
  if ('ok' in place) return place;
  const found = params.message_ids.flatMap((id) => place.chat.messages.get(id) ?? []);
  if (found.some((stored) => isTooOld(call, stored.atMs))) return tooOld;
  for (const { message } of found) remove(call.emulator, call.bot, place.chat, message.message_id);
  return ok(true);
});

const tooOld: Refusal = refuse(400, "Bad Request: message can't be deleted for everyone");

function isTooOld({ emulator }: Call, atMs: number): boolean {
  return emulator.clock.nowMs() - atMs > deletableMs;
}
