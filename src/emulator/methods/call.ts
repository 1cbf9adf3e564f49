import type { Connection } from '../bot-api/connection.js';
import { refuse, type Reply, type Refusal } from '../bot-api/reply.js';
import type { Params } from '../bot-api/validate.js';
import type { Emulator } from '../emulator.js';
import { chatOf, type Bot, type Chat, type Person } from '../world/world.js';

/** What a method of the Bot API works on. */
export interface Call {
  emulator: Emulator;
  bot: Bot;
  /** Files of a multipart body, by the name of their part. */
  uploads: Map<string, Upload>;
  connection: Connection | null;
}

export interface Upload {
  bytes: Buffer;
  fileName: string | null;
  mimeType: string;
}

export type Method = (call: Call, params: Params) => Reply | Promise<Reply>;

/** Gives a handler its parameters by their types, which the schema has checked before. */
// The parameter's type is the caller's to name: here is the one place where it is believed.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function method<P>(handler: (call: Call, params: P) => Reply | Promise<Reply>): Method {
  return handler as Method;
}

export interface Place {
  person: Person;
  chat: Chat;
}

/** The chat a call names. Only private chats exist here, and the person must exist. */
export function placeOf(call: Call, chatId: number | string): Place | Refusal {
  const person = call.emulator.world.people.get(Number(chatId));
  if (person === undefined) return refuse(400, 'Bad Request: chat not found');
  return { person, chat: chatOf(call.bot, person.id) };
}

/** As `placeOf`, where the bot may write: after /start, and as long as it is not blocked. */
export function writablePlace(call: Call, chatId: number | string): Place | Refusal {
  const place = placeOf(call, chatId);
  if ('ok' in place) return place;
  if (!place.chat.hasStarted) return refuse(403, "Forbidden: bot can't initiate conversation with a user");
  if (place.chat.hasBlockedBot) return refuse(403, 'Forbidden: bot was blocked by the user');
  return place;
}
