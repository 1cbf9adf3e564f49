import type { Command, Origin } from '../core/command.js';
import type { Inbound } from './store.js';

/** A command that no update of Telegram brought: of the clock, of the courier, or of a start. */
export function fromWithin(origin: Origin, command: Command): Inbound {
  return { updateId: null, origin, command, callbackQueryId: null, messageId: null, ownMessageId: null };
}
