import type { Connection } from '../bot-api/connection.js';
import type { Reply } from '../bot-api/reply.js';
import type { Params } from '../bot-api/validate.js';
import type { Emulator } from '../emulator.js';
import type { Bot } from '../world/world.js';

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
