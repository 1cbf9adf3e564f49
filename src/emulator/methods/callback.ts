import { ok, refuse, wrongCall } from '../bot-api/reply.js';
import { tellChat } from '../control/tell.js';
import { chatOf } from '../world/world.js';
import { method } from './call.js';

interface AnswerCallbackQuery {
  callback_query_id: string;
  text?: string;
  show_alert?: boolean;
  url?: string;
}

const answerableMs = 15_000;
const maxAnswerLength = 200;

export const answerCallbackQuery = method<AnswerCallbackQuery>((call, params) => {
  const { emulator, bot } = call;
  const text = params.text ?? '';
  if (text.length > maxAnswerLength) return wrongCall('Bad Request: MESSAGE_TOO_LONG');
  const query = bot.callbackQueries.get(params.callback_query_id);
  const nowMs = emulator.clock.nowMs();
  bot.callbackQueries.delete(params.callback_query_id);
  if (query === undefined || nowMs - query.atMs > answerableMs) {
    return refuse(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid');
  }
  if (text !== '') {
    const toast = { text, isAlert: params.show_alert ?? false, atMs: nowMs };
    const group = bot.groups.get(query.chatId);
    if (group === undefined) chatOf(bot, query.chatId).toast = toast;
    else group.toast = { ...toast, personId: query.personId };
    tellChat(emulator, bot, query.chatId);
  }
  return ok(true);
});
